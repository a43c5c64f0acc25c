/**
 * A page that packs itself: what is in the file is a short page with the story's text for readers without scripts,
 * and the whole page, packed, which a script puts in its place.
 */
import { fileURLToPath } from 'node:url';
import { constants, zstdCompressSync } from 'node:zlib';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { rolldown } from 'rolldown';
import { attribute, elementsOf } from '../html.ts';
import { withPolicy } from '../policy.ts';
import { encode85 } from './base85.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Fonts come with the page inside. */
const POLICY = { own: '', fonts: 'data:', connect: '' };

/**
 * @param html a page that needs nothing beside itself
 * @param missing what readers without scripts are told is not there
 */
export async function packed(html: string, missing: string): Promise<string> {
  const elements = elementsOf(html);
  const root = elements.find(({ tagName }) => tagName === 'html');
  const body = elements.find(({ tagName }) => tagName === 'body');
  const head = elements.filter(isKept).map((element) => outer(html, element));
  const language = escaped((root && attribute(root, 'lang')) ?? 'en');
  const page =
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">${head.join('')}` +
    `<script>${await unpacking()}</script></head><body>` +
    `<noscript><p>${escaped(missing)}</p>${body ? readable(body) : ''}</noscript>` +
    `<script type="text/plain" id="packed">${encode85(compressed(html))}</script></body></html>\n`;
  return withPolicy(page, POLICY, html);
}

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

/** A window as large as the page: the same drawing returns far apart. */
function compressed(html: string): Uint8Array {
  const params = {
    [constants.ZSTD_c_compressionLevel]: 22,
    [constants.ZSTD_c_windowLog]: 23,
    [constants.ZSTD_c_enableLongDistanceMatching]: 1,
  };
  return zstdCompressSync(html, { params });
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

const KEPT = ['h1', 'h2', 'h3', 'h4', 'p', 'blockquote', 'ul', 'ol', 'li', 'em', 'strong', 'figcaption'];
const PASSED_OVER = [
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'button',
  'details',
  'nav',
  'footer',
  'sup',
];
/** What has no tag here, but stands apart from what follows. */
const APART = ['div', 'section', 'b'];
/** Furniture, which means nothing without the page around it. */
const FURNITURE = ['astro-island', 'skip', 'top', 'notes', 'note-panel', 'theme', 'hint', 'cite'];

/** The text of an element with its headings and paragraphs, and nothing else. */
function readable(element: Element): string {
  return element.childNodes.map(readableNode).join('').replace(/\s+/g, ' ');
}

function readableNode(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return escaped(node.value);
  if (!('tagName' in node) || PASSED_OVER.includes(node.tagName)) return '';
  // What became of the doors is told by the island itself.
  if (node.tagName === 'astro-island' && within(node, 'data-plan') === 'live') return readable(node);
  if (attribute(node, 'data-elsewhere') !== undefined) return '';
  const names = [node.tagName, ...(attribute(node, 'class') ?? '').split(' ')];
  if (names.some((name) => FURNITURE.includes(name))) return '';
  const text = readable(node);
  if (KEPT.includes(node.tagName) && text.trim() !== '')
    return `<${node.tagName}>${text.trim()}</${node.tagName}>`;
  return APART.includes(node.tagName) ? `${text} ` : text;
}

/** The value of an attribute that an element or one inside it carries. */
function within(element: Element, name: string): string | undefined {
  const own = attribute(element, name);
  if (own !== undefined) return own;
  for (const node of element.childNodes) {
    const value = 'tagName' in node ? within(node, name) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
