import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarWords } from '../../../src/geometry/calendarWords.ts';
import { HALVES } from '../../../src/geometry/laneMarks.ts';
import {
  lanesView,
  mixLanes,
  type LanesChart,
  type LanesDrawing,
  type LanesLayout,
  type LanesScene,
  type Saying,
} from '../../../src/geometry/lanes.ts';
import { narrow } from '../../../src/geometry/lanesNarrow.ts';
import { balanced } from '../../../src/geometry/lanesParts.ts';
import { wide } from '../../../src/geometry/lanesWide.ts';
import { MARKS } from '../../../src/geometry/marks.ts';
import { domainOf } from '../../../src/geometry/scale.ts';
import { measure, wrap } from '../../../src/geometry/text.ts';
import { HALF } from '../../../src/geometry/timeline.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const words = calendarWords('en-GB');

const saying = (id: string, at: number, lane: number, more: Partial<Saying> = {}): Saying => ({
  id,
  at,
  within: 0,
  day: Math.floor(at),
  lane,
  answers: [],
  voice: `voice ${lane}`,
  shape: 'circle',
  fill: 'full',
  label: `Label of ${id}`,
  when: '1 August 2019',
  brief: '1 Aug 2019',
  ...more,
});

const inTime = (date: string, lane: number, more: Partial<Saying> = {}) =>
  saying(date, day(date) + 0.5, lane, { day: day(date), ...more });

const two: LanesChart['lanes'] = [
  { name: 'North', bank: 'above' },
  { name: 'South', bank: 'below' },
];
const three: LanesChart['lanes'] = [
  { name: 'Elsewhere', bank: 'above' },
  { name: 'North', bank: 'above' },
  { name: 'South', bank: 'below' },
];

const chart: LanesChart = {
  axis: 'time',
  words,
  lanes: two,
  days: [],
  sayings: [
    inTime('2019-07-31', 0),
    inTime('2019-08-02', 0),
    inTime('2019-08-09', 1, { answers: [1] }),
    inTime('2019-08-12', 1, { answers: [1], voice: 'other', fill: 'half' }),
    inTime('2019-08-20', 0, { answers: [3] }),
    inTime('2019-09-02', 1),
  ],
};
const august: LanesScene = {
  domain: domainOf(day('2019-08-01'), day('2019-08-31')),
  label: ['2019-08-02', '2019-08-12'],
  arrive: day('2019-08-01'),
  focus: new Set(),
  threads: undefined,
};
const viewIn = (any: LanesChart, scene: LanesScene, progress = 1) =>
  lanesView(
    any,
    scene,
    {
      wide: wide.arrange(any, scene.domain, scene.label),
      narrow: narrow.arrange(any, scene.domain, scene.label),
    },
    progress,
  );
const ids = (any: LanesChart, list: readonly { readonly event: number }[]) =>
  list.map(({ event }) => any.sayings[event]?.id);
const ties = (drawing: LanesDrawing) => drawing.threads.map(({ from, to }) => [from, to]);

describe.each([wide, narrow])('a still, $name', (layout: LanesLayout) => {
  const still = layout.draw(chart, viewIn(chart, august));

  test('shows what was said in view, names what the state names, and ties answers to calls', () => {
    expect(ids(chart, still.marks)).toEqual(['2019-08-02', '2019-08-09', '2019-08-12', '2019-08-20']);
    expect(new Set(ids(chart, still.labels))).toEqual(new Set(august.label));
    expect(ties(still)).toEqual([
      [1, 2],
      [1, 3],
      [3, 4],
    ]);
    expect([...still.marks, ...still.labels, ...still.threads].every(({ opacity }) => opacity === 1)).toBe(
      true,
    );
    expect(still.threads.every(({ drawn }) => drawn === 1)).toBe(true);
  });

  test('a mark lies in its lane, in the order of time', () => {
    const across = still.marks.map(({ x, y }) => (layout.name === 'wide' ? y : x));
    const along = still.marks.map(({ x, y }) => (layout.name === 'wide' ? x : y));
    expect(across[0]).toBeLessThan(across[1] ?? 0);
    expect(across[1]).toBe(across[2]);
    expect(along).toEqual(along.toSorted((a, b) => a - b));
  });

  test('at first only the first is there; then they come one by one, each after its thread', () => {
    const early = layout.draw(chart, viewIn(chart, august, 0));
    expect(early.threads).toEqual([]);
    expect(early.marks.map(({ opacity }) => opacity === 1)).toEqual([true, false, false, false]);
    expect(ids(chart, early.labels)).toEqual(['2019-08-02']);
    let before = 0;
    for (let progress = 0; progress <= 1; progress += 0.01) {
      const { threads, marks } = layout.draw(chart, viewIn(chart, august, progress));
      const sum = threads.reduce((all, { drawn }) => all + drawn, 0);
      expect(sum).toBeGreaterThanOrEqual(before - 1e-9);
      before = sum;
      expect(threads.filter(({ drawn }) => drawn < 1).length).toBeLessThanOrEqual(1);
      for (const { to, drawn } of threads) {
        if (drawn < 1) expect(marks.find(({ event }) => event === to)?.opacity).toBeLessThan(1);
      }
    }
  });

  test('what was said before the day of arrival is there from the beginning', () => {
    const drawing = layout.draw(chart, viewIn(chart, { ...august, arrive: day('2019-08-20') }, 0));
    expect(ties(drawing)).toEqual([
      [1, 2],
      [1, 3],
    ]);
  });

  test('voices out of focus are faint, with every thread that touches one', () => {
    const drawing = layout.draw(chart, viewIn(chart, { ...august, focus: new Set(['voice 0', 'voice 1']) }));
    expect(drawing.marks.map(({ opacity }) => opacity === 1)).toEqual([true, true, false, true]);
    expect(drawing.threads.map(({ opacity }) => opacity === 1)).toEqual([true, false, false]);
  });

  test('a state may draw some threads only', () => {
    const drawing = layout.draw(chart, viewIn(chart, { ...august, threads: new Set(['2019-08-12']) }));
    expect(ties(drawing)).toEqual([[1, 3]]);
  });

  test('where no single day is known, a bar shows within which it was', () => {
    const march = saying('march', day('2013-03-16') + 0.5, 0, { within: 31, day: day('2013-03-01') });
    const any: LanesChart = { ...chart, sayings: [march] };
    const drawn = (from: string, to: string) =>
      layout.draw(any, viewIn(any, { ...august, label: [], domain: domainOf(day(from), day(to)) })).marks[0]
        ?.lasts ?? NaN;
    expect(drawn('2013-03-01', '2013-03-31')).toBeGreaterThan(300);
    expect(drawn('2000-01-01', '2020-12-31')).toBe(0);
  });
});

describe('an axis of order', () => {
  const order: LanesChart = {
    axis: 'order',
    words,
    lanes: three,
    sayings: [
      saying('a', 1, 1, { day: day('2019-08-25') }),
      saying('b', 2, 2, { day: day('2019-08-26') }),
      saying('c', 2, 1, { day: day('2019-08-26') }),
      saying('d', 3, 2, { day: day('2019-08-26'), answers: [1] }),
      saying('e', 4, 0, { day: day('2019-08-27'), answers: [2] }),
    ],
    days: [
      { day: day('2019-08-25'), from: 0.5 },
      { day: day('2019-08-26'), from: 1.5 },
      { day: day('2019-08-27'), from: 3.5 },
    ],
  };
  const all: LanesScene = { ...august, label: ['a', 'b', 'c', 'd', 'e'], domain: { from: 0.5, to: 4.5 } };
  const one: LanesScene = { ...august, label: ['b', 'c', 'd'], domain: { from: 1.5, to: 3.5 } };

  test.each([wide, narrow])('places are even, and of one rank at the same place, $name', (layout) => {
    const { marks } = layout.draw(order, viewIn(order, all));
    const along = marks.map(({ x, y }) => (layout.name === 'wide' ? x : y));
    expect(along[1]).toBe(along[2]);
    const [a = 0, b = 0, , d = 0, e = 0] = along;
    expect(d - b).toBeCloseTo(b - a, 0);
    expect(e - d).toBeCloseTo(d - b, 0);
  });

  test('days stand where they begin, and only those of which something is in view', () => {
    const texts = (scene: LanesScene) => wide.draw(order, viewIn(order, scene)).days.map(({ text }) => text);
    expect(texts(all)).toEqual(['Sun 25 Aug', 'Mon 26 Aug', 'Tue 27 Aug']);
    expect(texts(one)).toEqual(['Mon 26 Aug']);
    const { rules } = wide.draw(order, viewIn(order, one));
    expect(rules.map(({ rank, opacity }) => [rank, opacity])).toEqual([[`day-${day('2019-08-26')}`, 1]]);
  });

  test('upright, lanes lie side by side and one column tells what was said', () => {
    const { labels } = narrow.draw(order, viewIn(order, all));
    expect(new Set(labels.map(({ x }) => x)).size).toBe(1);
    expect(labels.toSorted((a, b) => a.y - b.y).map(({ event }) => event)).toEqual([0, 1, 2, 3, 4]);
  });

  test('a thread within a lane leaves it and comes back', () => {
    const [thread] = wide.draw(order, viewIn(order, one)).threads;
    const ys = [...(thread?.path.matchAll(/[\d.]+ ([\d.]+)/g) ?? [])].map(([, y]) => Number(y));
    expect(ys[0]).toBe(ys[3]);
    expect(ys[1]).toBeLessThan((ys[0] ?? 0) - 10);
  });
});

describe('mixLanes', () => {
  const a = viewIn(chart, august);
  const b = viewIn(chart, {
    ...august,
    domain: domainOf(day('2019-07-01'), day('2019-09-30')),
    label: ['2019-08-12', '2019-07-31'],
    focus: new Set(['other']),
  });

  test('its ends are exactly the two', () => {
    expect(mixLanes(a, b, 0)).toBe(a);
    expect(mixLanes(a, b, 1)).toBe(b);
  });

  test('is the same both ways', () => {
    for (const t of [0.2, 0.5, 0.7]) {
      const [there, back] = [mixLanes(a, b, t), mixLanes(b, a, 1 - t)];
      expect(back.domain.from).toBeCloseTo(there.domain.from, 6);
      there.strong.forEach((value, i) => expect(back.strong[i]).toBeCloseTo(value, 9));
    }
  });

  test.each([wide, narrow])('comes near its ends without a jump, $name', (layout) => {
    for (const [t, end] of [[1e-6, a] as const, [1 - 1e-6, b] as const]) {
      const near = new Map(layout.draw(chart, mixLanes(a, b, t)).marks.map((mark) => [mark.event, mark]));
      for (const { event, x, y, opacity } of layout.draw(chart, end).marks) {
        const other = near.get(event);
        expect(Math.hypot((other?.x ?? NaN) - x, (other?.y ?? NaN) - y)).toBeLessThan(0.3);
        expect(other?.opacity).toBeCloseTo(opacity, 1);
      }
    }
  });
});

const anyWords = fc.string({ unit: fc.constantFrom(...'aeimlstWM  '), minLength: 3, maxLength: 44 });
const anyChart = fc
  .record({
    lanes: fc.constantFrom(two, three),
    axis: fc.constantFrom('time' as const, 'order' as const),
    rows: fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 60 }), lane: fc.nat(2), label: anyWords, tied: fc.nat(30) }),
      { minLength: 1, maxLength: 26 },
    ),
    labels: fc.nat(8),
    from: fc.nat(40),
    length: fc.constantFrom(2, 6, 12, 30, 61),
  })
  .map(({ lanes, axis, rows, labels, from, length }) => {
    const sorted = rows.toSorted((a, b) => a.at - b.at);
    const sayings = sorted.map(({ at, lane, label, tied }, i) =>
      saying(String(i), axis === 'order' ? i + 1 : at + 0.5, lane % lanes.length, {
        day: at,
        label,
        answers: tied < i ? [tied] : [],
      }),
    );
    const any: LanesChart = { axis, words, lanes, sayings, days: [] };
    const domain = axis === 'order' ? { from: 0.5, to: sayings.length + 0.5 } : { from, to: from + length };
    const seen = sayings.filter(({ at }) => at >= domain.from && at <= domain.to);
    return { any, scene: { ...august, domain, arrive: 0, label: seen.slice(0, labels).map(({ id }) => id) } };
  });

describe.each([wide, narrow])('any sayings at any scale, $name', (layout) => {
  test('labels cover neither each other nor a mark, and all stays in the frame', () => {
    fc.assert(
      fc.property(anyChart, ({ any, scene }) => {
        const { labels, marks, width, height } = layout.draw(any, viewIn(any, scene));
        for (const { x, y, scale } of marks) {
          expect(Math.min(x, y) - HALF * scale).toBeGreaterThanOrEqual(0);
          expect(x + HALF * scale).toBeLessThanOrEqual(width);
          expect(y + HALF * scale).toBeLessThanOrEqual(height);
        }
        labels.forEach((label, i) => {
          expect(Math.min(label.x, label.y)).toBeGreaterThanOrEqual(0);
          expect(label.x + label.width).toBeLessThanOrEqual(width + 0.1);
          expect(label.y + label.height).toBeLessThanOrEqual(height + 0.1);
          for (const line of label.lines) {
            const [name, date] = layout.name === 'wide' ? [18, 17.6] : [15.6, 15.2];
            const long = line.faint ? measure(line.text, date, 'regular') : measure(line.text, name, 'bold');
            expect(long).toBeLessThanOrEqual(label.width + 0.2);
          }
          for (const other of labels.slice(0, i)) {
            const apart =
              label.x + label.width <= other.x ||
              other.x + other.width <= label.x ||
              label.y + label.height <= other.y ||
              other.y + other.height <= label.y;
            expect(apart, 'two labels overlap').toBe(true);
          }
          for (const { x, y, scale } of marks) {
            const half = HALF * scale - 0.1;
            const clear =
              x + half <= label.x ||
              x - half >= label.x + label.width ||
              y + half <= label.y ||
              y - half >= label.y + label.height;
            expect(clear, 'a label covers a mark').toBe(true);
          }
        });
      }),
      { numRuns: 150 },
    );
  });
});

test('balanced lines are no more and no wider than wrapped ones', () => {
  fc.assert(
    fc.property(anyWords, (text) => {
      const [plain, even] = [wrap(text, 18, 'bold', 150, 2), balanced(text, 18, 150, 2)];
      expect(even.length).toBe(plain.length);
      const widest = (lines: string[]) => Math.max(0, ...lines.map((line) => measure(line, 18, 'bold')));
      expect(widest(even)).toBeLessThanOrEqual(widest(plain) + 1e-6);
    }),
  );
});

test('every shape has a half', () => {
  expect(Object.keys(HALVES).toSorted()).toEqual(Object.keys(MARKS).toSorted());
  for (const half of Object.values(HALVES)) expect(half).toMatch(/^M.*z$/);
});
