/** The schedule: a numbered list of one speaker, what another named of it, and two statements that face each other. */
import { z } from 'zod';
import { cite, day, id, text } from '../schemas/common.ts';
import type { IsoDay } from '../types.ts';
import { strict } from '../validate.ts';
import type { Kind } from './kind.ts';

/** Whether a point speaks of an entry itself, or of something near it or part of it. */
export type TieKind = 'direct' | 'loose';

export interface ScheduleSettings {
  readonly list: {
    /** A person's id. */
    readonly speaker: string;
    readonly date: IsoDay;
    /** The sources of every entry. */
    readonly cite: readonly string[];
    /** Numbered from 1 in this order. */
    readonly items: readonly ListItem[];
  };
  readonly counter: {
    readonly speaker: string;
    readonly date: IsoDay;
    /** In the speaker's order. */
    readonly items: readonly CounterItem[];
  };
  readonly facing: {
    /** What both statements are about. */
    readonly heading: string;
    /** Two, the earlier one first. */
    readonly statements: readonly {
      /** A quotation's id. */
      readonly quote: string;
      /** The office that its speaker held on that day, or none. */
      readonly office: string;
    }[];
  };
}

export interface ListItem {
  /** In full, for a line of its own. */
  readonly text: string;
  /** Shorter, for where something stands beside it, and on a phone. */
  readonly label: string;
  /** A few words, for where something stands beside it on a phone. */
  readonly short: string;
  /** What to mind about it. */
  readonly note?: string;
  /** Sources of its own, besides those of the list. */
  readonly cite: readonly string[];
}

export interface CounterItem {
  readonly label: string;
  /** How it was named, in a few words. */
  readonly note?: string;
  /** What was said of it. */
  readonly text: string;
  readonly cite: readonly string[];
  /** The entries it touches, by number; none where it is not on the list. */
  readonly ties: readonly { readonly to: number; readonly kind: TieKind }[];
}

export interface ScheduleState {
  /**
   * `all`: the list alone. `named`: what the other named, tied to the entries it touches. `unnamed`: the entries that
   * nothing touches. `facing`: the two statements.
   */
  readonly show: 'all' | 'named' | 'unnamed' | 'facing';
}

/** More entries do not fit into a phone's frame, and longer texts not into their lines. */
const most = { items: 12, counters: 5, text: 112, label: 48, short: 25, point: 24, note: 30 };

const short = (length: number) => text.check(z.maxLength(length));

const list = strict({
  speaker: id,
  date: day,
  cite,
  items: z
    .array(
      strict({
        text: short(most.text),
        label: short(most.label),
        short: short(most.short),
        note: text.exactOptional(),
        cite: z.array(id).default([]),
      }),
    )
    .min(2)
    .max(most.items),
});

const counter = strict({
  speaker: id,
  date: day,
  items: z
    .array(
      strict({
        label: short(most.point),
        note: short(most.note).exactOptional(),
        text,
        cite,
        ties: z.array(strict({ to: z.int().min(1), kind: z.enum(['direct', 'loose']) })).default([]),
      }),
    )
    .min(1)
    .max(most.counters),
});

const facing = strict({
  heading: text,
  statements: z.array(strict({ quote: id, office: text })).length(2),
});

export const schedule: Kind<ScheduleSettings, ScheduleState> = {
  settings: strict({ list, counter, facing }).superRefine((settings, context) => {
    const count = settings.list.items.length;
    settings.counter.items.forEach(({ ties }, item) => {
      ties.forEach(({ to }, tie) => {
        const path = ['counter', 'items', item, 'ties', tie, 'to'];
        const complain = (message: string) => context.addIssue({ code: 'custom', path, message });
        if (to > count) complain(`${to} is no entry of the list, which has ${count}`);
        if (ties.findIndex((other) => other.to === to) < tie) complain(`${to} is tied twice`);
      });
    });
  }),
  settingsReferences: [
    { path: ['list', 'speaker'], noun: 'person', to: 'people' },
    { path: ['list', 'cite', '*'], noun: 'source', to: 'sources' },
    { path: ['list', 'items', '*', 'cite', '*'], noun: 'source', to: 'sources' },
    { path: ['counter', 'speaker'], noun: 'person', to: 'people' },
    { path: ['counter', 'items', '*', 'cite', '*'], noun: 'source', to: 'sources' },
    { path: ['facing', 'statements', '*', 'quote'], noun: 'quotation', to: 'quotes' },
  ],
  state: strict({ show: z.enum(['all', 'named', 'unnamed', 'facing']) }),
  stateReferences: [],
  checkState(_, { settings, asOf, later }) {
    if (later || settings === undefined) return [];
    const { list, counter } = settings as ScheduleSettings;
    return [list, counter]
      .filter(({ date }) => date > asOf)
      .map(({ date }) => ({
        path: ['show'],
        message: `the figure holds what was said on ${date}, after the as-of date, ${asOf}; it belongs to the later chapter`,
      }));
  },
};
