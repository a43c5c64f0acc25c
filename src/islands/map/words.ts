import type { LegendWords } from '../shared/scene.ts';

/** The words of a map, in the story's language. */
export interface MapWords extends LegendWords {
  /** What the areas around marks mean. */
  readonly derived: string;
  readonly unknown: string;
  /** The text of the bar of scale, and that of the days that are left; `{n}` is the number. */
  readonly kilometres: string;
  readonly days: string;
  readonly day: string;
}
