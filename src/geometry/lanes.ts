/**
 * Lanes: what was said, as marks in lanes along one axis, with threads from each answer to what it answers. The axis
 * is of time, or only of order. Lanes above and below are banks of a stream that the threads cross; labels lie on the
 * outer side of their bank. A state is arranged once; a view between two mixes their arrangements, so nothing jumps.
 */
import type { Filling } from '../model/kinds/lanes.ts';
import type { Lane, MarkShape } from '../model/types.ts';
import type { CalendarWords } from './calendarWords.ts';
import type { Domain } from './scale.ts';
import { clamp, mixDomain, mixNumber, soft } from './scale.ts';
import type { TickLabel } from './ticks.ts';
import {
  mixArrangements,
  strain,
  type Arrangement,
  type LabelSpot,
  type MarkSpot,
  type TextLine,
} from './timeline.ts';

/** Something said, as the drawing needs it. */
export interface Saying {
  readonly id: string;
  /** Its middle on the axis: a day number, or its rank in the order; those of one rank have no known order. */
  readonly at: number;
  /** The stretch within which it lies where no single day is known, in the axis's unit; 0 otherwise. */
  readonly within: number;
  /** The day number of its first day. */
  readonly day: number;
  /** Indices of its lane and of what it answers. */
  readonly lane: number;
  readonly answers: readonly number[];
  /** A voice's id. */
  readonly voice: string;
  readonly shape: MarkShape;
  readonly fill: Filling;
  readonly label: string;
  /** When it was: the last line of its label where there is room; empty where the axis tells enough. */
  readonly when: string;
  /** The same in few letters, whatever the axis tells. */
  readonly brief: string;
}

/** What does not change while the drawing moves. */
export interface LanesChart {
  readonly axis: 'time' | 'order';
  readonly words: CalendarWords;
  readonly lanes: readonly { readonly name: string; readonly bank: Lane }[];
  /** In order. */
  readonly sayings: readonly Saying[];
  /** Where each day begins on an axis of order, by day number; empty on an axis of time. */
  readonly days: readonly { readonly day: number; readonly from: number }[];
}

/** What a state asks for. */
export interface LanesScene {
  readonly domain: Domain;
  /** Ids of the sayings to be named, the most important first. */
  readonly label: readonly string[];
  /** The day number from which on sayings come in one by one. */
  readonly arrive: number;
  /** Voices that stand out; all where it is empty. */
  readonly focus: ReadonlySet<string>;
  /** Ids of the answers whose threads are drawn; undefined for all. */
  readonly threads: ReadonlySet<string> | undefined;
}

/** A value that says all of a moment; two of them can be mixed. Lists are in the order of the chart's sayings. */
export interface LanesView {
  readonly domain: Domain;
  /** 0 for a still, up to 1 in the middle of a move of the scale. */
  readonly loose: number;
  /** How far each saying has come in, 0 to 1: first its thread is drawn, then its mark and its label appear. */
  readonly arrived: readonly number[];
  /** How much each stands out, 0 to 1. */
  readonly strong: readonly number[];
  /** How much its thread is there, 0 to 1. */
  readonly tied: readonly number[];
  readonly wide: Arrangement;
  readonly narrow: Arrangement;
}

/** A thread from a call to its answer. */
export interface Thread {
  /** The indices of both sayings. */
  readonly from: number;
  readonly to: number;
  readonly path: string;
  /** How much of it is drawn, 0 to 1, from the call on. */
  readonly drawn: number;
  readonly opacity: number;
}

/** A text that stands by itself: a lane's name, a day. */
export interface Lettering extends TextLine {
  readonly id: string;
  readonly opacity: number;
  readonly end: boolean;
}

/** All that is drawn, in px. */
export interface LanesDrawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Omit<MarkSpot, 'past'>[];
  readonly labels: readonly (Omit<LabelSpot, 'lines'> & {
    /** Its lines end at their place, rather than begin there. */
    readonly end: boolean;
    readonly lines: readonly (TextLine & { readonly faint: boolean })[];
  })[];
  readonly threads: readonly Thread[];
  /** Each lane's line, and its name. */
  readonly lines: readonly string[];
  readonly names: readonly Lettering[];
  /** Tick lines of equal strength, as one path each. */
  readonly rules: readonly { readonly rank: string; readonly path: string; readonly opacity: number }[];
  /** Ticks of time. */
  readonly ticks: readonly (Omit<TickLabel, 'at'> & { readonly x: number; readonly y: number })[];
  /** Days of an axis of order. */
  readonly days: readonly Lettering[];
}

export interface LanesLayout {
  readonly name: 'wide' | 'narrow';
  arrange(chart: LanesChart, domain: Domain, label: readonly string[]): Arrangement;
  draw(chart: LanesChart, view: LanesView): LanesDrawing;
}

/** What is not in focus is this visible. */
const FAINT = 0.3;
/** What has not come in is this visible. */
const GHOST = 0.4;
/** The part of an arrival in which the thread is drawn; the mark appears in the rest. */
const DRAWING = 0.7;

/** Whether a saying lies in a stretch of the axis. */
export const inDomain = ({ at }: Saying, { from, to }: Domain): boolean => at >= from && at <= to;

/**
 * The view of a state.
 *
 * @param progress how far the reader is into it, 0 to 1; at 1 everything has come in
 */
export function lanesView(
  chart: LanesChart,
  scene: LanesScene,
  arrangements: Pick<LanesView, 'wide' | 'narrow'>,
  progress: number,
): LanesView {
  const seen = chart.sayings.flatMap((saying, index) => (inDomain(saying, scene.domain) ? [index] : []));
  const coming = seen.filter((index) => (chart.sayings[index]?.day ?? 0) >= scene.arrive);
  // A figure is never empty: where all are to come, the first is there.
  if (coming.length === seen.length) coming.shift();
  const turns = new Map(coming.map((index, turn) => [index, turn]));
  const arrived = chart.sayings.map((_, index) => {
    const turn = turns.get(index);
    return turn === undefined ? 1 : clamp(clamp(progress, 0, 1) * coming.length - turn, 0, 1);
  });
  return {
    domain: scene.domain,
    loose: 0,
    arrived,
    strong: chart.sayings.map(({ voice }) => (scene.focus.size === 0 || scene.focus.has(voice) ? 1 : 0)),
    tied: chart.sayings.map(({ id }) => (scene.threads === undefined || scene.threads.has(id) ? 1 : 0)),
    wide: arrangements.wide,
    narrow: arrangements.narrow,
  };
}

/** The view between two, `t` from 0 (exactly `a`) to 1 (exactly `b`). */
export function mixLanes(a: LanesView, b: LanesView, t: number): LanesView {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const change = Math.min(1, 3 * strain(a.domain, b.domain));
  const each = (from: readonly number[], to: readonly number[]) =>
    from.map((value, i) => mixNumber(value, to[i] ?? value, t));
  return {
    domain: mixDomain(a.domain, b.domain, t),
    loose: Math.max(mixNumber(a.loose, b.loose, t), change * Math.min(1, 5 * t * (1 - t))),
    arrived: each(a.arrived, b.arrived),
    strong: each(a.strong, b.strong),
    tied: each(a.tied, b.tied),
    wide: mixArrangements(a.wide, b.wide, t),
    narrow: mixArrangements(a.narrow, b.narrow, t),
  };
}

/** How much of a saying's thread is drawn. */
export const drawnAt = (arrived: number): number => clamp(arrived / DRAWING, 0, 1);

/** How much of a saying's mark and label is there. */
export const thereAt = (arrived: number): number => soft(arrived, 1, 1 - DRAWING);

/** How visible a saying that is there so much and stands out so much is. */
export const seenAt = (there: number, strong: number): number =>
  mixNumber(GHOST, 1, there) * mixNumber(FAINT, 1, strong);
