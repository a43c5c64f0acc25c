/** The legend that stands beside a drawing in its figure, set under it: a still has to explain itself. */
import { attribute } from '../html.ts';
import type { Draughtsman } from './drawing.ts';
import { IDENTITY } from './extent.ts';
import { round, type Lettering } from './lettering.ts';
import { within, type Element } from './selector.ts';
import type { Look, Looks } from './style.ts';
import { setRun, type Piece } from './text.ts';

/** In ems of the legend's type. */
const ICON = 1;
const BESIDE_ICON = 0.4;
const BETWEEN = 1.3;
const ROW = 1.55;
const ABOVE = 1.1;

type Item = { readonly icon: Element } | { readonly piece: Omit<Piece, 'x' | 'y'>; readonly width: number };

interface Measures {
  readonly left: number;
  readonly width: number;
  /** Where the drawing ends. */
  readonly top: number;
  /** Of the type, px. */
  readonly size: number;
}

/**
 * Draws a legend: each `li` of it a sign and words, in as many rows as it takes.
 *
 * @returns the markup, and where it ends
 */
export function drawLegend(
  legend: Element,
  { left, width, top, size }: Measures,
  looks: Looks,
  lettering: Lettering,
  draughtsman: Draughtsman,
): { markup: string; bottom: number } {
  let [x, y] = [left, top + (ABOVE + 1) * size];
  let markup = '';
  for (const entry of within(legend).filter(({ tagName }) => tagName === 'li')) {
    const items = itemsOf(entry, looks.of(entry), looks, lettering, size);
    const long = items.reduce((sum, item) => sum + widthOf(item, size), 0);
    if (x > left && x + long > left + width) [x, y] = [left, y + ROW * size];
    for (const item of items) {
      markup +=
        'icon' in item
          ? drawIcon(item.icon, { x, y, size }, looks, draughtsman)
          : draughtsman.piece({ ...item.piece, x, y }, IDENTITY, 'color');
      x += widthOf(item, size);
    }
    x += BETWEEN * size;
  }
  return markup === '' ? { markup, bottom: top } : { markup, bottom: y + 0.3 * size };
}

const widthOf = (item: Item, size: number) => ('icon' in item ? (ICON + BESIDE_ICON) * size : item.width);

function itemsOf(element: Element, look: Look, looks: Looks, lettering: Lettering, size: number): Item[] {
  if (look.light.get('display') === 'none') return [];
  const items: Item[] = [];
  for (const child of element.childNodes) {
    if ('tagName' in child) {
      if (child.tagName === 'svg') items.push({ icon: child });
      else items.push(...itemsOf(child, looks.of(child, look), looks, lettering, size));
    } else if ('value' in child && child.nodeName === '#text') {
      const words = child.value.replace(/\s+/g, ' ');
      const last = items.at(-1);
      const text = !last || 'icon' in last ? words.trimStart() : words;
      if (text === '') continue;
      const run = setRun(text, look.light, lettering);
      const width = ((run.line?.advance ?? 500 * text.length) * size) / 1000;
      items.push({ piece: { text: run.text, look, size, anchor: 'start', line: run.line }, width });
    }
  }
  return items;
}

function drawIcon(
  svg: Element,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  looks: Looks,
  draughtsman: Draughtsman,
): string {
  const [left = 0, top = 0, width = 1, height = 1] = viewBoxOf(svg);
  const scale = (ICON * size) / Math.max(width, height);
  // In the middle of the letters' height.
  const move = [x - left * scale, y - 0.36 * size - (top + height / 2) * scale].map((each) => round(each, 2));
  const inside = draughtsman.inside(svg, looks.of(svg), [scale, 0, 0, scale, move[0] ?? 0, move[1] ?? 0]);
  return `<g transform="translate(${move.join(' ')})scale(${round(scale, 5)})">${inside}</g>`;
}

/** The numbers of an element's `viewBox`. @throws Error if it has none */
export function viewBoxOf(svg: Element): number[] {
  const box = (attribute(svg, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (box.length !== 4 || !box.every(Number.isFinite))
    throw new Error('Stills cannot draw an <svg> without a viewBox.');
  return box;
}
