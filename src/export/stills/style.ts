/** Computed style: what an element of a drawing looks like, with all variables filled in. */
import { attribute } from '../html.ts';
import { split, type View } from './conditions.ts';
import { toPx } from './length.ts';
import { parentOf, type Element } from './selector.ts';
import type { Sheet } from './sheet.ts';

const DEFAULT_SIZE = 16; // px

/** What a drawing's look depends on, with the value where nothing is said. */
const INHERITED: Readonly<Record<string, string>> = {
  color: '#000',
  fill: '#000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'paint-order': 'normal',
  'clip-rule': 'nonzero',
  visibility: 'visible',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
  'font-family': 'serif',
  'font-size': `${DEFAULT_SIZE}px`,
  'font-style': 'normal',
  'font-weight': '400',
  'font-variant-numeric': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'text-transform': 'none',
  'dominant-baseline': 'auto',
  'white-space': 'normal',
};
const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  display: 'inline',
  'vector-effect': 'none',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  transform: 'none',
  'transform-box': 'view-box',
  'stop-color': '#000',
  'stop-opacity': '1',
  overflow: 'visible',
};
/** Attributes of shapes that a style sheet may set. */
export const GEOMETRY = ['x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry'];

const FONT_PARTS = ['font-style', 'font-weight', 'font-variant-numeric', 'font-size', 'font-family'];
/** Marks a longhand whose value is still to be taken from a shorthand. */
const FROM_FONT = 'font:';

const isKnown = (property: string) =>
  property in INHERITED || property in OWN || GEOMETRY.includes(property) || property.startsWith('--');

export class Style {
  readonly #own = new Map<string, string>();
  readonly #computed = new Map<string, string>();
  readonly #parent: Style | undefined;
  readonly #root: Style;
  readonly #window: number;

  constructor(element: Element, sheet: Sheet, view: View, parent: Style | undefined) {
    this.#parent = parent;
    this.#root = parent ? parent.#root : this;
    this.#window = view.window;
    // Presentation attributes are the weakest of all rules.
    for (const { name, value } of element.attrs) {
      if (name in INHERITED || (name in OWN && name !== 'transform')) this.#own.set(name, value);
    }
    if (/^(?:b|strong)$/.test(element.tagName)) this.#own.set('font-weight', '700');
    if (/^(?:i|em)$/.test(element.tagName)) this.#own.set('font-style', 'italic');
    for (const { property, value } of sheet.declarations(element, view)) {
      if (property === 'font') for (const part of FONT_PARTS) this.#own.set(part, FROM_FONT + value);
      else if (isKnown(property)) this.#own.set(property, value);
    }
  }

  /** Whether a style sheet or an attribute says something about a property of the element itself. */
  says(property: string): boolean {
    return this.#own.has(property);
  }

  /** A property's value; empty for a variable that is not set. */
  get(property: string): string {
    const known = this.#computed.get(property);
    if (known !== undefined) return known;
    const value = this.#compute(property);
    this.#computed.set(property, value);
    return value;
  }

  /** The type size, px; NaN if it is written in a way that is not known here. */
  get fontSize(): number {
    return Number.parseFloat(this.get('font-size'));
  }

  /** A length as a number of px. */
  length(property: string): number {
    return toPx(this.get(property), { em: this.fontSize, rem: this.#root.fontSize, window: this.#window });
  }

  #compute(property: string): string {
    if (property.startsWith('--')) return this.#variable(property) ?? '';
    const inherits = property in INHERITED;
    const initial = INHERITED[property] ?? OWN[property] ?? '';
    const inherited = () => this.#parent?.get(property) ?? initial;
    const raw = this.#own.get(property);
    const value = raw === undefined ? undefined : this.#specified(property, raw);
    if (value === undefined || /^(?:unset|revert|revert-layer)$/i.test(value)) {
      return inherits ? inherited() : initial;
    }
    if (/^inherit$/i.test(value)) return inherited();
    if (/^initial$/i.test(value)) return initial;
    if (property === 'font-size') {
      const em = this.#parent ? this.#parent.fontSize : DEFAULT_SIZE;
      const rem = this.#parent ? this.#root.fontSize : DEFAULT_SIZE;
      return `${toPx(value, { em, rem, window: this.#window })}px`;
    }
    if (property !== 'color') return value.replace(/\bcurrentcolor\b/gi, () => this.get('color'));
    return value;
  }

  #specified(property: string, raw: string): string | undefined {
    if (!raw.startsWith(FROM_FONT)) return this.#filled(raw);
    const font = this.#filled(raw.slice(FROM_FONT.length));
    return font === undefined ? undefined : fontPart(property, font);
  }

  /** A value with its variables filled in; undefined if one of them has none. */
  #filled(value: string): string | undefined {
    let text = value.trim();
    for (let at = text.indexOf('var('); at >= 0; at = text.indexOf('var(')) {
      const end = closing(text, at + 3);
      const [name = '', ...fallback] = split(text.slice(at + 4, end), ',');
      const filled =
        this.#variable(name) ?? (fallback.length > 0 ? this.#filled(fallback.join(',')) : undefined);
      if (filled === undefined) return undefined;
      text = text.slice(0, at) + filled + text.slice(end + 1);
    }
    return text;
  }

  #variable(name: string): string | undefined {
    const own = this.#own.get(name);
    if (own !== undefined) return this.#filled(own);
    return this.#parent === undefined ? undefined : this.#parent.#variable(name);
  }
}

/** A part of the `font` shorthand. */
function fontPart(property: string, font: string): string | undefined {
  if (/^(?:inherit|initial|unset)$/.test(font)) return font;
  const words = split(font.replace(/\s*\/\s*/g, '/'), ' ').filter(Boolean);
  const at = words.findIndex((word) => /^(?:[\d.]+(?:px|r?em|%)|(?:clamp|calc|min|max)\()/.test(word));
  const before = words.slice(0, at);
  if (property === 'font-size') return split(words[at] ?? '', '/')[0];
  if (property === 'font-family') return words.slice(at + 1).join(' ');
  if (property === 'font-weight') return before.find((word) => /^(?:\d+|bold)$/.test(word)) ?? '400';
  if (property === 'font-style') return before.find((word) => /^(?:italic|oblique)$/.test(word)) ?? 'normal';
  return 'normal';
}

/** The place of the bracket that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`A bracket is not closed in "${text}".`);
}

/** An element's style in both themes. */
export interface Look {
  readonly light: Style;
  readonly dark: Style;
}

/** The looks of the elements of a page in one view. */
export class Looks {
  readonly #sheet: Sheet;
  readonly #view: Omit<View, 'theme'>;

  constructor(sheet: Sheet, view: Omit<View, 'theme'>) {
    this.#sheet = sheet;
    this.#view = view;
  }

  /** @param around the look that is inherited; where it is left out, that of the element's parent */
  of(element: Element, around?: Look): Look {
    const parent = parentOf(element);
    const inherited = around ?? (parent && this.of(parent));
    const style = (theme: View['theme']) =>
      new Style(element, this.#sheet, { ...this.#view, theme }, inherited?.[theme]);
    return { light: style('light'), dark: style('dark') };
  }
}

/** The text of an attribute that a style sheet may overrule. */
export function geometryOf(element: Element, style: Style, name: string): string | undefined {
  const value = style.says(name) ? style.get(name) : undefined;
  return value && value !== 'auto' ? value.replace(/px$/, '') : attribute(element, name);
}
