/** The timeline upright: time runs down, its two lanes lie left and right of the axis, labels stand in a column. */
import { placeColumn } from './column.ts';
import { clamp, scaleOf, type Domain, type Range } from './scale.ts';
import { measure, wrap } from './text.ts';
import { ticksOf, type TickStyle } from './ticks.ts';
import {
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
  type TimelineView,
} from './timeline.ts';
import { frameOf, lanesOf, marksOf, pileMarks, visibility, type Box } from './timelineParts.ts';

const WIDTH = 360;
const HEIGHT = 400;
const RANGE: Range = { start: 18, end: HEIGHT - 18 };
const MARGIN = 18;

/** From left to right: tick labels, the left lane's marks, the axis, the right lane's marks, leaders, labels. */
const TICKS_END = 60;
const LEFT = 102;
const RIGHT = 118;
const TURN = 160;
const LEADER_END = 174;
const LABELS = 180;

const TITLE = 15.6;
const TEXT = 15.2;
/** From a label's top to the baseline of its title, from line to line, and below the last baseline. */
const TITLE_LINE = 12;
const LINE = 17.5;
const DESCENT = 4;
/** From a label's top to where its leader ends. */
const LEVEL = 7;

/** How far marks may pile up. */
const REACH = 34;
const TICK_LINE = 13;
const FLAG_PAD = 6;
const FLAG_LINE = 16.5;

const linesOf = (label: string) => wrap(label, TITLE, 'bold', WIDTH - LABELS, 2);
const heightOf = (lines: readonly string[]) => TITLE_LINE + LINE * lines.length + DESCENT;

export const narrow: Layout = { name: 'narrow', width: WIDTH, height: HEIGHT, arrange, draw };

function arrange(chart: Chart, domain: Domain, label: readonly string[]): Arrangement {
  const index = indexOf(chart);
  const named = label.flatMap((id) => index.get(id) ?? []);
  const places = spans(chart, domain, RANGE);
  const wanted = named.flatMap((i) => {
    const [event, place] = [chart.events[i], places[i]];
    if (!event || !place || inRange(place.start, RANGE, 0) === 0) return [];
    return [{ id: event.id, at: place.start, height: heightOf(linesOf(event.label)), level: LEVEL }];
  });
  const labels = placeColumn(wanted, { start: 2, end: HEIGHT - 2, gap: 9 }).map(({ id, start }) => {
    const event = index.get(id) ?? -1;
    return { event, weight: 1, along: start - (places[event]?.start ?? 0), out: 0 };
  });
  return { ...pileMarks(lanesOf(chart), places, RANGE, new Set(named), REACH), labels };
}

function draw(chart: Chart, view: TimelineView): Drawing {
  const { domain, loose } = view;
  const { lifts, labels } = view.narrow;
  const places = spans(chart, domain, RANGE);
  const place = (index: number, at: number) => ({
    x: chart.events[index]?.lane === 'below' ? RIGHT + (lifts[index] ?? 0) : LEFT - (lifts[index] ?? 0),
    y: at,
  });
  const texts = labels.map(({ event }) => linesOf(chart.events[event]?.label ?? ''));
  const boxes = labels.map(({ event, along }, i): Box => {
    const top = (places[event]?.start ?? 0) + along;
    return { left: LABELS, top, right: WIDTH, bottom: top + heightOf(texts[i] ?? []) };
  });
  const seen = visibility(labels, boxes, { left: 0, top: 0, right: WIDTH, bottom: HEIGHT });
  const flag = flagOf(chart, view);
  const ticks = ticksOf({ domain, range: RANGE, loose, avoid: flag.box }, chart.words, TICKS);
  return {
    marks: marksOf(chart, view, places, view.narrow, RANGE, MARGIN, place),
    labels: labels.flatMap(({ event }, i) => {
      const [box, opacity] = [boxes[i], seen[i] ?? 0];
      if (!box || opacity === 0) return [];
      const { x, y } = place(event, places[event]?.start ?? 0);
      const stem = `M${round(x)} ${round(y)}H${TURN}L${LEADER_END} ${round(box.top + LEVEL)}`;
      const lines = [...(texts[i] ?? []), chart.events[event]?.dateText ?? ''].map((text, line) => ({
        text,
        x: 0,
        y: TITLE_LINE + LINE * line,
      }));
      return [{ event, ...frameOf(box), opacity, lines, stem }];
    }),
    rules: ticks.rows.map(({ rank, at, opacity, labelled }) => {
      const long = round(TICKS_END * labelled);
      const path = at.map((y) => `${long > 0 ? `M0 ${round(y)}h${long}` : ''}M${LEFT} ${round(y)}H${RIGHT}`);
      return { rank, path: path.join(''), opacity: percent(opacity) };
    }),
    ticks: ticks.labels.map(({ at, ...tick }) => ({
      ...tick,
      x: 0,
      y: round(at + TICK_LINE + 2.5),
      opacity: percent(tick.opacity),
      fullOpacity: percent(tick.fullOpacity),
    })),
    flag: flag.spot,
    past: `M${LEFT} 0V${flag.reached}M${RIGHT} 0V${flag.reached}`,
    axis: `M${LEFT} 0V${HEIGHT}M${RIGHT} 0V${HEIGHT}`,
  };
}

const TICKS: TickStyle = {
  extent: () => TICK_LINE + 8,
  fits: (text) => measure(text, TEXT, 'regular') <= TICKS_END,
  margin: MARGIN,
};

/** The playhead's date beside the axis, level with it as far as the frame lets it. */
function flagOf({ words }: Chart, { domain, now, loose }: TimelineView) {
  const at = scaleOf(domain, RANGE)(now + MIDDAY);
  const day = Math.floor(now + MIDDAY + 1e-6);
  const lines = [words.dayOfMonth(day), words.year(day)];
  const width = Math.max(...lines.map((line) => measure(line, TEXT, 'bold'))) + 2 * FLAG_PAD;
  const height = 2 * LINE + FLAG_PAD;
  const y = clamp(at - height / 2, 1, HEIGHT - 1 - height);
  const opacity = inRange(at, RANGE, MARGIN * Math.max(loose, 0.2));
  return {
    spot: {
      x: 0,
      y: round(y),
      width: round(width),
      height,
      opacity: percent(opacity),
      lines: lines.map((text, i) => ({ text, x: FLAG_PAD, y: FLAG_LINE + LINE * i })),
      line: `M${round(width)} ${round(at)}H${RIGHT}`,
    },
    box: opacity > 0 ? { start: y, end: y + height } : undefined,
    reached: round(clamp(at, 0, HEIGHT)),
  };
}
