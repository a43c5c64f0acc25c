/** The shapes of a chart's data: blocks, bars, dots and the line that joins them. */
import type { ChartDatum, ChartPanel, Shape } from './chart.ts';
import type { Range } from './scale.ts';
import { MIDDAY, round } from './timeline.ts';
import type { Box } from './timelineParts.ts';

/** Half of what a dot takes, px. */
export const DOT = 5;
/** Half of the little lines that end a spread. */
const SERIF = 4;
/** px left free at either side of a block, so that neighbours are told apart. */
const SEAM = 0.6;

const NONE: Shape = { area: '', edges: '', most: '' };

/** Where a datum lies along the axis, px: the days it holds for, or the middle of its one day. */
export function extentOf({ from, to }: ChartDatum, scale: (day: number) => number): Range {
  return from === to
    ? { start: scale(from + MIDDAY), end: scale(from + MIDDAY) }
    : { start: scale(from), end: scale(to + 1) };
}

/** Whether it is drawn as a dot: a single value of a single day. */
export const isDot = ({ from, to, value }: ChartDatum, form: ChartPanel['form']): boolean =>
  form === 'line' && value !== undefined && from === to;

/** All that a datum covers, px. @param foot where the panel's lowest value lies */
export function boxOf(
  datum: ChartDatum,
  form: ChartPanel['form'],
  { start, end }: Range,
  y: (value: number) => number,
  foot: number,
): Box {
  const { value, low, high } = datum;
  const figures = form === 'line' && value !== undefined ? [value] : [value, low, high];
  const ends = figures.flatMap((each) => (each === undefined ? [] : [y(each)]));
  if (low === undefined && value === undefined) ends.push(foot);
  const half = isDot(datum, form) ? DOT : 2;
  const across = start === end ? Math.max(half, SERIF) : 0;
  return {
    left: start - across,
    right: end + across,
    top: Math.min(...ends) - half,
    bottom: Math.max(...ends) + half,
  };
}

/** What is drawn of a datum between two places along the axis. */
export function shapeOf(
  { value, low, high, from, to }: ChartDatum,
  form: ChartPanel['form'],
  { start, end }: Range,
  y: (value: number) => number,
  foot: number,
): Shape {
  const [left, right] = start === end ? [start, end] : [start + SEAM, Math.max(start + SEAM, end - SEAM)];
  const at = (each: number) => round(y(each));
  const level = (each: number) => `M${round(left)} ${at(each)}H${round(right)}`;
  if (high !== undefined && low === undefined && value === undefined) {
    if (from === to)
      return { ...NONE, most: `M${round(left)} ${round(foot)}V${at(high)}`, edges: serif(left, at(high)) };
    const most = `M${round(left)} ${round(foot)}V${at(high)}H${round(right)}V${round(foot)}`;
    return { ...NONE, most };
  }
  const spreads = low !== undefined && high !== undefined && low !== high;
  if (form === 'band') {
    if (!spreads) return { ...NONE, edges: level(value ?? high ?? 0) };
    const area = `M${round(left)} ${at(high)}H${round(right)}V${at(low)}H${round(left)}z`;
    return { ...NONE, area, edges: `${level(low)}${level(high)}` };
  }
  if (value !== undefined) return { ...NONE, edges: from === to ? '' : level(value) };
  if (!spreads) return NONE;
  const middle = (left + right) / 2;
  return {
    ...NONE,
    edges: `M${round(middle)} ${at(low)}V${at(high)}${serif(middle, at(low))}${serif(middle, at(high))}`,
  };
}

const serif = (x: number, y: number) => `M${round(x - SERIF)} ${y}h${2 * SERIF}`;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The runs of values that a line joins: what lies farther apart than the panel allows is not joined, nor is what has
 * something between it of which no single value is known.
 */
export function runsOf({ data, form, join }: ChartPanel): ChartDatum[][] {
  if (form !== 'line') return [];
  const runs: ChartDatum[][] = [];
  let last: ChartDatum | undefined;
  for (const datum of data) {
    if (datum.value === undefined) last = undefined;
    else {
      if (last && datum.from - last.to <= join) runs.at(-1)?.push(datum);
      else runs.push([datum]);
      last = datum;
    }
  }
  return runs.filter((run) => run.length > 1);
}

/** The joining line between two places along the axis, as a path. */
export function lineOf(
  runs: readonly (readonly ChartDatum[])[],
  scale: (day: number) => number,
  y: (value: number) => number,
  within: Range,
): string {
  return runs
    .map((run) => {
      const points = run.flatMap((datum): Point[] => {
        const { start, end } = extentOf(datum, scale);
        const level = y(datum.value ?? 0);
        return start === end
          ? [{ x: start, y: level }]
          : [
              { x: start, y: level },
              { x: end, y: level },
            ];
      });
      return cut(points, within)
        .map(({ x, y: at }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(at)}`)
        .join('');
    })
    .join('');
}

/** The part of a line that runs from left to right between two places; none if it is a point at most. */
export function cut(points: readonly Point[], { start, end }: Range): Point[] {
  const kept: Point[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (before && before.x < point.x) {
      for (const x of [start, end]) {
        if (before.x < x && x < point.x) {
          const share = (x - before.x) / (point.x - before.x);
          kept.push({ x, y: before.y + share * (point.y - before.y) });
        }
      }
    }
    if (point.x >= start && point.x <= end) kept.push(point);
  });
  return kept.length > 1 ? kept : [];
}
