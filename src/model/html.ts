/** Prose to HTML. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Blockquote, FootnoteReference, Nodes, RootContent, Text } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import { toHast } from 'mdast-util-to-hast';
import { labelOf, runningText, walk } from './markdown.ts';
import { typographicRuns } from './typography.ts';

/** A long quotation, ready to be set. */
export interface SetQuotation {
  readonly paragraphs: readonly string[];
  /** Speaker, date, occasion. */
  readonly caption: string;
  readonly sources: readonly string[];
}

export interface HtmlOptions {
  /** The ids of the citations that a node gives, in order; none where nothing links to them. */
  readonly anchors?: (node: Nodes) => readonly string[];
  /** What a block quote stands for. */
  readonly quotation?: (node: Blockquote) => SetQuotation;
}

/**
 * Blocks of prose as HTML.
 *
 * A citation becomes `<sup class="cite"><a id data-cite href="#note-{source}">{source}</a></sup>`; the pages put
 * their own number in the place of the source's id. The text is set (see `typography.ts`).
 */
export function blockHtml(nodes: readonly RootContent[], options: HtmlOptions = {}): string {
  const set = setText(nodes);
  const handlers: Handlers = {
    text: (_, node: Text) => ({ type: 'text', value: set.get(node) ?? node.value }),
    footnoteReference: (_, node: FootnoteReference) => citation(labelOf(node), options.anchors?.(node)[0]),
    // A first-level heading within a chapter lies under the chapter's own title.
    heading: (state, node) => ({ type: 'element', tagName: 'h3', properties: {}, children: state.all(node) }),
    blockquote: (_, node: Blockquote) => {
      if (!options.quotation) throw new Error('A block quote stands where none is set.');
      return figure(options.quotation(node), options.anchors?.(node) ?? []);
    },
  };
  return toHtml(toHast({ type: 'root', children: [...nodes] }, { handlers })).trim();
}

/**
 * A single paragraph as inline HTML, without anchors: for captions.
 *
 * @throws Error if there is anything but one paragraph
 */
export function inlineHtml(nodes: readonly RootContent[]): string {
  const [paragraph, ...others] = nodes;
  if (paragraph?.type !== 'paragraph' || others.length > 0) throw new Error('Inline text is one paragraph.');
  return blockHtml([paragraph]).replace(/^<p>|<\/p>$/g, '');
}

function citation(source: string, anchor: string | undefined): Element {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { ...(anchor && { id: anchor }), dataCite: source, href: `#note-${source}` },
    children: [{ type: 'text', value: source }],
  };
  return { type: 'element', tagName: 'sup', properties: { className: ['cite'] }, children: [link] };
}

function figure({ paragraphs, caption, sources }: SetQuotation, anchors: readonly string[]): Element {
  const element = (tagName: string, children: ElementContent[], properties = {}): Element => ({
    type: 'element',
    tagName,
    properties,
    children,
  });
  const words = paragraphs.map((value) => element('p', [{ type: 'text', value }]));
  return element(
    'figure',
    [
      element('blockquote', words),
      element('figcaption', [
        { type: 'text', value: caption },
        ...sources.map((source, index) => citation(source, anchors[index])),
      ]),
    ],
    { className: ['quote'] },
  );
}

/** Every text node with its value as set, paragraph by paragraph. */
function setText(nodes: readonly RootContent[]): Map<Text, string> {
  const set = new Map<Text, string>();
  for (const { node } of nodes.flatMap((block) => runningText(block))) {
    const texts: Text[] = [];
    walk(node, (inner) => {
      if (inner.type === 'text') texts.push(inner);
    });
    const values = typographicRuns(texts.map(({ value }) => value));
    texts.forEach((text, index) => set.set(text, values[index] ?? text.value));
  }
  return set;
}
