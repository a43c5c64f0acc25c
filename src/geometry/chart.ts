/**
 * Values over time, in panels one above the other on one axis. A state is arranged once (where the labels go); a view
 * between two states mixes their arrangements, so nothing jumps.
 */
import type { CalendarWords } from './calendarWords.ts';
import { clamp, domainOf, mixNumber, type Range } from './scale.ts';
import type { TickLabel } from './ticks.ts';
import { mixTime, type TextLine, type TimeView } from './timeline.ts';
import type { Box } from './timelineParts.ts';

/** Figures for a stretch of time, in the unit of their panel. */
export interface ChartDatum {
  readonly id: string;
  /** First and last day, as day numbers. */
  readonly from: number;
  readonly to: number;
  /** The one figure that stands for it; else all that is known is a lowest and a highest, or a highest. */
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  /** Its figures as they are written out; absent where only a highest is known. */
  readonly figures?: string;
  readonly hollow: boolean;
}

export interface ChartPanel {
  readonly id: string;
  /** Blocks from the lowest figure to the highest, or single values that a line joins. */
  readonly form: 'band' | 'line';
  readonly title: string;
  readonly note: string;
  /** The values at the two ends of the axis, the first at the top if it is reversed. */
  readonly range: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly reversed: boolean;
  /** The most days between two values that a line joins. */
  readonly join: number;
  readonly limit?: { readonly value: number; readonly text: string };
  /** In the order of time. */
  readonly data: readonly ChartDatum[];
}

/** A day that is marked across all panels. */
export interface ChartMark {
  readonly id: string;
  readonly day: number;
  readonly label: string;
}

/** What does not change while the drawing moves. */
export interface Chart {
  readonly panels: readonly ChartPanel[];
  readonly marks: readonly ChartMark[];
  readonly words: CalendarWords;
}

/** What a state asks for; days as day numbers, both of a pair included. */
export interface ChartScene {
  readonly view: readonly [number, number];
  readonly now: readonly [number, number];
  /** Ids of panels. */
  readonly show: readonly string[];
  /** Ids of marks, the most important first. */
  readonly mark: readonly string[];
  /** Ids of data whose figures are written out, the most important first. */
  readonly label: readonly string[];
}

/** A label's place relative to what it belongs to, so that it travels with it. */
export interface Placed {
  readonly id: string;
  /** How much it is there, 0 to 1. */
  readonly weight: number;
  /** px to its upper left corner: for a mark's, across from the mark and up from the foot of the row of labels. */
  readonly dx: number;
  readonly dy: number;
}

/** Where the labels lie at one state in one layout. */
export interface Arrangement {
  readonly marks: readonly Placed[];
  readonly values: readonly Placed[];
}

/** A value that says all of a moment of the chart; two of them can be mixed. */
export interface ChartView extends TimeView {
  /** How much each panel is there, 0 to 1, in the order of the chart. */
  readonly shares: readonly number[];
  readonly wide: Arrangement;
  readonly narrow: Arrangement;
}

/** What is drawn of a datum: paths, which are empty where there is nothing of their kind. */
export interface Shape {
  readonly area: string;
  /** Heavy lines: edges of blocks, bars, and values that hold for days. */
  readonly edges: string;
  /** Broken lines: a highest figure alone. */
  readonly most: string;
}

export interface DatumSpot {
  readonly id: string;
  readonly hollow: boolean;
  /** All that it covers. */
  readonly box: Box;
  readonly opacity: number;
  /** Its part after the playhead, and its part before; absent where there is none. */
  readonly later?: Shape;
  readonly past?: Shape;
  /** A value of a single day. */
  readonly dot?: { readonly x: number; readonly y: number; readonly past: boolean };
}

export interface ValueLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  readonly line: TextLine;
}

export interface PanelDrawing {
  readonly id: string;
  readonly opacity: number;
  readonly title: TextLine;
  readonly note: TextLine;
  /** Its plot. */
  readonly box: Box;
  readonly grid: readonly { readonly value: number; readonly path: string; readonly line: TextLine }[];
  readonly limit: string;
  /** The line that joins values: after the playhead, and before it. */
  readonly later: string;
  readonly past: string;
  readonly data: readonly DatumSpot[];
  readonly labels: readonly ValueLabel[];
}

export interface MarkDrawing {
  readonly id: string;
  readonly x: number;
  readonly path: string;
  readonly opacity: number;
  /** Absent where it is not named. */
  readonly label?: Omit<ValueLabel, 'id'>;
}

/** All that is drawn, in px. */
export interface Drawing {
  readonly panels: readonly PanelDrawing[];
  readonly marks: readonly MarkDrawing[];
  readonly ticks: readonly (Omit<TickLabel, 'at'> & { readonly x: number; readonly y: number })[];
  readonly rules: readonly { readonly rank: string; readonly path: string; readonly opacity: number }[];
  readonly axis: string;
  readonly past: string;
  readonly playhead: string;
  readonly flag: Omit<ValueLabel, 'id'>;
}

/** The measures of a layout, px. */
export interface Frame {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  /** The axis of time from its first day to its last. */
  readonly range: Range;
  /** The type sizes of titles and of all else. */
  readonly title: number;
  readonly text: number;
  /** The line above a panel, and the baseline in it. */
  readonly heading: number;
  readonly headingLine: number;
  /** The room for the marks' labels under the first of these lines. */
  readonly rows: number;
  /** Between a panel and the next. */
  readonly gap: number;
  /** Where the panels end and where the axis begins; it ends with the drawing. */
  readonly foot: number;
  readonly axis: number;
  /** From the axis to the baseline of its labels, and from a tick to its label. */
  readonly axisLine: number;
  readonly tickGap: number;
}

/** The view of a state. @param progress how far the playhead has come, 0 to 1 */
export function viewOf(
  chart: Chart,
  scene: ChartScene,
  arrangements: Pick<ChartView, 'wide' | 'narrow'>,
  progress: number,
): ChartView {
  return {
    domain: domainOf(...scene.view),
    now: mixNumber(scene.now[0], scene.now[1], clamp(progress, 0, 1)),
    loose: 0,
    shares: sharesOf(chart, scene),
    ...arrangements,
  };
}

/** How much each panel is there at a state. */
export const sharesOf = ({ panels }: Chart, { show }: ChartScene): number[] =>
  panels.map(({ id }) => (show.includes(id) ? 1 : 0));

/** The view between two, `t` from 0 (exactly `a`) to 1 (exactly `b`). */
export function mixViews(a: ChartView, b: ChartView, t: number): ChartView {
  if (t <= 0) return a;
  if (t >= 1) return b;
  return {
    ...mixTime(a, b, t),
    shares: a.shares.map((share, i) => mixNumber(share, b.shares[i] ?? share, t)),
    wide: mixArrangements(a.wide, b.wide, t),
    narrow: mixArrangements(a.narrow, b.narrow, t),
  };
}

const mixArrangements = (a: Arrangement, b: Arrangement, t: number): Arrangement => ({
  marks: mixPlaced(a.marks, b.marks, t),
  values: mixPlaced(a.values, b.values, t),
});

function mixPlaced(a: readonly Placed[], b: readonly Placed[], t: number): Placed[] {
  const others = new Map(b.map((label) => [label.id, label]));
  const both = a.map((label): Placed => {
    const other = others.get(label.id);
    others.delete(label.id);
    return {
      id: label.id,
      weight: mixNumber(label.weight, other?.weight ?? 0, t),
      dx: mixNumber(label.dx, other?.dx ?? label.dx, t),
      dy: mixNumber(label.dy, other?.dy ?? label.dy, t),
    };
  });
  return [...both, ...[...others.values()].map((label) => ({ ...label, weight: label.weight * t }))];
}

/** A panel's place: the line above it, and its plot. */
export interface PanelPlace {
  readonly heading: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the panels lie when each is there to some share; the room is shared out among them. */
export function panelPlaces(frame: Frame, shares: readonly number[]): PanelPlace[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const gaps = shares.slice(1).reduce((all, share) => all + share, 0) * frame.gap;
  const room = frame.foot - frame.rows - gaps - sum * frame.heading;
  let y = 0;
  return shares.map((share, i) => {
    const heading = y + (i > 0 ? frame.gap * share : 0);
    const top = heading + frame.heading * share + (i === 0 ? frame.rows : 0);
    y = top + (sum > 0 ? (room * share) / sum : 0);
    return { heading, top, bottom: y };
  });
}

/** A panel's scale, from values to px down. */
export function valueScale(
  { range, reversed }: ChartPanel,
  { top, bottom }: PanelPlace,
): (value: number) => number {
  const [from, to] = range;
  return (value) => {
    const share = (value - from) / (to - from);
    return reversed ? top + share * (bottom - top) : bottom - share * (bottom - top);
  };
}
