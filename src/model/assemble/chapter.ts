/** A chapter of the story. */
import type { Nodes } from 'mdast';
import type { ChapterDraft, StepDraft } from '../chapter.ts';
import type { HtmlOptions, SetQuotation } from '../html.ts';
import { blockHtml } from '../html.ts';
import type { Kind } from '../kinds/kind.ts';
import type { BlockQuote, ReadPart } from '../prose.ts';
import { stepSchema } from '../schemas/step.ts';
import { countWords } from '../sentences.ts';
import type { Block, IsoDay, Statement, Step } from '../types.ts';
import { typographic } from '../typography.ts';
import { sure } from './sure.ts';

export interface ChapterText {
  readonly blocks: readonly Block[];
  readonly steps: readonly Step[];
  readonly cites: readonly string[];
  readonly words: number;
  /** What each citation carries, in order. */
  readonly statements: readonly Statement[];
}

export interface ChapterContext {
  readonly asOf: IsoDay;
  /** The kind of a figure. */
  kindOf(figure: string): Kind;
  /** The caption of a block quote. */
  captionOf(quote: BlockQuote): string;
}

/** The text of a chapter: its blocks as HTML, its citations numbered in the order of reading. */
export function chapterText(
  draft: ChapterDraft,
  read: readonly ReadPart[],
  context: ChapterContext,
): ChapterText {
  const { anchors, statements } = numberCitations(draft.id, read);
  const options: HtmlOptions = {
    anchors: (node) => anchors.get(node) ?? [],
    quotation: (node) => {
      const quotes = read.flatMap(({ blockQuotes }) => blockQuotes);
      const quote = sure(
        quotes.find((candidate) => candidate.node === node),
        'a quotation',
      );
      return setQuotation(quote, context.captionOf(quote));
    },
  };
  const blocks: Block[] = [];
  for (const { part, nodes } of read) {
    const html = blockHtml(nodes, options);
    const last = blocks.at(-1);
    if (part.kind === 'prose') blocks.push({ kind: 'prose', html });
    else {
      const step = stepOf(draft.id, part.step, html, read, context);
      // Steps that follow each other with one figure make a scene; chapter prose between them ends it.
      if (last?.kind === 'scene' && last.figure === step.figure) {
        blocks[blocks.length - 1] = { ...last, steps: [...last.steps, step] };
      } else blocks.push({ kind: 'scene', figure: step.figure, steps: [step] });
    }
  }
  const sentences = read.flatMap((part) => part.sentences);
  return {
    blocks,
    steps: blocks.flatMap((block) => (block.kind === 'scene' ? block.steps : [])),
    cites: citesOf(read),
    words: sentences.reduce((sum, { text }) => sum + countWords(text), 0),
    statements,
  };
}

/** Gives each citation its anchor, `cite-{chapter}-{n}`, and the sentence that leans on it. */
function numberCitations(chapter: string, read: readonly ReadPart[]) {
  const anchors = new Map<Nodes, string[]>();
  const statements: Statement[] = [];
  for (const { text, citations } of read.flatMap(({ sentences }) => sentences)) {
    for (const { source, node } of citations) {
      const anchor = `cite-${chapter}-${statements.length + 1}`;
      anchors.set(node, [...(anchors.get(node) ?? []), anchor]);
      statements.push({ source, chapter, anchor, text: typographic(text) });
    }
  }
  return { anchors, statements };
}

function stepOf(
  chapter: string,
  { id, title, block }: StepDraft,
  html: string,
  read: readonly ReadPart[],
  { asOf, kindOf }: ChapterContext,
): Step {
  const settings = stepSchema.parse(block?.value);
  const own = read.filter(({ part }) => part.kind === 'step' && part.step.id === id);
  return {
    key: `${chapter}/${id}`,
    id,
    chapter,
    title: typographic(title),
    figure: settings.figure,
    state: kindOf(settings.figure).state.parse(settings.state),
    ...(settings.date !== undefined && { date: settings.date }),
    doors: settings.doors ?? asOf,
    alt: typographic(settings.alt),
    html,
    cites: citesOf(own),
  };
}

function setQuotation({ paragraphs, entry }: BlockQuote, caption: string): SetQuotation {
  return { paragraphs: paragraphs.map(typographic), caption, sources: sure(entry, 'a quotation').cite };
}

const citesOf = (read: readonly ReadPart[]): string[] => {
  const citations = read.flatMap(({ sentences }) => sentences).flatMap((sentence) => sentence.citations);
  return [...new Set(citations.map(({ source }) => source))];
};
