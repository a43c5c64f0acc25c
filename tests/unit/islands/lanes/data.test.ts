import { describe, expect, test } from 'vitest';
import { lanesData } from '../../../../src/islands/lanes/data.ts';
import { lanesFigure } from '../../../../src/islands/lanes/figure.ts';
import { lanesTables } from '../../../../src/islands/lanes/tables.ts';
import type { LanesSettings, LanesState } from '../../../../src/model/kinds/lanes.ts';
import type { CellValue, Figure, Story } from '../../../../src/model/types.ts';

const settings: LanesSettings = {
  axis: 'time',
  lanes: [
    { id: 'north', name: 'North', colour: 'ink', bank: 'above' },
    { id: 'south', name: 'South', colour: 'ink', bank: 'below' },
  ],
  voices: [
    { id: 'queen', name: 'The queen', shape: 'circle', colour: 'ink' },
    { id: 'miller', name: 'The miller', shape: 'square', colour: 'ink' },
  ],
  stances: [
    { id: 'yes', name: 'agrees', fill: 'full' },
    { id: 'no', name: 'refuses', fill: 'empty' },
  ],
};
const row = (id: string, date: string, more: Record<string, CellValue> = {}) => ({
  id,
  date,
  lane: 'north',
  voice: 'queen',
  stance: 'yes',
  who: 'The queen',
  label: `Label ${id}`,
  text: `Text ${id}.`,
  sources: 'book',
  ...more,
});
const rows = [
  row('call', '2019-08-01'),
  row('reply', '2019-08-03', { lane: 'south', voice: 'miller', stance: 'no', answers: 'call' }),
  row('month', '2013-03-01', { last: '2013-03-31', when: 'March 2013' }),
  row('late', '2019-09-01'),
];
const storyWith = (own: readonly object[]) =>
  ({
    language: 'en-GB',
    asOf: '2019-08-28',
    tables: [{ name: 'talk', title: 'Talk', rows: own, columns: [], caveats: ['Mind the gap.'] }],
    sources: [{ id: 'book', publisher: 'Press', title: 'A book' }],
    ui: {
      'lanes.answers': 'Tied to: {what}.',
      'table.date': 'Date',
      'lanes.table.who': 'Who',
      'lanes.table.lane': 'Lane',
      'lanes.table.short': 'Short',
      'lanes.table.text': 'Text',
      'lanes.table.kind': 'Kind',
      'lanes.table.answers': 'Tied',
    },
  }) as unknown as Story;
const figure = (own: LanesSettings = settings) =>
  ({ id: 'talks', data: ['talk'], settings: own }) as unknown as Figure;
const story = storyWith(rows);
const data = lanesData(story, figure());
const find = (id: string) => data.sayings.find((each) => each.id === id);
const state = (more: Partial<LanesState> = {}): LanesState => ({
  view: ['2019-08-01', '2019-08-28'],
  label: ['call'],
  focus: [],
  threads: 'all',
  ...more,
});

describe('lanesData', () => {
  test('in the order of time, up to the as-of date', () => {
    expect(data.sayings.map(({ id }) => id)).toEqual(['month', 'call', 'reply']);
  });

  test('an opened mark says who, when, in what spirit, what it is tied to, and who reports it', () => {
    expect(find('reply')).toMatchObject({
      when: 'The queen · 3\u00a0August\u00a02019 · refuses',
      title: 'Label reply',
      text: 'Text reply. Tied to: Label call (1\u00a0August\u00a02019).',
      sources: [{ id: 'book', text: 'Press, A book' }],
    });
  });

  test('a day that is not known is not told', () => {
    expect(find('month')).toMatchObject({ dated: 'March 2013', brief: 'March 2013' });
    expect(find('call')).toMatchObject({ dated: '1\u00a0August\u00a02019', brief: '1 Aug 2019' });
  });

  test('on an axis of order the time of day is told, with its day where there is no axis beside', () => {
    const order = { ...settings, axis: 'order' as const };
    const ranked = rows.map((each, i) => ({ ...each, rank: 9 - i, when: 'noon' }));
    const { sayings } = lanesData(storyWith(ranked), figure(order));
    expect(sayings.map(({ id }) => id)).toEqual(['month', 'reply', 'call']);
    expect(sayings[2]).toMatchObject({ dated: 'noon', brief: '1\u00a0August, noon' });
  });

  test('what a row names must be there', () => {
    const lanesOf = (own: object) => () => lanesData(storyWith([{ ...rows[0], ...own }]), figure());
    expect(lanesOf({ lane: 'east' })).toThrow('row "call": lane "east" is not one of north, south');
    expect(lanesOf({ voice: 'king' })).toThrow('voice "king" is not one of queen, miller');
    expect(lanesOf({ answers: 'nobody' })).toThrow('row "call" answers "nobody", which is no row');
  });
});

describe('lanesFigure', () => {
  test('a month lies in its middle, and within the month', () => {
    const { chart } = lanesFigure(data, [state()]);
    const [month] = chart.sayings;
    expect(month?.within).toBe(31);
    expect((month?.at ?? NaN) - (month?.day ?? NaN)).toBe(15.5);
  });

  test('states name rows in view only', () => {
    expect(() => lanesFigure(data, [state({ label: ['nobody'] })])).toThrow('"nobody", which is no row');
    expect(() => lanesFigure(data, [state({ label: ['month'] })])).toThrow('outside its view');
    expect(() => lanesFigure(data, []).at(0, 1)).toThrow('without a state');
  });

  test('a state is arranged once', () => {
    const { at } = lanesFigure(data, [state()]);
    expect(at(0, 0.1).wide).toBe(at(0, 0.9).wide);
  });
});

test('the table tells in words what the drawing tells in marks and threads', () => {
  const [table] = lanesTables(story, figure());
  expect(table?.title).toBe('Talk');
  expect(table?.caveats).toEqual(['Mind the gap.']);
  expect(table?.rows[1]).toEqual({
    cells: [
      '3\u00a0August\u00a02019',
      'The queen',
      'South',
      'Label reply',
      'Text reply.',
      'refuses',
      'Label call',
    ],
    cites: ['book'],
  });
});
