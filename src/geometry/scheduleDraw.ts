/** Draws a view of the schedule in a layout. */
import { placeColumn } from './column.ts';
import { mixNumber } from './scale.ts';
import {
  presence,
  tiesOf,
  type Look,
  type Point,
  type Row,
  type Schedule,
  type ScheduleChart,
  type ScheduleDrawing,
  type ScheduleView,
  type TextLine,
} from './schedule.ts';
import { drawFacing } from './scheduleFacing.ts';
import type { ScheduleLayout } from './scheduleLayouts.ts';
import { fit, measure, wrap } from './text.ts';
import { percent, round } from './timeline.ts';

/** From the middle of a line to its baseline, as a share of its type size. */
const BASE = 0.36;
/** Around a dot. */
const DOT = 6.5;
const LEGEND_SAMPLE = 26;

export function drawSchedule(
  chart: ScheduleChart,
  view: ScheduleView,
  layout: ScheduleLayout,
): ScheduleDrawing {
  const facing = Math.max(...view.statements);
  return {
    ...(presence(view.list) > 0 && { schedule: listOf(chart, view, layout) }),
    ...(presence(facing) > 0 && { facing: drawFacing(chart.facing, view, layout) }),
  };
}

function listOf(chart: ScheduleChart, view: ScheduleView, layout: ScheduleLayout): Schedule {
  const { top, row, spine } = layout;
  const count = chart.list.items.length;
  const beside = mixNumber(layout.list, layout.listMarked, view.aside);
  const end = mixNumber(layout.width, beside, view.counters);
  const bottom = top + count * row;
  const counters = presence(view.counters) * (layout.stays ? 1 : presence(1 - view.aside));
  const points = pointsOf(chart, view, layout);
  const middle = (item: number) => top + (item + 0.5) * row;
  return {
    opacity: percent(presence(view.list)),
    heads: headsOf(chart, layout, presence(view.counters)),
    top: `M0 ${top}H${round(end)}`,
    spine: `M${spine} ${top}V${round(bottom)}`,
    read: `M${spine} ${top}V${round(mixNumber(top, bottom, view.read))}`,
    rules: chart.list.items.map((_, item) => `M0 ${round(top + (item + 1) * row)}H${round(end)}`).join(''),
    rows: rowsOf(chart, view, layout, end),
    counters: percent(counters),
    points,
    ties: tiesOf(chart).flatMap(({ point, to, loose }, i) => {
      const from = points[point];
      const share = view.ties[i] ?? 0;
      if (!from || share <= 0) return [];
      const end = { x: layout.list + 5, y: round(middle(to)) };
      return [
        { path: tie(layout.dot - DOT, from.y, end.x, end.y, share), loose, end: share < 1 ? undefined : end },
      ];
    }),
    tieOpacity: percent(mixNumber(1, 0.45, view.aside)),
    legend: legendOf(chart, layout, bottom),
  };
}

function headsOf({ list, counter }: ScheduleChart, layout: ScheduleLayout, counters: number) {
  const one = layout.pointLines === 1;
  const last = layout.top - 12;
  const linesOf = ({ name, dateText }: { name: string; dateText: string }, x: number, opacity: number) =>
    (one ? [`${name}, ${dateText}`] : [name, dateText]).map((text, i, all) => ({
      text,
      x,
      y: last - (all.length - 1 - i) * layout.line,
      opacity: percent(opacity),
    }));
  // A date is wider than the points beside it: it ends with the frame.
  const width = Math.max(...linesOf(counter, 0, 1).map(({ text }) => measure(text, layout.type, 'regular')));
  const x = round(Math.min(layout.dot - DOT, layout.width - width));
  return [...linesOf(list, 0, 1), ...(counters > 0 ? linesOf(counter, x, counters) : [])];
}

function rowsOf(chart: ScheduleChart, view: ScheduleView, layout: ScheduleLayout, end: number): Row[] {
  const { items } = chart.list;
  const { type, row } = layout;
  const reached = new Set(tiesOf(chart).flatMap(({ to }, i) => ((view.ties[i] ?? 0) > 0.6 ? [to] : [])));
  return items.map((item, index): Row => {
    const y = layout.top + index * row;
    const base = round(y + row / 2 + type * BASE);
    const unnamed = view.unnamed[index] ?? 0;
    const front = view.aside > 0.5 ? unnamed > 0.5 : reached.has(index);
    const back = view.aside > 0.5 ? reached.has(index) : view.read * items.length <= index + 0.4;
    const look: Look = front ? 'front' : back ? 'back' : 'plain';
    const weight = front ? 'bold' : 'regular';
    const alone = { text: item[layout.alone], room: layout.width - layout.text, share: 1 - view.counters };
    const beside = { text: item[layout.beside], room: layout.list - layout.text, share: view.counters };
    const same = alone.text === beside.text;
    return {
      item: index,
      y: round(y),
      width: round(end),
      look,
      named: reached.has(index),
      number: { text: String(index + 1), x: layout.number, y: base },
      texts: (same ? [{ ...beside, share: 1 }] : [alone, beside]).flatMap(({ text, room, share }) => {
        const opacity = percent(presence(share));
        return opacity > 0 ? [{ text: fit(text, type, weight, room), x: layout.text, y: base, opacity }] : [];
      }),
      tag: { text: chart.words.unnamed, x: layout.listMarked, y: base, opacity: percent(unnamed) },
    };
  });
}

/** The points, each as near as can be to the middle of the entries it touches; one without ties between its neighbours. */
function pointsOf({ counter, list }: ScheduleChart, view: ScheduleView, layout: ScheduleLayout): Point[] {
  const { type, line, top, row } = layout;
  const bottom = top + list.items.length * row;
  const wishes = counter.items.map(({ ties }) =>
    ties.length > 0 ? top + row * (0.5 + ties.reduce((sum, { to }) => sum + to, 0) / ties.length) : undefined,
  );
  const blocks = counter.items.map(({ label, note }) => ({
    lines: wrap(label, type, 'bold', layout.width - layout.point, layout.pointLines),
    note: layout.notes ? fit(note, type, 'regular', layout.width - layout.point) : '',
  }));
  let before = top;
  const labels = blocks.map(({ lines, note }, i) => {
    const after = wishes.slice(i + 1).find((wish) => wish !== undefined) ?? bottom;
    // The order is the speaker's, wherever the entries stand.
    const at = Math.max(before, wishes[i] ?? (before + after) / 2);
    before = at;
    return { id: String(i), at, height: (lines.length + (note ? 1 : 0)) * line, level: line / 2 };
  });
  const legend = 3 * line + layout.gap;
  const placed = placeColumn(labels, { start: top + 2, end: bottom - legend, gap: layout.gap });
  return placed.flatMap(({ id, start }) => {
    const point = Number(id);
    const block = blocks[point];
    if (!block) return [];
    const lineAt = (i: number) => ({ x: layout.point, y: round(start + line * (i + 0.5) + type * BASE) });
    const lines = block.lines.map((text, i): TextLine => ({ text, ...lineAt(i) }));
    const height = round((block.lines.length + (block.note ? 1 : 0)) * line);
    return {
      point,
      x: layout.dot,
      y: round(start + line / 2),
      tied: (counter.items[point]?.ties.length ?? 0) > 0,
      back: view.aside > 0.5,
      lines,
      note: { text: block.note, ...lineAt(block.lines.length) },
      box: { x: layout.dot - DOT, y: round(start), width: layout.width - layout.dot + DOT, height },
    };
  });
}

/** A tie from a dot to an entry, as far as it is drawn (a cubic curve, cut after de Casteljau). */
function tie(x1: number, y1: number, x2: number, y2: number, share: number): string {
  const bend = (x1 - x2) * 0.5;
  const points = [
    [x1, y1],
    [x1 - bend, y1],
    [x2 + bend, y2],
    [x2, y2],
  ] as const;
  const kept: (readonly [number, number])[] = [];
  let level: readonly (readonly [number, number])[] = points;
  while (level.length > 0) {
    const [first] = level;
    if (first) kept.push(first);
    level = level.slice(1).map(([x, y], i) => {
      const [px, py] = level[i] ?? [x, y];
      return [mixNumber(px, x, share), mixNumber(py, y, share)] as const;
    });
  }
  const [start, ...controls] = kept.map(([x, y]) => `${round(x)} ${round(y)}`);
  return `M${start}C${controls.join(' ')}`;
}

function legendOf(
  { words, counter }: ScheduleChart,
  layout: ScheduleLayout,
  bottom: number,
): Schedule['legend'] {
  const ties = counter.items.flatMap((item) => item.ties);
  const kinds = (['direct', 'loose', 'none'] as const).filter((kind) =>
    kind === 'none'
      ? counter.items.some((item) => item.ties.length === 0)
      : ties.some(({ loose }) => loose === (kind === 'loose')),
  );
  return kinds.map((kind, i) => {
    const y = round(bottom - layout.line * (kinds.length - i - 0.5));
    const x = layout.dot - DOT;
    const text = { text: words[kind], x: x + LEGEND_SAMPLE + 8, y: round(y + layout.type * BASE) };
    return { kind, sample: { x, y, width: LEGEND_SAMPLE }, text };
  });
}
