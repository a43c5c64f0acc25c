/** The files of a story, read one by one: what each says, before they are held against each other. */
import type { z } from 'zod';
import type { ChapterDraft } from './chapter.ts';
import { readChapter } from './chapter.ts';
import type { Row } from './data.ts';
import { readTable } from './data.ts';
import { decode } from './decode.ts';
import type { Tables } from './kinds/kind.ts';
import type { Mistakes, Report } from './mistakes.ts';
import { fileStart } from './mistakes.ts';
import { nearest, notOneOf } from './nearest.ts';
import type { DataMeta } from './schemas/data.ts';
import { dataSchema } from './schemas/data.ts';
import type { EventEntry } from './schemas/event.ts';
import { eventSchema } from './schemas/event.ts';
import type { PersonEntry } from './schemas/person.ts';
import { personSchema } from './schemas/person.ts';
import type { QuoteEntry } from './schemas/quote.ts';
import { quoteSchema } from './schemas/quote.ts';
import type { SourceEntry } from './schemas/source.ts';
import { sourceSchema } from './schemas/source.ts';
import type { StoryFile } from './schemas/story.ts';
import { storySchema } from './schemas/story.ts';
import { unknownKey, validate } from './validate.ts';
import type { YamlDocument } from './yaml.ts';
import { documentAt, parseYaml, valueAt } from './yaml.ts';

/** The files of a story: paths within its folder, with `/`, to bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** An entry of a list; `value` is undefined where its schema does not hold. */
export interface Entry<T> {
  readonly id: string | undefined;
  readonly doc: YamlDocument;
  readonly value: T | undefined;
}

/** A table of `data/` with what is said about it. */
export interface TableEntry extends Entry<DataMeta> {
  readonly id: string;
  readonly rows: readonly Row[];
  /** Reports mistakes of the table itself. */
  readonly report: Report;
}

export interface Content {
  readonly story: { readonly doc: YamlDocument; readonly value: StoryFile | undefined } | undefined;
  readonly ui: Readonly<Record<string, string>> | undefined;
  /** Undefined where the file cannot be read. */
  readonly sources: readonly Entry<SourceEntry>[] | undefined;
  readonly people: readonly Entry<PersonEntry>[] | undefined;
  readonly quotes: readonly Entry<QuoteEntry>[] | undefined;
  readonly events: readonly Entry<EventEntry>[] | undefined;
  /** In the story's order; only those that can be read. */
  readonly chapters: readonly ChapterDraft[];
  /** The ids that `story.yaml` lists; undefined where it cannot be read. */
  readonly chapterIds: readonly string[] | undefined;
  readonly data: readonly TableEntry[];
  /** Whether every file could be read, so that what nothing uses is truly unused. */
  readonly whole: boolean;
}

/** The values of the entries that hold. */
export function valuesOf<T>(entries: readonly Entry<T>[] | undefined): T[] {
  return (entries ?? []).flatMap(({ value }) => (value === undefined ? [] : [value]));
}

/** The rows of the tables that can be read. */
export function tablesOf({ data }: Content): Tables {
  return new Map(data.map(({ id, rows }) => [id, rows.map(({ values }) => values)]));
}

/** The tables that a figure names, whether or not the rest of its entry holds. */
export function dataOf(doc: YamlDocument, figure: string): string[] {
  const data = valueAt(doc.value, ['figures', figure, 'data']);
  return Array.isArray(data) ? data.filter((name) => typeof name === 'string') : [];
}

const known = ['story.yaml', 'ui.yaml', 'people.yaml', 'events.yaml', 'quotes.yaml', 'sources.yaml'];

/**
 * Reads every file and reports what is wrong with each in itself.
 *
 * @param name the folder's name, for the mistakes
 * @param uiKeys the texts that `ui.yaml` must have
 */
export function readContent(
  files: Files,
  name: string,
  uiKeys: readonly string[],
  mistakes: Mistakes,
): Content {
  const reportIn = (path: string): Report => mistakes.in(`${name}/${path}`);
  const text = (path: string): string | undefined => {
    const bytes = files.get(path);
    return bytes && decode(bytes, reportIn(path));
  };
  const yaml = (path: string): YamlDocument | undefined => {
    if (!files.has(path)) reportIn(path)(fileStart, 'the file is missing');
    const source = text(path);
    return source === undefined ? undefined : parseYaml(source, reportIn(path));
  };

  reportStrangers(files, reportIn);
  const storyDoc = yaml('story.yaml');
  const story = storyDoc && { doc: storyDoc, value: validate(storySchema, storyDoc, 'the file') };
  const chapterIds = storyDoc && listedChapters(storyDoc);

  const present = [...files.keys()].flatMap((path) => /^chapters\/([^/]+)\.md$/.exec(path)?.[1] ?? []);
  if (storyDoc && chapterIds) compareChapters(storyDoc, chapterIds, present, reportIn);
  const chapters = [...new Set([...(chapterIds ?? []), ...present])].flatMap((id) => {
    const path = `chapters/${id}.md`;
    const source = text(path);
    return (source !== undefined && readChapter(id, source, reportIn(path))) || [];
  });

  const lists = {
    sources: readList(yaml('sources.yaml'), sourceSchema, 'source'),
    people: readList(yaml('people.yaml'), personSchema, 'person'),
    quotes: readList(yaml('quotes.yaml'), quoteSchema, 'quotation'),
    events: readList(yaml('events.yaml'), eventSchema, 'event'),
  };
  return {
    story,
    ui: readUi(yaml('ui.yaml'), uiKeys),
    ...lists,
    chapters,
    chapterIds,
    data: readData(files, text, yaml, reportIn),
    whole:
      chapterIds !== undefined &&
      chapterIds.every((id) => chapters.some((chapter) => chapter.id === id)) &&
      chapters.every(({ parts }) => parts.every((part) => part.kind === 'prose' || part.step.block)) &&
      Object.values(lists).every((list) => list !== undefined),
  };
}

function reportStrangers(files: Files, reportIn: (path: string) => Report): void {
  for (const path of files.keys()) {
    if (known.includes(path) || /^chapters\/[^/]+\.md$/.test(path)) continue;
    if (/^data\/[^/]+(\.csv|\.meta\.yaml)$/.test(path)) continue;
    const meant = nearest(
      path,
      known.filter((file) => !files.has(file)),
    );
    reportIn(path)(
      fileStart,
      `nothing reads this file${meant === undefined ? '; remove it' : ` (did you mean "${meant}"?)`}`,
    );
  }
}

function listedChapters({ value }: YamlDocument): string[] | undefined {
  const listed = valueAt(value, ['chapters']);
  return Array.isArray(listed) ? listed.filter((id) => typeof id === 'string') : undefined;
}

function compareChapters(
  story: YamlDocument,
  listed: readonly string[],
  present: readonly string[],
  reportIn: (path: string) => Report,
): void {
  const spare = present.filter((id) => !listed.includes(id));
  listed.forEach((id, index) => {
    const at = story.at(['chapters', index]);
    if (listed.indexOf(id) < index) story.report(at, `chapter "${id}" is listed twice`);
    else if (!present.includes(id)) {
      const meant = nearest(id, spare);
      story.report(
        at,
        `chapter "${id}" has no file, chapters/${id}.md${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`,
      );
    }
  });
  for (const id of spare) {
    reportIn(`chapters/${id}.md`)(fileStart, `chapter "${id}" is not in the list of chapters in story.yaml`);
  }
}

function readList<T>(
  doc: YamlDocument | undefined,
  schema: z.ZodType<T>,
  noun: string,
): Entry<T>[] | undefined {
  if (!doc) return undefined;
  if (!Array.isArray(doc.value)) {
    doc.report(fileStart, 'the file is not a list; each entry begins with "- "');
    return undefined;
  }
  const lines = new Map<string, number>();
  return doc.value.map((raw: unknown, index) => {
    const entry = documentAt(doc, [index]);
    const id = valueAt(raw, ['id']);
    if (typeof id !== 'string') return { id: undefined, doc: entry, value: validate(schema, entry, noun) };
    const { line } = entry.at(['id']);
    const first = lines.get(id);
    if (first === undefined) lines.set(id, line);
    else doc.report(entry.at(['id']), `${noun} "${id}" is listed twice; first on line ${first}`);
    return { id, doc: entry, value: validate(schema, entry, noun) };
  });
}

function readUi(doc: YamlDocument | undefined, keys: readonly string[]): Record<string, string> | undefined {
  if (!doc) return undefined;
  const { value } = doc;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    doc.report(fileStart, 'the file is not a list of keys with their texts');
    return undefined;
  }
  const texts: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (!keys.includes(key)) doc.report(doc.keyAt([key]), unknownText(key, keys));
    else if (typeof text !== 'string') doc.report(doc.at([key]), `${key} is not text; put it in quotes`);
    else if (text.trim() === '') doc.report(doc.at([key]), `${key} is empty; expected text`);
    else texts[key] = text;
  }
  for (const key of keys) {
    if (!Object.hasOwn(value, key)) doc.report(fileStart, `${key} is missing; expected text`);
  }
  return texts;
}

/** The list of texts is too long to be shown whole. */
const unknownText = (key: string, keys: readonly string[]): string =>
  keys.length <= 10 ? unknownKey(key, keys) : notOneOf('key', key, keys);

function readData(
  files: Files,
  text: (path: string) => string | undefined,
  yaml: (path: string) => YamlDocument | undefined,
  reportIn: (path: string) => Report,
): TableEntry[] {
  const names = [...files.keys()].flatMap(
    (path) => /^data\/([^/]+?)(?:\.csv|\.meta\.yaml)$/.exec(path)?.[1] ?? [],
  );
  return [...new Set(names)].flatMap((name) => {
    const table = `data/${name}.csv`;
    const meta = `data/${name}.meta.yaml`;
    if (!files.has(meta)) {
      reportIn(table)(fileStart, `the table has no ${name}.meta.yaml beside it`);
      return [];
    }
    if (!files.has(table)) reportIn(meta)(fileStart, `there is no table ${name}.csv beside it`);
    const doc = yaml(meta);
    if (!doc) return [];
    const value = validate(dataSchema, doc, 'the file');
    const source = text(table);
    const report = reportIn(table);
    const rows = value && source !== undefined ? readTable(source, value, report) : [];
    return [{ id: name, doc, value, rows, report }];
  });
}
