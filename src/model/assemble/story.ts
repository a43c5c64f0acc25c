/** The checked files as one story. */
import type { Content, Entry, TableEntry } from '../content.ts';
import { valuesOf } from '../content.ts';
import { longDate } from '../dates.ts';
import { blockHtml, inlineHtml } from '../html.ts';
import { kindOf } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import type { MarkedText } from '../marked.ts';
import { readMarked } from '../marked.ts';
import { readProse } from '../prose.ts';
import { chapterSchema } from '../schemas/chapter.ts';
import type { QuoteEntry } from '../schemas/quote.ts';
import type { StoryFile } from '../schemas/story.ts';
import type { Chapter, Figure, Statement, Story, Table } from '../types.ts';
import { typographic } from '../typography.ts';
import { chapterText } from './chapter.ts';
import { doorsOf } from './doors.ts';
import { sure } from './sure.ts';

/** Words a minute of a reader who also looks at the figures. */
const pace = 230;

/**
 * Makes the story of content in which no mistake was found.
 *
 * @throws Error if anything is missing after all
 */
export function assembleStory(content: Content): Story {
  const file = sure(content.story?.value, 'story.yaml');
  const ui = set(sure(content.ui, 'ui.yaml'));
  const people = published(content.people);
  const quotes = published(content.quotes);
  const names = new Map(people.map(({ id, name }) => [id, typographic(name)]));
  const captionOf = (quote: QuoteEntry): string =>
    [
      sure(names.get(quote.speaker), `The speaker of ${quote.id}`),
      longDate(quote.date, file.language),
      typographic(quote.occasion),
      ...(quote.translated ? [sure(ui['quote.translated'], 'The text quote.translated')] : []),
    ].join(', ');

  const fronts = content.chapters.map((draft) => ({
    id: draft.id,
    draft,
    front: chapterSchema.parse(draft.front.value),
  }));
  const doors = doorsOf(fronts);
  const corrections = file.corrections.map((correction) => set(correction, ['wrong', 'right']));
  const statements: Statement[] = [];
  const quotesById = new Map(quotes.map((quote) => [quote.id, quote]));
  const chapters = fronts.map(({ id, draft, front }): Chapter => {
    const read = readProse(draft, quotesById);
    const text = chapterText(draft, read, {
      asOf: file['as-of'],
      kindOf: (figure) => kindOfFigure(file, figure),
      captionOf: ({ entry }) => captionOf(sure(entry, 'A quotation')),
    });
    statements.push(...text.statements);
    const door = doors.find(({ chapter }) => chapter === id);
    return {
      id,
      title: typographic(front.title),
      summary: typographic(front.summary),
      later: front.later,
      ...(front.live !== undefined && { live: front.live }),
      ...(door && { door, side: door.side }),
      blocks: text.blocks,
      steps: text.steps,
      cites: text.cites,
      words: text.words,
      minutes: minutesOf(text.words),
      corrections: corrections.filter(({ chapter }) => chapter === id),
    };
  });

  const words = chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  return {
    title: typographic(file.title),
    dek: typographic(file.dek),
    description: typographic(file.description),
    language: file.language,
    asOf: file['as-of'],
    edition: file.edition,
    ...(file.site !== undefined && { site: file.site }),
    ...(file.licence !== undefined && { licence: file.licence }),
    about: blockHtml(marked(file.about, 'many').nodes),
    sides: file.sides.map((side) => set(side, ['name'])),
    strands: file.strands.map((strand) => set(strand, ['name'])),
    tables: content.data.map(tableOf),
    figures: Object.entries(file.figures).map(([id, figure]) => figureOf(file, id, figure)),
    chapters,
    doors,
    people: people.map((person) => set(person, ['name', 'role', 'note'])),
    events: valuesOf(content.events).map((event) => set(event, ['label', 'title', 'summary'])),
    quotes: quotes.map((quote) => set(quote, ['text', 'occasion'])),
    sources: published(content.sources).map((source) => set(source, ['publisher', 'title', 'about'])),
    statements,
    corrections,
    ui,
    words,
    minutes: minutesOf(words),
  };
}

const minutesOf = (words: number): number => Math.max(1, Math.round(words / pace));

/** The entries that the story uses. */
const published = <T extends { unused?: true }>(entries: readonly Entry<T>[] | undefined): T[] =>
  valuesOf(entries).filter(({ unused }) => unused !== true);

/** An object with some of its texts, or all, set in type. */
function set<T extends object>(value: T, keys: readonly (keyof T)[] = Object.keys(value) as (keyof T)[]): T {
  const copy = { ...value };
  for (const key of keys) {
    const text = copy[key];
    if (typeof text === 'string') copy[key] = typographic(text) as T[keyof T] & string;
  }
  return copy;
}

function kindOfFigure(file: StoryFile, figure: string): Kind {
  return sure(
    kindOf(sure(file.figures[figure], `The figure ${figure}`).kind),
    `The kind of the figure ${figure}`,
  );
}

function figureOf(file: StoryFile, id: string, figure: StoryFile['figures'][string]): Figure {
  const { nodes, sources } = marked(figure.caption, 'one');
  return {
    id,
    kind: figure.kind,
    title: typographic(figure.title),
    caption: inlineHtml(nodes),
    settings: kindOfFigure(file, id).settings.parse(figure.settings),
    data: figure.data,
    cites: sources,
  };
}

function tableOf({ id, value, rows }: TableEntry): Table {
  const { title, unit, columns, caveats, sources } = sure(value, `The table ${id}`);
  return {
    name: id,
    title: typographic(title),
    unit: typographic(unit),
    columns: columns.map(({ name, label, type }) => ({ name, type, label: typographic(label ?? name) })),
    rows: rows.map(({ values }) =>
      set(
        values,
        columns.filter(({ type }) => type === 'text').map(({ name }) => name),
      ),
    ),
    caveats: caveats.map((caveat) => typographic(caveat)),
    cites: [...new Set([...sources, ...rows.flatMap((row) => row.sources.map((source) => source.id))])],
  };
}

function marked(text: string, paragraphs: 'one' | 'many'): MarkedText {
  return readMarked(text, paragraphs, (_, message) => {
    throw new Error(message);
  });
}
