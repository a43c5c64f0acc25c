/** The words of ties that are not of their data. */
export interface TiesWords {
  /** The name of the group of marks: the figure's title. */
  readonly label: string;
  /** How to use it from the keyboard. */
  readonly hint: string;
  readonly legend: string;
  readonly sources: string;
  readonly close: string;
}
