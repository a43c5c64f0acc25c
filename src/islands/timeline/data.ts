/** What the islands of a timeline share on a page: its events with their sources, ready to be shown. */
import type { TimelineEvent } from '../../geometry/timeline.ts';
import { dayNumber, longDate, longSpan } from '../../model/dates.ts';
import type { Source, Story, StoryEvent, Strand } from '../../model/types.ts';
import { knownOn } from '../../model/vantage.ts';

/** An event as it is stored: its sources by id, since many events share one. */
export interface StoredEvent extends Omit<TimelineEvent, 'lane'> {
  /** A strand's id. */
  readonly strand: string;
  readonly title: string;
  readonly summary: string;
  /** Not known on the story's as-of date. */
  readonly later: boolean;
  readonly sources: readonly string[];
}

export interface TimelineData {
  readonly language: string;
  /** In the order of time. */
  readonly events: readonly StoredEvent[];
  readonly strands: readonly Strand[];
  /** By id: publisher and date, and the address if there is one. */
  readonly sources: Readonly<Record<string, readonly [text: string, href?: string]>>;
}

/** The data of a story's timeline. */
export function timelineData(story: Story): TimelineData {
  const events = story.events
    .map((event) => ({
      id: event.id,
      date: dayNumber(event.date),
      end: lastDay(event),
      scheduled: event.scheduled,
      strand: event.strand,
      label: event.label,
      title: event.title,
      summary: event.summary,
      dateText: dateText(event, story.language),
      later: !knownOn(event, story.asOf),
      sources: event.cite,
    }))
    .sort((a, b) => a.date - b.date);
  const cited = new Set(events.flatMap((event) => event.sources));
  const sources = Object.fromEntries(
    story.sources
      .filter(({ id }) => cited.has(id))
      .map((source) => [source.id, sourceEntry(source, story.language)]),
  );
  return { language: story.language, events, strands: story.strands, sources };
}

function sourceEntry({ publisher, date, url }: Source, language: string): [string, string?] {
  const text = date ? `${publisher}, ${longDate(date, language)}` : publisher;
  return url ? [text, url] : [text];
}

/** The last day number of an event; that of the month where no more than the month is known. */
function lastDay({ date, end, precision }: StoryEvent): number {
  if (end) return dayNumber(end);
  if (precision === 'day') return dayNumber(date);
  const [year = 0, month = 0] = date.split('-').map(Number);
  return Date.UTC(year, month, 0) / 86_400_000;
}

function dateText({ date, end, precision }: StoryEvent, language: string): string {
  return end ? longSpan(date, end, language) : longDate(date, language, precision);
}
