import { describe, expect, test } from 'vitest';
import { drawSchedule } from '../../../../src/geometry/scheduleDraw.ts';
import { narrow, wide } from '../../../../src/geometry/scheduleLayouts.ts';
import { viewOf } from '../../../../src/geometry/schedule.ts';
import { measure } from '../../../../src/geometry/text.ts';
import { scheduleData } from '../../../../src/islands/schedule/data.ts';
import { scheduleTables } from '../../../../src/islands/schedule/tables.ts';
import type { ScheduleSettings, ScheduleState } from '../../../../src/model/kinds/schedule.ts';
import { loadStory } from '../../../../src/model/read.ts';
import type { Figure, Story } from '../../../../src/model/types.ts';

const { story: read } = loadStory('content');
if (!read) throw new Error('The story cannot be read.');
const real: Story = read;
const figures = real.figures.filter(({ kind }) => kind === 'schedule');

const settings: ScheduleSettings = {
  list: {
    speaker: 'ada',
    date: '2012-05-21',
    cite: ['book'],
    items: [
      { text: 'Open the lock in full', label: "Open Ada's lock", short: 'Lock', cite: [] },
      {
        text: 'Shut the mill',
        label: 'Shut the mill',
        short: 'Mill',
        note: 'Said once.',
        cite: ['letter', 'book'],
      },
    ],
  },
  counter: {
    speaker: 'tom',
    date: '2012-08-26',
    items: [
      {
        label: 'The lock',
        note: 'twice',
        text: 'He said so twice.',
        cite: ['letter'],
        ties: [{ to: 1, kind: 'loose' }],
      },
      { label: 'The weather', text: 'He spoke of rain', cite: ['letter'], ties: [] },
    ],
  },
  facing: {
    heading: 'On floods',
    statements: [
      { quote: 'q1', office: 'Keeper' },
      { quote: 'q2', office: 'No office' },
    ],
  },
};
const quote = (id: string, speaker: string, date: string) => ({
  id,
  speaker,
  date,
  text: `Words of ${speaker}.`,
  occasion: 'At the quay',
  translated: false,
  cite: ['book'],
});
const story: Story = {
  ...real,
  people: [
    { id: 'ada', name: 'Ada Finch', kind: 'person', role: '', side: 'east', chapter: '', note: '', cite: [] },
    { id: 'tom', name: 'Tom Reed', kind: 'person', role: '', side: 'none', chapter: '', note: '', cite: [] },
  ],
  quotes: [quote('q1', 'ada', '2011-01-02'), quote('q2', 'tom', '2012-08-26')],
  sources: [
    { id: 'book', publisher: 'Lock book', strength: 'original', checked: true },
    {
      id: 'letter',
      publisher: 'Courier',
      title: 'A letter',
      url: 'https://example.org/',
      strength: 'reported',
      checked: true,
    },
  ],
};
const figure: Figure = { id: 'f', kind: 'schedule', title: 'F', caption: '', settings, data: [], cites: [] };

describe('scheduleData', () => {
  const data = scheduleData(story, figure);
  const mark = (id: string) => data.marks.find((each) => each.id === id);

  test('every entry, point and statement can be opened', () => {
    expect(data.marks.map(({ id }) => id)).toEqual([
      'item-1',
      'item-2',
      'point-1',
      'point-2',
      'statement-1',
      'statement-2',
    ]);
  });

  test('an entry says who listed it, its number, what of it was named, and its sources once', () => {
    expect(mark('item-1')).toMatchObject({
      when: '1 of 2 · Ada Finch, 21\u00a0May\u00a02012',
      title: 'Open Ada’s lock',
      text: 'Open the lock in full. Tom Reed named: The lock (loosely).',
      cites: ['book'],
    });
    expect(mark('item-2')).toMatchObject({
      text: 'Shut the mill. Said once. Tom Reed did not name it, nor withdraw it.',
      cites: ['book', 'letter'],
    });
  });

  test('a point says what it touches, or that it touches nothing', () => {
    expect(mark('point-1')?.text).toBe('He said so twice. Touches 1 (loosely).');
    expect(mark('point-2')?.text).toBe('He spoke of rain. It is no entry of the list.');
  });

  test('a statement has its words in quotation marks, its day, its office and its occasion', () => {
    expect(mark('statement-2')).toMatchObject({
      when: 'Tom Reed, 26\u00a0August\u00a02012',
      title: '“Words of tom.”',
      text: 'No office. At the quay.',
    });
    expect(data.chart.facing.statements[0]?.name).toBe('Ada Finch, 2\u00a0January\u00a02011');
  });

  test('colours are those of the speakers’ sides; ink for none', () => {
    expect(data.colour).toBe('ink');
    expect(data.statementColours).toEqual(['east', 'ink']);
  });

  test('each source comes once', () => {
    expect(data.sources.map(({ id }) => id)).toEqual(['book', 'letter']);
  });

  test('who is not in the story stops the build', () => {
    expect(() => scheduleData({ ...story, people: [] }, figure)).toThrow('The story has no person "ada".');
    expect(() => scheduleData({ ...story, quotes: [] }, figure)).toThrow('The story has no quotation "q1".');
  });

  test('as tables: the list with what was named, the points, the statements', () => {
    const [list, points, statements] = scheduleTables(story, figure);
    expect(list?.rows).toEqual([
      { cells: ['1', 'Open the lock in full', 'The lock (loosely)'], cites: ['book'] },
      { cells: ['2', 'Shut the mill', 'not named'], cites: ['book', 'letter'] },
    ]);
    expect(list?.caveats).toEqual(['Said once.']);
    expect(points?.rows.map(({ cells }) => cells[2])).toEqual(['1 (loosely)', 'not tied']);
    expect(statements?.rows.map(({ cells }) => cells[1])).toEqual(['Keeper', 'No office']);
  });
});

describe('the schedules of the story', () => {
  test.each(figures)('$id: nothing is cut, in either layout and either weight', (each) => {
    const { chart } = scheduleData(real, each);
    for (const layout of [wide, narrow]) {
      const { type, width, text, list, point } = layout;
      for (const item of chart.list.items) {
        expect(measure(item[layout.alone], type, 'regular'), item.label).toBeLessThanOrEqual(width - text);
        expect(measure(item[layout.beside], type, 'bold'), item.label).toBeLessThanOrEqual(list - text);
      }
      const drawing = drawSchedule(chart, viewOf(chart, 'named', 1), layout);
      const shown = drawing.schedule?.points.map(({ lines, note }) => [
        lines.map((line) => line.text).join(' '),
        note.text,
      ]);
      expect(shown).toEqual(chart.counter.items.map(({ label, note }) => [label, layout.notes ? note : '']));
      for (const { lines } of drawing.schedule?.points ?? []) {
        for (const line of lines) expect(measure(line.text, type, 'bold')).toBeLessThanOrEqual(width - point);
      }
      const { facing } = drawSchedule(chart, viewOf(chart, 'facing', 1), layout);
      expect(facing?.statements.map(({ quote }) => quote.map((line) => line.text).join(' '))).toEqual(
        chart.facing.statements.map((statement) => statement.text),
      );
      const below = Math.max(...(facing?.statements ?? []).map(({ box }) => box.y + box.height));
      expect(below).toBeLessThanOrEqual(layout.height);
    }
  });

  test.each(figures)('$id: nothing was said after the as-of date', (each) => {
    const { list, counter, facing } = each.settings as ScheduleSettings;
    const quotes = facing.statements.map(({ quote: id }) => real.quotes.find((one) => one.id === id));
    const days = [list.date, counter.date, ...quotes.map((one) => one?.public ?? one?.date)];
    expect(days.every((day) => day !== undefined && day <= real.asOf)).toBe(true);
  });

  test('each of its states is shown', () => {
    const ids = new Set(figures.map(({ id }) => id));
    const states = real.chapters.flatMap(({ steps }) => steps).filter((step) => ids.has(step.figure));
    expect(new Set(states.map(({ state }) => (state as ScheduleState).show)).size).toBe(4);
  });
});
