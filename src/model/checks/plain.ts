/** Quotations in texts that are no prose: titles, notes, text alternatives. */
import type { ChapterDraft } from '../chapter.ts';
import type { QuotationCheck } from '../quotations.ts';
import type { Path, YamlDocument } from '../yaml.ts';
import { valueAt } from '../yaml.ts';

/** Checks the quotations in a chapter's frontmatter and headings. */
export function checkQuotationsAround(
  chapter: ChapterDraft,
  later: boolean,
  quotations: QuotationCheck | undefined,
): void {
  const { front } = chapter;
  for (const key of ['title', 'summary', 'who']) {
    const text = valueAt(front.value, [key]);
    if (typeof text === 'string') checkPlainQuotations(text, front, [key], undefined, later, quotations);
  }
  for (const list of ['door', 'doors']) {
    const entries = valueAt(front.value, [list]);
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry, index) => {
      const note = valueAt(entry, ['note']);
      const cite = valueAt(entry, ['cite']);
      const cited = Array.isArray(cite) ? cite.map(String) : [];
      if (typeof note === 'string')
        checkPlainQuotations(note, front, [list, index, 'note'], cited, later, quotations);
    });
  }
  for (const part of chapter.parts) {
    if (part.kind !== 'step') continue;
    const { title, position } = part.step;
    for (const text of quotedIn(title)) {
      quotations?.check(text, { position, report: chapter.report, cited: undefined, later });
    }
  }
}

/**
 * Checks the quotations in a text of a document.
 *
 * @param cited the sources that stand with the text; undefined where none can
 */
export function checkPlainQuotations(
  text: string,
  doc: YamlDocument,
  path: Path,
  cited: readonly string[] | undefined,
  later: boolean,
  quotations: QuotationCheck | undefined,
): void {
  if ([...text.matchAll(/["\u201c\u201d]/g)].length % 2 === 1) {
    doc.report(doc.at(path), 'a quotation mark in this text has no counterpart');
  }
  for (const quoted of quotedIn(text)) {
    quotations?.check(quoted, { position: doc.within(path, quoted), report: doc.report, cited, later });
  }
}

const quotedIn = (text: string): string[] =>
  [...text.matchAll(/["\u201c]([^"\u201c\u201d]*)["\u201d]/g)].map(([, quoted = '']) => quoted);
