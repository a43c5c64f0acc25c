/** The timeline lying: a rule of time across the frame, one lane above it and one below, labels on stems. */
import { placeStems, type Obstacle, type StemRoom } from './stems.ts';
import { clamp, scaleOf, type Domain, type Range } from './scale.ts';
import { measure } from './text.ts';
import { ticksOf, type TickStyle } from './ticks.ts';
import {
  HALF,
  indexOf,
  inRange,
  MIDDAY,
  percent,
  round,
  spans,
  type Arrangement,
  type Chart,
  type Drawing,
  type Layout,
  type TimelineEvent,
  type TimelineView,
} from './timeline.ts';
import { frameOf, lanesOf, marksOf, pileMarks, visibility, type Box } from './timelineParts.ts';

const WIDTH = 820;
const HEIGHT = 468;
const RANGE: Range = { start: 26, end: WIDTH - 26 };
const MARGIN = 26;

/** The rule: its upper and its lower edge. */
const UPPER = 216;
const LOWER = 252;

const TITLE = 18;
const TEXT = 17.6;
/** From a label's top to the baselines of its title and date, and its height. */
const TITLE_LINE = 14;
const DATE_LINE = 34.5;
const BLOCK = 39;
const STEM_GAP = 8;

/** How far marks may pile up. */
const REACH = 84;
/** Half the height of the bar of an event that lasts. */
const LASTING = 2;
const TICK_GAP = 6;
const TICK_BASELINE = (UPPER + LOWER) / 2 + 6.2;
const FLAG_PAD = 9;

const ROOM: StemRoom = {
  start: 4,
  end: WIDTH - 4,
  near: 22,
  far: UPPER - 2,
  height: BLOCK,
  gap: STEM_GAP,
  clear: 4,
};

const widthsOf = (event: TimelineEvent | undefined) =>
  [measure(event?.label ?? '', TITLE, 'bold'), measure(event?.dateText ?? '', TEXT, 'regular')] as const;

const widthOf = (event: TimelineEvent | undefined) => Math.max(...widthsOf(event));

export const wide: Layout = { name: 'wide', width: WIDTH, height: HEIGHT, arrange, draw };

function arrange(chart: Chart, domain: Domain, label: readonly string[]): Arrangement {
  const index = indexOf(chart);
  const named = label.flatMap((id) => index.get(id) ?? []);
  const places = spans(chart, domain, RANGE);
  const { lifts, small } = pileMarks(lanesOf(chart), places, RANGE, new Set(named), REACH);
  const inView = ({ start }: Range) => inRange(start, RANGE, 0) > 0;
  const labels = (['above', 'below'] as const).flatMap((lane) => {
    const own = chart.events.flatMap((event, i) => (event.lane === lane ? [i] : []));
    const obstacles = own.flatMap((i): Obstacle[] => {
      const place = places[i];
      if (!place || !inView(place)) return [];
      const half = named.includes(i) ? HALF : HALF * small;
      const lift = lifts[i] ?? 0;
      return [
        { from: place.start - half, to: place.start + half, reach: lift + half },
        { from: place.start, to: place.end, reach: lift + LASTING },
      ];
    });
    const wanted = named.flatMap((i) => {
      const [event, place] = [chart.events[i], places[i]];
      if (!event || !place || event.lane !== lane || !inView(place)) return [];
      return [{ id: event.id, at: place.start, width: widthOf(event) }];
    });
    return placeStems(wanted, obstacles, ROOM).map(({ id, offset, out }) => ({
      event: index.get(id) ?? -1,
      weight: 1,
      along: offset,
      out,
    }));
  });
  return { lifts, small, labels };
}

function draw(chart: Chart, view: TimelineView): Drawing {
  const { domain, loose } = view;
  const { lifts, labels } = view.wide;
  const places = spans(chart, domain, RANGE);
  const place = (index: number, at: number) => ({
    x: at,
    y: chart.events[index]?.lane === 'below' ? LOWER + (lifts[index] ?? 0) : UPPER - (lifts[index] ?? 0),
  });
  const boxes = labels.map(({ event, along, out }): Box => {
    const left = (places[event]?.start ?? 0) + along;
    const top = chart.events[event]?.lane === 'below' ? LOWER + out : UPPER - out - BLOCK;
    return { left, top, right: left + widthOf(chart.events[event]), bottom: top + BLOCK };
  });
  const seen = visibility(labels, boxes, { left: 0, top: 0, right: WIDTH, bottom: HEIGHT });
  const flag = flagOf(chart, view);
  const ticks = ticksOf({ domain, range: RANGE, loose, avoid: flag.box }, chart.words, TICKS);
  return {
    marks: marksOf(chart, view, places, view.wide, RANGE, MARGIN, place),
    labels: labels.flatMap(({ event, along }, i) => {
      const [box, opacity] = [boxes[i], seen[i] ?? 0];
      if (!box || opacity === 0) return [];
      const { x, y } = place(event, places[event]?.start ?? 0);
      const tip = chart.events[event]?.lane === 'below' ? box.bottom : box.top;
      const stem = `M${round(x)} ${round(y)}V${round(tip)}`;
      const lines = leaning(chart.events[event], along);
      return [{ event, ...frameOf(box), opacity, lines, stem }];
    }),
    rules: ticks.rows.map(({ rank, at, opacity, labelled }) => {
      const long = round(5 + ((LOWER - UPPER) / 2 - 5) * labelled);
      const path = at.map(
        (x) => `M${round(x)} ${UPPER}v${long}m0 ${round(LOWER - UPPER - 2 * long)}V${LOWER}`,
      );
      return { rank, path: path.join(''), opacity: percent(opacity) };
    }),
    ticks: ticks.labels.map(({ at, ...tick }) => ({
      ...tick,
      x: round(at + TICK_GAP),
      y: TICK_BASELINE,
      opacity: percent(tick.opacity),
      fullOpacity: percent(tick.fullOpacity),
    })),
    flag: flag.spot,
    past: `M0 ${UPPER}H${flag.reached}M0 ${LOWER}H${flag.reached}`,
    axis: `M0 ${UPPER}H${WIDTH}M0 ${LOWER}H${WIDTH}`,
  };
}

/** The lines of a label, flush with its stem on whichever side of it they are. */
function leaning(event: TimelineEvent | undefined, along: number) {
  const widths = widthsOf(event);
  const width = Math.max(...widths);
  const before = clamp((STEM_GAP - along) / (width + 2 * STEM_GAP), 0, 1);
  const texts = [event?.label ?? '', event?.dateText ?? ''];
  return texts.map((text, i) => ({
    text,
    x: round((width - (widths[i] ?? width)) * before),
    y: i === 0 ? TITLE_LINE : DATE_LINE,
  }));
}

const TICKS: TickStyle = {
  extent: (text) => measure(text, TEXT, 'regular') + TICK_GAP + 4,
  fits: () => true,
  margin: MARGIN,
};

/** The playhead's date, centred on it as far as the frame lets it. */
function flagOf({ words }: Chart, { domain, now, loose }: TimelineView) {
  const at = scaleOf(domain, RANGE)(now + MIDDAY);
  const text = words.date(Math.floor(now + MIDDAY + 1e-6));
  const width = measure(text, TEXT, 'bold') + 2 * FLAG_PAD;
  const x = clamp(at - width / 2, 2, WIDTH - 2 - width);
  const opacity = inRange(at, RANGE, MARGIN * Math.max(loose, 0.2));
  return {
    spot: {
      x: round(x),
      // As far as the outer edges of the axis.
      y: UPPER - 1.5,
      width: round(width),
      height: LOWER - UPPER + 3,
      opacity: percent(opacity),
      lines: [{ text, x: FLAG_PAD, y: TICK_BASELINE - UPPER + 1.5 }],
    },
    box: opacity > 0 ? { start: x, end: x + width } : undefined,
    reached: round(clamp(at, 0, WIDTH)),
  };
}
