/**
 * Lanes upright: time runs down. Two lanes in time lie apart, their labels outside, the stream with its threads
 * between; others lie side by side like staves, and one column tells what was said in order.
 */
import { placeColumn } from './column.ts';
import {
  thereAt,
  type LanesChart,
  type LanesDrawing,
  type LanesLayout,
  type LanesView,
  type Saying,
} from './lanes.ts';
import { balanced, marksOf, placesOf, sayingsByLane, threadsOf } from './lanesParts.ts';
import { scaleOf, soft, type Domain, type Range } from './scale.ts';
import { measure } from './text.ts';
import { ticksOf, type TickStyle } from './ticks.ts';
import { inRange, percent, round, type Arrangement } from './timeline.ts';
import { frameOf, pileMarks, visibility, type Box } from './timelineParts.ts';

const WIDTH = 360;
const HEIGHT = 400;
const MARGIN = 18;
/** The end of the axis, and the ends of the columns. */
const END = HEIGHT - 16;
const COLUMN = { top: 2, bottom: HEIGHT - 2 } as const;

const TITLE = 15.6;
const TEXT = 15.2;
const FIRST_LINE = 12;
const LINE = 17.5;
const DESCENT = 4;
/** From a label's top to where its leader ends. */
const LEVEL = 7;
const MOST_LINES = 3;

/** Two lanes apart: their lines, and how far from its line a label's leader turns and ends and the label begins. */
const APART = { left: 140, right: 220, turn: 18, end: 25, label: 30 } as const;
/** Staves: the first line, from one to the next, from one name to the next; then the leader and the label. */
const STAVES = { first: 12, gap: 27, name: 17, turn: 14, end: 22, label: 28 } as const;
/** How far a thread within one lane may swing out, px. */
const SWING = { apart: 34, staves: 17 } as const;
/** How near a tick's text may come to where a thread crosses the stream, px. */
const AWAY = 13;
/** How far marks may pile up. */
const REACH = 17;
const TICK = 6;

export const narrow: LanesLayout = { name: 'narrow', arrange, draw };

interface Framework {
  readonly xs: readonly number[];
  /** Where each lane's line begins. */
  readonly tops: readonly number[];
  readonly range: Range;
  readonly staves: boolean;
  /** Where a saying's label begins and ends across, on which side its leader leaves, and where that turns and ends. */
  readonly columnOf: (lane: number) => {
    readonly left: number;
    readonly right: number;
    readonly outward: 1 | -1;
    readonly turn: number;
    readonly end: number;
  };
}

/** What follows from the lanes alone. */
function framework({ axis, lanes }: LanesChart): Framework {
  const staves = axis === 'order' || lanes.length !== 2;
  if (!staves) {
    const xs = [APART.left, APART.right];
    return {
      xs,
      tops: xs.map(() => 22),
      range: { start: 44, end: END },
      staves,
      columnOf: (lane) => {
        const outward = lane === 0 ? -1 : 1;
        const x = xs[lane] ?? 0;
        return {
          left: lane === 0 ? 0 : x + APART.label,
          right: lane === 0 ? x - APART.label : WIDTH,
          outward,
          turn: x + outward * APART.turn,
          end: x + outward * APART.end,
        };
      },
    };
  }
  const xs = lanes.map((_, lane) => STAVES.first + STAVES.gap * lane);
  const last = xs.at(-1) ?? 0;
  const column = {
    left: last + STAVES.label,
    right: WIDTH,
    outward: 1,
    turn: last + STAVES.turn,
    end: last + STAVES.end,
  } as const;
  return {
    xs,
    tops: xs.map((_, lane) => 20 + STAVES.name * lane),
    range: { start: 20 + STAVES.name * lanes.length + 2, end: END },
    staves,
    columnOf: () => column,
  };
}

const linesOf = ({ label, brief }: Saying, width: number): string[] => [
  ...balanced(label, TITLE, width, MOST_LINES),
  brief,
];

const heightOf = (lines: readonly string[]) => FIRST_LINE + LINE * (lines.length - 1) + DESCENT;

function arrange(chart: LanesChart, domain: Domain, label: readonly string[]): Arrangement {
  const frame = framework(chart);
  const places = placesOf(chart, domain, frame.range);
  const seen = (index: number) => inRange(places[index]?.start ?? NaN, frame.range, 0) > 0;
  const named = label.flatMap((id) => {
    const index = chart.sayings.findIndex((saying) => saying.id === id);
    return index >= 0 && seen(index) ? [index] : [];
  });
  const columns = frame.staves ? [chart.lanes.map((_, lane) => lane)] : chart.lanes.map((_, lane) => [lane]);
  const top = frame.staves ? frame.range.start - 14 : 26;
  const labels = columns.flatMap((own) => {
    const wanted = named.flatMap((index) => {
      const saying = chart.sayings[index];
      if (!saying || !own.includes(saying.lane)) return [];
      const { left, right } = frame.columnOf(saying.lane);
      const height = heightOf(linesOf(saying, right - left));
      return [{ id: saying.id, at: places[index]?.start ?? 0, height, level: LEVEL }];
    });
    return placeColumn(wanted, { start: top, end: COLUMN.bottom, gap: 7 }).map(({ id, start }) => {
      const event = chart.sayings.findIndex((saying) => saying.id === id);
      return { event, weight: 1, along: start - (places[event]?.start ?? 0), out: 0 };
    });
  });
  return {
    ...pileMarks(sayingsByLane(chart), places, frame.range, new Set(named), frame.staves ? 0 : REACH),
    labels,
  };
}

function draw(chart: LanesChart, view: LanesView): LanesDrawing {
  const frame = framework(chart);
  const { xs, range, columnOf } = frame;
  const { domain, loose } = view;
  const { lifts, labels } = view.narrow;
  const places = placesOf(chart, domain, range);
  const points = chart.sayings.map(({ lane }, index) => ({
    x: (xs[lane] ?? 0) + (lifts[index] ?? 0) * (frame.staves ? 0 : columnOf(lane).outward),
    y: places[index]?.start ?? 0,
  }));
  const laneOf = (index: number) => chart.sayings[index]?.lane ?? 0;
  const past = (index: number) =>
    frame.staves &&
    chart.sayings.some(({ at, lane }) => at === chart.sayings[index]?.at && lane > laneOf(index));
  const texts = labels.map(({ event }) => {
    const { left, right } = columnOf(laneOf(event));
    const saying = chart.sayings[event];
    return saying ? linesOf(saying, right - left) : [];
  });
  const boxes = labels.map(({ event, along }, i): Box => {
    const { left, right } = columnOf(laneOf(event));
    const top = (places[event]?.start ?? 0) + along;
    return { left, top, right, bottom: top + heightOf(texts[i] ?? []) };
  });
  const seen = visibility(labels, boxes, { left: 0, top: 0, right: WIDTH, bottom: HEIGHT });
  const ticks =
    chart.axis === 'time' && !frame.staves
      ? ticksOf({ domain, range, loose }, chart.words, TICKS)
      : { rows: [], labels: [] };
  const scale = scaleOf(domain, range);
  const threads = threadsOf(chart, view, places, range, MARGIN, points, {
    upright: true,
    swing: frame.staves ? SWING.staves : SWING.apart,
  });
  // Threads cross the stream level enough to hide behind a date: dates give way, but not to those out of focus.
  const crossings = threads
    .filter(({ from, to }) => laneOf(from) !== laneOf(to))
    .map(({ from, to, drawn, opacity }) => ({
      at: ((points[from]?.y ?? NaN) + (points[to]?.y ?? NaN)) / 2,
      there: drawn * soft(opacity, 0.9, 0.4),
    }));
  const free = (y: number) =>
    Math.min(
      1,
      ...crossings.map(({ at, there }) => 1 - (1 - soft(Math.abs(y - at), AWAY, 8 * loose)) * there),
    );
  return {
    width: WIDTH,
    height: HEIGHT,
    marks: marksOf(chart, view, places, view.narrow, range, MARGIN, points),
    threads,
    labels: labels.flatMap(({ event }, i) => {
      const [box, point] = [boxes[i], points[event]];
      const opacity = percent((seen[i] ?? 0) * thereAt(view.arrived[event] ?? 1));
      if (!box || !point || opacity === 0) return [];
      const { outward, turn, end } = columnOf(laneOf(event));
      const size = frameOf(box);
      return [
        {
          event,
          ...size,
          opacity,
          end: outward < 0,
          lines: (texts[i] ?? []).map((text, line, all) => ({
            text,
            faint: line === all.length - 1,
            x: outward < 0 ? size.width : 0,
            y: FIRST_LINE + LINE * line,
          })),
          // Past a mark of the same place in the order, not through it.
          stem: `M${round(point.x)} ${round(point.y)}${past(event) ? '' : `H${turn}`}L${end} ${round(box.top + LEVEL)}`,
        },
      ];
    }),
    lines: xs.map((x, lane) => `M${x} ${frame.tops[lane] ?? 0}V${HEIGHT}`),
    names: chart.lanes.map(({ name }, lane) => ({
      id: String(lane),
      text: name,
      x: frame.staves ? (xs[lane] ?? 0) - 6 : (xs[lane] ?? 0) + (lane === 0 ? 8 : -8),
      y: (frame.tops[lane] ?? 0) - 7,
      opacity: 1,
      end: !frame.staves && lane === 0,
    })),
    rules: [
      ...ticks.rows.map(({ rank, at, opacity, labelled }) => {
        const long = round(TICK * (0.6 + 0.4 * labelled));
        const path = at.map((y) => `M${APART.left} ${round(y)}h${long}M${APART.right} ${round(y)}h-${long}`);
        return { rank, path: path.join(''), opacity: percent(opacity) };
      }),
      ...chart.days.slice(1).flatMap(({ day, from }) => {
        const at = scale(from);
        // A day of which nothing is in view does not begin in it.
        const present = percent(
          Math.min(...[at, scale(from + 0.5)].map((y) => inRange(y, range, MARGIN * loose))),
        );
        const path = `M0 ${round(at)}H${(xs.at(-1) ?? 0) + STAVES.turn}`;
        return present > 0 ? [{ rank: `day-${day}`, path, opacity: present }] : [];
      }),
    ],
    ticks: ticks.labels.map(({ at, ...tick }) => ({
      ...tick,
      x: (APART.left + APART.right) / 2,
      y: round(at + 5),
      opacity: percent(tick.opacity * free(at)),
      fullOpacity: percent(tick.fullOpacity * free(at)),
    })),
    days: [],
  };
}

const TICKS: TickStyle = {
  extent: () => LINE + 6,
  fits: (text) => measure(text, TEXT, 'regular') <= APART.right - APART.left - 2 * TICK - 2,
  margin: MARGIN,
};
