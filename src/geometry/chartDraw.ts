/** A moment of a chart, drawn. */
import {
  panelPlaces,
  valueScale,
  type Chart,
  type ChartDatum,
  type ChartPanel,
  type ChartView,
  type DatumSpot,
  type Drawing,
  type Frame,
  type MarkDrawing,
  type PanelDrawing,
  type PanelPlace,
  type Placed,
  type ValueLabel,
} from './chart.ts';
import { anchorOf, footOf, labelSize, labelText, limitId, VALUE_GAP } from './chartLabels.ts';
import { boxOf, extentOf, isDot, lineOf, runsOf, shapeOf } from './chartShapes.ts';
import { clamp, scaleOf, soft } from './scale.ts';
import { measure } from './text.ts';
import { ticksOf, type TickStyle } from './ticks.ts';
import { inRange, MIDDAY, percent, presence, round } from './timeline.ts';
import { visibility, type Box } from './timelineParts.ts';

/** px beyond the axis over which what leaves it fades while the view moves. */
const MARGIN = 14;
const FLAG_PAD = 9;
/** px over which a figure appears after the playhead has reached what it belongs to. */
const REVEAL = 10;
/** From a line of text's top to its baseline, times its size. */
const ASCENT = 0.8;

/** All that is drawn of a view in a layout. */
export function draw(chart: Chart, view: ChartView, frame: Frame): Drawing {
  const scale = scaleOf(view.domain, frame.range);
  const places = panelPlaces(frame, view.shares);
  const now = scale(view.now + MIDDAY);
  const plots = chart.panels.flatMap((panel, i) => {
    const place = places[i];
    const opacity = percent(presence(view.shares[i] ?? 0));
    return place && opacity > 0 ? [{ panel, place, opacity }] : [];
  });
  const uprights = (x: number) =>
    plots.map(({ place }) => `M${round(x)} ${round(place.top)}V${round(place.bottom)}`);
  const flag = flagOf(chart, view, now, frame);
  const style: TickStyle = {
    extent: (text) => measure(text, frame.text, 'regular') + frame.tickGap,
    fits: () => true,
    margin: MARGIN,
  };
  const { domain, loose } = view;
  const ticks = ticksOf({ domain, range: frame.range, loose, avoid: flag.span }, chart.words, style);
  const inside = inRange(now, frame.range, MARGIN);
  return {
    panels: plots.map(({ panel, place, opacity }) => ({
      ...panelOf(panel, place, view, frame),
      opacity,
    })),
    marks: marksOf(chart, view, scale, places[0]?.top ?? frame.rows, frame, uprights),
    ticks: ticks.labels.map(({ at, ...tick }) => ({
      ...tick,
      x: round(at + frame.tickGap),
      y: round(frame.axis + frame.axisLine),
      opacity: percent(tick.opacity),
      fullOpacity: percent(tick.fullOpacity),
    })),
    rules: ticks.rows.map(({ rank, at, opacity, labelled }) => ({
      rank,
      path: at
        .map((x) => `M${round(x)} ${frame.axis}v${round(5 + (frame.height - frame.axis - 9) * labelled)}`)
        .join(''),
      opacity: percent(opacity),
    })),
    axis: `M${frame.range.start} ${frame.axis}H${frame.range.end}`,
    past: `M${frame.range.start} ${frame.axis}H${round(clamp(now, frame.range.start, frame.range.end))}`,
    playhead: inside > 0 ? `${uprights(now).join('')}M${round(now)} ${frame.foot}V${frame.axis}` : '',
    flag: flag.label,
  };
}

function panelOf(panel: ChartPanel, place: PanelPlace, view: ChartView, frame: Frame): PanelDrawing {
  const { range } = frame;
  const scale = scaleOf(view.domain, range);
  const y = valueScale(panel, place);
  const now = clamp(scale(view.now + MIDDAY), range.start, range.end);
  const before = { start: range.start, end: now };
  const after = { start: now, end: range.end };
  const runs = runsOf(panel);
  const box = { left: range.start, right: range.end, top: round(place.top), bottom: round(place.bottom) };
  const heading = round(place.heading + frame.headingLine);
  return {
    id: panel.id,
    opacity: 1,
    box,
    title: { text: panel.title, x: 0, y: heading },
    note: { text: panel.note, x: round(measure(panel.title, frame.title, 'bold') + 8), y: heading },
    grid: ticksBeside(panel, y).map(({ value, text }) => ({
      value,
      path: `M${range.start} ${round(y(value))}H${range.end}`,
      line: { text, x: range.end + VALUE_GAP, y: round(y(value) + frame.text * 0.35) },
    })),
    limit: panel.limit ? `M${range.start} ${round(y(panel.limit.value))}H${range.end}` : '',
    later: lineOf(runs, scale, y, after),
    past: lineOf(runs, scale, y, before),
    data: panel.data.flatMap((datum) => datumOf(datum, panel, scale, y, now, view, frame)),
    labels: valuesOf(panel, place, view, frame),
  };
}

/** A tick so near to the limit that its line would be taken for it is left out. */
const ticksBeside = (panel: ChartPanel, y: (value: number) => number) =>
  panel.ticks.filter(({ value }) => !panel.limit || Math.abs(y(value) - y(panel.limit.value)) > 8);

function datumOf(
  datum: ChartDatum,
  panel: ChartPanel,
  scale: (day: number) => number,
  y: (value: number) => number,
  now: number,
  { loose, now: today }: ChartView,
  { range }: Frame,
): DatumSpot[] {
  const extent = extentOf(datum, scale);
  const point = extent.start === extent.end;
  // A tolerance, since a day at the very edge must not depend on the last binary digit.
  const seen = point ? inRange(extent.start, range, MARGIN * loose) : 1;
  const [start, end] = point
    ? [extent.start, extent.end]
    : [Math.max(extent.start, range.start), Math.min(extent.end, range.end)];
  if (percent(seen) === 0 || start > end || (!point && end - start < 0.5)) return [];
  const foot = footOf(panel, y);
  const { id, hollow } = datum;
  const shape = (from: number, to: number) => shapeOf(datum, panel.form, { start: from, end: to }, y, foot);
  const past = today >= datum.to - 1e-6;
  const split = !point && !past && now > start;
  return [
    {
      id,
      hollow,
      opacity: percent(seen),
      box: rounded(boxOf(datum, panel.form, { start, end }, y, foot)),
      ...(past ? { past: shape(start, end) } : { later: shape(split ? now : start, end) }),
      ...(split && { past: shape(start, now) }),
      ...(isDot(datum, panel.form) && { dot: { x: round(start), y: round(y(datum.value ?? 0)), past } }),
    },
  ];
}

function valuesOf(panel: ChartPanel, place: PanelPlace, view: ChartView, frame: Frame): ValueLabel[] {
  const scale = scaleOf(view.domain, frame.range);
  const own = view[frame.name].values.filter(
    ({ id }) => id === limitId(panel.id) || panel.data.some((datum) => datum.id === id),
  );
  const texts = own.map(({ id }) => labelText(panel, id));
  const boxes = own.map((label, i) => {
    const anchor = anchorOf(panel, label.id, place, scale, frame);
    return boxAt(anchor.left + label.dx, anchor.top + label.dy, labelSize(texts[i] ?? '', frame));
  });
  const seen = visibility(own, boxes, { left: 0, top: 0, right: frame.width, bottom: frame.height });
  return own.flatMap(({ id }, i) => {
    const box = boxes[i];
    const datum = panel.data.find((each) => each.id === id);
    const reached = datum ? revealed(datum, scale, scale(view.now + MIDDAY)) : 1;
    return box ? textIn(id, box, texts[i] ?? '', percent((seen[i] ?? 0) * reached), frame) : [];
  });
}

/** How much of a datum's figure is there as the playhead comes by. */
function revealed(datum: ChartDatum, scale: (day: number) => number, now: number): number {
  const { start, end } = extentOf(datum, scale);
  return soft(now, (start + end) / 2 - 1e-6, REVEAL);
}

function marksOf(
  chart: Chart,
  view: ChartView,
  scale: (day: number) => number,
  foot: number,
  frame: Frame,
  uprights: (x: number) => readonly string[],
): MarkDrawing[] {
  const placed = view[frame.name].marks.flatMap((label) => {
    const mark = chart.marks.find(({ id }) => id === label.id);
    return mark ? [{ mark, label, x: scale(mark.day + MIDDAY) }] : [];
  });
  const boxes = placed.map(({ mark, label, x }) =>
    boxAt(x + label.dx, foot + label.dy, labelSize(mark.label, frame)),
  );
  const seen = visibility(
    placed.map(({ label }) => label),
    boxes,
    { left: 0, top: 0, right: frame.width, bottom: frame.height },
  );
  return placed.flatMap(({ mark, label, x }, i): MarkDrawing[] => {
    const [box, opacity] = [
      boxes[i],
      percent(strength(label) * inRange(x, frame.range, MARGIN * view.loose)),
    ];
    if (!box || opacity === 0) return [];
    const [text] = textIn(mark.id, box, mark.label, seen[i] ?? 0, frame);
    const path = [`M${round(x)} ${round(box.top)}V${round(foot)}`, ...uprights(x)].join('');
    return [{ id: mark.id, x: round(x), path, opacity, ...(text && { label: text }) }];
  });
}

/** A mark's line stays while its label only changes place. */
const strength = ({ weight }: Placed) => soft(weight, 1, 1);

function boxAt(
  left: number,
  top: number,
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  return { left, top, right: left + width, bottom: top + height };
}

const rounded = ({ left, top, right, bottom }: Box): Box => ({
  left: round(left),
  top: round(top),
  right: round(right),
  bottom: round(bottom),
});

function textIn(
  id: string,
  { left, top, right, bottom }: Box,
  text: string,
  opacity: number,
  frame: Frame,
): ValueLabel[] {
  if (opacity === 0) return [];
  return [
    {
      id,
      x: round(left),
      y: round(top),
      width: round(right - left),
      height: round(bottom - top),
      opacity,
      line: { text, x: 0, y: round(frame.text * ASCENT) },
    },
  ];
}

/** The playhead's date under the axis, centred on it as far as the frame lets it. */
function flagOf({ words }: Chart, { now: day, loose }: ChartView, now: number, frame: Frame) {
  const text = words.date(Math.floor(day + MIDDAY + 1e-6));
  const width = measure(text, frame.text, 'bold') + 2 * FLAG_PAD;
  const x = clamp(now - width / 2, 0, frame.width - width);
  const opacity = percent(inRange(now, frame.range, MARGIN * Math.max(loose, 0.2)));
  return {
    label: {
      x: round(x),
      y: frame.axis,
      width: round(width),
      height: frame.height - frame.axis,
      opacity,
      line: { text, x: FLAG_PAD, y: frame.axisLine },
    },
    span: opacity > 0 ? { start: x, end: x + width } : undefined,
  };
}
