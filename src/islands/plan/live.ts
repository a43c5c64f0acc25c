/** What a live plan says: of each door once it is open, and of the way through all of them. Pure, for both sides. */
import {
  entriesWithin,
  mostOpen,
  outcomeOf,
  standingOf,
  wayThrough,
  type Outcome,
  type Term,
} from '../../geometry/planRecord.ts';
import { dayAndMonth, longDate } from '../../model/dates.ts';
import { fill } from '../../model/words.ts';
import type { Door, DoorState } from '../../model/types.ts';
import type { DoorNote, PlanData } from './data.ts';

/** Texts with `{name}` places, from `ui.yaml`. */
export interface LiveWords {
  /** The heading, for a reader who can open doors and for one who cannot. */
  readonly title: string;
  readonly still: string;
  readonly hint: string;
  readonly caption: string;
  readonly reset: string;
  /** What pressing a door does: opens it, or puts it back. */
  readonly open: string;
  readonly back: string;
  /** How a door stands on a day. */
  readonly on: string;
  readonly states: Readonly<Record<DoorState, string>>;
  readonly way: Readonly<Record<'none' | 'one' | 'other' | 'every', string>>;
  readonly barring: string;
  readonly barringDoor: string;
  readonly shows: Readonly<Record<'start' | 'some' | 'end', string>>;
  readonly most: Readonly<Record<'none' | 'some' | 'every', string>>;
  /** The words for numbers from 0 on, with `|` between them. */
  readonly numbers: string;
}

/** The words of outcomes. */
export interface OutcomeWords {
  readonly opened: string;
  readonly events: string;
  readonly words: string;
  /** For a door that did not stay open; `{verdict}` is one of those above. */
  readonly drawnBack: string;
  readonly others: Readonly<Record<Exclude<Outcome['kind'], 'opened'>, string>>;
}

/** What a door answers. */
export interface DoorAnswer {
  readonly chapter: string;
  readonly verdict: string;
  readonly entries: readonly {
    /** From when it stood how. */
    readonly when: string;
    readonly text: string;
    readonly cites: DoorNote['cites'];
  }[];
}

interface AnswerOptions {
  readonly term: Term;
  readonly language: string;
  readonly words: OutcomeWords;
  /** The line above an entry, from its day and the word for its state. */
  readonly when: (day: string, state: DoorState) => string;
  /** A source's number on the page, and the words for it. */
  readonly cite: (source: string) => { readonly number: number; readonly label: string };
}

/** The answers of all doors, in their order. */
export function doorAnswers(
  doors: readonly Door[],
  { term, language, words, when, cite }: AnswerOptions,
): DoorAnswer[] {
  return doors.map((door) => ({
    chapter: door.chapter,
    verdict: verdictOf(outcomeOf(door, term), words),
    entries: entriesWithin(door, term).map(({ from, state, note, cite: ids }) => ({
      when: when(dayAndMonth(from, language), state),
      text: note,
      cites: ids.map((id) => ({ id, ...cite(id) })),
    })),
  }));
}

function verdictOf(outcome: Outcome, words: OutcomeWords): string {
  if (outcome.kind !== 'opened') return words.others[outcome.kind];
  const verdict = outcome.by === undefined ? words.opened : words[outcome.by];
  return outcome.kept ? verdict : fill(words.drawnBack, { verdict });
}

export interface WayOptions {
  readonly term: Term;
  readonly language: string;
  readonly words: LiveWords;
  /** The names of the people at the two ends. */
  readonly people: readonly [string, string];
}

/** What is said of the way, whichever doors are opened. */
export interface WayTold {
  /** Whether it is open, in a sentence or two. */
  readonly way: string;
  /** What bars it, and which days are shown. */
  readonly record: string;
  /** Once all doors are opened, how near it came to being open; nothing before. */
  readonly most: string;
}

/**
 * Says in words whether there is a way from one end of the plan to the other.
 *
 * @param opened which doors the reader has opened, one value for each
 */
export function tellWay(
  doors: PlanData['doors'],
  opened: readonly boolean[],
  { term, language, words, people }: WayOptions,
): WayTold {
  const standing = standingOf(doors, opened, term);
  const { open, count, barring } = wayThrough(standing);
  const number = (n: number) => words.numbers.split('|')[n] ?? String(n);
  const values = {
    count: number(count),
    Count: capital(number(count), language),
    of: number(doors.length),
    start: people[0],
    end: people[1],
    from: longDate(term.from, language),
    to: longDate(term.to, language),
    opened: doors
      .filter((_, index) => opened[index])
      .map(({ name }) => name)
      .join(', '),
  };
  const plural = new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other';
  const way = open ? 'every' : count === 0 ? 'none' : plural;
  const asked = opened.filter(Boolean).length;
  const list = barring
    .map((index) =>
      fill(words.barringDoor, {
        name: doors[index]?.name ?? '',
        state: words.states[standing[index]?.state ?? 'shut'],
      }),
    )
    .join(', ');
  const most = mostOpen(doors, term);
  const near = most.count === 0 ? 'none' : most.count === doors.length ? 'every' : 'some';
  return {
    way: fill(words.way[way], values),
    record: [
      open ? '' : fill(words.barring, { list }),
      fill(words.shows[asked === 0 ? 'start' : asked < doors.length ? 'some' : 'end'], values),
    ]
      .filter(Boolean)
      .join(' '),
    most:
      asked < doors.length
        ? ''
        : fill(words.most[near], {
            count: number(most.count),
            from: dayAndMonth(term.from, language),
            to: dayAndMonth(term.to, language),
            day: dayAndMonth(most.day, language),
          }),
  };
}

const capital = (text: string, language: string): string =>
  text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
