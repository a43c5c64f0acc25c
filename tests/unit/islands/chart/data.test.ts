import { describe, expect, test } from 'vitest';
import { chartData, daysInWords } from '../../../../src/islands/chart/data.ts';
import { chartFigure } from '../../../../src/islands/chart/figure.ts';
import { legendOf } from '../../../../src/islands/chart/legend.ts';
import type { ChartSettings, ChartState } from '../../../../src/model/kinds/chart.ts';
import type { CellValue, Figure, Story } from '../../../../src/model/types.ts';

const row = (from: string, to: string, more: Record<string, CellValue>) => ({
  from,
  to,
  when: undefined,
  value: undefined,
  low: undefined,
  high: undefined,
  basis: 'counted',
  note: 'By the harbour master.',
  sources: 'ledger|diary',
  ...more,
});

const story = {
  language: 'en-GB',
  asOf: '2019-08-28',
  tables: [
    {
      name: 'ships',
      unit: 'ships',
      columns: [],
      rows: [
        row('2019-07-01', '2019-07-31', { low: 2, high: 4 }),
        row('2018-01-01', '2018-12-31', { value: 1_200, low: 1_200, high: 1_200 }),
        row('2019-05-02', '2019-05-02', { high: 5, basis: 'guessed', when: 'early May 2019' }),
        row('2019-08-01', '2019-08-31', { value: 9, low: 9, high: 9 }),
      ],
    },
  ],
  events: [
    {
      id: 'storm',
      date: '2019-04-01',
      end: '2019-04-05',
      precision: 'day',
      strand: 'weather',
      label: 'A storm',
      title: 'A storm comes',
      summary: 'It blows.',
      cite: ['diary'],
    },
    {
      id: 'calm',
      date: '2019-06-01',
      precision: 'month',
      strand: 'weather',
      label: 'Calm',
      title: 'All is calm',
      summary: '',
      cite: [],
    },
  ],
  strands: [{ id: 'weather', name: 'Weather', lane: 'above', shape: 'circle', colour: 'hot' }],
  sources: [
    { id: 'ledger', publisher: 'The harbour', title: 'Ledger', url: 'https://example.org/ledger' },
    { id: 'diary', publisher: 'A sailor', about: 'What he saw' },
    { id: 'uncited', publisher: 'Nobody' },
  ],
} as unknown as Story;

const settings: ChartSettings = {
  panels: [
    {
      id: 'ships',
      form: 'band',
      table: 'ships',
      title: "The port's ships",
      note: 'a day',
      colour: 'hot',
      range: [0, 2_000],
      reversed: false,
      join: 0,
      limit: { value: 4, label: 'Berths' },
      hollow: { basis: ['guessed'], label: 'hollow: guessed' },
    },
  ],
};
const figure = { id: 'port', kind: 'band', settings } as unknown as Figure;
const states: ChartState[] = [
  {
    view: ['2019-01-01', '2019-08-28'],
    now: ['2019-01-01', '2019-08-28'],
    show: ['ships'],
    mark: ['calm', 'storm'],
    label: { ships: ['2019-07-01'] },
  },
];
const data = chartData(story, figure, states, (value) => `at most ${value}`);
const [panel] = data.panels;

describe("a panel's data", () => {
  test('stands in the order of time and ends with the as-of date', () => {
    expect(panel?.data.map(({ id }) => id)).toEqual([
      'ships/2018-01-01',
      'ships/2019-05-02',
      'ships/2019-07-01',
    ]);
  });

  test('says what each figure is, when, and who says so', () => {
    expect(panel?.data.map(({ title }) => title)).toEqual(['1,200 ships', 'at most 5 ships', '2–4 ships']);
    expect(panel?.data.map(({ when }) => when)).toEqual([
      '2018 · The port’s ships',
      'early May 2019 · The port’s ships',
      'July\u00a02019 · The port’s ships',
    ]);
    expect(panel?.data.map(({ figures }) => figures)).toEqual(['1,200', undefined, '2–4']);
    expect(panel?.ticks.map(({ text }) => text)).toEqual(['0', '1,000', '2,000']);
    expect(panel?.data[0]?.text).toBe('Counted. By the harbour master.');
    expect(panel?.data[0]?.sources).toEqual(['ledger', 'diary']);
    expect(panel?.data.map(({ hollow }) => hollow)).toEqual([false, true, false]);
  });

  test('has the sources that it cites, once', () => {
    expect(data.sources).toEqual({
      ledger: ['The harbour, Ledger', 'https://example.org/ledger'],
      diary: ['A sailor, What he saw'],
    });
  });
});

test('events are marked in the order of time, one that lasts at its end', () => {
  const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  expect(data.marks.map(({ id, day: at, colour }) => [id, at, colour])).toEqual([
    ['event/storm', day('2019-04-05'), 'hot'],
    ['event/calm', day('2019-06-01'), 'hot'],
  ]);
  expect(data.marks[1]?.when).toBe('June\u00a02019 · Weather');
});

test('a table or an event that is not there is an error', () => {
  expect(() => chartData({ ...story, tables: [] }, figure, states, String)).toThrow('"ships"');
  expect(() => chartData({ ...story, events: [] }, figure, states, String)).toThrow('"calm"');
});

test.each([
  ['2011-01-01', '2011-12-31', '2011'],
  ['2019-02-01', '2019-02-28', 'February\u00a02019'],
  ['2019-02-01', '2019-02-27', '1–27\u00a0February\u00a02019'],
  ['2019-04-21', '2019-05-21', '21\u00a0April – 21\u00a0May\u00a02019'],
  ['2019-04-21', '2019-04-21', '21\u00a0April\u00a02019'],
])('the days from %s to %s in words', (from, to, words) => {
  expect(daysInWords(from, to, 'en-GB')).toBe(words);
});

describe('the figure of a scene', () => {
  const { at, inspected, colours } = chartFigure(data, states);

  test('shows a state with the playhead on its way', () => {
    const [begin, middle, end] = [at(0, 0), at(0, 0.5), at(0, 1)];
    expect(begin.now < middle.now && middle.now < end.now).toBe(true);
    expect(at(7, 1)).toEqual(end);
    expect(end.shares).toEqual([1]);
  });

  test('knows what every mark says', () => {
    expect(inspected.get('ships/2018-01-01')?.sources).toEqual([
      { id: 'ledger', text: 'The harbour, Ledger', href: 'https://example.org/ledger' },
      { id: 'diary', text: 'A sailor, What he saw' },
    ]);
    expect(inspected.get('event/storm')?.title).toBe('A storm comes');
    expect(colours.get('ships')).toBe('hot');
  });

  test('is not without a state', () => {
    expect(() => chartFigure(data, []).at(0, 1)).toThrow('without a state');
  });
});

test('the legend has an entry for each kind of mark that there is, once', () => {
  const words = { range: 'range', most: 'most', day: 'day', days: 'days' };
  expect(legendOf(data.panels, settings.panels, words).map(({ look, text }) => [look, text])).toEqual([
    ['band', 'range'],
    ['hollow', 'hollow: guessed'],
    ['most', 'most'],
  ]);
  const lines = data.panels.map((each) => ({
    ...each,
    form: 'line' as const,
    data: each.data.map(({ id, from, to, hollow, when, title, text, sources }) => ({
      ...{ id, from, to, hollow, when, title, text, sources },
      value: 3,
    })),
  }));
  expect(legendOf(lines, settings.panels, words).map(({ look }) => look)).toEqual(['dot', 'days', 'hollow']);
});
