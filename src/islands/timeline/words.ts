import type { LegendWords } from '../shared/scene.ts';

/** The words of a timeline, in the story's language. */
export interface TimelineWords extends LegendWords {
  /** What hollow marks are, and dashed ones. */
  readonly later: string;
  readonly planned: string;
}
