/** From an arrangement of ties to what is drawn, in both layouts. */
import { clamp } from './scale.ts';
import { percent, presence, round } from './timeline.ts';
import { visibility } from './boxes.ts';
import {
  partOf,
  type Curve,
  type Piece,
  type PieceRole,
  type Run,
  type TiePlace,
  type TiesArrangement,
  type TiesChart,
  type TiesScene,
  type TiesView,
} from './ties.ts';
import { axisSpot, type AxisSpot } from './tiesAxis.ts';
import { arrangeList } from './tiesList.ts';
import { middleOf, NARROW, WIDE, type TiesStyle } from './tiesStyle.ts';
import { arrangeTime } from './tiesTime.ts';

export interface TextSpot {
  readonly role: PieceRole;
  readonly of: number;
  /** The box of its text. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  readonly lines: readonly TextRow[];
  /** From the words of a tie to its mark, as a path. */
  readonly leader?: string;
}

/** A line of text in parts that look different. */
export interface TextRow {
  readonly x: number;
  readonly y: number;
  readonly parts: readonly Pick<Run, 'text' | 'look'>[];
}

export interface TieSpot {
  readonly tie: number;
  readonly x: number;
  readonly y: number;
  readonly opacity: number;
  /** It is drawn, or time has reached it. */
  readonly done: boolean;
  /** The thread as far as it is drawn, and its arrow, as paths; absent where there is none yet. */
  readonly thread?: string;
  readonly arrow?: string;
  readonly arrowOpacity: number;
}

/** All that is drawn, in px. */
export interface TiesDrawing {
  readonly texts: readonly TextSpot[];
  readonly ties: readonly TieSpot[];
  readonly walls: readonly { readonly end: number; readonly path: string; readonly opacity: number }[];
  readonly axis?: AxisSpot;
}

/** What a layout does with a chart: both its parts are pure. */
export interface TiesLayout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  arrange(chart: TiesChart, scene: TiesScene): TiesArrangement;
  draw(chart: TiesChart, view: TiesView): TiesDrawing;
}

const layoutOf = (style: TiesStyle): TiesLayout => ({
  name: style.name,
  width: style.width,
  height: style.height,
  arrange: (chart, scene) => (scene.view === 'time' ? arrangeTime : arrangeList)(chart, scene, style),
  draw: (chart, view) => draw(chart, view, style),
});

export const wide: TiesLayout = layoutOf(WIDE);
export const narrow: TiesLayout = layoutOf(NARROW);

/** Words are there once this share of their thread is drawn. */
const EARLY = 0.25;

function draw(chart: TiesChart, view: TiesView, style: TiesStyle): TiesDrawing {
  const { pieces, ties, walls, axis } = view[style.name];
  const marks = new Map(ties.map((place) => [place.tie, place]));
  /** How much of a tie's words and mark is there, drawn so far or waiting. */
  const shown = (tie: number) =>
    Math.max(clamp((view.drawn[tie] ?? 0) / EARLY, 0, 1), marks.get(tie)?.waits ?? 0);
  const boxes = pieces.map(({ x, y, width, height }) => ({
    left: x,
    top: y,
    right: x + width,
    bottom: y + height,
  }));
  const frame = { left: -0.5, top: -0.5, right: style.width + 0.5, bottom: style.height + 0.5 };
  const seen = visibility(pieces, boxes, frame);
  return {
    texts: pieces.flatMap((piece, i) => {
      const opacity = percent((seen[i] ?? 0) * (ofTie(piece) ? shown(piece.of) : 1));
      return opacity > 0 ? [textSpot(piece, opacity, marks.get(piece.of), style)] : [];
    }),
    ties: ties.flatMap(({ tie, weight, x, y, curve, head }) => {
      const opacity = percent(presence(weight) * shown(tie));
      if (opacity === 0) return [];
      const drawn = view.drawn[tie] ?? 0;
      const done = drawn > 0.5;
      const spot = { tie, x: round(x), y: round(y), opacity, done, arrowOpacity: percent(head) };
      if (drawn === 0) return [spot];
      const outward = chart.ties[tie]?.outward !== false || head < 0.5;
      const part = outward ? partOf(curve, 0, drawn) : partOf(curve, 1 - drawn, 1);
      return [{ ...spot, thread: pathOf(part), ...(head > 0 && { arrow: arrowOf(part, outward) }) }];
    }),
    walls: walls.flatMap(({ end, weight, x, top, bottom }) => {
      const opacity = percent(presence(weight));
      return opacity > 0 ? [{ end, opacity, path: `M${round(x)} ${round(top)}V${round(bottom)}` }] : [];
    }),
    ...(chart.span && axis > 0 && { axis: axisSpot(chart, chart.span, view.now, axis, style) }),
  };
}

const ofTie = ({ role }: Piece) => role === 'label' || role === 'row';

function textSpot(piece: Piece, opacity: number, mark: TiePlace | undefined, style: TiesStyle): TextSpot {
  const { role, of, x, y, width, height, runs } = piece;
  const levels = [...new Set(runs.map((run) => run.y))];
  const from = x + width + LEADER.before;
  const length = (mark?.x ?? 0) - LEADER.after - from;
  const level = y + middleOf(style);
  // A mark on its way elsewhere has let go of its words.
  const leads = role === 'label' && mark && Math.abs(mark.y - level) < 1 && length >= LEADER.least;
  return {
    role,
    of,
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    opacity,
    lines: levels.map((lineY) => {
      const own = runs.filter((run) => run.y === lineY);
      const parts = own.map(({ text, look }) => ({ text, look }));
      return { x: round(own[0]?.x ?? 0), y: round(lineY), parts };
    }),
    ...(leads && { leader: `M${round(from)} ${round(level)}h${round(length)}` }),
  };
}

/** px between a leader and the words, and the mark; no leader is shorter. */
const LEADER = { before: 8, after: 14, least: 10 };

function pathOf(curve: Curve): string {
  const [ax, ay, bx, by, cx, cy, dx, dy] = curve.map(round);
  return `M${ax} ${ay}C${bx} ${by} ${cx} ${cy} ${dx} ${dy}`;
}

const ARROW = { length: 8, half: 3.4 };

/** A small triangle at the end of a curve, or at its beginning. */
function arrowOf(curve: Curve, atEnd: boolean): string {
  const [ax, ay, bx, by, cx, cy, dx, dy] = curve;
  const [x, y, fromX, fromY] = atEnd ? [dx, dy, cx, cy] : [ax, ay, bx, by];
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [ux, uy] = [(x - fromX) / length, (y - fromY) / length];
  const corner = (side: number) =>
    `L${round(x - ARROW.length * ux - side * ARROW.half * uy)} ${round(y - ARROW.length * uy + side * ARROW.half * ux)}`;
  return `M${round(x)} ${round(y)}${corner(1)}${corner(-1)}z`;
}
