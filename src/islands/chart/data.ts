/** What the island of a chart gets: the rows of its tables and the events it marks, ready to be shown; for the build. */
import type { ChartDatum, ChartMark, ChartPanel } from '../../geometry/chart.ts';
import { niceTicks, numberWords } from '../../geometry/numbers.ts';
import { dayNumber, longDate, longSpan } from '../../model/dates.ts';
import type { ChartPanel as PanelSettings, ChartSettings, ChartState } from '../../model/kinds/chart.ts';
import type { CellValue, Figure, Story, StoryEvent, Table } from '../../model/types.ts';
import { typographic } from '../../model/typography.ts';
import { inspectedSources } from '../shared/sources.ts';

/** What a mark says when it is opened; its sources by id, since many share one. */
export interface Said {
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface PanelData extends Omit<ChartPanel, 'data'> {
  readonly colour: string;
  readonly data: readonly (ChartDatum & Said)[];
}

export interface ChartData {
  readonly language: string;
  readonly panels: readonly PanelData[];
  /** In the order of time. */
  readonly marks: readonly (ChartMark & Said & { readonly colour: string })[];
  /** By id: what names it, and its address if it has one. */
  readonly sources: Readonly<Record<string, readonly [text: string, href?: string]>>;
}

/** The most ticks of an axis of values. */
const MOST_TICKS = 4;

/**
 * @param states of the scene: the events that they mark are part of it
 * @param most words "at most" a number
 * @throws Error if a table or an event is unknown
 */
export function chartData(
  story: Story,
  figure: Figure,
  states: readonly ChartState[],
  most: (value: string) => string,
): ChartData {
  const { panels } = figure.settings as ChartSettings;
  const marked = new Set(states.flatMap(({ mark }) => mark));
  const marks = [...marked].map((id) => markOf(story, id)).sort((a, b) => a.day - b.day);
  const drawn = panels.map((panel) => panelOf(story, panel, most));
  const cited = new Set([...drawn.flatMap(({ data }) => data), ...marks].flatMap(({ sources }) => sources));
  const all = new Map(story.sources.map((source) => [source.id, source]));
  return {
    language: story.language,
    panels: drawn,
    marks,
    sources: Object.fromEntries(
      inspectedSources([...cited], all).map(({ id, text, href }) => [
        id,
        href === undefined ? [text] : [text, href],
      ]),
    ),
  };
}

function panelOf(story: Story, settings: PanelSettings, most: (value: string) => string): PanelData {
  const table = story.tables.find(({ name }) => name === settings.table);
  if (!table) throw new Error(`There is no table "${settings.table}".`);
  const { id, form, title, note, colour, range, reversed, join, limit } = settings;
  return {
    id,
    form,
    title: typographic(title),
    note: typographic(note),
    colour,
    range,
    ticks: niceTicks(...range, MOST_TICKS).map((value) => ({
      value,
      text: numberWords(story.language)(value),
    })),
    reversed,
    join,
    ...(limit && { limit: { value: limit.value, text: typographic(limit.label) } }),
    data: table.rows
      // A figure's data ends with the day on which the story is told.
      .filter((row) => text(row['to']) <= story.asOf)
      .map((row) => datumOf(row, settings, table, story.language, most))
      .sort((a, b) => a.from - b.from),
  };
}

function datumOf(
  row: Table['rows'][number],
  { id, form, title, hollow }: PanelSettings,
  { unit }: Table,
  language: string,
  most: (value: string) => string,
): ChartDatum & Said {
  const [from, to] = [text(row['from']), text(row['to'])];
  const number = numberWords(language);
  const range = { ...pick('value', row['value']), ...pick('low', row['low']), ...pick('high', row['high']) };
  const figures = figuresOf(range, form, number);
  const basis = text(row['basis']);
  return {
    id: `${id}/${from}`,
    from: dayNumber(from),
    to: dayNumber(to),
    ...range,
    ...(figures !== undefined && { figures }),
    hollow: hollow?.basis.includes(basis) ?? false,
    when: `${text(row['when']) || daysInWords(from, to, language)} · ${typographic(title)}`,
    title: `${figures ?? most(number(range.high ?? 0))} ${unit}`,
    text: `${basis.charAt(0).toLocaleUpperCase(language)}${basis.slice(1)}. ${text(row['note'])}`,
    sources: text(row['sources']).split('|').filter(Boolean),
  };
}

/** One figure, or the lowest and the highest; undefined where only a highest is known. */
function figuresOf(
  { value, low, high }: Pick<ChartDatum, 'value' | 'low' | 'high'>,
  form: ChartPanel['form'],
  number: (value: number) => string,
): string | undefined {
  if (form === 'line' && value !== undefined) return number(value);
  if (low !== undefined && high !== undefined && low !== high) return `${number(low)}–${number(high)}`;
  const only = value ?? low;
  return only === undefined ? undefined : number(only);
}

const text = (value: CellValue): string => String(value ?? '');

const pick = <K extends string>(key: K, value: CellValue) =>
  (typeof value === 'number' ? { [key]: value } : {}) as Partial<Record<K, number>>;

/** A stretch of days: `2011`, `April 2018`, `23 July – 22 August 2019`. */
export function daysInWords(from: string, to: string, language: string): string {
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  const [year = 0, month = 0] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  if (from.endsWith('-01') && to === last) return longDate(from, language, 'month');
  return longSpan(from, to, language);
}

/** An event that lasts is marked at its end: that is when it had come about. */
function markOf(story: Story, id: string): ChartData['marks'][number] {
  const event = story.events.find((each) => each.id === id);
  if (!event) throw new Error(`There is no event "${id}".`);
  const strand = story.strands.find((each) => each.id === event.strand);
  return {
    id: `event/${id}`,
    day: dayNumber(event.end ?? event.date),
    label: event.label,
    colour: strand?.colour ?? 'ink',
    when: [dateText(event, story.language), strand?.name].filter(Boolean).join(' · '),
    title: event.title,
    text: event.summary,
    sources: event.cite,
  };
}

function dateText({ date, end, precision }: StoryEvent, language: string): string {
  return end ? longSpan(date, end, language) : longDate(date, language, precision);
}
