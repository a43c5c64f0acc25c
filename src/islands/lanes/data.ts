/** The rows of a figure's tables as sayings in lanes, ready to be shown. */
import { calendarWords } from '../../geometry/calendarWords.ts';
import { dayAndMonth, dayNumber, longDate } from '../../model/dates.ts';
import type { LanesSettings } from '../../model/kinds/lanes.ts';
import type { Figure, IsoDay, Story } from '../../model/types.ts';
import { wordsOf } from '../../model/words.ts';
import type { Inspected } from '../shared/inspector.svelte.ts';
import { inspectedSources } from '../shared/sources.ts';

/** A row of the tables. */
export interface SayingData extends Inspected {
  readonly date: IsoDay;
  /** The last day on which it may have been, where no single day is known. */
  readonly last?: IsoDay;
  /** Its place in the order, on an axis of order. */
  readonly rank: number;
  readonly lane: string;
  readonly voice: string;
  readonly stance: string;
  readonly label: string;
  /** The last line of its label: with room, and in few letters. */
  readonly dated: string;
  readonly brief: string;
  /** The ids of what it answers. */
  readonly answers: readonly string[];
}

export interface LanesData extends LanesSettings {
  readonly language: string;
  /** In order. */
  readonly sayings: readonly SayingData[];
}

/**
 * The data of a figure of lanes: the rows of its tables up to the as-of date. Their columns: `id`, `date`, `last` (where
 * no single day is known), `rank` (on an axis of order), `lane`, `voice`, `stance`, `who`, `label`, `when` (in place of
 * the date), `text`, `answers` (ids, joined by spaces), `sources`.
 *
 * @throws Error if a row names a lane, voice, stance or row that is not there
 */
export function lanesData(story: Story, figure: Figure): LanesData {
  const settings = figure.settings as LanesSettings;
  const words = wordsOf(story);
  const calendar = calendarWords(story.language);
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const rows = asOfRows(story, figure.data);
  const labels = new Map(
    rows.map((cell) => [cell('id'), `${cell('label')} (${dateOf(cell, story.language)})`]),
  );
  const stances = new Map(settings.stances.map(({ id, name }) => [id, name]));
  for (const cell of rows) {
    for (const [column, known] of [
      ['lane', settings.lanes],
      ['voice', settings.voices],
      ['stance', settings.stances],
    ] as const) {
      if (known.some(({ id }) => id === cell(column))) continue;
      const ids = known.map(({ id }) => id).join(', ');
      throw new Error(
        `Figure "${figure.id}", row "${cell('id')}": ${column} "${cell(column)}" is not one of ${ids}.`,
      );
    }
  }
  const sayings = rows.map((cell): SayingData => {
    const answers = cell('answers').split(' ').filter(Boolean);
    const tied = answers.map((id) => {
      const label = labels.get(id);
      if (label === undefined) {
        throw new Error(`Figure "${figure.id}", row "${cell('id')}" answers "${id}", which is no row.`);
      }
      return label;
    });
    const date = dateOf(cell, story.language);
    return {
      id: cell('id'),
      date: cell('date'),
      ...(cell('last') === '' ? {} : { last: cell('last') }),
      rank: Number(cell('rank')),
      lane: cell('lane'),
      voice: cell('voice'),
      stance: cell('stance'),
      label: cell('label'),
      ...(settings.axis === 'order'
        ? { dated: cell('when'), brief: dayAndTime(cell, story.language) }
        : { dated: date, brief: cell('when') || calendar.date(dayNumber(cell('date'))) }),
      answers,
      when: [cell('who'), date, stances.get(cell('stance'))].filter(Boolean).join(' · '),
      title: cell('label'),
      text: [cell('text'), ...tied.map((what) => words('lanes.answers', { what }))].join(' '),
      sources: inspectedSources(cell('sources').split('|'), sources),
    };
  });
  const order = (saying: SayingData) => (settings.axis === 'order' ? saying.rank : dayNumber(saying.date));
  return {
    ...settings,
    language: story.language,
    sayings: sayings.toSorted((a, b) => order(a) - order(b)),
  };
}

/** A row: its text by column, empty where there is none. */
export type Cell = (column: string) => string;

/** The rows of tables up to the as-of date. */
export function asOfRows(story: Story, tables: readonly string[]): Cell[] {
  return tables
    .flatMap((name) => story.tables.find((table) => table.name === name)?.rows ?? [])
    .map((row) => (column: string) => String(row[column] ?? ''))
    .filter((cell) => cell('date') <= story.asOf);
}

/** When it was, as exactly as it is known. */
export function dateOf(cell: Cell, language: string): string {
  if (cell('last') !== '') return cell('when');
  return [longDate(cell('date'), language), cell('when')].filter(Boolean).join(', ');
}

/** The same, short: for a label. */
function dayAndTime(cell: Cell, language: string): string {
  return [dayAndMonth(cell('date'), language), cell('when')].filter(Boolean).join(', ');
}
