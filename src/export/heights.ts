/**
 * How tall a frame must be for each of the pages for frames, worked out from the finished HTML: no browser is at hand
 * in the build. Lines of text are counted by the mean advance of the faces, drawings by their proportions. What comes
 * of it is a little more than the page needs, never less: a test compares it with a browser's answer for every page.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { faces } from '../../scripts/lib/faces.mjs';
import { attribute, elementsOf } from './html.ts';
import { childrenOf, classes, type Element } from './stills/selector.ts';
import { viewBoxOf } from './stills/legend.ts';

/** px: the narrowest place that CMSs give a frame on a phone, with the page's margins inside it. */
const FRAME = 342;
const MARGIN = 15.3;
const COLUMN = FRAME - 2 * MARGIN;

/** Lines end before the column does, by this share of it. */
const RAGGED = 0.9;

/** Added in the end, for what was not foreseen: a share, and px. */
const SPARE = { share: 1.05, px: 16 };

/** How a run of text is set: mean advance in em, size and line in px. */
interface Setting {
  readonly advance: number;
  readonly size: number;
  readonly line: number;
}

const advanceOf = (file: string, weight = '400') =>
  faces.find((face) => face.file === file)?.standIns.find((each) => each.weight === weight)?.mean ?? 0.45;

const TEXT: Setting = { advance: advanceOf('newsreader-400'), size: 18, line: 27 };
const LABEL: Setting = { advance: advanceOf('archivo'), size: 14, line: 19.6 };
const SMALL: Setting = { advance: advanceOf('archivo'), size: 13, line: 18.2 };
const heading = (size: number): Setting => ({
  advance: advanceOf('newsreader-300', '300'),
  size,
  line: size * 1.06,
});

/** Elements that take no room in a frame, and what is shown at other widths only, without scripts or when asked for. */
const NOWHERE = ['head', 'script', 'style', 'template', 'picture', 'noscript', 'link', 'meta'];
const ELSEWHERE = ['unseen', 'wide', 'skip', 'still', 'answer'];

/** Room around elements, above and below taken together, px; by tag or class. */
const AROUND: Readonly<Record<string, number>> = {
  chapter: 96,
  opener: 20,
  scene: 54,
  figure: 36,
  title: 8,
  step: 72,
  hero: 56,
  dek: 36,
  hint: 24,
  between: 64,
  corrections: 48,
  notes: 70,
  credit: 90,
  top: 49,
  p: 20,
  li: 8,
  dd: 8,
  blockquote: 12,
  summary: 12,
  h1: 24,
  h2: 20,
  h3: 14,
  figcaption: 12,
  door: 32,
  legend: 16,
};

/**
 * The height of a page for frames.
 *
 * @param html the finished page
 * @returns px for a frame 342 px wide; a wider one needs no more
 */
export function frameHeight(html: string): number {
  const body = elementsOf(html).find(({ tagName }) => tagName === 'body');
  if (!body) throw new Error('The page has no body.');
  return Math.ceil(heightOf(body, TEXT) * SPARE.share + SPARE.px);
}

/** Stands in the finished files for the height of a page: `@height:/embed/story/@`. */
const MARK = /@height:([^@\s"]+)@/g;

/**
 * Fills in the heights that pages and data were written without.
 *
 * @param dir the folder that the site generator wrote
 * @throws Error that names the file which asks for the height of a page that is not there
 */
export function fillHeights(dir: string): void {
  const known = new Map<string, number>();
  const heightAt = (address: string) => {
    const height = known.get(address) ?? frameHeight(readFileSync(join(dir, address, 'index.html'), 'utf8'));
    known.set(address, height);
    return height;
  };
  for (const path of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:html|json)$/.test(path)) continue;
    const text = readFileSync(join(dir, path), 'utf8');
    try {
      const filled = withHeights(text, path.endsWith('.json'), heightAt);
      if (filled !== text) writeFileSync(join(dir, path), filled);
    } catch (error) {
      throw new Error(`${path.split(sep).join('/')}: ${(error as Error).message}`, { cause: error });
    }
  }
}

/**
 * @param data whether the text is JSON, where a mark that is a whole value becomes a number
 * @param heightAt the height of the page at an address from the root, px
 */
export function withHeights(text: string, data: boolean, heightAt: (address: string) => number): string {
  const whole = data
    ? text.replace(/(?<=: ?)"@height:([^@\s"]+)@"/g, (_, at: string) => `${heightAt(at)}`)
    : text;
  return whole.replace(MARK, (_, at: string) => `${heightAt(at)}`);
}

function heightOf(element: Element, around: Setting): number {
  const { tagName } = element;
  const named = classes(element);
  if (NOWHERE.includes(tagName) || named.some((name) => ELSEWHERE.includes(name))) return 0;
  if (['hidden', 'popover'].some((name) => attribute(element, name) !== undefined)) return 0;
  if (tagName === 'svg') return drawingHeight(element);
  const setting = settingOf(element, around);
  const room = Math.max(0, ...[tagName, ...named].map((name) => AROUND[name] ?? 0));
  // What is folded away shows its first line alone.
  const children = childrenOf(element).filter(
    (child) => tagName !== 'details' || child.tagName === 'summary',
  );
  // A plan that lies takes the place of the one that stands.
  const lies = children.some((child) => classes(child).includes('short'));
  const blocks = children.filter((child) => isBlock(child) && !(lies && classes(child).includes('narrow')));
  if (blocks.length === 0) {
    const text = textOf(element);
    return text === '' ? drawings(children) : lines(text, setting) * setting.line + room;
  }
  const loose = looseText(element);
  return (
    room +
    (loose === '' ? 0 : lines(loose, setting) * setting.line) +
    blocks.reduce((sum, child) => sum + heightOf(child, setting), 0)
  );
}

const drawings = (elements: readonly Element[]): number =>
  elements.reduce(
    (sum, each) => sum + (each.tagName === 'svg' ? drawingHeight(each) : drawings(childrenOf(each))),
    0,
  );

function drawingHeight(svg: Element): number {
  const [, , width = 0, height = 0] = viewBoxOf(svg);
  if (width === 0) return 0;
  // Small ones stand in a line of text.
  return width < 120 ? 0 : (Math.min(COLUMN, width) / width) * height;
}

function settingOf(element: Element, around: Setting): Setting {
  const named = classes(element);
  const { tagName } = element;
  if (tagName === 'h1')
    return named.includes('unseen') ? around : heading(attribute(element, 'id') === 'story-title' ? 60 : 36);
  if (tagName === 'h2') return heading(36);
  if (tagName === 'h3') return heading(24);
  if (named.includes('dek')) return { ...TEXT, size: 20, line: 26.4 };
  if (named.includes('number')) return { ...LABEL, size: 36, line: 36 };
  if (tagName === 'figcaption') return SMALL;
  if (named.includes('lettering') || named.includes('notes')) return LABEL;
  return around;
}

const INLINE = [
  'a',
  'abbr',
  'b',
  'br',
  'cite',
  'em',
  'i',
  'q',
  'span',
  'strong',
  'sup',
  'sub',
  'time',
  'small',
  'button',
  'use',
];

const isBlock = (element: Element): boolean =>
  !NOWHERE.includes(element.tagName) &&
  (!INLINE.includes(element.tagName) || childrenOf(element).some(isBlock));

function textOf(element: Element): string {
  return element.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value;
      if (!('tagName' in node) || NOWHERE.includes(node.tagName) || node.tagName === 'svg') return '';
      return classes(node).includes('unseen') ? '' : textOf(node);
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Text that stands between an element's blocks. */
const looseText = (element: Element): string =>
  element.childNodes
    .map((node) =>
      node.nodeName === '#text' && 'value' in node
        ? node.value
        : 'tagName' in node && !NOWHERE.includes(node.tagName) && !isBlock(node)
          ? textOf(node)
          : '',
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const lines = (text: string, { advance, size }: Setting): number =>
  Math.ceil((Array.from(text).length * advance * size) / (COLUMN * RAGGED));
