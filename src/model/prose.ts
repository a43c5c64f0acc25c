/** The sentences of a chapter, part by part, with its block quotes looked up. */
import type { Blockquote, RootContent } from 'mdast';
import type { ChapterDraft, Part } from './chapter.ts';
import { blockQuotation } from './chapter.ts';
import type { QuoteEntry } from './schemas/quote.ts';
import type { Sentence } from './sentences.ts';
import { sentencesOf } from './sentences.ts';

/** A block quote with what it stands for. */
export interface BlockQuote {
  readonly node: Blockquote;
  /** The id it ends with, if it ends with one. */
  readonly id: string | undefined;
  readonly paragraphs: readonly string[];
  /** Undefined where no quotation has that id. */
  readonly entry: QuoteEntry | undefined;
}

export interface ReadPart {
  readonly part: Part;
  readonly nodes: readonly RootContent[];
  /** In order; a block quote counts as one that cites the sources of its quotation. */
  readonly sentences: readonly Sentence[];
  readonly blockQuotes: readonly BlockQuote[];
}

/** Reads the prose of a chapter. Reports quotation marks that do not pair, and citations within block quotes. */
export function readProse(chapter: ChapterDraft, quotes: ReadonlyMap<string, QuoteEntry>): ReadPart[] {
  const { markdown, report } = chapter;
  return chapter.parts.map((part) => {
    const nodes = part.kind === 'prose' ? part.nodes : part.step.nodes;
    const blockQuotes: BlockQuote[] = [];
    const sentences = nodes.flatMap((node) => {
      if (node.type !== 'blockquote') return sentencesOf(node, markdown, report);
      const { id, paragraphs } = blockQuotation(node);
      const entry = id === undefined ? undefined : quotes.get(id);
      blockQuotes.push({ node, id, paragraphs, entry });
      for (const { citations } of sentencesOf(node, markdown, () => undefined)) {
        for (const { position } of citations) {
          report(position, 'a block quote carries no citation; its sources stand in quotes.yaml');
        }
      }
      const position = markdown.start(node);
      const citations = (entry?.cite ?? []).map((source) => ({ source, node, position }));
      return [{ text: `"${paragraphs.join(' ')}"`, citations, quotations: [] }];
    });
    return { part, nodes, sentences, blockQuotes };
  });
}
