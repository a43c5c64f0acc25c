import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mixViews,
  tiesOf,
  touched,
  viewOf,
  type Schedule,
  type ScheduleChart,
  type ScheduleDrawing,
  type Show,
} from '../../../src/geometry/schedule.ts';
import { drawSchedule } from '../../../src/geometry/scheduleDraw.ts';
import { narrow, wide, type ScheduleLayout } from '../../../src/geometry/scheduleLayouts.ts';
import { measure } from '../../../src/geometry/text.ts';

const shows: readonly Show[] = ['all', 'named', 'unnamed', 'facing'];

const chart: ScheduleChart = {
  list: {
    name: 'Ada Finch',
    dateText: '21 May 2012',
    items: Array.from({ length: 12 }, (_, i) => ({
      text: `Entry ${i + 1} in full, with all that belongs to it and a little more`,
      label: `Entry ${i + 1} in a shorter form`,
      short: `Entry ${i + 1}`,
    })),
  },
  counter: {
    name: 'Tom Reed',
    dateText: '26 August 2012',
    items: [
      {
        label: 'No floods',
        note: 'twice',
        ties: [
          { to: 0, loose: false },
          { to: 1, loose: true },
        ],
      },
      { label: 'A longer lease', note: '', ties: [] },
      {
        label: 'Quiet nights',
        note: 'in passing',
        ties: [
          { to: 5, loose: true },
          { to: 10, loose: true },
        ],
      },
    ],
  },
  facing: {
    heading: 'On the bridge',
    statements: [
      {
        text: '“The bridge should be shut, as I have said for over ten years”',
        name: 'A, 1 July 2010',
        office: 'Keeper',
        day: 14791,
      },
      {
        text: '“We are not looking for a shut bridge”',
        name: 'B, 26 August 2012',
        office: 'None',
        day: 15578,
      },
    ],
  },
  words: { direct: 'directly', loose: 'loosely', none: 'not tied', unnamed: 'not named' },
};

const listOf = ({ schedule }: ScheduleDrawing): Schedule => {
  if (!schedule) throw new Error('The list is not drawn.');
  return schedule;
};
const still = (show: Show, layout: ScheduleLayout, of = chart) =>
  drawSchedule(of, viewOf(of, show, 1), layout);

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every text of a drawing that can be seen, with the room it takes. */
function boxesOf({ schedule, facing }: ScheduleDrawing, { type, quote }: ScheduleLayout): Box[] {
  const box = (
    line: { text: string; x: number; y: number },
    size: number,
    weight: 'regular' | 'bold',
    anchor: 'start' | 'end' = 'start',
  ): Box => {
    const width = measure(line.text, size, weight);
    const left = anchor === 'start' ? line.x : line.x - width;
    return {
      text: line.text,
      left,
      right: left + width,
      top: line.y - 0.72 * size,
      bottom: line.y + 0.2 * size,
    };
  };
  const seen = (boxes: Box[]) => boxes.filter(({ text }) => text !== '');
  if (facing) {
    return seen([
      box(facing.head, type, 'regular'),
      ...facing.years.labels.map((label) => box(label, type, 'regular')),
      ...facing.statements.flatMap((statement) => [
        ...statement.quote.map((line) => box(line, quote, 'regular')),
        box(statement.name, type, 'bold'),
        ...statement.office.map((line) => box(line, type, 'regular')),
      ]),
    ]);
  }
  if (!schedule) return [];
  return seen([
    ...schedule.heads.map((head) => box(head, type, 'regular')),
    ...schedule.rows.flatMap(({ number, texts, tag, look }) => [
      box(number, type, 'bold', 'end'),
      ...texts.map((text) => box(text, type, look === 'front' ? 'bold' : 'regular')),
      ...(tag.opacity > 0 ? [box(tag, type, 'regular', 'end')] : []),
    ]),
    ...(schedule.counters > 0
      ? [
          ...schedule.points.flatMap(({ lines, note }) => [
            ...lines.map((line) => box(line, type, 'bold')),
            box(note, type, 'regular'),
          ]),
          ...schedule.legend.map(({ text }) => box(text, type, 'regular')),
        ]
      : []),
  ]);
}

const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

function expectTidy(drawing: ScheduleDrawing, layout: ScheduleLayout): void {
  const boxes = boxesOf(drawing, layout);
  expect(boxes.length).toBeGreaterThan(0);
  for (const box of boxes) {
    expect(box.left, box.text).toBeGreaterThanOrEqual(-0.5);
    expect(box.right, box.text).toBeLessThanOrEqual(layout.width + 0.5);
    expect(box.top, box.text).toBeGreaterThanOrEqual(-0.5);
    expect(box.bottom, box.text).toBeLessThanOrEqual(layout.height + 0.5);
  }
  const met = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} | ${b.text}`] : [])),
  );
  expect(met).toEqual([]);
}

describe.each([wide, narrow])('a still, $name', (layout: ScheduleLayout) => {
  test('the list alone holds every entry in order and nothing of the others', () => {
    const list = listOf(still('all', layout));
    expect(list.rows.map(({ number }) => number.text)).toEqual(chart.list.items.map((_, i) => String(i + 1)));
    expect(list.rows.map(({ texts }) => texts.map(({ text }) => text))).toEqual(
      chart.list.items.map((item) => [item[layout.alone]]),
    );
    expect(list.rows.every(({ look }) => look === 'plain')).toBe(true);
    expect(list.counters).toBe(0);
    expect(list.ties).toEqual([]);
  });

  test('what was named stands out, is tied whole, and solid or dashed by kind', () => {
    const list = listOf(still('named', layout));
    expect(list.rows.filter(({ look }) => look === 'front').map(({ item }) => item)).toEqual([0, 1, 5, 10]);
    expect(list.ties.map(({ loose }) => loose)).toEqual([false, true, true, true]);
    expect(list.ties.every(({ end }) => end !== undefined)).toBe(true);
    expect(list.points.map(({ tied }) => tied)).toEqual([true, false, true]);
    expect(list.legend.map(({ kind }) => kind)).toEqual(['direct', 'loose', 'none']);
    expect(list.rows.every(({ tag }) => tag.opacity === 0)).toBe(true);
  });

  test('what was not named is said to be so, and nothing else is', () => {
    const list = listOf(still('unnamed', layout));
    const tagged = list.rows.filter(({ tag }) => tag.opacity > 0).map(({ item }) => item);
    expect(tagged).toEqual([2, 3, 4, 6, 7, 8, 9, 11]);
    expect(list.rows.filter(({ look }) => look === 'front').map(({ item }) => item)).toEqual(tagged);
    expect(list.counters).toBe(layout.stays ? 1 : 0);
  });

  test('two statements face each other without the list', () => {
    const { schedule, facing } = still('facing', layout);
    expect(schedule).toBeUndefined();
    expect(facing?.statements.map(({ opacity }) => opacity)).toEqual([1, 1]);
    const [first, second] = facing?.statements ?? [];
    expect(first?.mark.x).toBeLessThan(second?.mark.x ?? 0);
    expect(facing?.past.split('H')[1]).toBe(String(second?.mark.x));
    expect(facing?.years.labels.map(({ text }) => text)).toEqual(['2010', '2011', '2012']);
  });

  test('the words of a statement are all there, in order', () => {
    const { facing } = still('facing', layout);
    facing?.statements.forEach(({ quote }, i) => {
      expect(quote.map(({ text }) => text).join(' ')).toBe(chart.facing.statements[i]?.text);
    });
    expect.hasAssertions();
  });

  test.each(shows)('no text covers another or leaves the frame: %s', (show) => {
    expectTidy(still(show, layout), layout);
  });

  test('nor with other points and ties', () => {
    const item = fc.integer({ min: 0, max: 11 });
    const counters = fc.array(
      fc.record({
        label: fc.constantFrom('No nuclear weapons', 'A longer term', 'Peace'),
        note: fc.constantFrom('', 'in passing, in the morning'),
        ties: fc.uniqueArray(fc.record({ to: item, loose: fc.boolean() }), {
          maxLength: 5,
          selector: ({ to }) => to,
        }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(counters, fc.constantFrom<Show>('named', 'unnamed'), (items, show) => {
        const other = { ...chart, counter: { ...chart.counter, items } };
        const drawing = still(show, layout, other);
        expectTidy(drawing, layout);
        const list = listOf(drawing);
        expect(list.points.map(({ point }) => point)).toEqual(items.map((_, i) => i));
        const heights = list.points.map(({ y }) => y);
        expect(heights).toEqual(heights.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});

describe('viewOf', () => {
  test('ties are drawn one after the other, and never back while the reader goes on', () => {
    const views = Array.from({ length: 41 }, (_, i) => viewOf(chart, 'named', i / 40));
    expect(views[0]?.ties.every((share) => share === 0)).toBe(true);
    expect(views.at(-1)?.ties.every((share) => share === 1)).toBe(true);
    for (const [i, { ties }] of views.entries()) {
      expect(ties).toEqual(ties.toSorted((a, b) => b - a));
      ties.forEach((share, tie) => expect(share).toBeGreaterThanOrEqual(views[i - 1]?.ties[tie] ?? 0));
    }
  });

  test('an entry is either touched or open', () => {
    const { unnamed } = viewOf(chart, 'unnamed', 1);
    expect(unnamed.map((share) => share === 1)).toEqual(
      chart.list.items.map((_, i) => !touched(chart).has(i)),
    );
    expect(tiesOf(chart).map(({ point, to }) => [point, to])).toEqual([
      [0, 0],
      [0, 1],
      [2, 5],
      [2, 10],
    ]);
  });

  test('the list is read from the top', () => {
    const { rows, read } = listOf(drawSchedule(chart, viewOf(chart, 'all', 0.5), wide));
    expect(rows.map(({ look }) => look)).toEqual([...Array(6).fill('plain'), ...Array(6).fill('back')]);
    expect(read).toBe(`M${wide.spine} ${wide.top}V${wide.top + 6 * wide.row}`);
  });

  test('the second statement comes when time has come to it', () => {
    const { statements, clock } = viewOf(chart, 'facing', 0.3);
    expect(statements).toEqual([1, 0]);
    expect(clock).toBeGreaterThan(0);
    expect(clock).toBeLessThan(1);
  });
});

describe('mixViews', () => {
  const view = fc
    .tuple(fc.constantFrom(...shows), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([show, progress]) => viewOf(chart, show, progress));

  test('is the one at 0 and the other at 1, and both where they are the same', () => {
    fc.assert(
      fc.property(view, view, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        expect(mixViews(a, b, 0)).toEqual(a);
        expect(mixViews(a, b, 1)).toEqual(b);
        expect(mixViews(a, a, t)).toEqual(a);
      }),
    );
  });

  test('on the way the list and the statements are never there at once', () => {
    fc.assert(
      fc.property(view, view, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, t) => {
        for (const layout of [wide, narrow]) {
          const { schedule, facing } = drawSchedule(chart, mixViews(a, b, t), layout);
          expect(schedule && facing).toBeUndefined();
        }
      }),
    );
  });
});
