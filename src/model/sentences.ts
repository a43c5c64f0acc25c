/** Sentences: what each citation is for, and what stands in quotation marks. */
import type { FootnoteReference, Nodes, PhrasingContent, Text } from 'mdast';
import type { Markdown } from './markdown.ts';
import { labelOf, runningText } from './markdown.ts';
import type { Position, Report } from './mistakes.ts';

export interface Citation {
  readonly source: string;
  /** The node that it is drawn from: a footnote reference, or the block quote that brings its own sources. */
  readonly node: Nodes;
  readonly position: Position;
}

export interface Quotation {
  /** What stands between the marks. */
  readonly text: string;
  readonly position: Position;
}

export interface Sentence {
  /** As written, in one line, without citations. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
}

/** The sentences of a block of prose, in order. Reports quotation marks that are never closed. */
export function sentencesOf(block: Nodes, markdown: Markdown, report: Report): Sentence[] {
  return runningText(block).flatMap(({ children }) => {
    const line = flatten(children, markdown);
    const quotations = findQuotations(line, report);
    const inside = (index: number): boolean => quotations.some(({ from, to }) => index > from && index < to);
    let start = 0;
    return [...ends(line, inside), line.text.length].flatMap((end) => {
      const from = start;
      start = end;
      const text = line.text.slice(from, end).replace(/\s+/g, ' ').trim();
      // A citation stands after the letter that it follows, so one at the very start belongs to what comes.
      const citations = line.citations.filter(
        ({ at }) => at <= end && (at > from || (at === 0 && from === 0)),
      );
      if (text === '' && citations.length === 0) return [];
      return [
        {
          text,
          citations: citations.map(({ citation }) => citation),
          quotations: quotations.filter((quotation) => quotation.from >= from && quotation.from < end),
        },
      ];
    });
  });
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

interface Line {
  readonly text: string;
  readonly citations: readonly { readonly at: number; readonly citation: Citation }[];
  positionAt(index: number): Position;
}

function flatten(children: readonly PhrasingContent[], markdown: Markdown): Line {
  let text = '';
  const citations: { at: number; citation: Citation }[] = [];
  const pieces: { from: number; node: Text }[] = [];
  const take = (node: PhrasingContent): void => {
    if (node.type === 'footnoteReference') {
      citations.push({ at: text.length, citation: citationOf(node, markdown) });
    } else if (node.type === 'text') {
      pieces.push({ from: text.length, node });
      text += node.value.replace(/\s/g, ' ');
    } else if (node.type === 'inlineCode') text += node.value;
    else if (node.type === 'break') text += ' ';
    else if ('children' in node) node.children.forEach(take);
  };
  children.forEach(take);
  return {
    text,
    citations,
    positionAt(index) {
      const piece = pieces.findLast(({ from }) => from <= index);
      return piece ? markdown.inText(piece.node, index - piece.from) : { line: 1, column: 1 };
    },
  };
}

const citationOf = (node: FootnoteReference, markdown: Markdown): Citation => ({
  source: labelOf(node),
  node,
  position: markdown.start(node),
});

function findQuotations(line: Line, report: Report): (Quotation & { from: number; to: number })[] {
  const found: (Quotation & { from: number; to: number })[] = [];
  let open: number | undefined;
  for (const { 0: mark, index } of line.text.matchAll(/["\u201c\u201d]/g)) {
    if (open === undefined) {
      if (mark === '\u201d') {
        report(line.positionAt(index), 'this quotation mark closes a quotation that was never opened');
      } else open = index;
    } else {
      found.push({
        text: line.text.slice(open + 1, index),
        from: open,
        to: index,
        position: line.positionAt(open),
      });
      open = undefined;
    }
  }
  if (open !== undefined) report(line.positionAt(open), 'this quotation mark is never closed');
  return found;
}

const abbreviation = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|vs|Jr|Sr|\p{Lu})$/u;

/**
 * Where sentences end within a line. A citation right after the stop ends the sentence for certain; without one it
 * takes a space and a letter that may begin a sentence, and an abbreviation or a question within does not count.
 */
function* ends(line: Line, insideQuotation: (index: number) => boolean): Generator<number> {
  const { text, citations } = line;
  const cited = (index: number): boolean => citations.some(({ at }) => at === index);
  for (const match of text.matchAll(/[.!?…]+["'\u2019\u201d)\]]*/g)) {
    const [all] = match;
    let end = match.index + all.length;
    if (insideQuotation(end - 1)) continue;
    const following = text.slice(end).trimStart()[0];
    if (following === undefined) continue;
    if (/\p{Ll}/u.test(following)) continue;
    if (!cited(end)) {
      if (!/\s/.test(text[end] ?? '')) continue;
      if (abbreviation.test(text.slice(0, match.index))) continue;
      if (/[!?].*["\u201d]/.test(all)) continue;
    }
    // A citation after a space still belongs to what it follows.
    while (/\s/.test(text[end] ?? '')) {
      if (cited(end + 1)) end += 1;
      else break;
    }
    yield end;
  }
}
