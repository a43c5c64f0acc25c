/** What placing and drawing a map share: sizes, and where points, labels and names lie. */
import type { Box } from './boxes.ts';
import type { Camera, Size } from './camera.ts';
import {
  FRAMES,
  type LayoutName,
  type MapChart,
  type MapLabelPlace,
  type MapName,
  type MapNamePlace,
  type MapPoint,
} from './map.ts';
import { mixNumber } from './scale.ts';

/** The size of a mark without a label, relative to one that has it. */
export const SMALL = 0.7;
export const HALF = 8;
/** Marks of one place stand side by side. */
export const ABREAST = 17;
/** An area in which a place lies must be seen around its mark. */
export const LEAST_RING = 13;
/** px kept free along the edge of the frame. */
export const EDGE = 5;

export interface Style {
  readonly title: number;
  readonly text: number;
  readonly titleLine: number;
  readonly line: number;
  readonly descent: number;
  /** From a label's top to the middle of its title. */
  readonly level: number;
  /** The widest a label may be. */
  readonly labelWidth: number;
  readonly bar: number;
  readonly insetWidth: number;
  /** Between the letters of a country's name. */
  readonly spacing: number;
}

export const STYLES: Readonly<Record<LayoutName, Style>> = {
  wide: {
    title: 18,
    text: 17.6,
    titleLine: 14,
    line: 19.5,
    descent: 5,
    level: 8,
    labelWidth: 216,
    bar: 140,
    insetWidth: 168,
    spacing: 2,
  },
  narrow: {
    title: 15.6,
    text: 15.2,
    titleLine: 12,
    line: 16.5,
    descent: 4,
    level: 7,
    labelWidth: 150,
    bar: 84,
    insetWidth: 104,
    spacing: 1.4,
  },
};

/** Where a point lies on the drawing. */
export function spotter(name: LayoutName, chart: MapChart, camera: Camera) {
  const frame = FRAMES[name];
  const scale = frame.width / camera.width;
  const inset = insetBox(name, chart);
  const abreast = placesAbreast(chart.points);
  return (point: MapPoint, index: number) => {
    const shift = (abreast[index] ?? 0) * ABREAST;
    if (point.inset && inset && chart.inset) {
      const ratio = (inset.right - inset.left) / chart.inset.sheet.width;
      return { x: inset.left + point.x * ratio + shift, y: inset.top + point.y * ratio };
    }
    return {
      x: frame.width / 2 + (point.x - camera.x) * scale + shift,
      y: frame.height / 2 + (point.y - camera.y) * scale,
    };
  };
}

/** How many marks each stands to the right of the middle of those that share its place. */
export function placesAbreast(points: readonly MapPoint[]): number[] {
  const key = ({ x, y, inset }: MapPoint) => `${inset} ${x} ${y}`;
  return points.map((point, i) => {
    const same = points.flatMap((other, j) => (key(other) === key(point) ? [j] : []));
    return same.indexOf(i) - (same.length - 1) / 2;
  });
}

export function insetBox(name: LayoutName, { inset }: MapChart): Box | undefined {
  if (!inset) return undefined;
  const frame = FRAMES[name];
  const width = STYLES[name].insetWidth;
  const height = (width * inset.sheet.height) / inset.sheet.width;
  const left = inset.corner.endsWith('left') ? 0 : frame.width - width;
  const top = inset.corner.startsWith('upper') ? 0 : frame.height - height;
  return { left, top, right: left + width, bottom: top + height };
}

/** The bar of scale stands in the lower right corner, or in the left one where an inset may take that. */
export function barBox(name: LayoutName, chart: MapChart): Box {
  const frame = FRAMES[name];
  const { bar, text } = STYLES[name];
  const width = bar + 12;
  const left = chart.inset?.corner === 'lower-right' ? 0 : frame.width - width;
  return { left, top: frame.height - text - 16, right: left + width, bottom: frame.height };
}

export const ringOf = (point: MapPoint, scale: number) =>
  point.certainty === 'published' ? 0 : Math.max(point.radius * scale, LEAST_RING);

export const boxOf = ({ width, height }: Size): Box => ({ left: 0, top: 0, right: width, bottom: height });

export function labelBox(
  spot: { readonly x: number; readonly y: number },
  { dx, dy, width, height }: MapLabelPlace,
): Box {
  const [left, top] = [spot.x + dx, spot.y + dy];
  return { left, top, right: left + width, bottom: top + height };
}

export const DOT_GAP = 7;

/** Whether a name stands beside its place rather than on it. */
export const beside = ({ kind }: Pick<MapName, 'kind'>) => kind === 'place' || kind === 'island';

export function nameBox(
  layout: LayoutName,
  name: MapName,
  { place, side, width }: MapNamePlace,
  camera: Camera,
): Box {
  const [unitX, unitY] = name.at[place] ?? [NaN, NaN];
  const frame = FRAMES[layout];
  const scale = frame.width / camera.width;
  const x = frame.width / 2 + (unitX - camera.x) * scale;
  const y = frame.height / 2 + (unitY - camera.y) * scale;
  const half = STYLES[layout].text * 0.5;
  const left = beside(name) ? mixNumber(x - 4, x - DOT_GAP - width, side) : x - width / 2;
  const right = beside(name) ? mixNumber(x + DOT_GAP + width, x + 4, side) : x + width / 2;
  return { left, right, top: y - half, bottom: y + half };
}
