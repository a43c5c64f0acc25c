/** An `svg` of a page, drawn again so that it needs nothing of the page: no style sheet, no font, no script. */
import { attribute } from '../html.ts';
import { Definitions, escaped } from './definitions.ts';
import {
  boxOf,
  enlargement,
  Extent,
  IDENTITY,
  multiplied,
  outlineOf,
  readTransform,
  type Matrix,
} from './extent.ts';
import { round, type Lettering } from './lettering.ts';
import { effectsOf, paintOf, stopOf, type Entry } from './paint.ts';
import { childrenOf, type Element } from './selector.ts';
import { ASIDE, copied, GROUPS, RESOURCES, SHAPES, transformOf, valueOf } from './shapes.ts';
import type { Look, Looks, Style } from './style.ts';
import { setText, type Piece } from './text.ts';

/** How far letters reach above the baseline and below it, in ems. */
const CAP = 0.72;
const TAIL = 0.22;

export class Draughtsman {
  readonly #looks: Looks;
  readonly #lettering: Lettering;
  /** Finds the element that a reference means. */
  readonly #find: (id: string) => Element | undefined;
  readonly definitions = new Definitions();
  /** The smallest type that has been set, px. */
  smallest = Infinity;
  /** How far what has been drawn reaches. */
  extent = new Extent();

  constructor(looks: Looks, lettering: Lettering, find: (id: string) => Element | undefined) {
    this.#looks = looks;
    this.#lettering = lettering;
    this.#find = find;
  }

  /**
   * What is inside an `svg`.
   *
   * @param matrix from there to the whole drawing
   */
  inside(svg: Element, look: Look, matrix = IDENTITY): string {
    return childrenOf(svg)
      .map((child) => this.#element(child, look, matrix))
      .join('');
  }

  /** A piece of text as outlines, or as text where the fonts lack a character. */
  piece(piece: Piece, matrix = IDENTITY, fill: 'fill' | 'color' = 'fill'): string {
    const { text, look, size, x, y, anchor, line } = piece;
    const scale = enlargement(matrix);
    const em = line ? size / 1000 : 1;
    const paint = paintOf(look, { scale, em, fill });
    if (!paint) return '';
    this.smallest = Math.min(this.smallest, round(size * scale, 2));
    this.extent.add(boxOf(x, y - CAP * size, line ? line.advance * em : 0, (CAP + TAIL) * size), matrix);
    const attributes = this.#attributes(paint);
    if (!line) {
      const type = `font-family="Arial, sans-serif" font-size="${size}" font-weight="${look.light.get('font-weight')}"`;
      const place = `x="${round(x, 2)}" y="${round(y, 2)}" text-anchor="${anchor}"`;
      return `<text ${place} ${type}${attributes}>${escaped(text)}</text>`;
    }
    const place = ` transform="translate(${round(x, 2)} ${round(y, 2)})scale(${round(em, 6)})"`;
    // Outlined letters are painted as one: else the outline of each would lie over the letter before it.
    if (paint.some(({ name, light }) => name === 'stroke' && light !== 'none')) {
      const path = line.glyphs.map(({ id, x: at }) => `M${at} 0${this.#lettering.outline(id)}`).join('');
      return `<path d="${path}"${place}${attributes}/>`;
    }
    const glyphs = line.glyphs.map(({ id, x: at }) => {
      const name = this.definitions.glyph(id);
      return at === 0 ? `<use xlink:href="#${name}"/>` : `<use xlink:href="#${name}" x="${at}"/>`;
    });
    return `<g${place}${attributes}>${glyphs.join('')}</g>`;
  }

  #element(element: Element, around: Look, matrix: Matrix): string {
    const { tagName } = element;
    if (ASIDE.includes(tagName)) return '';
    const look = this.#looks.of(element, around);
    if (look.light.get('display') === 'none' || Number(look.light.get('opacity')) === 0) return '';
    const transform = transformOf(element, look.light);
    const inner = multiplied(matrix, readTransform(transform));
    if (tagName in SHAPES) return this.#shape(element, look, transform, inner);
    if (tagName in GROUPS) return this.#wrapped(element, this.inside(element, look, inner), look, transform);
    if (tagName === 'text') return this.#text(element, look, transform, inner);
    if (tagName === 'use') return this.#used(element, look, transform, inner);
    throw new Error(`Stills cannot draw <${tagName}>.`);
  }

  #shape(element: Element, look: Look, transform: string, matrix: Matrix): string {
    const { light } = look;
    if (light.get('visibility') !== 'visible' || attribute(element, 'd') === '') return '';
    const paint = paintOf(look, { scale: enlargement(matrix), em: 1, fill: 'fill' });
    if (!paint) return '';
    this.#measure(element, light, matrix);
    const shape = copied(element, light, SHAPES[element.tagName] ?? []);
    const attributes = this.#attributes([...paint, ...effectsOf(look)]);
    return `<${element.tagName}${shape}${transformed(transform)}${attributes}/>`;
  }

  #measure(element: Element, style: Style, matrix: Matrix): void {
    const text = (name: string) => valueOf(element, style, name) ?? '';
    const number = (name: string) => Number.parseFloat(text(name)) || 0;
    const steady = style.get('vector-effect') === 'non-scaling-stroke' ? enlargement(matrix) : 1;
    const around = style.get('stroke') === 'none' ? 0 : style.length('stroke-width') / 2 / steady;
    this.extent.add(outlineOf(element.tagName, text, number), matrix, around);
  }

  #text(element: Element, look: Look, transform: string, matrix: Matrix): string {
    if (look.light.get('visibility') !== 'visible') return '';
    const pieces = setText(element, look, this.#looks, this.#lettering);
    const drawn = pieces.map((piece) => this.piece(piece, matrix)).join('');
    return this.#wrapped(undefined, drawn, look, transform);
  }

  /** An element that stands for another: that one is drawn in its place. */
  #used(element: Element, look: Look, transform: string, matrix: Matrix): string {
    const id = (attribute(element, 'href') ?? '').replace(/^#/, '');
    const target = this.#find(id);
    if (!target) throw new Error(`Stills cannot draw a use of "#${id}".`);
    const [x = 0, y = 0] = ['x', 'y'].map((name) =>
      Number.parseFloat(valueOf(element, look.light, name) ?? '0'),
    );
    const moved = x === 0 && y === 0 ? '' : `translate(${x} ${y})`;
    const drawn = this.#element(target, look, multiplied(matrix, readTransform(moved)));
    return this.#wrapped(undefined, drawn, look, transform + moved);
  }

  /** What is drawn with a group around it, if the group says anything. */
  #wrapped(group: Element | undefined, drawn: string, look: Look, transform: string): string {
    if (drawn === '') return '';
    const frame = group ? copied(group, look.light, GROUPS[group.tagName] ?? []) : '';
    const attributes = frame + transformed(transform) + this.#attributes(effectsOf(look));
    const tag = frame === '' ? 'g' : 'svg';
    return attributes === '' ? drawn : `<${tag}${attributes}>${drawn}</${tag}>`;
  }

  /** Attributes, with what they refer to brought into the still. */
  #attributes(entries: readonly Entry[]): string {
    const referred = (value: string) =>
      value.replace(/url\((['"]?)#([^'")]+)\1\)/g, (_, __, id: string) => `url(#${this.#resource(id)})`);
    return this.definitions.attributes(
      entries.map((entry) => ({ ...entry, light: referred(entry.light), dark: referred(entry.dark) })),
    );
  }

  #resource(id: string): string {
    const element = this.#find(id);
    const kept = element && RESOURCES[element.tagName];
    if (!element || !kept) throw new Error(`Stills cannot draw with "#${id}".`);
    return this.definitions.resource(id, (name) => {
      const look = this.#looks.of(element);
      // What is drawn aside does not reach anywhere.
      const { extent } = this;
      this.extent = new Extent();
      const drawn = element.tagName.endsWith('Gradient')
        ? this.#stops(element, look)
        : this.inside(element, look);
      this.extent = extent;
      const attributes = copied(element, look.light, kept);
      return `<${element.tagName} id="${name}"${attributes}>${drawn}</${element.tagName}>`;
    });
  }

  #stops(gradient: Element, around: Look): string {
    return childrenOf(gradient)
      .filter(({ tagName }) => tagName === 'stop')
      .map((stop) => {
        const attributes = this.#attributes(stopOf(this.#looks.of(stop, around)));
        return `<stop offset="${attribute(stop, 'offset') ?? 0}"${attributes}/>`;
      })
      .join('');
  }
}

const transformed = (transform: string) => (transform === '' ? '' : ` transform="${transform}"`);
