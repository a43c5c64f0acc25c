/** A page's text for readers without scripts: headings, paragraphs, and what stands for figures and tables. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from '../html.ts';
import { escaped } from '../stills/definitions.ts';
import { childrenOf, within, type Element } from '../stills/selector.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const KEPT = ['h1', 'h2', 'h3', 'h4', 'p', 'blockquote', 'ul', 'ol', 'li', 'em', 'strong', 'figcaption'];
const PASSED_OVER = ['script', 'style', 'template', 'noscript', 'svg', 'button', 'nav', 'footer', 'sup'];
/** What has no tag here, but stands apart from what follows. */
const APART = ['div', 'section', 'b'];
/** Furniture, which means nothing without the page around it. */
const FURNITURE = ['skip', 'top', 'notes', 'note-panel', 'theme', 'hint', 'cite'];

/** What stands for figures and tables, by their elements. */
export type Shown = ReadonlyMap<Element, string>;

/** The text of an element with its headings, its paragraphs, its drawings and tables, and nothing else. */
export function readable(element: Element, shown: Shown): string {
  let text = '';
  let touches = false; // whether an element ends here
  for (const node of element.childNodes) {
    const next = readableNode(node, shown);
    if (next === '') continue;
    // The page keeps elements apart that touch each other here.
    text += touches && 'tagName' in node ? ` ${next}` : next;
    touches = 'tagName' in node;
  }
  return text.replace(/[ \t\r\n]+/g, ' ');
}

function readableNode(node: Node, shown: Shown): string {
  if (node.nodeName === '#text' && 'value' in node) return escaped(node.value);
  if (!('tagName' in node)) return '';
  if (node.tagName === 'details') return folded(node, shown);
  if (PASSED_OVER.includes(node.tagName)) return '';
  if (node.tagName === 'astro-island') {
    const parts = within(node);
    // What became of the doors is told by the island itself.
    if (parts.some((each) => attribute(each, 'data-plan') === 'live')) return readable(node, shown);
    return parts.map((each) => shown.get(each) ?? '').join('');
  }
  if (attribute(node, 'data-elsewhere') !== undefined) return '';
  const names = [node.tagName, ...(attribute(node, 'class') ?? '').split(' ')];
  if (names.some((name) => FURNITURE.includes(name))) return '';
  const text = readable(node, shown);
  if (KEPT.includes(node.tagName) && text.trim() !== '')
    return `<${node.tagName}>${text.trim()}</${node.tagName}>`;
  return APART.includes(node.tagName) ? `${text} ` : text;
}

/** Tables under the words that unfold them; what else is folded is left out. */
function folded(details: Element, shown: Shown): string {
  const parts = within(details);
  const tables = parts.map((each) => (each.tagName === 'table' ? (shown.get(each) ?? '') : ''));
  if (tables.every((table) => table === '')) return '';
  const words = parts.find(({ tagName }) => tagName === 'summary');
  return `<details><summary>${words ? readable(words, shown).trim() : ''}</summary>${tables.join('')}</details>`;
}

const CELLS = ['caption', 'tr', 'th', 'td'];

/** A table with its cells, and nothing else. */
export function tableOf(table: Element): string {
  const rows = (element: Element): string =>
    childrenOf(element)
      .map((child) => {
        if (!CELLS.includes(child.tagName)) return rows(child);
        const inner = child.tagName === 'tr' ? rows(child) : readable(child, new Map()).trim();
        return `<${child.tagName}>${inner}</${child.tagName}>`;
      })
      .join('');
  return `<div class="table"><table>${rows(table)}</table></div>`;
}
