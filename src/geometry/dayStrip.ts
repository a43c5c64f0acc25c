/**
 * A strip of days under a drawing: what has happened on it as marks, a playhead, and the day that everything runs to
 * with the days that are left until then, as a measure on a drawing.
 */
import type { CalendarWords } from './calendarWords.ts';
import { pile } from './dodge.ts';
import { clamp, domainOf, scaleOf, type Range } from './scale.ts';
import { measure } from './text.ts';
import { ticksOf, type TickStyle } from './ticks.ts';
import { MIDDAY, percent, round } from './timeline.ts';

/** Days as day numbers. */
export interface DayStripChart {
  readonly from: number;
  readonly to: number;
  /** What the days run to. */
  readonly goal?: DayStripGoal;
}

export interface DayStripGoal {
  readonly date: number;
  readonly label: string;
  /** The text of the days that are left. */
  readonly left: (days: number) => string;
}

/** What lies on the strip: the index of a point and its day. */
export interface DayStripEntry {
  readonly point: number;
  readonly date: number;
  /** How much it has happened. */
  readonly there: number;
}

export interface DayStripLayout {
  readonly width: number;
  /** px from the strip's top. */
  readonly height: number;
  readonly axis: number;
  readonly label: number;
  readonly measure: number;
  readonly size: number;
  /** px between the axis and the baseline of the ticks' texts. */
  readonly base: number;
  /** The scale of its marks. */
  readonly small: number;
}

export interface DayStripDrawing {
  readonly height: number;
  readonly marks: readonly {
    readonly point: number;
    readonly x: number;
    readonly y: number;
    readonly opacity: number;
  }[];
  readonly axis: string;
  readonly past: string;
  /** Tick lines, as one path for each strength. */
  readonly rules: readonly { readonly rank: string; readonly path: string }[];
  readonly ticks: readonly StripText[];
  readonly flag: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly text: StripText;
  };
  /** The line of the playhead. */
  readonly head: string;
  readonly goal:
    | {
        readonly line: string;
        readonly label: StripText;
        readonly date: StripText | undefined;
        readonly measure: string;
        readonly left: StripText | undefined;
      }
    | undefined;
}

export interface StripText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const PAD = 12;
/** Half of a mark at its whole size. */
const HALF_MARK = 8;
const TICK_GAP = 5;
const FLAG_PAD = 6;
const ARROW = 6;

/** The measures of a strip; lower where nothing is run to. */
export function stripLayout(layout: 'wide' | 'narrow', goal: boolean): DayStripLayout {
  const top = goal ? 0 : layout === 'wide' ? 22 : 16;
  return layout === 'wide'
    ? {
        width: 820,
        height: 92 - top,
        axis: 62 - top,
        label: 18,
        measure: 36,
        size: 17.6,
        base: 20.5,
        small: 0.62,
      }
    : {
        width: 360,
        height: 74 - top,
        axis: 50 - top,
        label: 15,
        measure: 29,
        size: 15.2,
        base: 17.5,
        small: 0.55,
      };
}

/** The strip, drawn; its origin is its upper left corner. */
export function drawStrip(
  chart: DayStripChart,
  entries: readonly DayStripEntry[],
  now: number,
  words: CalendarWords,
  layout: DayStripLayout,
): DayStripDrawing {
  const { width, height, axis, size, base, small } = layout;
  const domain = domainOf(chart.from, chart.to);
  const range: Range = { start: PAD, end: width - PAD };
  const scale = scaleOf(domain, range);
  const at = (day: number) => scale(day + MIDDAY);
  const half = HALF_MARK * small;
  const lifts = pile(
    entries.map(({ date }) => ({ at: at(date), half, turn: 0, top: false })),
    1.5,
  );
  const head = round(at(now));
  const flag = flagOf(words.dayOfMonth(Math.floor(now + MIDDAY + 1e-6)), head, layout);
  const goal = chart.goal && goalOf(chart.goal, at, head, now, flag, words, layout);
  const style: TickStyle = {
    extent: (text) => measure(text, size, 'regular') + TICK_GAP + 5,
    fits: () => true,
    margin: PAD,
  };
  const avoid = { start: flag.x - 3, end: flag.x + flag.width + 3 };
  const ticks = ticksOf({ domain, range, loose: 0, avoid }, words, style);
  const taken = goal?.date && {
    from: goal.date.x - 4,
    to: goal.date.x + measure(goal.date.text, size, 'bold') + 4,
  };
  return {
    height,
    marks: entries.map(({ point, date, there }, i) => ({
      point,
      x: round(at(date)),
      y: round(axis - half - 3 - (lifts[i] ?? 0)),
      opacity: percent(there),
    })),
    axis: `M0 ${axis}H${width}`,
    past: `M0 ${axis}H${head}`,
    rules: ticks.rows.map(({ rank, at: places, labelled }) => ({
      rank,
      path: places.map((x) => `M${round(x)} ${axis}v${labelled > 0 ? base : 5}`).join(''),
    })),
    ticks: ticks.labels.flatMap(({ at: x, text, full, fullOpacity }) => {
      const shown = fullOpacity > 0.5 ? full : text;
      const [from, to] = [x, x + measure(shown, size, 'regular') + TICK_GAP];
      if (taken && from < taken.to && to > taken.from) return [];
      return [{ text: shown, x: round(x + TICK_GAP), y: axis + base }];
    }),
    flag,
    head: `M${head} ${goal ? layout.measure - 7 : Math.max(0, axis - 16)}V${axis}`,
    goal,
  };
}

function flagOf(text: string, head: number, { width, axis, size, base }: DayStripLayout) {
  const across = measure(text, size, 'bold') + 2 * FLAG_PAD;
  const x = clamp(head - across / 2, 0, width - across);
  return {
    x: round(x),
    y: axis,
    width: round(across),
    height: base + 6,
    text: { text, x: round(x + FLAG_PAD), y: axis + base },
  };
}

function goalOf(
  { date, label, left }: DayStripGoal,
  at: (day: number) => number,
  head: number,
  now: number,
  flag: { readonly x: number; readonly width: number },
  words: CalendarWords,
  { width, axis, label: labelLine, measure: level, size, base }: DayStripLayout,
): DayStripDrawing['goal'] {
  const x = round(at(date));
  const centred = (text: string, middle: number, y: number): StripText & { readonly width: number } => {
    const across = measure(text, size, 'bold');
    return { text, x: round(clamp(middle - across / 2, 0, width - across)), y, width: across };
  };
  const day = centred(words.dayOfMonth(date), x, axis + base);
  const free = day.x > flag.x + flag.width + 6 || day.x + day.width < flag.x - 6;
  const days = date - Math.floor(now + MIDDAY + 1e-6);
  const count = centred(left(days), (head + x) / 2, level + size * 0.34);
  const fits = x - head > count.width + 4 * ARROW;
  const arrows =
    `M${head + ARROW} ${level - 3}L${head + 1} ${level}L${head + ARROW} ${level + 3}` +
    `M${x - ARROW} ${level - 3}L${x - 1} ${level}L${x - ARROW} ${level + 3}`;
  const [from, to] = [round(count.x - 5), round(count.x + count.width + 5)];
  return {
    line: `M${x} ${labelLine + 5}V${axis}`,
    label: centred(label, x, labelLine),
    date: free ? day : undefined,
    measure: fits ? `M${head + 1} ${level}H${from}M${to} ${level}H${x - 1}${arrows}` : '',
    left: fits ? count : undefined,
  };
}
