/** What is drawn of a view of a map. */
import { frameOf, leaderOf, visibility, type Box } from './boxes.ts';
import type { Size } from './camera.ts';
import { drawStrip, stripLayout, type DayStripDrawing } from './dayStrip.ts';
import {
  FRAMES,
  happened,
  type Certainty,
  type LayoutName,
  type MapChart,
  type LabelText,
  type MapName,
  type MapView,
} from './map.ts';
import {
  ABREAST,
  barBox,
  beside,
  boxOf,
  DOT_GAP,
  HALF,
  insetBox,
  labelBox,
  nameBox,
  placesAbreast,
  ringOf,
  SMALL,
  spotter,
  STYLES,
} from './mapParts.ts';
import { clamp, mixNumber, soft } from './scale.ts';
import { measure } from './text.ts';
import { percent, presence, round, type TextLine } from './timeline.ts';

/** px over which what leaves the frame goes. */
const YIELD = 18;

export interface MapDrawing {
  /** For what lies on the sheet, in its units. */
  readonly transform: string;
  /** px of a unit. */
  readonly scale: number;
  readonly rings: readonly {
    readonly point: number;
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly certainty: Certainty;
    readonly opacity: number;
  }[];
  /** Lines between the positions of one event. */
  readonly joins: readonly { readonly path: string; readonly opacity: number }[];
  readonly marks: readonly {
    readonly point: number;
    readonly x: number;
    readonly y: number;
    readonly scale: number;
    readonly opacity: number;
  }[];
  readonly labels: readonly {
    readonly point: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly opacity: number;
    readonly lines: readonly (TextLine & Pick<LabelText, 'role'>)[];
    readonly leader: string | undefined;
  }[];
  readonly names: readonly {
    readonly key: string;
    readonly text: string;
    readonly kind: MapName['kind'];
    /** The middle of the text; for a place, of its dot. */
    readonly x: number;
    readonly y: number;
    /** From a place's dot to the beginning of its text. */
    readonly dx: number;
    readonly opacity: number;
  }[];
  readonly bar: { readonly x: number; readonly y: number; readonly width: number; readonly text: TextLine };
  readonly inset:
    | (Size & { readonly x: number; readonly y: number; readonly opacity: number; readonly name: TextLine })
    | undefined;
  readonly strip: DayStripDrawing;
}

/** The height of a layout of a map with the strip below it, px. */
export const mapHeight = (name: LayoutName, chart: MapChart): number =>
  FRAMES[name].height + stripLayout(name, chart.strip.goal !== undefined).height;

/** A view in a layout. */
export function drawMap(name: LayoutName, chart: MapChart, view: MapView): MapDrawing {
  const frame = FRAMES[name];
  const style = STYLES[name];
  const { now, loose } = view;
  const { camera, labels, names, inset } = view[name];
  const scale = frame.width / camera.width;
  const spotOf = spotter(name, chart, camera);
  const spots = chart.points.map(spotOf);
  const weights = new Map(labels.map(({ point, weight }) => [point, weight]));
  const inFrame = (x: number, y: number) => {
    const room = Math.min(x, y, frame.width - x, frame.height - y) - HALF;
    return soft(room, -1e-6, YIELD * loose);
  };
  const there = chart.points.map((point, i) => {
    const spot = spots[i] ?? { x: 0, y: 0 };
    return happened(point.date, now) * (point.inset ? presence(inset) : inFrame(spot.x, spot.y));
  });
  const boxes = labels.map((label) => labelBox(spots[label.point] ?? NOWHERE, label));
  const seen = visibility(labels, boxes, boxOf(frame));
  const box = insetBox(name, chart);
  return {
    transform: `translate(${fine(frame.width / 2 - camera.x * scale)} ${fine(frame.height / 2 - camera.y * scale)}) scale(${scale.toPrecision(6)})`,
    scale,
    rings: ringsOf(chart, spots, there, scale),
    joins: joinsOf(chart, spots, there),
    marks: chart.points.flatMap((_, point) => {
      const [spot, opacity] = [spots[point], percent(there[point] ?? 0)];
      if (!spot || opacity === 0) return [];
      const size = mixNumber(SMALL, 1, weights.get(point) ?? 0);
      return [{ point, x: round(spot.x), y: round(spot.y), scale: Math.round(size * 1000) / 1000, opacity }];
    }),
    labels: labels.flatMap(({ point, align, led, lines, width }, i) => {
      const [spot, label] = [spots[point], boxes[i]];
      const opacity = percent((seen[i] ?? 0) * (there[point] ?? 0));
      if (!spot || !label || opacity === 0) return [];
      return [
        {
          point,
          ...frameOf(label),
          opacity,
          lines: lines.map((line, row) => ({
            text: line.text,
            role: line.role,
            x: round((width - line.width) * align),
            y: round(style.titleLine + style.line * row),
          })),
          leader: led ? leaderPath(spot, label) : undefined,
        },
      ];
    }),
    names: names.flatMap((each) => {
      const own = chart.names[each.name];
      const at = own?.at[each.place];
      if (!own || !at) return [];
      const text = nameBox(name, own, each, camera);
      const x = frame.width / 2 + (at[0] - camera.x) * scale;
      const room = Math.min(text.left, text.top, frame.width - text.right, frame.height - text.bottom);
      const opacity = percent(presence(each.weight) * soft(room, 0, YIELD * loose));
      if (opacity === 0) return [];
      return [
        {
          key: `${each.name} ${each.place}`,
          text: own.text,
          kind: own.kind,
          x: round(x),
          y: round((text.top + text.bottom) / 2),
          dx: beside(own) ? round(mixNumber(DOT_GAP, text.left - x, each.side)) : 0,
          opacity,
        },
      ];
    }),
    bar: barOf(name, chart, scale),
    inset:
      box && chart.inset && inset > 0
        ? {
            ...frameOf(box),
            opacity: percent(presence(inset)),
            name: { text: chart.inset.name, x: 7, y: style.titleLine + 5 },
          }
        : undefined,
    strip: stripOf(name, chart, now),
  };
}

const NOWHERE = { x: NaN, y: NaN };

const fine = (value: number) => Math.round(value * 100) / 100;

function ringsOf(
  { points }: MapChart,
  spots: readonly { readonly x: number; readonly y: number }[],
  there: readonly number[],
  scale: number,
): MapDrawing['rings'] {
  const abreast = placesAbreast(points);
  const drawn = new Map<string, MapDrawing['rings'][number]>();
  points.forEach((point, i) => {
    const spot = spots[i];
    const opacity = percent(there[i] ?? 0);
    if (!spot || point.inset || point.certainty === 'published' || opacity === 0) return;
    // Marks that stand side by side share one area.
    const x = round(spot.x - (abreast[i] ?? 0) * ABREAST);
    const ring = {
      point: i,
      x,
      y: round(spot.y),
      r: round(ringOf(point, scale)),
      certainty: point.certainty,
      opacity,
    };
    const key = `${point.x} ${point.y}`;
    const other = drawn.get(key);
    if (!other || other.opacity < opacity) drawn.set(key, { ...ring, point: other?.point ?? i });
  });
  return [...drawn.values()];
}

function joinsOf(
  { points }: MapChart,
  spots: readonly { readonly x: number; readonly y: number }[],
  there: readonly number[],
): MapDrawing['joins'] {
  return points.flatMap((point, i) => {
    const j = points.findIndex((other, k) => k > i && other.event === point.event);
    const [a, b] = [spots[i], spots[j]];
    if (!a || !b) return [];
    return [
      {
        path: `M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`,
        opacity: percent(Math.min(there[i] ?? 0, there[j] ?? 0)),
      },
    ];
  });
}

function leaderPath({ x, y }: { readonly x: number; readonly y: number }, box: Box): string {
  const { toX, toY } = leaderOf(x, y, box);
  const long = Math.hypot(toX - x, toY - y);
  const start = clamp((HALF + 2) / Math.max(long, 1), 0, 1);
  return `M${round(x + (toX - x) * start)} ${round(y + (toY - y) * start)}L${round(toX)} ${round(toY)}`;
}

const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

function barOf(name: LayoutName, chart: MapChart, scale: number): MapDrawing['bar'] {
  const { bar, text } = STYLES[name];
  const box = barBox(name, chart);
  const px = (km: number) => km * chart.unitsPerKm * scale;
  const km = LENGTHS.findLast((each) => px(each) <= bar) ?? LENGTHS[0];
  const words = chart.kilometres(km);
  const width = px(km);
  const right = box.right - 10;
  return {
    x: round(right - width),
    y: box.bottom - 9,
    width: round(width),
    text: { text: words, x: round(right - measure(words, text, 'regular')), y: box.bottom - 15 },
  };
}

function stripOf(name: LayoutName, chart: MapChart, now: number): DayStripDrawing {
  const entries = chart.points.flatMap((point, i) => {
    // One mark for each event, however many positions it has.
    if (chart.points.findIndex((other) => other.event === point.event) !== i) return [];
    return [{ point: i, date: point.date, there: happened(point.date, now) }];
  });
  return drawStrip(chart.strip, entries, now, chart.words, stripLayout(name, chart.strip.goal !== undefined));
}
