/**
 * Figures in their first states for readers without scripts, in as few bytes as can be: their narrow drawings, each
 * look of a shape said once, in a class that all drawings of the page share, and letters left as text.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from '../html.ts';
import { escaped } from '../stills/definitions.ts';
import {
  boxOf,
  enlargement,
  Extent,
  IDENTITY,
  multiplied,
  outlineOf,
  readTransform,
  type Matrix,
} from '../stills/extent.ts';
import { viewBoxOf } from '../stills/legend.ts';
import { effectsOf, paintOf, stopOf, type Entry } from '../stills/paint.ts';
import { childrenOf, parentOf, within, type Element } from '../stills/selector.ts';
import { ASIDE, copied, GROUPS, RESOURCES, SHAPES, transformOf, valueOf } from '../stills/shapes.ts';
import { layoutOf, legendsOf, VIEWS } from '../stills/still.ts';
import type { Sheet } from '../stills/sheet.ts';
import { Looks, type Look } from '../stills/style.ts';

const LAYOUT = 'narrow';

/** What text looks like, with the value where nothing need be said. */
const TYPE: Readonly<Record<string, string>> = {
  'font-size': '16px',
  'font-weight': '400',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'text-transform': 'none',
  'dominant-baseline': 'auto',
};
/** How far letters reach above the baseline, below it and to the side, in ems. */
const CAP = 0.75;
const TAIL = 0.25;
const ADVANCE = 0.5;

const MARGIN = 4; // px above and below what is drawn

export class Sketches {
  readonly #looks: Looks;
  readonly #find: (id: string) => Element | undefined;
  /** The names of classes, by what they say. */
  readonly #classes = new Map<
    string,
    { readonly name: string; readonly light: string; readonly dark: string }
  >();
  #resources = new Map<string, { readonly name: string; markup: string }>();
  #resourceCount = 0;
  #extent = new Extent();
  /** The family of the drawing's letters. */
  #family = '';

  /**
   * @param sheet the styles of the page
   * @param find an element of the page by its id
   */
  constructor(sheet: Sheet, find: (id: string) => Element | undefined) {
    this.#looks = new Looks(sheet, VIEWS[LAYOUT]);
    this.#find = find;
  }

  /** A figure's drawing and what explains it; empty if it has no drawing. */
  of(figure: Element): string {
    const svg = layoutOf(figure, LAYOUT);
    if (!svg) return '';
    const look = this.#looks.of(svg);
    const [left = 0, top = 0, width = 0, height = 0] = viewBoxOf(svg);
    this.#extent = new Extent();
    this.#resources = new Map();
    this.#family = look.light.get('font-family');
    const drawn = this.#inside(svg, look, IDENTITY);
    // An empty part of the sheet above or below, kept free for other states, is left out.
    const first = Math.max(top, Math.floor(this.#extent.top) - MARGIN);
    const last = Math.min(top + height, Math.ceil(this.#extent.bottom) + MARGIN);
    const resources = [...this.#resources.values()].map(({ markup }) => markup).join('');
    const name = escaped(nameOf(svg));
    const definitions = resources === '' ? '' : `<defs>${resources}</defs>`;
    const box = [left, first, width, last - first].join(' ');
    return (
      `<svg class="sketch" role="img" aria-label="${name}" viewBox="${box}">${definitions}${drawn}</svg>` +
      legendsOf(figure, svg)
        .map((legend) => this.#legend(legend))
        .join('')
    );
  }

  /** The rules that drawings need. */
  rulesFor(drawings: string): string {
    const used = new Set([...drawings.matchAll(/ class="(\w+)"/g)].map(([, name]) => name));
    const classes = [...this.#classes.values()].filter(({ name }) => used.has(name));
    const dark = classes.filter((each) => each.dark !== '').map((each) => `.${each.name}{${each.dark}}`);
    return (
      classes.map((each) => `.${each.name}{${each.light}}`).join('') +
      (dark.length === 0 ? '' : `@media (prefers-color-scheme:dark){${dark.join('')}}`)
    );
  }

  #inside(parent: Element, look: Look, matrix: Matrix): string {
    return childrenOf(parent)
      .map((child) => this.#element(child, look, matrix))
      .join('');
  }

  #element(element: Element, around: Look, matrix: Matrix): string {
    const { tagName } = element;
    if (ASIDE.includes(tagName)) return '';
    const look = this.#looks.of(element, around);
    if (look.light.get('display') === 'none' || Number(look.light.get('opacity')) === 0) return '';
    const transform = transformOf(element, look.light);
    const inner = multiplied(matrix, readTransform(transform));
    if (tagName in SHAPES) return this.#shape(element, look, transform, inner);
    if (tagName === 'text') return this.#text(element, look, transform, inner);
    if (tagName in GROUPS) return this.#group(element, this.#inside(element, look, inner), look, transform);
    if (tagName === 'use') return this.#used(element, look, transform, inner);
    throw new Error(`Sketches cannot draw <${tagName}>.`);
  }

  #shape(element: Element, look: Look, transform: string, matrix: Matrix): string {
    const { light } = look;
    if (light.get('visibility') !== 'visible' || attribute(element, 'd') === '') return '';
    const paint = paintOf(look, { scale: 1, em: 1, fill: 'fill' });
    if (!paint) return '';
    const number = (name: string) => Number.parseFloat(valueOf(element, light, name) ?? '') || 0;
    const around = light.get('stroke') === 'none' ? 0 : light.length('stroke-width') / 2;
    const steady = light.get('vector-effect') === 'non-scaling-stroke';
    this.#extent.add(
      outlineOf(element.tagName, (name) => valueOf(element, light, name) ?? '', number),
      matrix,
      steady ? around / enlargement(matrix) : around,
    );
    const named = this.#class([...paint, ...(steady ? [STEADY] : []), ...effectsOf(look)]);
    const shape = copied(element, light, SHAPES[element.tagName] ?? []);
    return `<${element.tagName}${named}${shape}${transformed(transform)}/>`;
  }

  #text(element: Element, look: Look, transform: string, matrix: Matrix): string {
    if (look.light.get('visibility') !== 'visible') return '';
    const runs = runsOf(element, look, this.#looks).filter(({ text }) => text !== '');
    if (runs.every(({ text }) => text.trim() === '')) return '';
    const letters = runs.map((run) => {
      const paint = paintOf(run.look, { scale: 1, em: 1, fill: 'fill' });
      return paint
        ? { ...run, named: this.#class([...paint, ...typeOf(run.look, this.#family)]) }
        : undefined;
    });
    const size = look.light.fontSize;
    for (const { place, text } of runs) {
      const [x = 0, y = 0] = ['x', 'y'].map(
        (name) => Number.parseFloat(place[name] ?? attribute(element, name) ?? '') || 0,
      );
      const box = boxOf(x, y - CAP * size, ADVANCE * size * text.length, (CAP + TAIL) * size);
      this.#extent.add(box, matrix);
    }
    const effects = this.#class(effectsOf(look));
    const place = copied(element, look.light, PLACE) + transformed(transform);
    const [only, ...others] = letters;
    if (only && others.length === 0 && effects === '' && Object.keys(only.place).length === 0)
      return `<text${only.named}${place}>${escaped(only.text.trim())}</text>`;
    const spans = letters.map((run) => {
      if (!run) return '';
      const own = Object.entries(run.place).map(([name, value]) => ` ${name}="${escaped(value)}"`);
      return `<tspan${run.named}${own.join('')}>${escaped(run.text)}</tspan>`;
    });
    return `<text${effects}${place}>${spans.join('')}</text>`;
  }

  /** An element that stands for another: that one is drawn in its place. */
  #used(element: Element, look: Look, transform: string, matrix: Matrix): string {
    const target = this.#find((attribute(element, 'href') ?? '').replace(/^#/, ''));
    if (!target) throw new Error(`Sketches cannot draw a use of "${attribute(element, 'href')}".`);
    const [x = '0', y = '0'] = ['x', 'y'].map((name) => valueOf(element, look.light, name));
    const moved = Number.parseFloat(x) || Number.parseFloat(y) ? `translate(${x} ${y})` : '';
    const drawn = this.#element(target, look, multiplied(matrix, readTransform(moved)));
    return this.#group(undefined, drawn, look, transform + moved);
  }

  /** What is drawn with a group around it, if the group says anything. */
  #group(group: Element | undefined, drawn: string, look: Look, transform: string): string {
    if (drawn === '') return '';
    const frame = group ? copied(group, look.light, GROUPS[group.tagName] ?? []) : '';
    const attributes = this.#class(effectsOf(look)) + frame + transformed(transform);
    const tag = frame === '' ? 'g' : 'svg';
    return attributes === '' ? drawn : `<${tag}${attributes}>${drawn}</${tag}>`;
  }

  /** Signs and words side by side. */
  #legend(legend: Element): string {
    const look = this.#looks.of(legend);
    if (look.light.get('display') === 'none') return '';
    const items = within(legend).filter(({ tagName }) => tagName === 'li');
    return `<p class="signs">${items.map((item) => `<span>${this.#signs(item)}</span> `).join('')}</p>`;
  }

  #signs(element: Element): string {
    return element.childNodes
      .map((node) => {
        if (node.nodeName === '#text' && 'value' in node) return escaped(node.value);
        if (!('tagName' in node) || this.#looks.of(node).light.get('display') === 'none') return '';
        if (node.tagName !== 'svg') return this.#signs(node);
        const drawn = this.#inside(node, this.#looks.of(node), IDENTITY);
        return `<svg viewBox="${viewBoxOf(node).join(' ')}">${drawn}</svg>`;
      })
      .join('');
  }

  /** The class that says all this; nothing where there is nothing to say. */
  #class(entries: readonly Entry[]): string {
    const said = (theme: 'light' | 'dark', all: readonly Entry[]) =>
      all.map((entry) => `${entry.name}:${this.#referred(entry[theme])}`).join(';');
    const light = said(
      'light',
      entries.filter((entry) => entry.light !== entry.initial),
    );
    const dark = said(
      'dark',
      entries.filter((entry) => entry.light !== entry.dark),
    );
    if (light === '' && dark === '') return '';
    const key = `${light}|${dark}`;
    const known = this.#classes.get(key);
    const name = known?.name ?? `s${this.#classes.size.toString(36)}`;
    if (!known) this.#classes.set(key, { name, light, dark });
    return ` class="${name}"`;
  }

  /** A value with what it refers to brought along. */
  #referred(value: string): string {
    return value.replace(/url\((['"]?)#([^'")]+)\1\)/g, (_, __, id: string) => `url(#${this.#resource(id)})`);
  }

  #resource(id: string): string {
    const known = this.#resources.get(id);
    if (known) return known.name;
    const element = this.#find(id);
    const kept = element && RESOURCES[element.tagName];
    if (!element || !kept) throw new Error(`Sketches cannot draw with "#${id}".`);
    const entry = { name: `r${(this.#resourceCount++).toString(36)}`, markup: '' };
    this.#resources.set(id, entry);
    const look = this.#looks.of(element);
    // What is drawn aside does not reach anywhere.
    const extent = this.#extent;
    this.#extent = new Extent();
    const drawn = element.tagName.endsWith('Gradient')
      ? this.#stops(element, look)
      : this.#inside(element, look, IDENTITY);
    this.#extent = extent;
    const attributes = copied(element, look.light, kept);
    entry.markup = `<${element.tagName} id="${entry.name}"${attributes}>${drawn}</${element.tagName}>`;
    return entry.name;
  }

  #stops(gradient: Element, around: Look): string {
    return childrenOf(gradient)
      .filter(({ tagName }) => tagName === 'stop')
      .map((stop) => {
        const named = this.#class(stopOf(this.#looks.of(stop, around)));
        return `<stop${named} offset="${attribute(stop, 'offset') ?? 0}"/>`;
      })
      .join('');
  }
}

/** A drawing's name: its own, or that of what it lies in. */
function nameOf(svg: Element): string {
  for (let at: Element | undefined = svg; at; at = parentOf(at)) {
    const name = attribute(at, 'aria-label');
    if (name !== undefined) return name;
  }
  return '';
}

const STEADY: Entry = {
  name: 'vector-effect',
  light: 'non-scaling-stroke',
  dark: 'non-scaling-stroke',
  initial: 'none',
};

const PLACE = ['x', 'y', 'dx', 'dy'];

/** A piece of text in one look, with what it says of its place. */
interface Run {
  readonly text: string;
  readonly look: Look;
  readonly place: Readonly<Record<string, string>>;
}

function runsOf(element: Element, look: Look, looks: Looks): Run[] {
  return element.childNodes.flatMap((node: DefaultTreeAdapterTypes.ChildNode): Run[] => {
    if (node.nodeName === '#text' && 'value' in node)
      return [{ text: node.value.replace(/[ \t\r\n]+/g, ' '), look, place: {} }];
    if (!('tagName' in node) || !['tspan', 'a'].includes(node.tagName)) return [];
    const own = looks.of(node, look);
    if (own.light.get('display') === 'none') return [];
    const [first, ...rest] = runsOf(node, own, looks);
    const place = Object.fromEntries(
      PLACE.flatMap((name) => {
        const value = attribute(node, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    return first ? [{ ...first, place: { ...place, ...first.place } }, ...rest] : [];
  });
}

/** The type of a run; where its family is that of the whole drawing, it need not be said. */
function typeOf({ light, dark }: Look, usual: string): Entry[] {
  const entries = Object.entries(TYPE).map(([name, initial]) => ({
    name,
    light: light.get(name),
    dark: dark.get(name),
    initial,
  }));
  const family = light.get('font-family');
  return [...entries, { name: 'font-family', light: family, dark: family, initial: usual }];
}

const transformed = (transform: string) => (transform === '' ? '' : ` transform="${transform}"`);
