/**
 * Ties: a list drawn as a diagram. Those on the left stand in rows, each tie is a row with a mark, a thread leads from
 * it to somebody on the right. Or, in time, each mark hangs over an axis at its date. A state is arranged once; a view
 * between two states mixes their arrangements.
 */
import { clamp, mixNumber } from './scale.ts';
import type { TextLine } from './timeline.ts';

/** What does not change while the drawing moves. Others are named by their place in these lists. */
export interface TiesChart {
  readonly groups: readonly string[];
  readonly nodes: readonly { readonly name: string; readonly short: string; readonly group: number }[];
  /** Those on the right, from top to bottom. */
  readonly ends: readonly string[];
  /** In the order of their rows. */
  readonly ties: readonly ChartTie[];
  readonly span?: ChartSpan;
  /** The last day of the axis that has come, as a day number. */
  readonly now: number;
}

export interface ChartTie {
  readonly node: number;
  readonly end: number;
  /** From left to right. */
  readonly outward: boolean;
  readonly label: string;
  /** In full, and for where there is little room. */
  readonly dateText: string;
  readonly dateShort: string;
  /** A day number. */
  readonly date: number;
}

/** A span of time, as day numbers. */
export interface ChartSpan {
  readonly label: string;
  /** It began in between. */
  readonly from: readonly [number, number];
  readonly to: number;
  readonly axis: readonly [number, number];
}

/** What a state asks for. */
export interface TiesScene {
  /** Indices of ties. */
  readonly show: readonly number[];
  readonly draw: readonly number[];
  readonly view: 'list' | 'time';
  readonly span: boolean;
}

export type PieceRole = 'head' | 'name' | 'label' | 'row' | 'end';

export interface Run extends TextLine {
  readonly look: 'bold' | 'plain' | 'mute';
}

/** A block of text in its place. */
export interface Piece {
  readonly role: PieceRole;
  /** The index of the group, node, tie (`label` in the list, `row` in time) or end. */
  readonly of: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** How much it is there, 0 to 1. */
  readonly weight: number;
}

/** A cubic Bézier curve: its ends and between them its control points, x and y in turn. */
export type Curve = readonly [number, number, number, number, number, number, number, number];

export interface TiePlace {
  readonly tie: number;
  readonly weight: number;
  /** The mark's middle. */
  readonly x: number;
  readonly y: number;
  /** The thread from beside the mark to its other end. */
  readonly curve: Curve;
  /** How much of an arrow the thread carries, and of the mark is there before it is drawn: each 0 to 1. */
  readonly head: number;
  readonly waits: number;
}

/** The wall on which the threads to somebody end. */
export interface Wall {
  readonly end: number;
  readonly weight: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where things lie at one state in one layout. */
export interface TiesArrangement {
  readonly pieces: readonly Piece[];
  readonly ties: readonly TiePlace[];
  readonly walls: readonly Wall[];
  /** How much the axis is there, 0 to 1. */
  readonly axis: number;
}

/** A value that says all of a moment of the drawing; two of them can be mixed. */
export interface TiesView {
  readonly wide: TiesArrangement;
  readonly narrow: TiesArrangement;
  /** How far each tie is drawn, 0 to 1, in the order of the chart. */
  readonly drawn: readonly number[];
  /** How far time has come on the axis, a day number. */
  readonly now: number;
}

/** The share of the way through time over which a tie is drawn. */
const PASSING = 0.06;

/**
 * The view of a state.
 *
 * @param progress how far the reader is into the step: ties are drawn one after the other, or as time reaches them
 */
export function viewOfTies(
  chart: TiesChart,
  scene: TiesScene,
  arrangements: Pick<TiesView, 'wide' | 'narrow'>,
  progress: number,
): TiesView {
  const p = clamp(progress, 0, 1);
  const [first] = chart.span?.axis ?? [chart.now];
  const inTime = scene.view === 'time';
  const length = Math.max(1, chart.now - first);
  const drawn = chart.ties.map(({ date }, index) => {
    if (inTime) {
      const reached = clamp((date - first) / length, 0, 1) * (1 - PASSING);
      return clamp((p - reached) / PASSING, 0, 1);
    }
    const turn = scene.draw.indexOf(index);
    return turn < 0 ? 1 : clamp(p * scene.draw.length - turn, 0, 1);
  });
  return { ...arrangements, drawn, now: inTime ? first + p * length : chart.now };
}

/** The view between two, `t` from 0 (exactly `a`) to 1 (exactly `b`). */
export function mixTies(a: TiesView, b: TiesView, t: number): TiesView {
  if (t <= 0) return a;
  if (t >= 1) return b;
  return {
    wide: mixArrangements(a.wide, b.wide, t),
    narrow: mixArrangements(a.narrow, b.narrow, t),
    drawn: a.drawn.map((value, i) => mixNumber(value, b.drawn[i] ?? value, t)),
    now: mixNumber(a.now, b.now, t),
  };
}

function mixArrangements(a: TiesArrangement, b: TiesArrangement, t: number): TiesArrangement {
  if (a === b) return a;
  return {
    pieces: mixLists(
      a.pieces,
      b.pieces,
      t,
      ({ role, of }) => `${role} ${of}`,
      (from, to) => ({
        ...(t < 0.5 ? from : to),
        x: mixNumber(from.x, to.x, t),
        y: mixNumber(from.y, to.y, t),
      }),
    ),
    ties: mixLists(
      a.ties,
      b.ties,
      t,
      ({ tie }) => tie,
      (from, to) => ({
        ...to,
        x: mixNumber(from.x, to.x, t),
        y: mixNumber(from.y, to.y, t),
        curve: from.curve.map((value, i) => mixNumber(value, to.curve[i] ?? value, t)) as unknown as Curve,
        head: mixNumber(from.head, to.head, t),
        waits: mixNumber(from.waits, to.waits, t),
      }),
    ),
    walls: mixLists(
      a.walls,
      b.walls,
      t,
      ({ end }) => end,
      (from, to) => ({
        ...to,
        x: mixNumber(from.x, to.x, t),
        top: mixNumber(from.top, to.top, t),
        bottom: mixNumber(from.bottom, to.bottom, t),
      }),
    ),
    axis: mixNumber(a.axis, b.axis, t),
  };
}

/** What is in both lists moves; what is in one comes or goes where it is. */
function mixLists<T extends { readonly weight: number }>(
  a: readonly T[],
  b: readonly T[],
  t: number,
  keyOf: (item: T) => string | number,
  move: (from: T, to: T) => T,
): T[] {
  const others = new Map(b.map((item) => [keyOf(item), item]));
  const mixed = a.map((item) => {
    const other = others.get(keyOf(item));
    others.delete(keyOf(item));
    const weight = mixNumber(item.weight, other?.weight ?? 0, t);
    return { ...(other ? move(item, other) : item), weight };
  });
  for (const item of others.values()) mixed.push({ ...item, weight: item.weight * t });
  return mixed;
}

/** The curve from `from` to `to` on its way, each 0 to 1 (de Casteljau). */
export function partOf(curve: Curve, from: number, to: number): Curve {
  const [, right] = split(curve, from);
  return split(right, from >= 1 ? 1 : (to - from) / (1 - from))[0];
}

function split([ax, ay, bx, by, cx, cy, dx, dy]: Curve, t: number): readonly [Curve, Curve] {
  const at = (a: number, b: number) => mixNumber(a, b, t);
  const [abx, aby, bcx, bcy, cdx, cdy] = [
    at(ax, bx),
    at(ay, by),
    at(bx, cx),
    at(by, cy),
    at(cx, dx),
    at(cy, dy),
  ];
  const [ex, ey, fx, fy] = [at(abx, bcx), at(aby, bcy), at(bcx, cdx), at(bcy, cdy)];
  const [x, y] = [at(ex, fx), at(ey, fy)];
  return [
    [ax, ay, abx, aby, ex, ey, x, y],
    [x, y, fx, fy, cdx, cdy, dx, dy],
  ];
}
