/** The words of a timeline, in the story's language. */
export interface TimelineWords {
  /** The name of the group of marks: the figure's title. */
  readonly label: string;
  /** How to use it from the keyboard. */
  readonly hint: string;
  readonly legend: string;
  /** What hollow marks are, and dashed ones. */
  readonly later: string;
  readonly planned: string;
  readonly sources: string;
  readonly close: string;
}
