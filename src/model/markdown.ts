/** Markdown with the places of everything in it. */
import type { FootnoteReference, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Position } from './mistakes.ts';

export interface Markdown {
  readonly nodes: readonly RootContent[];
  /** Where a node begins. */
  start(node: Nodes): Position;
  /** Where a node ends: the place after its last letter. */
  end(node: Nodes): Position;
  /** The source of a node, as written. */
  source(node: Nodes): string;
  /** Where the letter at an index of a text node's value stands. */
  inText(node: { type: 'text'; value: string } & Nodes, index: number): Position;
}

/**
 * Reads CommonMark and GFM.
 *
 * A footnote reference without a definition would come out as plain text, and the definitions lie in `sources.yaml`:
 * so each label that the text names is defined before the text, and positions are counted back.
 */
export function parseMarkdown(text: string): Markdown {
  const labels = new Set([...text.matchAll(/\[\^([^[\]\s]+)\]/g)].map(([, label = '']) => label));
  // The rule ends the last definition, which would otherwise take in an indented first line.
  const prefix = [...labels].map((label) => `[^${label}]: -\n\n`).join('') + '***\n\n';
  const shift = prefix.split('\n').length - 1;
  const whole = prefix + text;
  const tree = fromMarkdown(whole, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

  const point = (node: Nodes, which: 'start' | 'end') => {
    const place = node.position?.[which];
    if (place?.offset === undefined) throw new Error(`The parser gave no position for a ${node.type}.`);
    return { line: place.line, column: place.column, offset: place.offset };
  };
  const place = (node: Nodes, which: 'start' | 'end'): Position => {
    const { line, column } = point(node, which);
    return { line: line - shift, column };
  };
  const source = (node: Nodes): string => whole.slice(point(node, 'start').offset, point(node, 'end').offset);

  return {
    nodes: tree.children.filter((node) => place(node, 'start').line >= 1),
    start: (node) => place(node, 'start'),
    end: (node) => place(node, 'end'),
    source,
    inText(node, index) {
      const raw = source(node);
      let { line, column } = place(node, 'start');
      let i = 0;
      // The value lacks what the source has for escapes and for indents of later lines: skip that.
      for (const letter of raw) {
        const skipped = letter !== node.value[i] && /[\\\s>]/.test(letter);
        if (!skipped && i >= index) break;
        if (!skipped) i += letter.length;
        if (letter === '\n') {
          line += 1;
          column = 1;
        } else column += letter.length;
      }
      return { line, column };
    },
  };
}

/** Goes through a node and everything in it, in the order of reading. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}

/** The paragraphs in a node, and what else holds running text: table cells and headings. */
export function runningText(node: Nodes): { node: Nodes; children: readonly PhrasingContent[] }[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    return [{ node, children: node.children }];
  }
  return 'children' in node ? node.children.flatMap((child) => runningText(child)) : [];
}

/** The words of a node as plain text, without its citations. */
export function plainText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s+/g, ' ');
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** The label of a citation as written; Markdown's own identifier folds case. */
export const labelOf = (node: FootnoteReference): string => node.label ?? node.identifier;
