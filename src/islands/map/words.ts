/** The words of a map, in the story's language. */
export interface MapWords {
  /** The name of the group of marks: the figure's title. */
  readonly label: string;
  /** How to use it from the keyboard. */
  readonly hint: string;
  readonly legend: string;
  /** What the areas around marks mean. */
  readonly derived: string;
  readonly unknown: string;
  /** The text of the bar of scale, and that of the days that are left; `{n}` is the number. */
  readonly kilometres: string;
  readonly days: string;
  readonly day: string;
  readonly sources: string;
  readonly close: string;
}
