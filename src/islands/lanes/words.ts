/** The words of lanes, in the story's language. */
export interface LanesWords {
  /** The name of the group of marks: the figure's title. */
  readonly label: string;
  /** How to use it from the keyboard. */
  readonly hint: string;
  readonly legend: string;
  readonly sources: string;
  readonly close: string;
}
