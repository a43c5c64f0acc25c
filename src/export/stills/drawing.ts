/** An `svg` of a page, drawn again so that it needs nothing of the page: no style sheet, no font, no script. */
import { attribute } from '../html.ts';
import { readColour } from './colour.ts';
import { boxOf, enlargement, Extent, IDENTITY, multiplied, outlineOf, readTransform, type Matrix } from './extent.ts';
import { round, type Lettering } from './lettering.ts';
import { childrenOf, type Element } from './selector.ts';
import { geometryOf, GEOMETRY, type Look, type Looks, type Style } from './style.ts';
import { setText, type Piece } from './text.ts';

const SHAPES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
};
const GROUPS = ['g', 'a', 'svg'];
/** What other elements refer to, with the attributes that say how. */
const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  clipPath: ['clipPathUnits'],
  mask: ['x', 'y', 'width', 'height', 'maskUnits', 'maskContentUnits'],
  pattern: ['x', 'y', 'width', 'height', 'patternUnits', 'patternContentUnits', 'patternTransform', 'viewBox'],
  linearGradient: ['x1', 'y1', 'x2', 'y2', 'gradientUnits', 'gradientTransform'],
  radialGradient: ['cx', 'cy', 'r', 'fx', 'fy', 'gradientUnits', 'gradientTransform'],
  marker: ['refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient', 'viewBox'],
};
/** How far letters reach above the baseline and below it, in ems. */
const CAP = 0.72;
const TAIL = 0.22;
/** Not drawn where they stand. */
const ASIDE = ['defs', 'title', 'desc', 'metadata', 'style', 'script', ...Object.keys(RESOURCES)];

/** Presentation attributes of what is painted, with the value that need not be said. */
const PAINT: readonly (readonly [name: string, initial: string])[] = [
  ['fill', '#000000'],
  ['fill-opacity', '1'],
  ['fill-rule', 'nonzero'],
  ['clip-rule', 'nonzero'],
  ['stroke', 'none'],
  ['stroke-opacity', '1'],
  ['stroke-width', '1'],
  ['stroke-dasharray', 'none'],
  ['stroke-dashoffset', '0'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['stroke-miterlimit', '4'],
  ['paint-order', 'normal'],
  ['marker-start', 'none'],
  ['marker-mid', 'none'],
  ['marker-end', 'none'],
];
const EFFECTS: readonly (readonly [name: string, initial: string])[] = [
  ['opacity', '1'],
  ['clip-path', 'none'],
  ['mask', 'none'],
];

export class Draughtsman {
  readonly #looks: Looks;
  readonly #lettering: Lettering;
  /** Finds the element that a reference means. */
  readonly #find: (id: string) => Element | undefined;
  readonly #glyphs = new Map<string, string>();
  readonly #classes = new Map<string, string>();
  readonly #resources = new Map<string, { name: string; markup: string }>();
  /** The smallest type that has been set, px. */
  smallest = Infinity;
  /** How far what has been drawn reaches. */
  extent = new Extent();

  constructor(looks: Looks, lettering: Lettering, find: (id: string) => Element | undefined) {
    this.#looks = looks;
    this.#lettering = lettering;
    this.#find = find;
  }

  /** What is inside an `svg`. */
  inside(svg: Element, look: Look, matrix = IDENTITY): string {
    return this.#children(svg, look, matrix);
  }

  /** What the drawing refers to: glyphs, patterns, clips. To be asked when all is drawn. */
  get definitions(): string {
    const glyphs = [...this.#glyphs].map(([id, name]) => `<path id="${name}" d="${this.#lettering.outline(id)}"/>`);
    return [...glyphs, ...[...this.#resources.values()].map(({ markup }) => markup)].join('');
  }

  /** The rules for the dark theme. To be asked when all is drawn. */
  get darkRules(): string {
    return [...this.#classes].map(([declarations, name]) => `.${name}{${declarations}}`).join('');
  }

  /** `class` and presentation attributes for values that are not an element's own. */
  attributes(values: readonly (readonly [name: string, light: string, dark: string, initial: string])[]): string {
    const said = values.filter(([, light, , initial]) => light !== initial);
    const dark = values.filter(([, light, dark]) => light !== dark).map(([name, , value]) => `${name}:${value}`);
    const mark = dark.length > 0 ? ` class="${this.#className(dark.join(';'))}"` : '';
    return mark + said.map(([name, light]) => ` ${name}="${escaped(light)}"`).join('');
  }

  /** @param matrix from here to the whole drawing */
  #element(element: Element, around: Look, matrix: Matrix): string {
    const { tagName } = element;
    if (ASIDE.includes(tagName)) return '';
    const look = this.#looks.of(element, around);
    if (look.light.get('display') === 'none' || Number(look.light.get('opacity')) === 0) return '';
    const transform = transformOf(element, look.light);
    const inner = multiplied(matrix, readTransform(transform));
    if (tagName === 'use') return this.#used(element, look, transform, inner);
    if (tagName === 'text') return this.#text(element, look, transform, inner);
    if (tagName in SHAPES) return this.#shape(element, look, transform, inner);
    if (!GROUPS.includes(tagName)) throw new Error(`Stills cannot draw <${tagName}>.`);
    return this.#group(element, look, transform, inner);
  }

  #children(element: Element, look: Look, matrix: Matrix): string {
    return childrenOf(element)
      .map((child) => this.#element(child, look, matrix))
      .join('');
  }

  #group(element: Element, look: Look, transform: string, matrix: Matrix): string {
    const children = this.#children(element, look, matrix);
    if (children === '') return '';
    const effects = this.#effects(look);
    if (element.tagName === 'svg') {
      const frame = copied(element, look.light, ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio']);
      return `<svg${frame}${effects}>${children}</svg>`;
    }
    return wrapped(children, transform, effects);
  }

  #shape(element: Element, look: Look, transform: string, matrix: Matrix): string {
    if (look.light.get('visibility') !== 'visible' || attribute(element, 'd') === '') return '';
    const paint = this.#paint(look, { scale: enlargement(matrix), em: 1, fill: 'fill' });
    if (paint === undefined) return '';
    this.#measureShape(element, look.light, matrix);
    const shape = copied(element, look.light, SHAPES[element.tagName] ?? []);
    return `<${element.tagName}${shape}${transformed(transform)}${paint}${this.#effects(look)}/>`;
  }

  #measureShape(element: Element, style: Style, matrix: Matrix): void {
    const text = (name: string) =>
      (GEOMETRY.includes(name) ? geometryOf(element, style, name) : attribute(element, name)) ?? '';
    const number = (name: string) => Number.parseFloat(text(name)) || 0;
    const steady = style.get('vector-effect') === 'non-scaling-stroke' ? enlargement(matrix) : 1;
    const around = style.get('stroke') === 'none' ? 0 : style.length('stroke-width') / 2 / steady;
    this.extent.add(outlineOf(element.tagName, text, number), matrix, around);
  }

  /** An element that stands for another: that one is drawn in its place. */
  #used(element: Element, look: Look, transform: string, matrix: Matrix): string {
    const id = (attribute(element, 'href') ?? attribute(element, 'xlink:href') ?? '').replace(/^#/, '');
    const target = this.#find(id);
    if (!target || target.tagName === 'symbol') throw new Error(`Stills cannot draw a use of "#${id}".`);
    const [x, y] = ['x', 'y'].map((name) => Number.parseFloat(geometryOf(element, look.light, name) ?? '0'));
    const moved = x === 0 && y === 0 ? '' : `translate(${x} ${y})`;
    const drawn = this.#element(target, look, multiplied(matrix, readTransform(moved)));
    return drawn === '' ? '' : wrapped(drawn, transform + moved, this.#effects(look));
  }

  #text(element: Element, look: Look, transform: string, matrix: Matrix): string {
    if (look.light.get('visibility') !== 'visible') return '';
    const pieces = setText(element, look, this.#looks, this.#lettering).map((piece) => this.piece(piece, matrix));
    if (pieces.length === 0) return '';
    return wrapped(pieces.join(''), transform, this.#effects(look));
  }

  /** A piece of text as outlines, or as text where the fonts lack a character. */
  piece({ text, look, size, x, y, anchor, line }: Piece, matrix = IDENTITY, fill: 'fill' | 'color' = 'fill'): string {
    const scale = enlargement(matrix);
    this.smallest = Math.min(this.smallest, round(size * scale, 2));
    const em = size / 1000;
    const paint = this.#paint(look, { scale, em: line ? em : 1, fill });
    if (paint === undefined) return '';
    const width = line ? line.advance * em : 0;
    this.extent.add(boxOf(x, y - CAP * size, width, (CAP + TAIL) * size), matrix);
    if (!line) {
      const { light } = look;
      const type = `font-family="Arial, sans-serif" font-size="${size}" font-weight="${light.get('font-weight')}"`;
      const place = `x="${round(x, 2)}" y="${round(y, 2)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`;
      return `<text ${place} ${type}${paint}>${escaped(text)}</text>`;
    }
    const place = ` transform="translate(${round(x, 2)} ${round(y, 2)})scale(${round(em, 6)})"`;
    // Outlined letters are painted as one: else the outline of each would lie over the letter before it.
    if (/ stroke=/.test(paint)) {
      const path = line.glyphs.map(({ id, x: at }) => `M${at} 0${this.#lettering.outline(id)}`).join('');
      return `<path d="${path}"${place}${paint}/>`;
    }
    const glyphs = line.glyphs.map(({ id, x: at }) => {
      const name = this.#glyphName(id);
      return at === 0 ? `<use xlink:href="#${name}"/>` : `<use xlink:href="#${name}" x="${at}"/>`;
    });
    return `<g${place}${paint}>${glyphs.join('')}</g>`;
  }

  /** What an element is painted with; undefined if nothing would be seen. */
  #paint(look: Look, place: Place): string | undefined {
    const [light, dark] = [painted(look.light, place), painted(look.dark, place)];
    if (light.get('fill') === 'none' && light.get('stroke') === 'none') return undefined;
    const idle = (name: string) =>
      (name.startsWith('stroke-') && light.get('stroke') === 'none') ||
      (name === 'paint-order' && (light.get('stroke') === 'none' || light.get('fill') === 'none')) ||
      (name === 'fill-rule' && light.get('fill') === 'none');
    return this.attributes(
      PAINT.filter(([name]) => !idle(name)).map(([name, initial]) => [
        name,
        this.#referred(light.get(name) ?? initial),
        this.#referred(dark.get(name) ?? initial),
        initial,
      ]),
    );
  }

  #effects(look: Look): string {
    if (look.light.get('filter') !== 'none') throw new Error('Stills cannot draw filters.');
    return this.attributes(
      EFFECTS.map(([name, initial]) => [
        name,
        this.#referred(look.light.get(name)),
        this.#referred(look.dark.get(name)),
        initial,
      ]),
    );
  }

  /** A value with what it refers to brought into the still. */
  #referred(value: string): string {
    return value.replace(/url\((['"]?)#([^'")]+)\1\)/g, (_, __, id: string) => `url(#${this.#resource(id)})`);
  }

  #resource(id: string): string {
    const known = this.#resources.get(id);
    if (known) return known.name;
    const element = this.#find(id);
    const kept = element && RESOURCES[element.tagName];
    if (!element || !kept) throw new Error(`Stills cannot draw with "#${id}".`);
    const entry = { name: `r${this.#resources.size}`, markup: '' };
    this.#resources.set(id, entry);
    const look = this.#looks.of(element);
    // What is drawn aside does not reach anywhere.
    const { extent } = this;
    this.extent = new Extent();
    const inner = element.tagName.endsWith('Gradient') ? this.#stops(element, look) : this.#children(element, look, IDENTITY);
    this.extent = extent;
    entry.markup = `<${element.tagName} id="${entry.name}"${copied(element, look.light, kept)}>${inner}</${element.tagName}>`;
    return entry.name;
  }

  #stops(gradient: Element, around: Look): string {
    return childrenOf(gradient)
      .filter(({ tagName }) => tagName === 'stop')
      .map((stop) => {
        const look = this.#looks.of(stop, around);
        const [light, dark] = [readColour(look.light.get('stop-color')), readColour(look.dark.get('stop-color'))];
        const opacity = (style: Style, alpha: number) => String(round(Number(style.get('stop-opacity')) * alpha, 3));
        const attributes = this.attributes([
          ['stop-color', light.value, dark.value, '#000000'],
          ['stop-opacity', opacity(look.light, light.alpha), opacity(look.dark, dark.alpha), '1'],
        ]);
        return `<stop offset="${attribute(stop, 'offset') ?? 0}"${attributes}/>`;
      })
      .join('');
  }

  #glyphName(id: string): string {
    const name = this.#glyphs.get(id) ?? `g${this.#glyphs.size}`;
    this.#glyphs.set(id, name);
    return name;
  }

  #className(declarations: string): string {
    const name = this.#classes.get(declarations) ?? `c${this.#classes.size}`;
    this.#classes.set(declarations, name);
    return name;
  }
}

/** Where something is painted: how much it is enlarged there, and where its colour comes from. */
interface Place {
  readonly scale: number;
  /** The size of the units it is drawn in. */
  readonly em: number;
  readonly fill: 'fill' | 'color';
}

/** Paint in plain values; lengths that do not grow with the drawing are worked out for the place. */
function painted(style: Style, { scale, em, fill }: Place): ReadonlyMap<string, string> {
  const values = new Map(PAINT.map(([name]) => [name, style.get(name)]));
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
  const dashes = style.get('stroke-dasharray').split(/[\s,]+/).map((dash) => length(Number.parseFloat(dash)));
  values.set('stroke-dasharray', dashes.some((dash) => dash > 0) ? dashes.join(' ') : 'none');
  return values;
}

/** Attributes of an element that are kept, with numbers no finer than can be seen. */
function copied(element: Element, style: Style, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = GEOMETRY.includes(name) ? geometryOf(element, style, name) : attribute(element, name);
      return value === undefined ? '' : ` ${name}="${escaped(shortened(value, /Transform$/.test(name) ? 5 : 2))}"`;
    })
    .join('');
}

/** Numbers cut down to so many decimals. */
export function shortened(text: string, digits: number): string {
  return text.replace(/\d*\.\d+(?:e[-+]?\d+)?/g, (number, at: number) => {
    if (number.length - number.indexOf('.') - 1 <= digits && !number.includes('e')) return number;
    // `1.234.567` is two numbers.
    const apart = /[\d.]/.test(text[at - 1] ?? '') ? ' ' : '';
    return apart + String(round(Number(number), digits));
  });
}

function transformOf(element: Element, style: Style): string {
  const value = style.get('transform');
  if (value === 'none') return shortened(attribute(element, 'transform') ?? '', 5);
  if (style.get('transform-box') !== 'view-box' || /%|calc|3d|[XYZ]\(/.test(value)) {
    throw new Error(`Stills cannot draw the transform "${value}".`);
  }
  return shortened(value.replace(/(\d)(?:px|deg)/g, '$1'), 5);
}

const transformed = (transform: string) => (transform === '' ? '' : ` transform="${transform}"`);

function wrapped(children: string, transform: string, effects: string): string {
  const attributes = transformed(transform) + effects;
  return attributes === '' ? children : `<g${attributes}>${children}</g>`;
}

export const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
