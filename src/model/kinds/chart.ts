/**
 * Values over time, in panels that share an axis: a band between the lowest and the highest of several figures, or a
 * line through single ones, with a second panel under it where the story compares two. The island `chart` draws both.
 */
import { z } from 'zod';
import { notOneOf } from '../nearest.ts';
import { day, id, span, text } from '../schemas/common.ts';
import type { CellValue, IsoDay } from '../types.ts';
import { strict } from '../validate.ts';
import { checkEvents, checkSpans } from './inView.ts';
import type { Complaint, Kind, Surroundings, Tables } from './kind.ts';

export type ChartForm = 'band' | 'line';

export interface ChartPanel {
  readonly id: string;
  readonly form: ChartForm;
  /** A table's name; it has the columns in `chartColumns`. */
  readonly table: string;
  /** What is measured, and its unit or what to mind, both short: they stand in one line above the panel. */
  readonly title: string;
  readonly note: string;
  /** A side's id, `hot` or `ink`. */
  readonly colour: string;
  /** The values at the two ends of the axis. */
  readonly range: readonly [number, number];
  /** Whether the lower value is at the top. */
  readonly reversed: boolean;
  /** The most days between two values that a line joins. */
  readonly join: number;
  /** A value drawn across the panel. */
  readonly limit?: { readonly value: number; readonly label: string };
  /** The kinds of value that are drawn hollow, as in the column `basis`, and what that means. */
  readonly hollow?: { readonly basis: readonly string[]; readonly label: string };
}

export interface ChartSettings {
  /** From top to bottom. */
  readonly panels: readonly ChartPanel[];
}

export interface ChartState {
  /** The first and last day of the stretch that is shown. */
  readonly view: readonly [IsoDay, IsoDay];
  /** The way of the playhead; values after it are faint. */
  readonly now: readonly [IsoDay, IsoDay];
  /** The ids of the panels that are seen. */
  readonly show: readonly string[];
  /** The ids of the events whose days are marked; one that lasts is marked at its end. */
  readonly mark: readonly string[];
  /** The values that are written out: by panel, the first days of their rows. */
  readonly label: Readonly<Record<string, readonly IsoDay[]>>;
}

/**
 * The columns of a chart's table. A row holds for the days `from` to `to` (or as `when` words it): a single `value`
 * or figures from `low` to `high`; only `high` where no more is known than that it was at most that.
 */
export const chartColumns = [
  'from',
  'to',
  'when',
  'value',
  'low',
  'high',
  'basis',
  'note',
  'sources',
] as const;

const settings = (form: ChartForm) =>
  strict({
    panels: z
      .array(
        strict({
          id,
          form: z.enum(['band', 'line']),
          table: id,
          title: text,
          note: text,
          colour: id,
          range: z.tuple([z.number(), z.number()]).refine(([from, to]) => from < to, {
            error: 'does not run from a lower value to a higher one',
          }),
          reversed: z.boolean().default(false),
          join: z.number().min(0).default(0),
          limit: strict({ value: z.number(), label: text }).exactOptional(),
          hollow: strict({ basis: z.array(text).min(1), label: text }).exactOptional(),
        }),
      )
      .min(1)
      .max(2)
      .refine(([first]) => first?.form === form, {
        error: `does not begin with a panel of the form ${form}, as the figure's kind says`,
      }),
  });

const chart = (form: ChartForm): Kind<ChartSettings, ChartState> => ({
  settings: settings(form),
  settingsReferences: [
    { path: ['panels', '*', 'table'], noun: 'table', to: 'tables' },
    { path: ['panels', '*', 'colour'], noun: 'colour', to: 'colours' },
  ],
  checkSettings: ({ panels }, tables, data) =>
    panels.flatMap((panel, index) => checkPanel(panel, ['panels', index, 'table'], tables, data)),
  state: strict({
    view: span,
    now: z.preprocess((value) => (typeof value === 'string' ? [value, value] : value), span),
    show: z.array(id).min(1),
    mark: z.array(id).default([]),
    label: z.record(id, z.array(day)).default({}),
  }),
  stateReferences: [{ path: ['mark', '*'], noun: 'event', to: 'events' }],
  checkState: (state, surroundings) => [
    ...checkSpans(state.view, state.now),
    ...checkEvents(state.mark, 'mark', state.view, surroundings),
    ...checkPanels(state, surroundings),
  ],
});

export const band = chart('band');
export const line = chart('line');

function checkPanel(
  { table, range }: ChartPanel,
  path: Complaint['path'],
  tables: Tables,
  data: readonly string[],
): Complaint[] {
  const rows = tables.get(table);
  const [first] = rows ?? [];
  if (!rows || !first) return [];
  if (!data.includes(table))
    return [{ path, message: `table "${table}" is drawn, but not named in the figure's data` }];
  const missing = chartColumns.filter((column) => !(column in first));
  if (missing.length > 0) {
    return [
      { path, message: `table "${table}" has no column ${missing.map((name) => `"${name}"`).join(', ')}` },
    ];
  }
  return rows.flatMap((row) => {
    const { from, to, value, low, high } = row;
    const called = `table "${table}", row of ${String(from)}:`;
    const ends = [value, low, high].filter((end) => typeof end === 'number');
    if (String(from) > String(to)) return [{ path, message: `${called} it ends before it begins` }];
    if (value === undefined && high === undefined)
      return [{ path, message: `${called} it has neither a value nor a highest one` }];
    if (ends.some((end) => end < range[0] || end > range[1]))
      return [
        { path, message: `${called} ${ends.join(', ')} does not lie in the range ${range.join(' to ')}` },
      ];
    return [];
  });
}

function checkPanels({ show, label, view }: ChartState, { settings, tables }: Surroundings): Complaint[] {
  const panels = (settings as ChartSettings | undefined)?.panels;
  if (!panels) return [];
  const ids = panels.map((panel) => panel.id);
  const unknown = (name: string, path: Complaint['path']) =>
    ids.includes(name) ? [] : [{ path, message: notOneOf('panel', name, ids) }];
  return [
    ...show.flatMap((name, index) => unknown(name, ['show', index])),
    ...Object.entries(label).flatMap(([name, days]) => {
      const panel = panels.find((each) => each.id === name);
      if (!panel) return unknown(name, ['label', name]);
      if (!show.includes(name))
        return [{ path: ['label', name], message: `panel "${name}" is labelled and not shown` }];
      return days.flatMap((each, index) => {
        const fault = rowFault(tables.get(panel.table), each, view);
        return fault === undefined ? [] : [{ path: ['label', name, index], message: fault }];
      });
    }),
  ];
}

function rowFault(
  rows: readonly Readonly<Record<string, CellValue>>[] | undefined,
  from: IsoDay,
  view: readonly [IsoDay, IsoDay],
): string | undefined {
  if (!rows) return undefined;
  const row = rows.find((each) => each['from'] === from);
  if (!row)
    return notOneOf(
      'first day of a row',
      from,
      rows.map((each) => String(each['from'])),
    );
  if (row['value'] === undefined && row['low'] === undefined)
    return `the row of ${from} has a highest figure alone, which is not written out`;
  if (from < view[0] || String(row['to']) > view[1])
    return `the row of ${from} is outside the view, ${view.join(' to ')}`;
  return undefined;
}
