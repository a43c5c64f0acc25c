/** What a drawing is painted with, in values that need no style sheet. */
import { readColour } from './colour.ts';
import { round } from './lettering.ts';
import type { Look, Style } from './style.ts';

/** A presentation attribute in both themes, and the value that need not be said. */
export interface Entry {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
  readonly initial: string;
}

/** Where something is painted. */
export interface Place {
  /** By how much what is drawn there is enlarged. */
  readonly scale: number;
  /** The size of the units that it is drawn in. */
  readonly em: number;
  /** The property that fills it: words of a page are filled with their `color`. */
  readonly fill: 'fill' | 'color';
}

const PAINT: Readonly<Record<string, string>> = {
  fill: '#000000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'clip-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'paint-order': 'normal',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};
const EFFECTS: Readonly<Record<string, string>> = { opacity: '1', 'clip-path': 'none', mask: 'none' };

/** What a shape or letters are painted with; undefined if nothing would be seen. */
export function paintOf({ light, dark }: Look, place: Place): Entry[] | undefined {
  const [day, night] = [painted(light, place), painted(dark, place)];
  const filled = day.get('fill') !== 'none';
  const stroked = day.get('stroke') !== 'none';
  if (!filled && !stroked) return undefined;
  const idle = (name: string) =>
    (name.startsWith('stroke-') && !stroked) ||
    (name === 'paint-order' && !(filled && stroked)) ||
    (name.startsWith('fill-') && !filled);
  return Object.entries(PAINT)
    .filter(([name]) => !idle(name))
    .map(([name, initial]) => ({
      name,
      light: day.get(name) ?? initial,
      dark: night.get(name) ?? initial,
      initial,
    }));
}

/** @throws Error for effects that other viewers may not know */
export function effectsOf({ light, dark }: Look): Entry[] {
  if (light.get('filter') !== 'none') throw new Error('Stills cannot draw filters.');
  return Object.entries(EFFECTS).map(([name, initial]) => ({
    name,
    light: light.get(name),
    dark: dark.get(name),
    initial,
  }));
}

/** The colour of a stop of a gradient. */
export function stopOf({ light, dark }: Look): Entry[] {
  const [day, night] = [light, dark].map((style) => {
    const { value, alpha } = readColour(style.get('stop-color'));
    return { value, alpha: String(round(Number(style.get('stop-opacity')) * alpha, 3)) };
  });
  return [
    { name: 'stop-color', light: day?.value ?? '', dark: night?.value ?? '', initial: '#000000' },
    { name: 'stop-opacity', light: day?.alpha ?? '', dark: night?.alpha ?? '', initial: '1' },
  ];
}

/** Paint in plain values; lengths that do not grow with the drawing are worked out for the place. */
function painted(style: Style, { scale, em, fill }: Place): ReadonlyMap<string, string> {
  const values = new Map(Object.keys(PAINT).map((name) => [name, style.get(name)]));
  for (const name of ['fill', 'stroke']) {
    const { value, alpha } = readColour(style.get(name === 'fill' ? fill : name));
    const opacity = round(alpha * Number.parseFloat(values.get(`${name}-opacity`) ?? '1'), 3);
    values.set(name, opacity === 0 ? 'none' : value);
    values.set(`${name}-opacity`, String(opacity));
  }
  // Words of the page have no outlines.
  if (fill === 'color' || style.length('stroke-width') === 0) values.set('stroke', 'none');
  const unit = em * (style.get('vector-effect') === 'non-scaling-stroke' ? scale : 1);
  const length = (px: number) => round(px / unit, 3);
  values.set('stroke-width', String(length(style.length('stroke-width'))));
  values.set('stroke-dashoffset', String(length(style.length('stroke-dashoffset'))));
  const dashes = style
    .get('stroke-dasharray')
    .split(/[\s,]+/)
    .map((dash) => length(Number.parseFloat(dash)));
  values.set('stroke-dasharray', dashes.some((dash) => dash > 0) ? dashes.join(' ') : 'none');
  return values;
}
