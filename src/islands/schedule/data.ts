/** What the island of a schedule gets: its words, its marks and their sources, ready to be shown. */
import type { ScheduleChart } from '../../geometry/schedule.ts';
import { dayNumber, longDate } from '../../model/dates.ts';
import type { ScheduleSettings } from '../../model/kinds/schedule.ts';
import type { Figure, IsoDay, Person, Quote, Story } from '../../model/types.ts';
import { typographic } from '../../model/typography.ts';
import { wordsOf } from '../../model/words.ts';
import type { InspectedSource } from '../shared/inspector.svelte.ts';
import { inspectedSources } from '../shared/sources.ts';

/** A mark before its sources are looked up. */
export interface ScheduleMark {
  /** `item-1`, `point-1`, `statement-1`: its part of the drawing, and its number there from 1. */
  readonly id: string;
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly cites: readonly string[];
}

export interface ScheduleData {
  readonly chart: ScheduleChart;
  readonly marks: readonly ScheduleMark[];
  readonly sources: readonly InspectedSource[];
  /** The colour of what the other named: the side of its speaker. */
  readonly colour: string;
  /** Those of the two statements. */
  readonly statementColours: readonly string[];
}

/**
 * The data of a schedule.
 *
 * @throws Error if a person or a quotation that the settings name is not in the story
 */
export function scheduleData(story: Story, figure: Figure): ScheduleData {
  const settings = figure.settings as ScheduleSettings;
  const words = wordsOf(story);
  const { list, counter } = settings;
  const date = (day: IsoDay) => longDate(day, story.language);
  const [lister, other] = [personOf(story, list.speaker), personOf(story, counter.speaker)];
  const said = settings.facing.statements.map(({ quote: id, office }) => {
    const quote = quoteOf(story, id);
    const { name: who, side } = personOf(story, quote.speaker);
    return { quote, office: typographic(office), who, side };
  });
  const statements = said.map(({ quote, office, who }) => ({
    text: words('schedule.quotation', { text: quote.text }),
    name: words('schedule.said', { who, date: date(quote.date) }),
    office,
    day: dayNumber(quote.date),
  }));
  const chart: ScheduleChart = {
    list: {
      name: lister.name,
      dateText: date(list.date),
      items: list.items.map(({ text, label, short }) => ({
        text: typographic(text),
        label: typographic(label),
        short: typographic(short),
      })),
    },
    counter: {
      name: other.name,
      dateText: date(counter.date),
      items: counter.items.map(({ label, note, ties }) => ({
        label: typographic(label),
        note: typographic(note ?? ''),
        ties: ties.map(({ to, kind }) => ({ to: to - 1, loose: kind === 'loose' })),
      })),
    },
    facing: { heading: typographic(settings.facing.heading), statements },
    words: {
      direct: words('schedule.direct'),
      loose: words('schedule.loose'),
      none: words('schedule.none'),
      unnamed: words('schedule.unnamed'),
    },
  };
  const listed = words('schedule.said', { who: lister.name, date: date(list.date) });
  const named = words('schedule.said', { who: other.name, date: date(counter.date) });
  const marks: ScheduleMark[] = [
    ...list.items.map(({ text, label, note, cite }, i) => ({
      id: `item-${i + 1}`,
      when: words('schedule.item', { n: i + 1, of: list.items.length, said: listed }),
      title: typographic(label),
      text: sentences(text, note, tiesOfItem(settings, i + 1, other.name, words)),
      cites: [...new Set([...list.cite, ...cite])],
    })),
    ...counter.items.map((item, i) => ({
      id: `point-${i + 1}`,
      when: named,
      title: typographic(item.label),
      text: sentences(item.text, tiesOfPoint(item, words)),
      cites: item.cite,
    })),
    ...said.map(({ quote, office, who }, i) => ({
      id: `statement-${i + 1}`,
      when: words('schedule.said', { who, date: date(quote.date) }),
      title: words('schedule.quotation', { text: quote.text }),
      text: sentences(office, quote.occasion),
      cites: quote.cite,
    })),
  ];
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  return {
    chart,
    marks,
    sources: inspectedSources([...new Set(marks.flatMap(({ cites }) => cites))], sources),
    colour: colourOf(other.side),
    statementColours: said.map(({ side }) => colourOf(side)),
  };
}

/** A speaker of no side is drawn in ink. */
const colourOf = (side: string) => (side === 'none' ? 'ink' : side);

type Words = ReturnType<typeof wordsOf>;

/** What of an entry the other named, as a sentence. */
export function tiesOfItem({ counter }: ScheduleSettings, number: number, who: string, words: Words): string {
  const touching = counter.items.flatMap(({ label, ties }) =>
    ties.filter(({ to }) => to === number).map(({ kind }) => ({ label, kind })),
  );
  if (touching.length === 0) return words('schedule.item-unnamed', { who });
  const points = touching.map(({ label, kind }) =>
    words('schedule.tie', { label: typographic(label), kind: words(`schedule.${kind}`) }),
  );
  return words('schedule.item-named', { who, points: points.join(', ') });
}

/** Which entries a point touches, as a sentence. */
export function tiesOfPoint({ ties }: ScheduleSettings['counter']['items'][number], words: Words): string {
  if (ties.length === 0) return words('schedule.point-none');
  const items = ties.map(({ to, kind }) =>
    words('schedule.tie', { label: to, kind: words(`schedule.${kind}`) }),
  );
  return words('schedule.point-ties', { items: items.join(', ') });
}

/** Texts as sentences, one after the other. */
const sentences = (...texts: readonly (string | undefined)[]): string =>
  texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => typographic(/[.!?]$/.test(text ?? '') ? `${text}` : `${text}.`))
    .join(' ');

function personOf(story: Story, id: string): Person {
  const person = story.people.find((each) => each.id === id);
  if (!person) throw new Error(`The story has no person "${id}".`);
  return person;
}

function quoteOf(story: Story, id: string): Quote {
  const quote = story.quotes.find((each) => each.id === id);
  if (!quote) throw new Error(`The story has no quotation "${id}".`);
  return quote;
}
