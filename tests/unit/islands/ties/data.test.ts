import { describe, expect, test } from 'vitest';
import { tiesData, tiesScenes } from '../../../../src/islands/ties/data.ts';
import { tiesTables } from '../../../../src/islands/ties/tables.ts';
import { dayNumber } from '../../../../src/model/dates.ts';
import type { Tie, TiesSettings } from '../../../../src/model/kinds/ties.ts';
import type { Figure, Story } from '../../../../src/model/types.ts';

const tie = (id: string, from: string, to: string, more: Partial<Tie> = {}): Tie => ({
  id,
  from,
  to,
  sort: 'writes',
  label: `label of ${id}`,
  date: '2012-08-01',
  precision: 'day',
  dated: 'on',
  text: `It's the text of ${id}.`,
  cite: ['book'],
  ...more,
});

const settings: TiesSettings = {
  sorts: [
    { id: 'writes', name: 'Letter', shape: 'square', colour: 'east' },
    { id: 'pays', name: 'Fee', shape: 'diamond', colour: 'ink' },
  ],
  left: [
    { id: 'keepers', name: 'Keepers', nodes: [{ id: 'finch', name: 'Ada Finch', short: 'Finch' }] },
    { id: 'friends', name: 'Friends', nodes: [{ id: 'reed', name: 'Tom Reed' }] },
  ],
  right: [{ id: 'council', name: 'The council' }],
  ties: [
    tie('late', 'reed', 'council', { dated: 'since' }),
    tie('fee', 'council', 'finch', {
      sort: 'pays',
      date: '2010-12-01',
      end: '2011-08-01',
      precision: 'month',
      cite: ['book', 'letter'],
    }),
    tie('first', 'finch', 'council', { dated: 'reported', date: '2011-07-01', precision: 'month' }),
  ],
  span: {
    node: 'council',
    label: 'The council out of office',
    colour: 'hot',
    from: 2010,
    to: '2012-05-05',
    axis: [2009, 2012],
    text: 'It was out.',
    cite: ['letter'],
  },
};

const figure = { id: 'banks', kind: 'ties', title: 'Banks', settings } as unknown as Figure;
const story = {
  language: 'en-GB',
  asOf: '2012-08-28',
  sources: [
    { id: 'book', publisher: 'The lock', about: 'Its book', strength: 'original', checked: true },
    {
      id: 'letter',
      publisher: 'Courier',
      title: 'A letter',
      url: 'https://example.org/a',
      strength: 'reported',
      checked: true,
    },
    { id: 'other', publisher: 'Nobody', about: 'Nothing', strength: 'reported', checked: true },
  ],
  ui: {
    'ties.since': 'since {date}',
    'ties.reported': 'reported {date}',
    'ties.as-of': 'as of {date}',
    'ties.when': '{from} to {to}, {date}',
    'ties.when-span': '{who}, {date}',
    'ties.span': '{from} – {to}',
    'ties.span-label': '{label}, {dates}',
    'ties.table.from': 'From',
    'ties.table.to': 'To',
    'ties.table.sort': 'Kind',
    'table.date': 'Date',
    'table.what': 'What',
  },
} as unknown as Story;

const { chart, marks, sources, sorts } = tiesData(story, figure);

describe('tiesData', () => {
  test('ties come in the order of the rows on the left, with what direction they have', () => {
    expect(marks.map(({ id }) => id)).toEqual(['fee', 'first', 'late', 'span']);
    expect(chart.ties.map(({ node, end, outward }) => [node, end, outward])).toEqual([
      [0, 0, false],
      [0, 0, true],
      [1, 0, true],
    ]);
  });

  test('names have a short form where there is one, and their group', () => {
    expect(chart.nodes).toEqual([
      { name: 'Ada Finch', short: 'Finch', group: 0 },
      { name: 'Tom Reed', short: 'Tom Reed', group: 1 },
    ]);
  });

  test('dates say what they are the dates of, as exactly as they are known', () => {
    expect(chart.ties.map(({ dateText }) => dateText.replaceAll('\u00a0', ' '))).toEqual([
      'December 2010 – August 2011',
      'reported July 2011',
      'since 1 August 2012',
    ]);
    expect(chart.ties[0]?.dateShort.replaceAll('\u00a0', ' ')).toBe('Dec 2010 – Aug 2011');
  });

  test('a mark says who did it to whom, and what', () => {
    expect(marks[0]).toEqual({
      id: 'fee',
      when: 'The council to Ada Finch, December\u00a02010 – August\u00a02011',
      title: 'Label of fee',
      text: 'It’s the text of fee.',
      cites: ['book', 'letter'],
      sort: 1,
    });
    expect(marks.at(-1)).toMatchObject({
      when: 'The council, 2010 – 5\u00a0May\u00a02012',
      cites: ['letter'],
    });
  });

  test('sources come once each, and only those that are cited', () => {
    expect(sources.map(({ id }) => id)).toEqual(['book', 'letter']);
    expect(sorts.map(({ name }) => name)).toEqual(['Letter', 'Fee']);
  });

  test('the span began in its first year and the axis has whole years', () => {
    expect(chart.span).toMatchObject({
      label: 'The council out of office, 2010 – 5\u00a0May\u00a02012',
      from: [dayNumber('2010-01-01'), dayNumber('2011-01-01')],
      to: dayNumber('2012-05-05'),
      axis: [dayNumber('2009-01-01'), dayNumber('2013-01-01')],
    });
    expect(chart.now).toBe(dayNumber('2012-08-28'));
  });

  test('a figure may have no span', () => {
    const { span, ...rest } = settings;
    expect(span).toBeDefined();
    const bare = tiesData(story, { ...figure, settings: rest });
    expect(bare.chart.span).toBeUndefined();
    expect(bare.marks).toHaveLength(3);
  });
});

describe('tiesScenes', () => {
  test('names become places in the chart; all that is shown is drawn unless said', () => {
    expect(
      tiesScenes(figure, [
        { show: ['late', 'fee'], view: 'list', span: false },
        { show: 'all', draw: ['first'], view: 'time', span: false },
      ]),
    ).toEqual([
      { show: [2, 0], draw: [2, 0], view: 'list', span: false },
      { show: [0, 1, 2], draw: [1], view: 'time', span: true },
    ]);
  });
});

test('tables have a row for each tie, and one for the span', () => {
  const [ties, span] = tiesTables(story, figure);
  expect(ties?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    ['The council', 'Ada Finch', 'Fee'],
    ['Ada Finch', 'The council', 'Letter'],
    ['Tom Reed', 'The council', 'Letter'],
  ]);
  expect(ties?.rows[0]?.cites).toEqual(['book', 'letter']);
  expect(span?.rows).toEqual([
    { cells: ['The council, 2010 – 5\u00a0May\u00a02012', 'It was out.'], cites: ['letter'] },
  ]);
});
