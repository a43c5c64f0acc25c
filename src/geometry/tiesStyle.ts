/** The measures of the two layouts of ties, in px of the drawing. */

export interface TiesStyle {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  /** Type sizes: of names, and of all else. */
  readonly bold: number;
  readonly plain: number;
  /** From line to line, and from a line's top to its baseline. */
  readonly line: number;
  readonly base: number;
  /** Ties stand under their names, not beside them. */
  readonly stacked: boolean;
  readonly nameWidth: number;
  readonly labelX: number;
  readonly labelWidth: number;
  /** Where marks, walls and the names on the right stand. */
  readonly mark: number;
  readonly wall: number;
  readonly endX: number;
  readonly endWidth: number;
  /** px between threads on a wall. */
  readonly slot: number;
  /** From the foot to the axis; then its bar, and the baselines of its years and its label, down from the axis. */
  readonly foot: number;
  /** px kept free over the axis. */
  readonly over: number;
  readonly bar: number;
  readonly years: number;
  readonly label: number;
}

export const WIDE: TiesStyle = {
  name: 'wide',
  width: 820,
  height: 536,
  bold: 18,
  plain: 17.6,
  line: 22,
  base: 16.5,
  stacked: false,
  nameWidth: 212,
  labelX: 224,
  labelWidth: 330,
  mark: 570,
  wall: 694,
  endX: 706,
  endWidth: 114,
  slot: 9,
  foot: 64,
  over: 22,
  bar: 11,
  years: 30,
  label: 54,
};

export const NARROW: TiesStyle = {
  name: 'narrow',
  width: 360,
  height: 340,
  bold: 15.6,
  plain: 15.2,
  line: 18.6,
  base: 14,
  stacked: true,
  nameWidth: 216,
  labelX: 0,
  labelWidth: 216,
  mark: 229,
  wall: 286,
  endX: 294,
  endWidth: 66,
  slot: 8,
  foot: 55,
  over: 11,
  bar: 9,
  years: 25.5,
  label: 46,
};

/** Where the axis lies, px from the top. */
export const axisOf = ({ height, foot }: TiesStyle): number => height - foot;

/** Half a mark, and the room that it keeps free. */
export const MARK = 8;
export const CLEAR = 11;

/** From a line's top to the middle of its letters. */
export const middleOf = ({ base, plain }: TiesStyle): number => base - plain * 0.33;
