/** Where a chart's labels go at a state: the names of marked days, the figures written out, the names of limits. */
import { placeCallouts, type Callout, type CalloutRoom } from './callouts.ts';
import {
  panelPlaces,
  sharesOf,
  valueScale,
  type Arrangement,
  type Chart,
  type ChartPanel,
  type ChartScene,
  type Frame,
  type PanelPlace,
  type Placed,
} from './chart.ts';
import { boxOf, extentOf, runsOf } from './chartShapes.ts';
import { domainOf, scaleOf } from './scale.ts';
import { placeStems } from './stems.ts';
import { measure } from './text.ts';
import { inRange, MIDDAY } from './timeline.ts';
import type { Box } from './timelineParts.ts';

/** Between a mark and its name. */
export const MARK_GAP = 6;
/** How far from a line, px, labels keep. */
const NEAR_LINE = 3;

/** px from the axis of time's end to the numbers of an axis of values. */
export const VALUE_GAP = 7;

export const limitId = (panel: string) => `limit/${panel}`;

/** The text of a label of values, by its id. */
export function labelText(panel: ChartPanel, id: string): string {
  const found =
    id === limitId(panel.id) ? panel.limit?.text : panel.data.find((each) => each.id === id)?.figures;
  return found ?? '';
}

/** A label's size, px. */
export const labelSize = (text: string, frame: Frame) => ({
  width: measure(text, frame.text, 'bold'),
  height: frame.text,
});

/** What a label of values belongs to, px. */
export function anchorOf(
  panel: ChartPanel,
  id: string,
  place: PanelPlace,
  scale: (day: number) => number,
  frame: Frame,
): Box {
  const y = valueScale(panel, place);
  const datum = panel.data.find((each) => each.id === id);
  if (datum) return boxOf(datum, panel.form, extentOf(datum, scale), y, footOf(panel, y));
  const at = y(panel.limit?.value ?? 0);
  return { left: frame.range.start, right: frame.range.end, top: at - 1, bottom: at + 1 };
}

/** Where the lowest value of a panel lies. */
export const footOf = (panel: ChartPanel, y: (value: number) => number): number => y(panel.range[0]);

export function arrange(chart: Chart, scene: ChartScene, frame: Frame): Arrangement {
  const scale = scaleOf(domainOf(...scene.view), frame.range);
  const places = panelPlaces(frame, sharesOf(chart, scene));
  const days = chart.marks.filter(({ id }) => scene.mark.includes(id)).map(({ day }) => scale(day + MIDDAY));
  const playhead = scale(scene.now[1] + MIDDAY);
  return {
    marks: arrangeMarks(chart, scene, scale, frame),
    values: chart.panels.flatMap((panel, i) => {
      const place = places[i];
      if (!place || !scene.show.includes(panel.id)) return [];
      return arrangeValues(panel, scene, place, scale, frame, [...days, playhead]);
    }),
  };
}

function arrangeMarks(
  { marks }: Chart,
  { mark }: ChartScene,
  scale: (day: number) => number,
  frame: Frame,
): Placed[] {
  const wanted = mark.flatMap((id) => {
    const found = marks.find((each) => each.id === id);
    const at = found && scale(found.day + MIDDAY);
    if (!found || at === undefined || inRange(at, frame.range, 0) === 0) return [];
    return [{ id, at, width: measure(found.label, frame.text, 'bold') }];
  });
  return placeStems(wanted, [], {
    start: 0,
    end: frame.width,
    near: 1,
    far: frame.rows,
    height: frame.text,
    gap: MARK_GAP,
    clear: 1,
  }).map(({ id, offset, out }) => ({ id, weight: 1, dx: offset, dy: -out - frame.text }));
}

function arrangeValues(
  panel: ChartPanel,
  { label }: ChartScene,
  place: PanelPlace,
  scale: (day: number) => number,
  frame: Frame,
  uprights: readonly number[],
): Placed[] {
  const y = valueScale(panel, place);
  const seen = ({ left, right }: Box) => right > frame.range.start && left < frame.range.end;
  const data = panel.data
    .map((datum) => boxOf(datum, panel.form, extentOf(datum, scale), y, footOf(panel, y)))
    .filter(seen);
  const limit = panel.limit && anchorOf(panel, limitId(panel.id), place, scale, frame);
  const obstacles = [
    ...data,
    ...linePieces(panel, scale, y),
    ...tickBoxes(panel, y, frame),
    ...(limit ? [limit] : []),
  ];
  const room: CalloutRoom = {
    frame: { left: frame.range.start, right: frame.width, top: place.top - 2, bottom: place.bottom },
    obstacles,
    lines: uprights.map((x) => ({
      left: x - NEAR_LINE,
      right: x + NEAR_LINE,
      top: place.top,
      bottom: place.bottom,
    })),
  };
  const callout = (id: string, anchor: Box): Callout => {
    const datum = panel.data.find((each) => each.id === id);
    // Nothing follows the last.
    const inRow = !datum || (datum.from < datum.to && datum !== panel.data.at(-1));
    return { id, anchor, inRow, ...labelSize(labelText(panel, id), frame) };
  };
  const wanted = label
    .filter((id) => labelText(panel, id) !== '')
    .map((id) => callout(id, anchorOf(panel, id, place, scale, frame)));
  const placed = placeCallouts(wanted, room);
  const taken = placed.map(({ id, x, y: top }) => {
    const { width, height } = labelSize(labelText(panel, id), frame);
    return { left: x, top, right: x + width, bottom: top + height };
  });
  const named = limit
    ? placeCallouts(limitSpots(callout(limitId(panel.id), limit), frame), {
        ...room,
        obstacles: [...obstacles, ...taken],
      }).slice(0, 1)
    : [];
  return [...placed, ...named].map(({ id, x, y: top }) => {
    const anchor = anchorOf(panel, id, place, scale, frame);
    return { id, weight: 1, dx: x - anchor.left, dy: top - anchor.top };
  });
}

/** The name of a limit may stand anywhere along it, at its beginning rather than at its end. */
function limitSpots(callout: Callout, { range: { start: left, end: right } }: Frame): Callout[] {
  const { width, anchor } = callout;
  const steps = Math.max(1, Math.floor((right - left - width) / 8));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = left + ((right - left - width) * i) / steps;
    return { ...callout, anchor: { ...anchor, left: x, right: x + width } };
  });
}

/** Where the numbers of the axis stand. */
function tickBoxes({ ticks }: ChartPanel, y: (value: number) => number, frame: Frame): Box[] {
  return ticks.map(({ value, text }) => {
    const left = frame.range.end + VALUE_GAP;
    const right = left + measure(text, frame.text, 'regular');
    return { left, right, top: y(value) - frame.text / 2, bottom: y(value) + frame.text / 2 };
  });
}

/** A line in pieces that are about square, so that the room beside it counts as free. */
function linePieces(panel: ChartPanel, scale: (day: number) => number, y: (value: number) => number): Box[] {
  return runsOf(panel).flatMap((run) =>
    run.slice(1).flatMap((datum, i): Box[] => {
      const before = run[i];
      if (!before) return [];
      const [x0, x1] = [extentOf(before, scale).end, extentOf(datum, scale).start];
      const [y0, y1] = [y(before.value ?? 0), y(datum.value ?? 0)];
      const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / 6));
      return Array.from({ length: pieces }, (_, piece) => {
        const [from, to] = [piece / pieces, (piece + 1) / pieces];
        const [xs, ys] = [
          [x0 + (x1 - x0) * from, x0 + (x1 - x0) * to],
          [y0 + (y1 - y0) * from, y0 + (y1 - y0) * to],
        ];
        return {
          left: Math.min(...xs) - NEAR_LINE,
          right: Math.max(...xs) + NEAR_LINE,
          top: Math.min(...ys) - NEAR_LINE,
          bottom: Math.max(...ys) + NEAR_LINE,
        };
      });
    }),
  );
}
