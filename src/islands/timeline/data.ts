/** What the islands of a timeline share on a page: its events with their sources, ready to be shown. */
import type { TimelineEvent } from '../../geometry/timeline.ts';
import { dayNumber, longDate, longSpan } from '../../model/dates.ts';
import type { Source, Story, StoryEvent, Strand } from '../../model/types.ts';
import { knownOn } from '../../model/vantage.ts';

export interface EventSource {
  readonly id: string;
  readonly text: string;
  /** Its note on the page, or its own address; absent where it has neither. */
  readonly href?: string;
  /** Its number on the page. */
  readonly number?: number;
}

export interface EventData extends Omit<TimelineEvent, 'lane'> {
  /** A strand's id. */
  readonly strand: string;
  readonly title: string;
  readonly summary: string;
  /** Not known on the story's as-of date. */
  readonly later: boolean;
  readonly sources: readonly EventSource[];
}

export interface TimelineData {
  readonly language: string;
  /** In the order of time. */
  readonly events: readonly EventData[];
  readonly strands: readonly Strand[];
}

/**
 * The data of a story's timeline.
 *
 * @param numbers the numbers of the notes of the page, by source; a source without one is linked to its own address
 */
export function timelineData(story: Story, numbers: ReadonlyMap<string, number>): TimelineData {
  const sources = new Map(story.sources.map((source) => [source.id, source]));
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
      sources: event.cite.flatMap((id) => sourceLink(sources.get(id), numbers)),
    }))
    .sort((a, b) => a.date - b.date);
  return { language: story.language, events, strands: story.strands };
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

function sourceLink(source: Source | undefined, numbers: ReadonlyMap<string, number>): EventSource[] {
  if (!source) return [];
  const text = [source.publisher, source.title ?? source.about].filter(Boolean).join(', ');
  const number = numbers.get(source.id);
  if (number !== undefined) return [{ id: source.id, text, number, href: `#note-${source.id}` }];
  return [{ id: source.id, text, ...(source.url ? { href: source.url } : {}) }];
}
