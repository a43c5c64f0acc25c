/** Holds the files of a story against each other. */
import type { Content, Entry } from '../content.ts';
import { dataOf, tablesOf, valuesOf } from '../content.ts';
import { dayFault } from '../dates.ts';
import { kindOf, kinds } from '../kinds/index.ts';
import type { Tables } from '../kinds/kind.ts';
import { readMarked } from '../marked.ts';
import { fileStart } from '../mistakes.ts';
import type { ReadPart } from '../prose.ts';
import { readProse } from '../prose.ts';
import type { QuoteFacts } from '../quotations.ts';
import { QuotationCheck } from '../quotations.ts';
import type { Catalogue, Reference } from '../references.ts';
import { checkReferences, lookUp } from '../references.ts';
import type { QuoteEntry } from '../schemas/quote.ts';
import { Usage } from '../usage.ts';
import { validate } from '../validate.ts';
import type { YamlDocument } from '../yaml.ts';
import { documentAt, valueAt } from '../yaml.ts';
import { checkChapter } from './chapter.ts';
import { checkUsage, notePeopleNamed } from './unused.ts';

/** Reports every name that means nothing, everything told too early, and whatever else only shows between files. */
export function checkStory(content: Content): void {
  const catalogue = catalogueOf(content);
  const usage = new Usage();
  const asOf = content.story && asOfDay(content.story.doc);
  const quotes = new Map(valuesOf(content.quotes).map((quote) => [quote.id, quote]));
  const quotations =
    content.quotes && asOf !== undefined
      ? new QuotationCheck(content.quotes.flatMap(quoteFacts), asOf, usage)
      : undefined;

  if (content.story) checkStoryFile(content.story.doc, catalogue, usage, tablesOf(content));
  const prose = new Map<string, ReadPart[]>();
  for (const chapter of content.chapters) {
    const parts = readProse(chapter, quotes);
    prose.set(chapter.id, parts);
    checkChapter(chapter, parts, { content, catalogue, usage, asOf, quotations });
  }
  checkAddresses(content);

  for (const { doc, rows, report } of content.data) {
    checkReferences(doc, dataReferences, catalogue, usage.note);
    for (const { id, position } of rows.flatMap(({ sources }) => sources)) {
      lookUp(id, 'source', 'sources', catalogue, (message) => report(position, message), usage.note);
    }
  }
  for (const { doc } of content.events ?? []) checkReferences(doc, eventReferences, catalogue, usage.note);
  // What is on file for a quotation or a person counts only if they are used themselves; so these come last.
  for (const { id, doc } of content.quotes ?? []) {
    const used = id !== undefined && usage.has('quotes', id);
    checkReferences(doc, quoteReferences, catalogue, used ? usage.note : undefined);
  }
  notePeopleNamed(content, prose, usage);
  for (const { id, doc } of content.people ?? []) {
    const used = id !== undefined && usage.has('people', id);
    checkReferences(doc, personReferences, catalogue, used ? usage.note : undefined);
  }
  if (content.whole && asOf !== undefined) checkUsage(content, usage);
}

const cite: Reference = { path: ['cite', '*'], noun: 'source', to: 'sources' };
const dataReferences: Reference[] = [{ path: ['sources', '*'], noun: 'source', to: 'sources' }];
const eventReferences: Reference[] = [
  { path: ['strand'], noun: 'strand', to: 'strands' },
  { path: ['people', '*'], noun: 'person', to: 'people' },
  cite,
];
const quoteReferences: Reference[] = [{ path: ['speaker'], noun: 'person', to: 'people' }, cite];
const personReferences: Reference[] = [
  { path: ['side'], noun: 'side', to: 'sides or none' },
  { path: ['chapter'], noun: 'chapter', to: 'chapters' },
  cite,
];
const storyReferences: Reference[] = [
  { path: ['strands', '*', 'colour'], noun: 'colour', to: 'colours' },
  { path: ['figures', '*', 'kind'], noun: 'kind', to: 'kinds' },
  { path: ['figures', '*', 'data', '*'], noun: 'table', to: 'tables' },
  { path: ['corrections', '*', 'chapter'], noun: 'chapter', to: 'chapters' },
];

/** The as-of date, whether or not the rest of `story.yaml` holds. */
function asOfDay({ value }: YamlDocument): string | undefined {
  const day = valueAt(value, ['as-of']);
  return typeof day === 'string' && dayFault(day) === undefined ? day : undefined;
}

/** A quotation's words and sources, whether or not the rest of its entry holds. */
function quoteFacts({ id, doc, value }: Entry<QuoteEntry>): QuoteFacts[] {
  if (value) return [value];
  const text = valueAt(doc.value, ['text']);
  const sources = valueAt(doc.value, ['cite']);
  if (id === undefined || typeof text !== 'string') return [];
  // Without a day that can be trusted, it counts as known.
  return [{ id, text, date: '', cite: Array.isArray(sources) ? sources.map(String) : [] }];
}

/** All names, taken from the raw documents, so that an entry with a mistake of its own is still known. */
function catalogueOf({
  story,
  chapterIds,
  chapters,
  sources,
  people,
  quotes,
  events,
  data,
}: Content): Catalogue {
  const idsOf = (entries: readonly Entry<unknown>[] | undefined) => entries?.flatMap(({ id }) => id ?? []);
  const listed = (key: string): string[] | undefined => {
    const list = story && valueAt(story.doc.value, [key]);
    return Array.isArray(list)
      ? list.map((entry) => valueAt(entry, ['id'])).filter((id) => typeof id === 'string')
      : undefined;
  };
  const figures = story && valueAt(story.doc.value, ['figures']);
  const sides = listed('sides');
  const everyChapterRead = chapterIds?.every((id) => chapters.some((chapter) => chapter.id === id));
  return {
    chapters: chapterIds,
    doors: everyChapterRead
      ? chapters.filter(({ front }) => valueAt(front.value, ['door']) !== undefined).map(({ id }) => id)
      : undefined,
    figures: typeof figures === 'object' && figures !== null ? Object.keys(figures) : undefined,
    kinds: Object.keys(kinds),
    tables: data.map(({ id }) => id),
    sides,
    'sides or none': sides && [...sides, 'none'],
    colours: sides && [...sides, 'hot', 'ink'],
    strands: listed('strands'),
    sources: idsOf(sources),
    people: idsOf(people),
    quotes: idsOf(quotes),
    events: idsOf(events),
  };
}

function checkStoryFile(doc: YamlDocument, catalogue: Catalogue, usage: Usage, tables: Tables): void {
  checkReferences(doc, storyReferences, catalogue);
  for (const list of ['sides', 'strands']) {
    const entries = valueAt(doc.value, [list]);
    if (!Array.isArray(entries)) continue;
    const ids = entries.map((entry) => valueAt(entry, ['id']));
    ids.forEach((id, index) => {
      if (id !== undefined && ids.indexOf(id) < index) {
        doc.report(doc.at([list, index, 'id']), `id "${String(id)}" is used twice in ${list}`);
      }
    });
  }
  const markedTexts: { path: string[]; paragraphs: 'one' | 'many' }[] = [
    { path: ['about'], paragraphs: 'many' },
    ...(catalogue.figures ?? []).map((id) => ({
      path: ['figures', id, 'caption'],
      paragraphs: 'one' as const,
    })),
  ];
  for (const { path, paragraphs } of markedTexts) {
    const text = valueAt(doc.value, path);
    if (typeof text !== 'string') continue;
    const { sources } = readMarked(text, paragraphs, (piece, message) => {
      doc.report(piece === undefined ? doc.at(path) : doc.within(path, piece), message);
    });
    for (const source of sources) {
      const report = (message: string) => doc.report(doc.within(path, `[^${source}]`), message);
      lookUp(source, 'source', 'sources', catalogue, report, usage.note);
    }
  }
  for (const id of catalogue.figures ?? []) {
    const kind = kindOf(String(valueAt(doc.value, ['figures', id, 'kind'])));
    if (!kind) continue;
    const settings = documentAt(doc, ['figures', id, 'settings']);
    const value = validate(kind.settings, settings, 'settings');
    checkReferences(settings, kind.settingsReferences, catalogue, usage.note);
    if (value === undefined) continue;
    for (const { path, message } of kind.checkSettings?.(value, tables, dataOf(doc, id)) ?? []) {
      settings.report(settings.at(path), message);
    }
  }
}

/** No two chapters or steps may have the same address on a page, nor one that citations and notes take. */
function checkAddresses({ story, chapters }: Content): void {
  const taken = new Map<string, string>();
  for (const { id } of chapters) taken.set(id, `chapter "${id}"`);
  for (const { id, front, parts, report } of chapters) {
    if (/^(cite|note)(-|$)/.test(id)) {
      const index = chapters.findIndex((chapter) => chapter.id === id);
      const complaint = `chapter "${id}" cannot be called so; addresses that begin with "cite" and "note" are taken`;
      if (story) story.doc.report(story.doc.at(['chapters', index]), complaint);
      else report(fileStart, complaint);
    }
    if (valueAt(front.value, ['live']) !== undefined)
      taken.set(`${id}-doors`, `the live plan of chapter "${id}"`);
    for (const part of parts) {
      if (part.kind !== 'step' || part.step.id === '') continue;
      const { step } = part;
      const address = `${id}-${step.id}`;
      const name = `step "${step.id}" of chapter "${id}"`;
      const other = taken.get(address);
      if (other === name) {
        report(
          step.position,
          `step "${step.id}" has the id of an earlier step of this chapter; give it another "id"`,
        );
      } else if (other !== undefined) {
        report(
          step.position,
          `step "${step.id}" has the address #${address}, like ${other}; give it another "id"`,
        );
      } else taken.set(address, name);
    }
  }
}
