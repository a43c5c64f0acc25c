/** The words of a schedule that are not of its data. */
export interface ScheduleWords {
  /** The name of the group of marks: the figure's title. */
  readonly label: string;
  /** How to use it from the keyboard. */
  readonly hint: string;
  readonly sources: string;
  readonly close: string;
}
