/** Lanes lying: time runs across, lane under lane, labels on stems outside, the stream with its threads between. */
import {
  thereAt,
  type LanesChart,
  type LanesDrawing,
  type LanesLayout,
  type LanesView,
  type Lettering,
  type Saying,
} from './lanes.ts';
import { balanced, marksOf, placesOf, sayingsByLane, threadsOf } from './lanesParts.ts';
import { clamp, scaleOf, soft, type Domain, type Range } from './scale.ts';
import { placeStems, type Obstacle, type StemRoom } from './stems.ts';
import { measure } from './text.ts';
import { ticksOf, type TickStyle } from './ticks.ts';
import { HALF, inRange, percent, round, type Arrangement } from './timeline.ts';
import { frameOf, pileMarks, visibility, type Box } from './timelineParts.ts';

const WIDTH = 820;
/** px from the frame's end to the end of the axis, and in which marks come and go while the view moves. */
const MARGIN = 24;
/** For labels outside the outermost lanes; between lanes of one bank; for the stream between the banks. */
const OUTSIDE = 172;
const LANE = 46;
const STREAM = 112;

const TITLE = 18;
const TEXT = 17.6;
/** From a label's top to its first baseline, from line to line, and below the last baseline. */
const FIRST_LINE = 14;
const LINE = 20.5;
const DESCENT = 4.5;
const LABEL_WIDTH = 226;
const STEM_GAP = 8;
/** Kept free around a label: it must not seem to hang on another's stem. */
const CLEAR = 7;
/** How near to its lane a label may come. */
const NEAR = 20;
/** How far marks may pile up. */
const REACH = 60;
const NAME_GAP = 14;
const TICK_GAP = 6;
const DAY_GAP = 8;

export const wide: LanesLayout = { name: 'wide', arrange, draw };

/** What follows from the lanes alone. */
function framework({ lanes }: LanesChart) {
  const above = lanes.filter(({ bank }) => bank === 'above').length;
  const ys = lanes.map(
    (_, lane) => OUTSIDE + LANE * (lane - (lane < above ? 0 : 1)) + (lane < above ? 0 : STREAM),
  );
  const left = Math.max(...lanes.map(({ name }) => measure(name, TITLE, 'bold'))) + NAME_GAP;
  return {
    ys,
    left,
    range: { start: left + 20, end: WIDTH - MARGIN },
    /** The lanes on either side of the stream, and the outermost ones. */
    upper: ys[above - 1] ?? 0,
    lower: ys[above] ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    height: (ys.at(-1) ?? 0) + OUTSIDE,
  };
}

function linesOf({
  label,
  when,
}: Saying): { readonly text: string; readonly width: number; readonly faint?: boolean }[] {
  const title = balanced(label, TITLE, LABEL_WIDTH, 2);
  return [
    ...title.map((text) => ({ text, width: measure(text, TITLE, 'bold') })),
    ...(when === '' ? [] : [{ text: when, width: measure(when, TEXT, 'regular'), faint: true }]),
  ];
}

type Lines = ReturnType<typeof linesOf>;

const widthOf = (lines: Lines) => Math.max(...lines.map(({ width }) => width));
const heightOf = (lines: Lines) => FIRST_LINE + LINE * (lines.length - 1) + DESCENT;

function arrange(chart: LanesChart, domain: Domain, label: readonly string[]): Arrangement {
  const { range, ys } = framework(chart);
  const places = placesOf(chart, domain, range);
  const seen = (index: number) => inRange(places[index]?.start ?? NaN, range, 0) > 0;
  const named = label.flatMap((id) => {
    const index = chart.sayings.findIndex((saying) => saying.id === id);
    return index >= 0 && seen(index) ? [index] : [];
  });
  const { lifts, small } = pileMarks(sayingsByLane(chart), places, range, new Set(named), REACH);
  const labels = (['above', 'below'] as const).flatMap((bank) => {
    const outermost = bank === 'above' ? 0 : ys.length - 1;
    const inBank = (index: number) => chart.lanes[chart.sayings[index]?.lane ?? -1]?.bank === bank;
    const obstacles = chart.sayings.flatMap((saying, index): Obstacle[] => {
      const at = places[index]?.start ?? 0;
      if (saying.lane !== outermost || !seen(index)) return [];
      const half = named.includes(index) ? HALF : HALF * small;
      return [{ from: at - half, to: at + half, reach: (lifts[index] ?? 0) + half }];
    });
    const wanted = named.filter(inBank).flatMap((index) => {
      const saying = chart.sayings[index];
      return saying ? [{ id: saying.id, at: places[index]?.start ?? 0, lines: linesOf(saying), index }] : [];
    });
    const room: StemRoom = {
      start: 4,
      end: WIDTH - 4,
      near: NEAR,
      far: OUTSIDE - 2,
      height: Math.max(0, ...wanted.map(({ lines }) => heightOf(lines))),
      gap: STEM_GAP,
      clear: CLEAR,
    };
    const placed = placeStems(
      wanted.map(({ id, at, lines }) => ({ id, at, width: widthOf(lines) })),
      obstacles,
      room,
    );
    return placed.map(({ id, offset, out }) => ({
      event: wanted.find((each) => each.id === id)?.index ?? -1,
      weight: 1,
      along: offset,
      out,
    }));
  });
  return { lifts, small, labels };
}

function draw(chart: LanesChart, view: LanesView): LanesDrawing {
  const { range, ys, left, upper, lower, top, bottom, height } = framework(chart);
  const { domain, loose } = view;
  const { lifts, labels } = view.wide;
  const places = placesOf(chart, domain, range);
  const isAbove = (index: number) => chart.lanes[chart.sayings[index]?.lane ?? -1]?.bank === 'above';
  const points = chart.sayings.map(({ lane }, index) => ({
    x: places[index]?.start ?? 0,
    y: (ys[lane] ?? 0) + (lifts[index] ?? 0) * (isAbove(index) ? -1 : 1),
  }));
  const texts = labels.map(({ event }): Lines => {
    const saying = chart.sayings[event];
    return saying ? linesOf(saying) : [];
  });
  const boxes = labels.map(({ event, along, out }, i): Box => {
    const lines = texts[i] ?? [];
    const start = (places[event]?.start ?? 0) + along;
    const size = heightOf(lines);
    const edge = isAbove(event) ? top - out - size : bottom + out;
    return { left: start, top: edge, right: start + widthOf(lines), bottom: edge + size };
  });
  const seen = visibility(labels, boxes, { left: 0, top: 0, right: WIDTH, bottom: height });
  const ticks =
    chart.axis === 'time' ? ticksOf({ domain, range, loose }, chart.words, TICKS) : { rows: [], labels: [] };
  const middle = round((upper + lower) / 2 + 6);
  const days = daysOf(chart, view, range, middle);
  return {
    width: WIDTH,
    height,
    marks: marksOf(chart, view, places, view.wide, range, MARGIN, points),
    threads: threadsOf(chart, view, places, range, MARGIN, points, { upright: false, swing: 46 }),
    labels: labels.flatMap(({ event, along }, i) => {
      const [box, lines, point] = [boxes[i], texts[i] ?? [], points[event]];
      const opacity = percent((seen[i] ?? 0) * thereAt(view.arrived[event] ?? 1));
      if (!box || !point || opacity === 0) return [];
      const tip = isAbove(event) ? box.top : box.bottom;
      // Flush with its stem on whichever side of it they are.
      const before = clamp((STEM_GAP - along) / (widthOf(lines) + 2 * STEM_GAP), 0, 1);
      return [
        {
          event,
          ...frameOf(box),
          opacity,
          end: false,
          lines: lines.map(({ text, width, faint = false }, line) => ({
            text,
            faint,
            x: round((widthOf(lines) - width) * before),
            y: FIRST_LINE + LINE * line,
          })),
          stem: `M${round(point.x)} ${round(point.y)}V${round(tip)}`,
        },
      ];
    }),
    lines: ys.map((y) => `M${round(left)} ${y}H${WIDTH}`),
    names: chart.lanes.map(({ name }, lane) => ({
      id: String(lane),
      text: name,
      x: 0,
      y: (ys[lane] ?? 0) + 6,
      opacity: 1,
      end: false,
    })),
    rules: [
      ...ticks.rows.map(({ rank, at, opacity, labelled }) => {
        const long = round(5 + ((lower - upper) / 2 - 5) * labelled);
        const rest = round(lower - upper - 2 * long);
        const path = at.map((x) => `M${round(x)} ${upper}v${long}m0 ${rest}V${lower}`);
        return { rank, path: path.join(''), opacity: percent(opacity) };
      }),
      ...days.map(({ id, at, present }) => ({
        rank: id,
        path: `M${round(at)} ${top}V${bottom}`,
        opacity: percent(present),
      })),
    ],
    ticks: ticks.labels.map(({ at, ...tick }) => ({
      ...tick,
      x: round(at + TICK_GAP),
      y: middle,
      opacity: percent(tick.opacity),
      fullOpacity: percent(tick.fullOpacity),
    })),
    days: days.flatMap(({ lettering }) => lettering ?? []),
  };
}

const TICKS: TickStyle = {
  extent: (text) => measure(text, TEXT, 'regular') + TICK_GAP + 4,
  fits: () => true,
  margin: MARGIN,
};

/** Where the days of an axis of order begin, and their names as far as there is room: each stays while its day does. */
function daysOf({ days, words }: LanesChart, { domain, loose }: LanesView, range: Range, baseline: number) {
  const scale = scaleOf(domain, range);
  return days.flatMap(({ day, from }, i) => {
    const at = scale(from);
    const next = days[i + 1];
    const start = Math.max(at, range.start - 12) + DAY_GAP;
    const room = Math.min(next ? scale(next.from) : Infinity, range.end + 12) - start;
    const texts = [words.weekdayOfMonth(day), words.dayOfMonth(day), words.day(day)];
    const text = texts.find((each) => measure(each, TEXT, 'regular') <= room);
    const opacity = text === undefined ? 0 : percent(soft(room, measure(text, TEXT, 'regular'), 8 * loose));
    const lettering: Lettering[] =
      text === undefined || opacity === 0
        ? []
        : [{ id: `day-${day}`, text, x: round(start), y: baseline, opacity, end: false }];
    // A day of which nothing is in view does not begin in it.
    const present =
      i === 0 ? 0 : inRange(scale(from + 0.5), range, MARGIN * loose) * inRange(at, range, MARGIN * loose);
    return present > 0 || lettering.length > 0 ? [{ id: `day-${day}`, at, present, lettering }] : [];
  });
}
