import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mixTies,
  partOf,
  viewOfTies,
  type ChartTie,
  type Curve,
  type TiesChart,
  type TiesScene,
} from '../../../src/geometry/ties.ts';
import { narrow, wide, type TiesDrawing, type TiesLayout } from '../../../src/geometry/tiesDrawing.ts';
import { axisOf, NARROW, WIDE } from '../../../src/geometry/tiesStyle.ts';
import { dayNumber } from '../../../src/model/dates.ts';

const tie = (node: number, end: number, date: string, more: Partial<ChartTie> = {}): ChartTie => ({
  node,
  end,
  outward: true,
  label: 'speaks at its rally',
  dateText: '13 September 2019',
  dateShort: '13 Sept 2019',
  date: dayNumber(date),
  ...more,
});

const chart: TiesChart = {
  groups: ['The council', 'Friends'],
  nodes: [
    { name: 'Ten councillors of the town', short: 'Ten councillors', group: 0 },
    { name: 'A. Miller', short: 'A. Miller', group: 1 },
  ],
  ends: ['The mayor', 'The mill'],
  ties: [
    tie(0, 0, '2011-03-01', { label: 'open letter' }),
    tie(1, 0, '2018-04-09', { label: 'adviser' }),
    tie(1, 1, '2012-07-01', { outward: false, label: 'paid to speak' }),
    tie(1, 1, '2017-07-01'),
  ],
  span: {
    label: 'The mill on the list, 2001 – 2013',
    from: [dayNumber('2001-01-01'), dayNumber('2002-01-01')],
    to: dayNumber('2013-05-05'),
    axis: [dayNumber('2000-01-01'), dayNumber('2020-01-01')],
  },
  now: dayNumber('2019-08-28'),
};

const every = chart.ties.map((_, index) => index);
const list = (show: number[], more: Partial<TiesScene> = {}): TiesScene => ({
  show,
  draw: show,
  view: 'list',
  span: false,
  ...more,
});
const inTime = (show: number[]) => list(show, { view: 'time', span: true });

const viewOf = (scene: TiesScene, progress = 1, of = chart) =>
  viewOfTies(of, scene, { wide: wide.arrange(of, scene), narrow: narrow.arrange(of, scene) }, progress);

const styleOf = ({ name }: TiesLayout) => (name === 'wide' ? WIDE : NARROW);
const wordsIn = (drawing: TiesDrawing) =>
  drawing.texts.map(({ lines }) =>
    lines.map(({ parts }) => parts.map(({ text }) => text).join('')).join(' '),
  );
const spotOf = (drawing: TiesDrawing, index: number) => drawing.ties.find((spot) => spot.tie === index);

function expectPlaced(drawing: TiesDrawing, layout: TiesLayout): void {
  const { texts } = drawing;
  for (const [i, a] of texts.entries()) {
    expect(a.opacity, `${a.role} ${a.of}`).toBe(1);
    expect(a.x).toBeGreaterThanOrEqual(-0.1);
    expect(a.y).toBeGreaterThanOrEqual(-0.1);
    expect(a.x + a.width).toBeLessThanOrEqual(layout.width + 0.1);
    expect(a.y + a.height).toBeLessThanOrEqual(layout.height + 0.1);
    for (const b of texts.slice(i + 1)) {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      expect(Math.min(across, down), `${a.role} ${a.of}, ${b.role} ${b.of}`).toBeLessThan(0.3);
    }
  }
}

describe.each([wide, narrow])('a list, $name', (layout) => {
  const drawing = layout.draw(chart, viewOf(list(every)));

  test('names groups, people, ties with their dates, and those on the right', () => {
    const words = wordsIn(drawing);
    for (const text of ['The council', 'Friends', 'A. Miller', 'The mill']) expect(words).toContain(text);
    expect(words.some((text) => /^open letter, 13 Sep/.test(text))).toBe(true);
    expectPlaced(drawing, layout);
  });

  test('a hairline leads from the words of a tie to its mark, at its level', () => {
    const label = drawing.texts.find(({ role, of }) => role === 'label' && of === 0);
    const [, x, y, length] = /^M([\d.]+) ([\d.]+)h([\d.]+)$/.exec(label?.leader ?? '')?.map(Number) ?? [];
    expect(x).toBeGreaterThan((label?.x ?? 0) + (label?.width ?? 0));
    expect(y).toBeCloseTo(spotOf(drawing, 0)?.y ?? NaN, 0);
    expect((x ?? 0) + (length ?? 0)).toBeLessThan(spotOf(drawing, 0)?.x ?? 0);
  });

  test('rows go down in the order of the chart', () => {
    const ys = every.map((index) => spotOf(drawing, index)?.y ?? NaN);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  });

  test('a tie from right to left has its arrow at its mark', () => {
    const inward = spotOf(drawing, 2);
    expect(inward?.arrow).toMatch(new RegExp(`^M${styleOf(layout).mark + 11} `));
    expect(spotOf(drawing, 3)?.arrow).toMatch(new RegExp(`^M${styleOf(layout).wall - 2.5} `));
  });

  test('only those on the right who are tied to have a wall', () => {
    expect(drawing.walls).toHaveLength(2);
    expect(layout.draw(chart, viewOf(list([0]))).walls.map(({ end }) => end)).toEqual([0]);
  });

  test('ties are drawn one after the other', () => {
    const half = layout.draw(chart, viewOf(list(every, { draw: [3, 0] }), 0.5));
    expect(spotOf(half, 3)?.thread).toBe(spotOf(drawing, 3)?.thread);
    expect(spotOf(half, 0)).toBeUndefined();
    expect(spotOf(half, 1)?.thread).toBe(spotOf(drawing, 1)?.thread);
    const third = layout.draw(chart, viewOf(list(every, { draw: [3, 0] }), 0.25));
    expect(spotOf(third, 3)?.thread).not.toBe(spotOf(drawing, 3)?.thread);
  });

  test('has no axis unless asked for, and then keeps clear of it', () => {
    expect(drawing.axis).toBeUndefined();
    const spanned = layout.draw(chart, viewOf(list(every, { span: true })));
    expect(spanned.axis?.label.text).toBe(chart.span?.label);
    for (const { y, height } of spanned.texts) expect(y + height).toBeLessThan(axisOf(styleOf(layout)));
  });

  test('without room for the words of ties, each name has one row with its marks side by side', () => {
    const long: TiesChart = {
      ...chart,
      ties: Array.from({ length: 24 }, (_, i) => tie(i % 2, i % 2, '2015-01-01', { outward: i % 3 > 0 })),
    };
    const show = list(long.ties.slice(0, 24).map((_, i) => i));
    const few = list([0, 1, 2, 3]);
    const crowded = layout.draw(long, viewOf(show, 1, long));
    expect(crowded.texts.filter(({ role }) => role === 'label')).toEqual([]);
    expect(crowded.texts.filter(({ role }) => role === 'name')).toHaveLength(2);
    expect(new Set(crowded.ties.map(({ y }) => y)).size).toBe(2);
    expect(layout.draw(long, viewOf(few, 1, long)).texts.filter(({ role }) => role === 'label')).toHaveLength(
      4,
    );
  });
});

describe.each([wide, narrow])('in time, $name', (layout) => {
  const drawing = layout.draw(chart, viewOf(inTime(every)));

  test('marks lie over the axis at their dates, the latest on top', () => {
    const spots = [0, 2, 3, 1].map((index) => spotOf(drawing, index));
    const [xs, ys] = [spots.map((spot) => spot?.x ?? NaN), spots.map((spot) => spot?.y ?? NaN)];
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(ys).toEqual(ys.toSorted((a, b) => b - a));
    const { axis = [0, 1] } = chart.span ?? {};
    const share = (dayNumber('2011-03-01') - axis[0]) / (axis[1] - axis[0]);
    expect(xs[0]).toBeCloseTo(8 + share * (layout.width - 16), 0);
    expectPlaced(drawing, layout);
  });

  test('the bar is hollow in the year in which it began, and ends where it ended', () => {
    const { axis } = drawing;
    expect(axis?.open.width).toBeGreaterThan(10);
    expect(axis?.open.x).toBeLessThan(axis?.bar.x ?? 0);
    expect((axis?.open.x ?? 0) + (axis?.open.width ?? 0)).toBeCloseTo(axis?.bar.x ?? 0, 0);
    const end = (axis?.bar.x ?? 0) + (axis?.bar.width ?? 0);
    expect(end).toBeGreaterThan(spotOf(drawing, 2)?.x ?? Infinity);
    expect(end).toBeLessThan(spotOf(drawing, 3)?.x ?? 0);
  });

  test('with the reader time passes: the bar grows, and ties are reached in the order of their dates', () => {
    const early = layout.draw(chart, viewOf(inTime(every), 0.3));
    expect(early.axis?.bar.width).toBeLessThan(drawing.axis?.bar.width ?? 0);
    expect(early.ties.map(({ done }) => done)).toEqual([false, false, false, false]);
    expect(early.ties.every(({ opacity }) => opacity === 1)).toBe(true);
    const later = layout.draw(chart, viewOf(inTime(every), 0.7));
    expect([0, 2, 3, 1].map((index) => spotOf(later, index)?.done)).toEqual([true, true, false, false]);
    expect(drawing.ties.every(({ done }) => done)).toBe(true);
  });

  test('with too many rows for words, the words give way', () => {
    const many: TiesChart = {
      ...chart,
      ties: Array.from({ length: 30 }, (_, i) => tie(1, 1, `20${String(10 + (i % 10))}-01-01`)),
    };
    const crowded = layout.draw(many, viewOf(inTime(many.ties.map((_, i) => i)), 1, many));
    expect(crowded.texts).toEqual([]);
    expect(crowded.ties).toHaveLength(30);
    for (const { y } of crowded.ties) expect(y).toBeLessThan(axisOf(styleOf(layout)));
  });
});

const anyChart = fc
  .record({
    nodes: fc.array(
      fc.record({
        name: fc.stringMatching(/^[A-Z][a-z]{2,12}( [A-Z]?[a-z]{2,12}){0,4}$/),
        group: fc.nat({ max: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    ties: fc.array(
      fc.record({
        node: fc.nat({ max: 7 }),
        end: fc.nat({ max: 2 }),
        outward: fc.boolean(),
        label: fc.stringMatching(/^[a-z]{2,12}( [a-z]{2,12}){0,3}$/),
        date: fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2019-08-28') }),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    span: fc.boolean(),
  })
  .map(({ nodes, ties, span }) => ({
    span,
    chart: {
      ...chart,
      groups: ['The council of the town', 'A mill', 'Friends'],
      ends: ['The lord mayor', 'The mill', 'Somebody else'],
      nodes: nodes.map(({ name, group }) => ({ name, short: name, group })).sort((a, b) => a.group - b.group),
      ties: ties
        .map((each) =>
          tie(each.node % nodes.length, each.end, '2010-01-01', { ...each, node: each.node % nodes.length }),
        )
        .sort((a, b) => a.node - b.node),
    } satisfies TiesChart,
  }));

describe.each([wide, narrow])('any ties, $name', (layout) => {
  test('texts never overlap and never leave the frame; all marks are there', () => {
    fc.assert(
      fc.property(anyChart, ({ chart: any, span }) => {
        const show = any.ties.map((_, i) => i);
        for (const scene of [list(show, { span }), inTime(show)]) {
          const drawing = layout.draw(any, viewOf(scene, 1, any));
          expectPlaced(drawing, layout);
          expect(drawing.ties).toHaveLength(show.length);
          for (const { x, y, opacity } of drawing.ties) {
            expect(opacity).toBe(1);
            expect(x).toBeGreaterThan(0);
            expect(x).toBeLessThan(layout.width);
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(layout.height);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('between two states', () => {
  const [a, b] = [viewOf(list([0, 1, 2])), viewOf(inTime([2, 3]))];

  test('begins and ends exactly with them', () => {
    expect(mixTies(a, b, 0)).toBe(a);
    expect(mixTies(a, b, 1)).toBe(b);
  });

  test.each([wide, narrow])(
    'what stays moves, what goes is gone before what comes appears, $name',
    (layout) => {
      const quarter = layout.draw(chart, mixTies(a, b, 0.25));
      const late = layout.draw(chart, mixTies(a, b, 0.75));
      expect(spotOf(quarter, 0)?.opacity).toBeGreaterThan(0);
      expect(spotOf(quarter, 3)).toBeUndefined();
      expect(spotOf(late, 0)).toBeUndefined();
      expect(spotOf(late, 3)?.opacity).toBeGreaterThan(0);
      const [from, to] = [layout.draw(chart, a), layout.draw(chart, b)].map(
        (still) => spotOf(still, 2)?.y ?? NaN,
      );
      const y = spotOf(quarter, 2)?.y ?? NaN;
      expect(y).toBeGreaterThan(Math.min(from ?? NaN, to ?? NaN));
      expect(y).toBeLessThan(Math.max(from ?? NaN, to ?? NaN));
    },
  );
});

describe('partOf', () => {
  const curve: Curve = [0, 0, 10, 0, 20, 30, 30, 30];

  test('the whole is the whole, and two halves meet', () => {
    expect(partOf(curve, 0, 1)).toEqual(curve);
    const [first, second] = [partOf(curve, 0, 0.5), partOf(curve, 0.5, 1)];
    expect(first.slice(0, 2)).toEqual([0, 0]);
    expect(first.slice(6)).toEqual(second.slice(0, 2));
    expect(second.slice(6)).toEqual([30, 30]);
  });

  test('nothing at the end is a point there', () => {
    expect(partOf(curve, 1, 1)).toEqual([30, 30, 30, 30, 30, 30, 30, 30]);
  });
});
