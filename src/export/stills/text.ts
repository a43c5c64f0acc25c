/** Text of a drawing, set: which pieces stand where, and in what look. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from '../html.ts';
import type { Lettering, Line, Type } from './lettering.ts';
import type { Element } from './selector.ts';
import type { Look, Looks, Style } from './style.ts';

/** A piece of text in one look. */
export interface Piece {
  readonly text: string;
  readonly look: Look;
  /** px */
  readonly size: number;
  /** The start of its baseline. */
  readonly x: number;
  readonly y: number;
  /** Left to the viewer where the text could not be set; else `start`. */
  readonly anchor: string;
  /** Undefined where the fonts of the story lack a character. */
  readonly line: Line | undefined;
}

interface Part {
  readonly text: string;
  readonly look: Look;
  /** Where a new chunk begins; undefined where the text runs on. */
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly dx: number;
  readonly dy: number;
}

const EM = 1000;

/**
 * Sets a `text` element.
 *
 * @throws Error for what cannot be set as outlines
 */
export function setText(element: Element, look: Look, looks: Looks, lettering: Lettering): Piece[] {
  const pieces: Piece[] = [];
  let [x, y] = [0, 0];
  for (const chunk of chunks(collapse(collect(element, look, looks)))) {
    const set = chunk.map((part) => ({ part, ...setRun(part.text, part.look.light, lettering) }));
    const width = set.reduce((sum, each) => sum + each.part.dx + each.width, 0);
    const whole = set.every(({ line }) => line !== undefined);
    const anchor = chunk[0]?.look.light.get('text-anchor') ?? 'start';
    x = chunk[0]?.x ?? x;
    y = chunk[0]?.y ?? y;
    if (whole) x -= anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
    for (const { part, line, width: own, size, text } of set) {
      x += part.dx;
      y += part.dy;
      const place = { x, y: y + shift(part.look.light, lettering), anchor: whole ? 'start' : anchor };
      if (text.trim() !== '') pieces.push({ text, look: part.look, size, line, ...place });
      x += own;
    }
  }
  return pieces;
}

/** A run of text in one style: its glyphs, its size and its width in px. */
export function setRun(text: string, style: Style, lettering: Lettering) {
  const size = style.fontSize;
  if (!Number.isFinite(size))
    throw new Error(`Stills cannot set "${text}" in the size "${style.get('font-size')}".`);
  const cased = inCase(text, style.get('text-transform'));
  const line = lettering.set(cased, typeOf(style));
  return { text: cased, size, line, width: ((line?.advance ?? 0) * size) / EM };
}

function typeOf(style: Style): Type {
  const weight = style.get('font-weight');
  const spacing = style.get('letter-spacing');
  return {
    family: (style.get('font-family').split(',')[0] ?? '').trim().replace(/^(['"])(.*)\1$/, '$2'),
    weight: weight === 'bold' ? 700 : weight === 'normal' ? 400 : Number(weight),
    italic: style.get('font-style') !== 'normal',
    tabular: style.get('font-variant-numeric').includes('tabular-nums'),
    spacing: spacing === 'normal' ? 0 : (style.length('letter-spacing') / style.fontSize) * EM,
  };
}

function inCase(text: string, transform: string): string {
  if (transform === 'uppercase') return text.toUpperCase();
  if (transform === 'lowercase') return text.toLowerCase();
  return text;
}

/** How far below the given line the baseline lies, px. */
function shift(style: Style, lettering: Lettering): number {
  const wanted = style.get('dominant-baseline');
  if (wanted === 'auto' || wanted === 'alphabetic') return 0;
  const { ascent = 0, descent = 0, xHeight = 0 } = lettering.metrics(typeOf(style)) ?? {};
  const part = { middle: xHeight / 2, central: (ascent + descent) / 2, hanging: ascent * 0.8 }[wanted];
  if (part === undefined) throw new Error(`Stills cannot set text on the baseline "${wanted}".`);
  return (part * style.fontSize) / EM;
}

function collect(element: Element, look: Look, looks: Looks): Part[] {
  for (const name of ['rotate', 'textLength']) {
    if (attribute(element, name) !== undefined) throw new Error(`Stills cannot set text with "${name}".`);
  }
  if (look.light.get('display') === 'none') return [];
  const length = (name: string) => lengthOf(attribute(element, name), look.light.fontSize);
  let start = { x: length('x'), y: length('y'), dx: length('dx') ?? 0, dy: length('dy') ?? 0 };
  const parts: Part[] = [];
  for (const child of element.childNodes) {
    for (const part of partsOf(child, look, looks)) {
      const begins = part.x !== undefined || part.y !== undefined;
      if (part.text.trim() === '' && !begins) {
        parts.push(part);
        continue;
      }
      // What the element says of its place holds for the first characters in it.
      parts.push({
        ...part,
        x: part.x ?? start.x,
        y: part.y ?? start.y,
        dx: part.dx + start.dx,
        dy: part.dy + start.dy,
      });
      start = { x: undefined, y: undefined, dx: 0, dy: 0 };
    }
  }
  return parts;
}

function partsOf(node: DefaultTreeAdapterTypes.ChildNode, look: Look, looks: Looks): Part[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ text: node.value, look, dx: 0, dy: 0 }];
  if (!('tagName' in node) || node.tagName === 'title' || node.tagName === 'desc') return [];
  if (node.tagName === 'tspan' || node.tagName === 'a') return collect(node, looks.of(node, look), looks);
  throw new Error(`Stills cannot set text in <${node.tagName}>.`);
}

function lengthOf(text: string | undefined, em: number): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number.parseFloat(text) * (/em$/.test(text) ? em : 1);
  if (!/^\s*-?[\d.e-]+(?:px|em)?\s*$/.test(text)) throw new Error(`Stills cannot place text at "${text}".`);
  return value;
}

/** White space as it is shown: a run of it is one space, and there is none at the ends. */
function collapse(parts: readonly Part[]): Part[] {
  const shown: Part[] = [];
  let open = false; // whether a space may follow
  for (const part of parts) {
    if (part.x !== undefined || part.y !== undefined) open = false;
    const kept = part.look.light.get('white-space').startsWith('pre');
    const single = part.text.replace(/[ \t\r\n]+/g, ' ');
    const text: string = kept ? part.text : open ? single : single.replace(/^ /, '');
    if (text === '') continue;
    open = !text.endsWith(' ');
    shown.push({ ...part, text });
  }
  const last = shown.pop();
  if (!last) return [];
  const trimmed = last.look.light.get('white-space').startsWith('pre')
    ? last.text
    : last.text.replace(/ $/, '');
  return trimmed === '' ? shown : [...shown, { ...last, text: trimmed }];
}

/** Parts that are anchored together. */
function chunks(parts: readonly Part[]): Part[][] {
  const found: Part[][] = [];
  for (const part of parts) {
    const chunk = found.at(-1);
    if (chunk && part.x === undefined && part.y === undefined) chunk.push(part);
    else found.push([part]);
  }
  return found;
}
