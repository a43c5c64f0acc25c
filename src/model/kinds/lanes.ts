/** Lanes: what several voices said, each in the lane of its side or place, with threads from answer to call. */
import { z } from 'zod';
import { day, id, span, text } from '../schemas/common.ts';
import type { IsoDay, Lane, MarkShape } from '../types.ts';
import { strict } from '../validate.ts';
import { notOneOf } from '../nearest.ts';
import type { Complaint, Kind, Tables } from './kind.ts';

/** How a mark is filled: wholly, half, or not at all. */
export type Filling = 'full' | 'half' | 'empty';

export interface LanesSettings {
  /** Whether places along the axis are days, or only the order of what was said. */
  readonly axis: 'time' | 'order';
  /** From top to bottom; upright, from left to right. */
  readonly lanes: readonly {
    /** As in the tables' column `lane`. */
    readonly id: string;
    readonly name: string;
    /** A side's id, `hot` or `ink`. */
    readonly colour: string;
    /** The side of the threads on which it lies, and its labels with it. */
    readonly bank: Lane;
  }[];
  /** Who speaks: told apart by the shape of the marks. */
  readonly voices: readonly {
    /** As in the tables' column `voice`. */
    readonly id: string;
    readonly name: string;
    readonly shape: MarkShape;
    readonly colour: string;
  }[];
  /** What was said, in kind: told apart by the filling of the marks. */
  readonly stances: readonly {
    /** As in the tables' column `stance`. */
    readonly id: string;
    readonly name: string;
    readonly fill: Filling;
    /** In place of the voice's. */
    readonly colour?: string | undefined;
  }[];
}

export interface LanesState {
  /** The first and last day of the stretch that is shown. */
  readonly view: readonly [IsoDay, IsoDay];
  /** The ids of the rows that are named, the most important first; others in view are marks. */
  readonly label: readonly string[];
  /** What was said from this day on comes in one by one while the reader passes through the step; the view's first. */
  readonly arrive?: IsoDay | undefined;
  /** The voices that stand out; all where it is empty. */
  readonly focus: readonly string[];
  /** The rows whose threads are drawn: every one in view, or those named. */
  readonly threads: 'all' | readonly string[];
}

/** More names than this do not fit into a phone's frame. */
const mostLabels = 8;

export const lanes: Kind<LanesSettings, LanesState> = {
  settings: strict({
    axis: z.enum(['time', 'order']),
    lanes: z
      .array(strict({ id, name: text, colour: id, bank: z.enum(['above', 'below']) }))
      .min(2)
      .superRefine((lanes, context) => {
        const first = lanes.findIndex(({ bank }) => bank === 'below');
        const last = lanes.findLastIndex(({ bank }) => bank === 'above');
        if (first < 0 || last < 0) {
          context.addIssue({
            code: 'custom',
            message: 'lie all on one bank; expected some above, some below',
          });
        } else if (last > first) {
          context.addIssue({
            code: 'custom',
            path: [last, 'bank'],
            message: `"above" stands after lane "${lanes[first]?.id}", which is below; expected those above first`,
          });
        }
      }),
    voices: z
      .array(
        strict({
          id,
          name: text,
          shape: z.enum(['circle', 'square', 'diamond', 'triangle', 'ring', 'bar']),
          colour: id,
        }),
      )
      .min(1),
    stances: z
      .array(strict({ id, name: text, fill: z.enum(['full', 'half', 'empty']), colour: id.exactOptional() }))
      .min(1),
  }),
  settingsReferences: [
    { path: ['lanes', '*', 'colour'], noun: 'colour', to: 'colours' },
    { path: ['voices', '*', 'colour'], noun: 'colour', to: 'colours' },
    { path: ['stances', '*', 'colour'], noun: 'colour', to: 'colours' },
  ],
  checkSettings({ lanes, voices, stances }, tables, data) {
    const complaints: Complaint[] = [];
    for (const name of data) {
      const rows = tables.get(name) ?? [];
      const ids = rowIds(tables, data);
      const complain = (row: unknown, message: string) =>
        complaints.push({ path: [], message: `table "${name}", row "${String(row)}": ${message}` });
      for (const row of rows) {
        for (const [column, known] of [
          ['lane', lanes],
          ['voice', voices],
          ['stance', stances],
        ] as const) {
          const value = String(row[column] ?? '');
          const names = known.map((each) => each.id);
          if (!names.includes(value)) complain(row['id'], notOneOf(column, value, names));
        }
        for (const answered of String(row['answers'] ?? '')
          .split(' ')
          .filter(Boolean)) {
          if (!ids.includes(answered)) complain(row['id'], notOneOf('row', answered, ids));
        }
      }
    }
    return complaints;
  },
  state: strict({
    view: span,
    label: z.array(id).max(mostLabels),
    arrive: day.exactOptional(),
    focus: z.array(id).default([]),
    threads: z.union([z.literal('all'), z.array(id)]).default('all'),
  }),
  stateReferences: [],
  checkState({ view, label, arrive, focus, threads }, { settings, asOf, later, tables, data }) {
    const complaints: Complaint[] = [];
    const [from, to] = view;
    if (!later && to > asOf) {
      complaints.push({ path: ['view', 1], message: `view ends on ${to}, after the as-of date, ${asOf}` });
    }
    if (arrive !== undefined && (arrive < from || arrive > to)) {
      complaints.push({
        path: ['arrive'],
        message: `arrive ${arrive} is outside the view, ${from} to ${to}`,
      });
    }
    label.forEach((name, index) => {
      if (label.indexOf(name) < index) {
        complaints.push({ path: ['label', index], message: `row "${name}" is named twice` });
      }
    });
    const rows = rowIds(tables, data);
    const named = [
      ...label.map((name, index) => ({ name, path: ['label', index] })),
      ...(threads === 'all' ? [] : threads.map((name, index) => ({ name, path: ['threads', index] }))),
    ];
    for (const { name, path } of named) {
      if (!rows.includes(name)) complaints.push({ path, message: notOneOf('row', name, rows) });
    }
    const voices = (settings as LanesSettings | undefined)?.voices.map((voice) => voice.id);
    focus.forEach((name, index) => {
      if (voices && !voices.includes(name)) {
        complaints.push({
          path: ['focus', index],
          message: `"${name}" is not a voice of this figure; expected one of ${voices.join(', ')}`,
        });
      }
    });
    return complaints;
  },
};

/** The ids of the rows of a figure's tables. */
function rowIds(tables: Tables, data: readonly string[]): string[] {
  return data.flatMap((name) => (tables.get(name) ?? []).map((row) => String(row['id'])));
}
