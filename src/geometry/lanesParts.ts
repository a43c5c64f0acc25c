/** What the layouts of lanes share: where sayings lie, their marks, and the threads between them. */
import {
  drawnAt,
  seenAt,
  thereAt,
  type LanesChart,
  type LanesDrawing,
  type LanesView,
  type Thread,
} from './lanes.ts';
import { clamp, mixNumber, pxPerDay, scaleOf, type Domain, type Range } from './scale.ts';
import { wrap } from './text.ts';
import { HALF, inRange, percent, round, type Arrangement } from './timeline.ts';

/** The size of a mark that has not come in, relative to its own. */
const SEED = 0.45;
/** How far a thread within one lane swings out, px: the farther it goes the more, so that two do not cover each other. */
const swingOf = (length: number, most: number) => clamp(8 + 1.7 * Math.sqrt(length), 14, most);

/** How threads run. */
export interface ThreadStyle {
  /** Time runs down. */
  readonly upright: boolean;
  /** How far one may swing out within its lane, px. */
  readonly swing: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const known = new Map<string, string[]>();

/** `text` in lines as `wrap` breaks it, but all about as long: no word alone on the last one. */
export function balanced(text: string, size: number, width: number, maxLines: number): string[] {
  // Every frame of a move asks for the same few.
  const key = `${size} ${width} ${maxLines} ${text}`;
  const lines = known.get(key) ?? balance(text, size, width, maxLines);
  known.set(key, lines);
  return lines;
}

function balance(text: string, size: number, width: number, maxLines: number): string[] {
  const lines = wrap(text, size, 'bold', width, maxLines);
  let best = lines;
  for (let narrower = width - 6; lines.length > 1 && narrower > width / 2; narrower -= 6) {
    const tried = wrap(text, size, 'bold', narrower, maxLines);
    if (tried.length > lines.length || tried.some((line) => line.endsWith('…'))) break;
    best = tried;
  }
  return best;
}

/** Where each saying lies along the axis, px. */
export function placesOf(chart: LanesChart, domain: Domain, range: Range): Range[] {
  const scale = scaleOf(domain, range);
  return chart.sayings.map(({ at }) => ({ start: scale(at), end: scale(at) }));
}

/** The indices of the sayings in each lane. */
export const sayingsByLane = (chart: LanesChart): number[][] =>
  chart.lanes.map((_, lane) =>
    chart.sayings.flatMap((saying, index) => (saying.lane === lane ? [index] : [])),
  );

/** The marks in view. @param points where each saying's mark lies */
export function marksOf(
  chart: LanesChart,
  view: LanesView,
  places: readonly Range[],
  { labels, small }: Arrangement,
  range: Range,
  margin: number,
  points: readonly Point[],
): LanesDrawing['marks'] {
  const weights = new Map(labels.map(({ event, weight }) => [event, weight]));
  const rate = pxPerDay(view.domain, range);
  return chart.sayings.flatMap(({ within }, index) => {
    const point = points[index];
    const place = places[index]?.start ?? NaN;
    const there = thereAt(view.arrived[index] ?? 1);
    const seen = seenAt(there, view.strong[index] ?? 1);
    const opacity = percent(seen * inRange(place, range, margin * view.loose));
    if (!point || opacity === 0) return [];
    const scale = mixNumber(small, 1, weights.get(index) ?? 0) * mixNumber(SEED, 1, there);
    return [
      {
        event: index,
        x: round(point.x),
        y: round(point.y),
        scale: Math.round(scale * 1000) / 1000,
        opacity,
        lasts: within * rate > 2 * HALF ? round(within * rate * there) : 0,
      },
    ];
  });
}

/** The threads whose ends are both in view. */
export function threadsOf(
  chart: LanesChart,
  view: LanesView,
  places: readonly Range[],
  range: Range,
  margin: number,
  points: readonly Point[],
  style: ThreadStyle,
): Thread[] {
  return chart.sayings.flatMap(({ answers, lane }, to) =>
    answers.flatMap((from) => {
      const [a, b] = [points[from], points[to]];
      const drawn = percent(drawnAt(view.arrived[to] ?? 1) * (view.tied[to] ?? 1));
      if (!a || !b || drawn === 0) return [];
      const present = Math.min(
        ...[from, to].map((end) => inRange(places[end]?.start ?? NaN, range, margin * view.loose)),
      );
      const strong = Math.min(view.strong[from] ?? 1, view.strong[to] ?? 1);
      const opacity = percent(present * seenAt(1, strong));
      if (opacity === 0) return [];
      const inward = chart.lanes[lane]?.bank === 'above' ? 1 : -1;
      return [{ from, to, path: threadPath(a, b, inward, style), drawn, opacity }];
    }),
  );
}

/** From one mark to another across the stream; within one lane, out into the stream and back. */
function threadPath(a: Point, b: Point, inward: number, { upright, swing: most }: ThreadStyle): string {
  const point = (along: number, across: number) =>
    upright ? `${round(across)} ${round(along)}` : `${round(along)} ${round(across)}`;
  const [from, to] = [a, b].map(({ x, y }) => (upright ? { along: y, across: x } : { along: x, across: y }));
  if (!from || !to) return '';
  const swing = swingOf(Math.abs(to.along - from.along), most) * inward;
  const same = Math.abs(from.across - to.across) < 2 * HALF;
  const middle = (from.across + to.across) / 2;
  const [first, last] = same ? [from.across + swing, to.across + swing] : [middle, middle];
  return `M${point(from.along, from.across)}C${point(from.along, first)} ${point(to.along, last)} ${point(to.along, to.across)}`;
}
