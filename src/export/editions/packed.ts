/**
 * A page that packs itself: what is in the file is a short page with the story's text for readers without scripts,
 * and the whole page, packed, which a script puts in its place.
 */
import { fileURLToPath } from 'node:url';
import { constants, zstdCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { attribute, elementsOf } from '../html.ts';
import { withPolicy } from '../policy.ts';
import { escaped } from '../stills/definitions.ts';
import type { Element } from '../stills/selector.ts';
import { Sheet } from '../stills/sheet.ts';
import { VIEWS } from '../stills/still.ts';
import { Looks, type Style } from '../stills/style.ts';
import { encode85 } from './base85.ts';
import { withoutHead } from './frame.ts';
import { readable, tableOf } from './plain.ts';
import { Sketches } from './sketches.ts';

/** Fonts come with the page inside. */
const POLICY = { own: '', fonts: 'data:', connect: '' };

export interface PackedOptions {
  /** What readers without scripts are told is not there. */
  readonly missing: string;
  /** Where the page is published, if known. */
  readonly address?: string | undefined;
  /** What the file is to weigh at most, bytes: without scripts as many drawings and tables are shown as fit. */
  readonly most: number;
}

/**
 * @param html a page that needs nothing beside itself
 * @returns the file; it weighs more than it should where even the page and its text alone do
 */
export async function packed(html: string, options: PackedOptions): Promise<string> {
  const page = new Page(html, options, await unpacking());
  const { most } = options;
  // Each figure once, in its first state in the story; then its data; then figures that come again, as far as there
  // is room.
  let shown = [...page.figures.first, ...page.tables];
  let file = page.with(shown);
  while (Buffer.byteLength(file) > most && shown.length > 0) {
    shown = shown.slice(0, -1);
    file = page.with(shown);
  }
  let room = most - Buffer.byteLength(file);
  const more = page.figures.again.filter((figure) => {
    const weight = Buffer.byteLength(page.shownFor(figure));
    const fits = weight <= room;
    if (fits) room -= weight;
    return fits;
  });
  const fuller = more.length > 0 ? page.with([...shown, ...more]) : file;
  return Buffer.byteLength(fuller) <= most ? fuller : file;
}

/** A page on its way into a file. */
class Page {
  readonly #html: string;
  readonly #elements: readonly Element[];
  readonly #options: PackedOptions;
  readonly #script: string;
  readonly #sheet: Sheet;
  readonly #sketches: Sketches;
  readonly #shown = new Map<Element, string>();

  constructor(html: string, options: PackedOptions, script: string) {
    this.#html = html;
    this.#elements = elementsOf(html);
    this.#options = options;
    this.#script = script;
    this.#sheet = new Sheet(this.#elements.filter(({ tagName }) => tagName === 'style').map(textOf));
    const ids = new Map(this.#elements.map((element) => [attribute(element, 'id') ?? '', element]));
    this.#sketches = new Sketches(this.#sheet, (id) => ids.get(id));
  }

  /** The page's figures in order: those that come for the first time, and the others. */
  get figures(): { readonly first: readonly Element[]; readonly again: readonly Element[] } {
    const known = new Set<string>();
    const first: Element[] = [];
    const again: Element[] = [];
    for (const element of this.#elements) {
      const name = attribute(element, 'data-figure');
      if (name === undefined || attribute(element, 'data-plan') === 'live') continue;
      (known.has(name) ? again : first).push(element);
      known.add(name);
    }
    return { first, again };
  }

  /** The tables with the data of its figures. */
  get tables(): readonly Element[] {
    return this.#elements.filter(({ tagName }) => tagName === 'table');
  }

  /** What stands for a figure or a table for readers without scripts. */
  shownFor(element: Element): string {
    const shown =
      this.#shown.get(element) ??
      (element.tagName === 'table' ? tableOf(element) : this.#sketches.of(element));
    this.#shown.set(element, shown);
    return shown;
  }

  /** The file, with these figures and tables for readers without scripts. */
  with(elements: readonly Element[]): string {
    const shown = new Map(elements.map((element) => [element, this.shownFor(element)]));
    const rules = this.#sketches.rulesFor([...shown.values()].join(''));
    const root = this.#elements.find(({ tagName }) => tagName === 'html');
    const body = this.#elements.find(({ tagName }) => tagName === 'body');
    const head = this.#elements.filter(isKept).map((element) => outer(this.#html, element));
    const language = escaped((root && attribute(root, 'lang')) ?? 'en');
    const { missing, address } = this.#options;
    const link = address === undefined ? '' : ` <a href="${escaped(address)}">${escaped(address)}</a>`;
    const plain = `<p>${escaped(missing)}${link}</p>${body ? readable(body, shown) : ''}`;
    const page =
      `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">${head.join('')}` +
      `<style>${this.#looks(root)}${rules}</style>` +
      `<script>${this.#script}</script></head><body><noscript id="plain">${plain}</noscript>` +
      `<script type="text/plain" id="packed">${encode85(compressed(this.#html, plain))}</script></body></html>\n`;
    return withPolicy(page, POLICY, this.#html);
  }

  /** The page as plain as it can be: its colours, its measure, and type that lies in the reader's system. */
  #looks(root: Element | undefined): string {
    const styles = this.#elements.filter(({ tagName }) => tagName === 'style').map(textOf);
    const faces = styles.flatMap((css) => css.match(STAND_IN) ?? []);
    const looks = root && new Looks(this.#sheet, VIEWS.narrow).of(root);
    const theme = (style: Style | undefined) =>
      `:root{${['--sheet', '--ink', '--mute', '--font-text', '--font-label']
        .map((name) => `${name}:${style?.get(name) ?? ''}`)
        .join(';')}}`;
    return (
      faces.join('') +
      theme(looks?.light) +
      `@media (prefers-color-scheme:dark){${theme(looks?.dark)}}` +
      PLAIN
    );
  }
}

/** Stand-ins for fonts, which need no file. */
const STAND_IN = /@font-face\s*\{[^{}]*local\([^{}]*\}/g;

/** How the text stands for readers without scripts. */
const PLAIN =
  ':root{color-scheme:light dark;background:var(--sheet);color:var(--ink)}' +
  'body{max-inline-size:36rem;margin:0 auto;padding:1rem;font:1.125rem/1.5 var(--font-text);overflow-wrap:break-word}' +
  'h1,h2,h3{font-weight:300;line-height:1.15}h2{margin-block-start:3em}' +
  '.sketch,.signs,.table,summary,figcaption{font:0.875rem/1.4 var(--font-label)}' +
  '.sketch{display:block;inline-size:100%;max-inline-size:30rem;margin-block:1rem;overflow:visible}' +
  '.signs{display:flex;flex-wrap:wrap;gap:0 1em}.signs svg{block-size:1em;margin-inline-end:0.4em;vertical-align:-0.1em}' +
  '.table{overflow:auto}table{border-collapse:collapse}th,td{padding:0.25em 1em 0.25em 0;text-align:start;vertical-align:top}';

const textOf = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');

/** What those know a page by who do not open it. */
function isKept(element: Element): boolean {
  if (element.tagName === 'title') return true;
  if (element.tagName === 'link') return ['canonical', 'icon'].includes(attribute(element, 'rel') ?? '');
  return (
    element.tagName === 'meta' && !element.attrs.some(({ name }) => ['charset', 'http-equiv'].includes(name))
  );
}

function outer(html: string, element: Element): string {
  const place = element.sourceCodeLocation;
  return place ? html.slice(place.startOffset, place.endOffset) : '';
}

/**
 * A window as large as the page: the same drawing returns far apart.
 *
 * @param beside what lies beside it as it is: what the page has in common with it is not packed again
 */
function compressed(html: string, beside: string): Uint8Array {
  const params = {
    [constants.ZSTD_c_compressionLevel]: 22,
    [constants.ZSTD_c_windowLog]: 23,
    [constants.ZSTD_c_enableLongDistanceMatching]: 1,
  };
  const frame = zstdCompressSync(html, { params, dictionary: Buffer.from(beside) });
  return withoutHead(frame, Buffer.byteLength(html));
}

let script: Promise<string> | undefined;

/** The script that unpacks, as text. */
function unpacking(): Promise<string> {
  return (script ??= (async () => {
    const input = fileURLToPath(new URL('./unpack.ts', import.meta.url));
    const bundle = await rolldown({ input, logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    await bundle.close();
    return output[0].code.trim();
  })());
}
