/** The measures of the schedule's two layouts, in drawing units. */

export interface ScheduleLayout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  /** Type sizes. */
  readonly type: number;
  readonly quote: number;
  /** From line to line. */
  readonly line: number;
  readonly quoteLine: number;
  /** Where the rows begin, and how high one is. */
  readonly top: number;
  readonly row: number;
  /** Numbers end here, the spine stands here, texts begin here. */
  readonly number: number;
  readonly spine: number;
  readonly text: number;
  /** Where the list ends when something stands beside it, and when the entries are marked as not named. */
  readonly list: number;
  readonly listMarked: number;
  /** The points' dots, their labels, and how many lines a label may have. */
  readonly dot: number;
  readonly point: number;
  readonly pointLines: number;
  /** Whether notes have room, and whether the points stay beside the marked entries. */
  readonly notes: boolean;
  readonly stays: boolean;
  /** Between points. */
  readonly gap: number;
  /** What an entry says: alone, and with something beside it. */
  readonly alone: 'text' | 'label';
  readonly beside: 'label' | 'short';
  readonly facing: {
    /** The heading's baseline, and the line under it. */
    readonly head: number;
    readonly top: number;
    /** Two boxes for the statements, the line between them where they stand side by side, and the axis. */
    readonly boxes: readonly { readonly x: number; readonly y: number; readonly width: number }[];
    readonly rule: string;
    readonly axis: number;
    /** Whether the axis lies below its statement. */
    readonly above: readonly boolean[];
  };
}

export const wide: ScheduleLayout = {
  name: 'wide',
  width: 820,
  height: 500,
  type: 17.6,
  quote: 27,
  line: 21,
  quoteLine: 36,
  top: 34,
  row: 38.5,
  number: 24,
  spine: 34,
  text: 46,
  list: 486,
  listMarked: 486,
  dot: 602,
  point: 618,
  pointLines: 1,
  notes: true,
  stays: true,
  gap: 16,
  alone: 'text',
  beside: 'label',
  facing: {
    head: 22,
    top: 34,
    boxes: [
      { x: 0, y: 58, width: 378 },
      { x: 442, y: 58, width: 378 },
    ],
    rule: 'M410 66V336',
    axis: 438,
    above: [true, true],
  },
};

export const narrow: ScheduleLayout = {
  name: 'narrow',
  width: 360,
  height: 370,
  type: 15.2,
  quote: 18,
  line: 18,
  quoteLine: 22.5,
  top: 45,
  row: 26.8,
  number: 18,
  spine: 24,
  text: 32,
  list: 206,
  listMarked: 360,
  dot: 266,
  point: 277,
  pointLines: 2,
  notes: false,
  stays: false,
  gap: 10,
  alone: 'label',
  beside: 'short',
  facing: {
    head: 12,
    top: 21,
    boxes: [
      { x: 0, y: 27, width: 360 },
      { x: 0, y: 224, width: 360 },
    ],
    rule: '',
    axis: 194,
    above: [true, false],
  },
};
