/** Ties: who writes to, speaks for, pays or works for whom; those on the left by groups, those on the right by name. */
import { z } from 'zod';
import { notOneOf } from '../nearest.ts';
import { cite, day, id, text } from '../schemas/common.ts';
import type { IsoDay, MarkShape } from '../types.ts';
import { strict } from '../validate.ts';
import type { Complaint, Kind } from './kind.ts';

/** What sort of tie it is: the shape of its mark and the colour of its thread. */
export interface TieSort {
  readonly id: string;
  readonly name: string;
  readonly shape: MarkShape;
  /** A side's id, `hot` or `ink`. */
  readonly colour: string;
}

export interface TieNode {
  readonly id: string;
  readonly name: string;
  /** For where there is little room. */
  readonly short?: string;
}

export interface Tie {
  readonly id: string;
  /** Whose doing it is, and to whom: one of them stands on the left, the other on the right. */
  readonly from: string;
  readonly to: string;
  /** A sort's id. */
  readonly sort: string;
  /** What it is, read from left to right: `writes to`, `paid by`. */
  readonly label: string;
  readonly date: IsoDay;
  readonly end?: IsoDay;
  readonly precision: 'day' | 'month';
  /** What the date is: that of the thing, its beginning, that of a report of it, or of a day on which it stood. */
  readonly dated: 'on' | 'since' | 'reported' | 'as-of';
  readonly text: string;
  readonly cite: readonly string[];
}

export interface TiesSettings {
  readonly sorts: readonly TieSort[];
  readonly left: readonly {
    readonly id: string;
    readonly name: string;
    readonly nodes: readonly TieNode[];
  }[];
  readonly right: readonly TieNode[];
  readonly ties: readonly Tie[];
  /** A span of time that one of the right was in, on an axis of years. */
  readonly span?: {
    readonly node: string;
    readonly label: string;
    /** A side's id, `hot` or `ink`. */
    readonly colour: string;
    /** The year, where the day is not known. */
    readonly from: number;
    readonly to: IsoDay;
    /** The first and last year of the axis. */
    readonly axis: readonly [number, number];
    readonly text: string;
    readonly cite: readonly string[];
  };
}

export interface TiesState {
  /** The ids of the ties that are shown; all of them. */
  readonly show: readonly string[] | 'all';
  /** Of these, the ones drawn while the reader passes through the step, in this order; all unless said. */
  readonly draw?: readonly string[];
  /** Rows with threads, or each tie at its date on the axis. */
  readonly view: 'list' | 'time';
  /** Whether the axis with the span is shown; always in time. */
  readonly span: boolean;
}

const node = strict({ id, name: text, short: text.exactOptional() });

const settings = strict({
  sorts: z
    .array(
      strict({
        id,
        name: text,
        shape: z.enum(['circle', 'square', 'diamond', 'triangle', 'ring', 'bar']),
        colour: id,
      }),
    )
    .min(1),
  left: z.array(strict({ id, name: text, nodes: z.array(node).min(1) })).min(1),
  right: z.array(node).min(1),
  ties: z
    .array(
      strict({
        id,
        from: id,
        to: id,
        sort: id,
        label: text.check(z.maxLength(36)),
        date: day,
        end: day.exactOptional(),
        precision: z.enum(['day', 'month']).default('day'),
        dated: z.enum(['on', 'since', 'reported', 'as-of']).default('on'),
        text,
        cite,
      }),
    )
    .min(1),
  span: strict({
    node: id,
    label: text,
    colour: id,
    from: z.int().min(1900).max(2100),
    to: day,
    axis: z.tuple([z.int(), z.int()]),
    text,
    cite,
  }).exactOptional(),
}).superRefine((value, context) => {
  const complain = (path: (string | number)[], message: string) => {
    context.addIssue({ code: 'custom', path, message });
  };
  const left = value.left.flatMap(({ nodes }) => nodes.map((each) => each.id));
  const right = value.right.map((each) => each.id);
  const sorts = value.sorts.map((each) => each.id);
  for (const [list, ids] of Object.entries({ sorts, right, ties: value.ties.map((tie) => tie.id) })) {
    ids.forEach((name, index) => {
      if (ids.indexOf(name) < index) complain([list, index, 'id'], `"${name}" is used twice`);
    });
  }
  value.left.forEach(({ nodes }, group) => {
    nodes.forEach(({ id: name }, index) => {
      const path = ['left', group, 'nodes', index, 'id'];
      if (left.filter((other) => other === name).length > 1 || right.includes(name))
        complain(path, `"${name}" is used twice`);
    });
  });
  value.ties.forEach((tie, index) => {
    const at = (key: string) => ['ties', index, key];
    const known = [...left, ...right];
    for (const key of ['from', 'to'] as const) {
      if (!known.includes(tie[key])) complain(at(key), `names nobody: ${notOneOf('node', tie[key], known)}`);
    }
    if (left.includes(tie.from) && left.includes(tie.to))
      complain(at('to'), 'is on the left, like its "from"');
    if (right.includes(tie.from) && right.includes(tie.to))
      complain(at('to'), 'is on the right, like its "from"');
    if (!sorts.includes(tie.sort)) complain(at('sort'), `is unknown: ${notOneOf('sort', tie.sort, sorts)}`);
    // The span's mark has this name.
    if (tie.id === 'span') complain(at('id'), 'cannot be "span"');
    if (tie.end !== undefined && tie.end < tie.date)
      complain(at('end'), `${tie.end} lies before the date, ${tie.date}`);
  });
  const { span } = value;
  if (!span) return;
  if (!right.includes(span.node))
    complain(['span', 'node'], `is unknown: ${notOneOf('node', span.node, right)}`);
  const [first, last] = span.axis;
  if (first >= last) complain(['span', 'axis'], `runs backwards, from ${first} to ${last}`);
  const years = { from: span.from, to: Number(span.to.slice(0, 4)) };
  for (const [key, year] of Object.entries(years)) {
    if (year < first || year > last) complain(['span', key], `lies outside the axis, ${first} to ${last}`);
  }
  if (years.from > years.to) complain(['span', 'to'], `lies before its "from", ${span.from}`);
});

const state = strict({
  show: z.union([z.literal('all'), z.array(id).min(1)], { error: 'is neither "all" nor a list of ties' }),
  draw: z.array(id).exactOptional(),
  view: z.enum(['list', 'time']).default('list'),
  span: z.boolean().default(false),
});

export const ties: Kind<TiesSettings, TiesState> = {
  settings,
  settingsReferences: [
    { path: ['sorts', '*', 'colour'], noun: 'colour', to: 'colours' },
    { path: ['span', 'colour'], noun: 'colour', to: 'colours' },
    { path: ['ties', '*', 'cite', '*'], noun: 'source', to: 'sources' },
    { path: ['span', 'cite', '*'], noun: 'source', to: 'sources' },
  ],
  state,
  stateReferences: [],
  checkState({ show, draw, view, span }, { settings: read, asOf, later }) {
    if (read === undefined) return [];
    const { ties: all, span: spanSettings } = read as TiesSettings;
    const complaints: Complaint[] = [];
    const known = all.map((tie) => tie.id);
    const shown = show === 'all' ? known : show;
    for (const [key, names] of Object.entries({ show: shown, draw: draw ?? [] })) {
      names.forEach((name, index) => {
        const path = show === 'all' && key === 'show' ? ['show'] : [key, index];
        const complain = (message: string) => complaints.push({ path, message });
        const tie = all.find((each) => each.id === name);
        if (!tie) complain(notOneOf('tie', name, known));
        else if (names.indexOf(name) < index) complain(`tie "${name}" is named twice`);
        else if (key === 'draw' && !shown.includes(name)) complain(`tie "${name}" is drawn, but not shown`);
        else if (key === 'show' && !later && tie.date > asOf)
          complain(
            `tie "${name}" is of ${tie.date}, after the as-of date, ${asOf}; it belongs to the later chapter`,
          );
      });
    }
    if (!spanSettings && (view === 'time' || span)) {
      const key = view === 'time' ? 'view' : 'span';
      complaints.push({ path: [key], message: `${key} asks for an axis, but the figure has no span` });
    }
    if (view === 'time' && spanSettings) {
      const [first, last] = spanSettings.axis;
      shown.forEach((name, index) => {
        const tie = all.find((each) => each.id === name);
        const year = Number(tie?.date.slice(0, 4));
        if (year < first || year > last) {
          const message = `tie "${name}" is of ${tie?.date}, outside the axis, ${first} to ${last}`;
          complaints.push({ path: show === 'all' ? ['show'] : ['show', index], message });
        }
      });
    }
    return complaints;
  },
};
