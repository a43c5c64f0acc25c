import { describe, expect, test } from 'vitest';
import { band, line, type ChartSettings } from '../../../../src/model/kinds/chart.ts';
import type { Surroundings, Tables } from '../../../../src/model/kinds/kind.ts';
import type { CellValue } from '../../../../src/model/types.ts';

const row = (from: string, to: string, more: Record<string, CellValue>) => ({
  ...{ from, to, when: undefined, value: undefined, low: undefined, high: undefined },
  ...{ basis: 'counted', note: 'Note.', sources: 'ledger' },
  ...more,
});
const tablesOf = (...rows: ReturnType<typeof row>[]): Tables => new Map([['ships', rows]]);
const tables = tablesOf(
  row('2019-01-01', '2019-01-31', { value: 3 }),
  row('2019-02-01', '2019-02-28', { high: 5 }),
);

const panel = {
  id: 'ships',
  form: 'band',
  table: 'ships',
  title: 'Ships',
  note: 'a day',
  colour: 'ink',
  range: [0, 10],
};
const read = (panels: unknown) => band.settings.safeParse({ panels });
const settings = read([panel]).data;

describe('settings', () => {
  test('have what need not be said filled in', () => {
    expect(settings?.panels[0]).toMatchObject({ reversed: false, join: 0 });
  });

  test.each([
    ['no panel', []],
    ['three panels', [panel, panel, panel]],
    ['a range that runs backwards', [{ ...panel, range: [10, 0] }]],
    ['a form of another kind first', [{ ...panel, form: 'line' }]],
  ])('with %s do not hold', (_, panels) => {
    expect(read(panels).success).toBe(false);
  });

  test('of a line begin with a line', () => {
    expect(line.settings.safeParse({ panels: [{ ...panel, form: 'line' }] }).success).toBe(true);
    expect(line.settings.safeParse({ panels: [panel] }).success).toBe(false);
  });

  const messages = (of: Tables, data = ['ships']) =>
    band.checkSettings?.(settings as ChartSettings, of, data).map(({ message }) => message);

  test('go with tables that have the columns', () => {
    expect(messages(tables)).toEqual([]);
    expect(messages(new Map())).toEqual([]);
    expect(messages(tables, ['boats'])).toEqual([
      'table "ships" is drawn, but not named in the figure\'s data',
    ]);
    const rest = Object.entries(row('2019-01-01', '2019-01-31', { value: 3 })).filter(
      ([name]) => name !== 'when' && name !== 'note',
    );
    expect(messages(new Map([['ships', [Object.fromEntries(rest)]]]))).toEqual([
      'table "ships" has no column "when", "note"',
    ]);
  });

  test('go with rows that can be drawn', () => {
    expect(
      messages(
        tablesOf(
          row('2019-01-31', '2019-01-01', { value: 3 }),
          row('2019-02-01', '2019-02-28', { low: 3 }),
          row('2019-03-01', '2019-03-31', { low: 3, high: 12 }),
        ),
      ),
    ).toEqual([
      'table "ships", row of 2019-01-31: it ends before it begins',
      'table "ships", row of 2019-02-01: it has neither a value nor a highest one',
      'table "ships", row of 2019-03-01: 3, 12 does not lie in the range 0 to 10',
    ]);
  });
});

describe('a state', () => {
  const surroundings: Surroundings = {
    settings,
    asOf: '2019-08-28',
    later: false,
    events: new Map([
      ['storm', { date: '2019-02-10', scheduled: false }],
      ['late', { date: '2019-09-10', scheduled: false }],
    ]),
    tables,
    data: ['ships'],
  };
  const state = { view: ['2019-01-01', '2019-02-28'], now: '2019-02-01', show: ['ships'] };
  const messages = (more: Record<string, unknown>) =>
    band.checkState(band.state.parse({ ...state, ...more }), surroundings).map(({ message }) => message);

  test('may say no more than the stretch, the playhead and the panels', () => {
    expect(band.state.parse(state)).toMatchObject({ now: ['2019-02-01', '2019-02-01'], mark: [], label: {} });
    expect(messages({ mark: ['storm'], label: { ships: ['2019-01-01'] } })).toEqual([]);
  });

  test('names panels that there are, and labels those that are shown', () => {
    expect(messages({ show: ['ship'] })).toEqual([
      'panel "ship" is not one of ships (did you mean "ships"?)',
    ]);
    expect(messages({ label: { boats: [] } })).toEqual(['panel "boats" is not one of ships']);
  });

  test('labels rows that there are, in view, with figures to write', () => {
    expect(messages({ label: { ships: ['2019-01-02'] } })).toEqual([
      'first day of a row "2019-01-02" is not one of 2019-01-01, 2019-02-01 (did you mean "2019-01-01"?)',
    ]);
    expect(messages({ view: ['2019-01-10', '2019-02-28'], label: { ships: ['2019-01-01'] } })).toEqual([
      'the row of 2019-01-01 is outside the view, 2019-01-10 to 2019-02-28',
    ]);
    expect(messages({ label: { ships: ['2019-02-01'] } })).toEqual([
      'the row of 2019-02-01 has a highest figure alone, which is not written out',
    ]);
  });

  test('marks events in view that are known, and keeps the playhead in view', () => {
    expect(messages({ now: '2019-03-01', mark: ['late'] })).toEqual([
      'now 2019-03-01 is outside the view, 2019-01-01 to 2019-02-28',
      'now 2019-03-01 is outside the view, 2019-01-01 to 2019-02-28',
      'event "late" is of 2019-09-10, outside the view, 2019-01-01 to 2019-02-28',
      'event "late" became known on 2019-09-10, after the as-of date, 2019-08-28; it belongs to the later chapter',
    ]);
  });
});
