/** Whether what stands in quotation marks was said so. */
import type { Position, Report } from './mistakes.ts';
import { nearestStretch } from './nearest.ts';
import type { IsoDay } from './types.ts';
import { plain } from './typography.ts';
import type { Usage } from './usage.ts';
import { knownOn } from './vantage.ts';

/** What must be known of an entry of `quotes.yaml`; the rest of it may still be wrong. */
export interface QuoteFacts {
  readonly id: string;
  readonly text: string;
  readonly date: IsoDay;
  readonly public?: IsoDay;
  readonly cite: readonly string[];
}

/** Where a quotation stands. */
export interface QuotationPlace {
  readonly position: Position;
  readonly report: Report;
  /** The sources that its sentence cites; undefined where nothing can be cited, as in a heading. */
  readonly cited: readonly string[] | undefined;
  readonly later: boolean;
}

/**
 * Holds the words of a quotation against `quotes.yaml`: they must be letter by letter part of one, of which the
 * sentence cites a source, and which was known on the as-of date.
 *
 * Curly and straight marks are the same, and a comma or full stop before the closing mark does not count.
 */
export class QuotationCheck {
  readonly #quotes: readonly { readonly entry: QuoteFacts; readonly words: string }[];
  readonly #asOf: IsoDay;
  readonly #usage: Usage;

  constructor(quotes: readonly QuoteFacts[], asOf: IsoDay, usage: Usage) {
    this.#quotes = quotes.map((entry) => ({ entry, words: plain(entry.text) }));
    this.#asOf = asOf;
    this.#usage = usage;
  }

  /** A quotation in running text. */
  check(text: string, place: QuotationPlace): void {
    const words = plain(text).replace(/[,.]$/, '');
    const complain = (message: string) => place.report(place.position, message);
    if (words === '') {
      complain('nothing stands between these quotation marks');
      return;
    }
    const matches = this.#quotes.filter((quote) => holds(quote.words, words)).map(({ entry }) => entry);
    if (matches.length === 0) {
      complain(`"${words}" is not letter by letter in quotes.yaml${this.#nearest(words)}`);
      return;
    }
    const { cited } = place;
    const sourced = cited
      ? matches.filter(({ cite }) => cite.some((source) => cited.includes(source)))
      : matches;
    if (sourced.length === 0) {
      const named = matches.map(({ id, cite }) => `${id} (${cite.join(', ')})`).join(' or ');
      complain(`"${words}" is of ${named}, but its sentence cites ${cited?.join(', ') || 'nothing'}`);
      matches.forEach(({ id }) => this.#usage.note('quotes', id));
      return;
    }
    this.#checkTime(sourced, place);
  }

  /** A block quote, which names its quotation. */
  checkBlock(entry: QuoteFacts, paragraphs: readonly string[], place: QuotationPlace): void {
    const words = plain(paragraphs.join(' '));
    if (words === '') place.report(place.position, 'the block quote has no words');
    else if (!holds(plain(entry.text), words)) {
      const near = stretchOf(words, plain(entry.text));
      place.report(
        place.position,
        `the block quote is not letter by letter ${entry.id}; nearest is "${near.words}"`,
      );
    }
    this.#checkTime([entry], place);
  }

  #checkTime(entries: readonly QuoteFacts[], { later, position, report }: QuotationPlace): void {
    const known = later ? entries : entries.filter((entry) => knownOn(entry, this.#asOf));
    const [first] = entries;
    if (known.length === 0 && first) {
      report(
        position,
        `quotation ${first.id} became known on ${first.public ?? first.date}, after the as-of date, ${this.#asOf}; it belongs to the later chapter`,
      );
    }
    entries.forEach(({ id }) => this.#usage.note('quotes', id));
  }

  #nearest(words: string): string {
    const [best] = this.#quotes
      .map((quote) => ({ id: quote.entry.id, ...stretchOf(words, quote.words) }))
      .sort((a, b) => a.distance - b.distance);
    if (!best || best.distance > words.length / 2) return ', nor is anything like it';
    this.#usage.note('quotes', best.id);
    return `; nearest is ${best.id}, "${best.words}"`;
  }
}

/** The nearest stretch of a text, widened to whole words. */
function stretchOf(words: string, text: string): { words: string; distance: number } {
  const { stretch, distance } = nearestStretch(words, text);
  const at = text.indexOf(stretch);
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(at + stretch.length))?.[0] ?? '';
  return { words: (before + stretch + after).trim(), distance };
}

/** Whether a text holds some words, at whole words. */
function holds(text: string, words: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + words.length] ?? ' ';
    const cutsBefore = letter.test(before) && letter.test(words[0] ?? '');
    const cutsAfter = letter.test(after) && letter.test(words.at(-1) ?? '');
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}
