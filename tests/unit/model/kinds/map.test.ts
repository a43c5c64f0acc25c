import { describe, expect, test } from 'vitest';
import { map, type MapSettings, type MapState } from '../../../../src/model/kinds/map.ts';

const settings: MapSettings = map.settings.parse({
  table: 'floods',
  atlas: {
    resolution: '10m',
    extent: [
      [0, 50],
      [10, 56],
    ],
  },
  standings: [{ id: 'seen', name: 'seen', shape: 'square', colour: 'hot' }],
  strip: { from: '2012-03-01', to: '2012-03-31' },
});
const row = (id: string, more: object = {}) => ({
  id,
  event: id,
  date: '2012-03-05',
  label: id,
  title: id,
  text: id,
  standing: 'seen',
  lat: 52,
  lon: 4,
  radius_km: 2,
  position: 'derived',
  ...more,
});
const tables = new Map([
  [
    'floods',
    [
      row('quay'),
      row('mill', { date: '2012-03-09' }),
      row('ours', { event: 'crash' }),
      row('theirs', { event: 'crash' }),
    ],
  ],
]);
const state = (more: Partial<MapState>): MapState => ({
  view: [
    [2, 51],
    [5, 54],
  ],
  label: ['quay'],
  now: ['2012-03-01', '2012-03-10'],
  inset: false,
  ...more,
});
const messages = (more: Partial<MapState>) =>
  map
    .checkState(state(more), {
      settings,
      asOf: '2012-03-20',
      later: false,
      events: new Map(),
      tables,
      data: ['floods'],
    })
    .map(({ message }) => message);

describe('a state of a map', () => {
  test('that is right passes', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ label: ['ours', 'theirs'] })).toEqual([]);
  });

  test('names only rows of its table', () => {
    expect(messages({ label: ['quai'] })).toEqual([
      'row "quai" is not one of quay, mill, ours, theirs (did you mean "quay"?)',
    ]);
    expect(messages({ label: ['quay', 'quay'] })).toEqual(['row "quay" is named twice']);
  });

  test('names nothing before its day', () => {
    expect(messages({ label: ['mill'], now: ['2012-03-01', '2012-03-08'] })).toEqual([
      'row "mill" is of 2012-03-09, after now, 2012-03-08',
    ]);
  });

  test('names all positions of an event or none', () => {
    expect(messages({ label: ['ours'] })).toEqual([
      'row "ours" is named without "theirs", another position of the same event',
    ]);
  });

  test('stays on the map, on its strip and before the as-of date', () => {
    expect(
      messages({
        view: [
          [2, 51],
          [11, 54],
        ],
      }),
    ).toEqual(['view reaches beyond the map, whose extent is [[0,50],[10,56]]']);
    expect(messages({ now: ['2012-02-28', '2012-03-10'] })).toEqual([
      'now 2012-02-28 is outside the strip, 2012-03-01 to 2012-03-31',
    ]);
    expect(messages({ now: ['2012-03-10', '2012-03-22'] })).toEqual([
      'now 2012-03-22 is after the as-of date, 2012-03-20; it belongs to the later chapter',
    ]);
  });

  test('shows no inset that is not there', () => {
    expect(messages({ inset: true })).toEqual(['inset is shown, but the figure has none']);
  });
});

describe('the settings of a map', () => {
  const check = (rows: object[]) =>
    (map.checkSettings?.(settings, new Map([['floods', rows as never[]]]), ['floods']) ?? []).map(
      ({ message }) => message,
    );

  test('accept a table that has all it needs', () => {
    expect(check([row('quay')])).toEqual([]);
  });

  test('say what is missing or unknown, and in which row', () => {
    expect(check([row('quay', { lat: undefined, standing: 'sen', position: 'guessed' })])).toEqual([
      'table "floods": row "quay" has no lat',
      'table "floods": row "quay": standing "sen" is not one of seen (did you mean "seen"?)',
      'table "floods": row "quay": position "guessed" is not one of published, derived, none',
    ]);
  });

  test('an extent runs from the south-west to the north-east', () => {
    const wrong = map.settings.safeParse({
      ...settings,
      atlas: {
        resolution: '10m',
        extent: [
          [10, 50],
          [0, 56],
        ],
      },
    });
    expect(wrong.error?.issues[0]?.message).toBe(
      'is not a list of the south-western corner and the north-eastern one',
    );
  });
});
