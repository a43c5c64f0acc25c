/**
 * The schedule: a numbered list, beside it what another speaker named of it, and two statements that face each other.
 * A view says how much of each part is there; between two states all of it is mixed.
 */
import { clamp, mixNumber, soft } from './scale.ts';

export interface ScheduleChart {
  readonly list: {
    readonly name: string;
    readonly dateText: string;
    readonly items: readonly { readonly text: string; readonly label: string; readonly short: string }[];
  };
  readonly counter: {
    readonly name: string;
    readonly dateText: string;
    readonly items: readonly Counter[];
  };
  readonly facing: {
    readonly heading: string;
    /** The earlier one first. */
    readonly statements: readonly Statement[];
  };
  /** The words for a tie of either kind, for a point without one, and for an entry that nothing touches. */
  readonly words: {
    readonly direct: string;
    readonly loose: string;
    readonly none: string;
    readonly unnamed: string;
  };
}

export interface Counter {
  readonly label: string;
  readonly note: string;
  /** `to` is an index of the list. */
  readonly ties: readonly { readonly to: number; readonly loose: boolean }[];
}

export interface Statement {
  /** With its quotation marks. */
  readonly text: string;
  /** Who spoke and when, and in which office. */
  readonly name: string;
  readonly office: string;
  /** A day number. */
  readonly day: number;
}

export type Show = 'all' | 'named' | 'unnamed' | 'facing';

/** A moment of the schedule; shares from 0 (not at all) to 1. */
export interface ScheduleView {
  /** The list, with what stands beside it. */
  readonly list: number;
  /** How far the list has been read. */
  readonly read: number;
  /** What the other named. */
  readonly counters: number;
  /** How far each tie is drawn, in the order of the points and of their ties. */
  readonly ties: readonly number[];
  /** How far the points and their ties step back behind the entries that they do not touch. */
  readonly aside: number;
  /** Whether each entry is marked as not named. */
  readonly unnamed: readonly number[];
  readonly statements: readonly number[];
  /** How far time has come, from the first statement to the last. */
  readonly clock: number;
}

/** The indices of the entries that a point touches. */
export const touched = ({ counter }: ScheduleChart): ReadonlySet<number> =>
  new Set(counter.items.flatMap(({ ties }) => ties.map(({ to }) => to)));

/** The ties of all points, in the order in which they are drawn. */
export const tiesOf = ({ counter }: ScheduleChart) =>
  counter.items.flatMap(({ ties }, point) => ties.map((tie) => ({ point, ...tie })));

/**
 * The view of a state.
 *
 * @param progress how far the reader is in it, 0 to 1; at 1 it is complete
 */
export function viewOf(chart: ScheduleChart, show: Show, progress: number): ScheduleView {
  const step = ['all', 'named', 'unnamed', 'facing'].indexOf(show);
  const ties = tiesOf(chart);
  const named = touched(chart);
  const open = chart.list.items.flatMap((_, item) => (named.has(item) ? [] : [item]));
  const facing = show === 'facing';
  return {
    list: facing ? 0 : 1,
    read: step > 0 ? 1 : progress,
    counters: step > 0 ? 1 : 0,
    ties: ties.map((_, i) => (step === 1 ? turn(progress, i, ties.length) : step > 1 ? 1 : 0)),
    aside: step > 1 ? 1 : 0,
    unnamed: chart.list.items.map((_, item) => {
      if (step < 2 || named.has(item)) return 0;
      return facing ? 1 : turn(progress, open.indexOf(item), open.length);
    }),
    statements: chart.facing.statements.map((_, i) => (facing ? (i === 0 ? 1 : soft(progress, 1, 0.4)) : 0)),
    clock: facing ? clamp(progress / 0.75, 0, 1) : 0,
  };
}

/** How many turns are under way at once. */
const OVERLAP = 1.4;

/** How far the `i`th of `n` has come when they take turns. */
const turn = (progress: number, i: number, n: number): number =>
  clamp((progress * (n - 1 + OVERLAP) - i) / OVERLAP, 0, 1);

/** The view between two of one chart, `t` from 0 (exactly `a`) to 1 (exactly `b`). */
export function mixViews(a: ScheduleView, b: ScheduleView, t: number): ScheduleView {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const mix = (from: number, to: number) => mixNumber(from, to, t);
  const each = (from: readonly number[], to: readonly number[]) =>
    from.map((share, i) => mix(share, to[i] ?? share));
  return {
    list: mix(a.list, b.list),
    read: mix(a.read, b.read),
    counters: mix(a.counters, b.counters),
    ties: each(a.ties, b.ties),
    aside: mix(a.aside, b.aside),
    unnamed: each(a.unnamed, b.unnamed),
    statements: each(a.statements, b.statements),
    clock: mix(a.clock, b.clock),
  };
}

/** A line of text at its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** How a row stands out: before it is read and behind others, as usual, or before others. */
export type Look = 'back' | 'plain' | 'front';

export interface Row {
  readonly item: number;
  /** The row's upper edge; its height is the layout's. */
  readonly y: number;
  /** Where it ends. */
  readonly width: number;
  readonly look: Look;
  /** A tie has reached it. */
  readonly named: boolean;
  readonly number: TextLine;
  readonly texts: readonly (TextLine & { readonly opacity: number })[];
  /** Marks it as not named; ends at its `x`. */
  readonly tag: TextLine & { readonly opacity: number };
}

export interface Point {
  readonly point: number;
  /** Its dot. */
  readonly x: number;
  readonly y: number;
  /** Touches an entry. */
  readonly tied: boolean;
  readonly back: boolean;
  readonly lines: readonly TextLine[];
  /** Empty where there is none, or no room. */
  readonly note: TextLine;
  /** The box of all of it. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Schedule {
  readonly opacity: number;
  readonly heads: readonly (TextLine & { readonly opacity: number })[];
  /** Under the list's heading; the line between numbers and texts, and its part that has been read. */
  readonly top: string;
  readonly spine: string;
  readonly read: string;
  /** Under each row. */
  readonly rules: string;
  readonly rows: readonly Row[];
  /** Of the points, their ties and the legend. */
  readonly counters: number;
  readonly points: readonly Point[];
  readonly ties: readonly {
    readonly path: string;
    readonly loose: boolean;
    /** Where it meets its entry, once it does. */
    readonly end: { readonly x: number; readonly y: number } | undefined;
  }[];
  readonly tieOpacity: number;
  readonly legend: readonly {
    readonly kind: 'direct' | 'loose' | 'none';
    readonly sample: { readonly x: number; readonly y: number; readonly width: number };
    readonly text: TextLine;
  }[];
}

export interface FacingStatement {
  readonly statement: number;
  readonly opacity: number;
  readonly quote: readonly TextLine[];
  readonly name: TextLine;
  readonly office: readonly TextLine[];
  /** From the text to its day on the axis. */
  readonly stem: string;
  readonly mark: { readonly x: number; readonly y: number };
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Facing {
  readonly opacity: number;
  readonly head: TextLine;
  /** Under the heading. */
  readonly top: string;
  /** Between the statements. */
  readonly rule: string;
  readonly axis: string;
  /** The part of the axis that time has passed. */
  readonly past: string;
  readonly years: { readonly ticks: string; readonly labels: readonly TextLine[] };
  readonly statements: readonly FacingStatement[];
}

/** All that is drawn, in px; a part that is not there is absent. */
export interface ScheduleDrawing {
  readonly schedule?: Schedule;
  readonly facing?: Facing;
}

/** How visible something is: what goes is gone before what comes appears. */
export const presence = (share: number): number => soft(share, 1, 0.5);
