/** Short Markdown that stands in a YAML value: paragraphs with links, emphasis and citations, and nothing else. */
import type { RootContent } from 'mdast';
import { labelOf, parseMarkdown, walk } from './markdown.ts';

const allowed = ['paragraph', 'text', 'emphasis', 'strong', 'link', 'break', 'footnoteReference'];

export interface MarkedText {
  readonly nodes: readonly RootContent[];
  /** The sources cited, in order of first citation. */
  readonly sources: readonly string[];
}

/**
 * Reads a marked text.
 *
 * @param report takes what is wrong, and the piece of the text where it stands, if it is known
 */
export function readMarked(
  text: string,
  paragraphs: 'one' | 'many',
  report: (piece: string | undefined, message: string) => void,
): MarkedText {
  const markdown = parseMarkdown(text);
  const sources = new Set<string>();
  for (const root of markdown.nodes) {
    walk(root, (node) => {
      const source = markdown.source(node).split('\n')[0];
      if (!allowed.includes(node.type)) {
        report(source, 'only paragraphs with links, emphasis and citations may stand here');
      }
      if (node.type === 'link' && !node.url.startsWith('https://')) {
        report(source, `link "${node.url}" is not an address that begins with https://`);
      }
      if (node.type === 'footnoteReference') sources.add(labelOf(node));
      if (node.type === 'text' && node.value.includes('[^')) {
        report('[^', 'this citation cannot be read; expected [^source-id] without spaces');
      }
    });
  }
  if (paragraphs === 'one' && markdown.nodes.length !== 1) {
    report(undefined, 'the text has more than one paragraph; expected one');
  }
  return { nodes: markdown.nodes, sources: [...sources] };
}
