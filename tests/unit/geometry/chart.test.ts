import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarWords } from '../../../src/geometry/calendarWords.ts';
import {
  mixViews,
  panelPlaces,
  valueScale,
  viewOf,
  type Chart,
  type ChartDatum,
  type ChartPanel,
  type ChartScene,
  type Drawing,
  type Frame,
} from '../../../src/geometry/chart.ts';
import { draw } from '../../../src/geometry/chartDraw.ts';
import { narrow, wide } from '../../../src/geometry/chartFrames.ts';
import { arrange } from '../../../src/geometry/chartLabels.ts';
import { cut, runsOf } from '../../../src/geometry/chartShapes.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

const datum = (from: string, to: string, more: Partial<ChartDatum>): ChartDatum => ({
  id: from,
  from: day(from),
  to: day(to),
  hollow: false,
  ...(more.low !== undefined || more.value !== undefined ? { figures: `${more.low ?? more.value}` } : {}),
  ...more,
});
const panel = (id: string, more: Partial<ChartPanel>): ChartPanel => ({
  id,
  form: 'line',
  title: `Title of ${id}`,
  note: 'unit',
  range: [0, 10],
  ticks: [0, 5, 10].map((value) => ({ value, text: String(value) })),
  reversed: false,
  join: 40,
  data: [],
  ...more,
});

const band = panel('band', {
  form: 'band',
  data: [
    datum('2019-01-01', '2019-01-31', { low: 6, high: 8 }),
    datum('2019-02-01', '2019-02-28', { value: 5, low: 5, high: 5 }),
    datum('2019-04-01', '2019-04-30', { high: 4 }),
    datum('2019-06-01', '2019-06-30', { low: 1, high: 2 }),
  ],
});
const point = (from: string, to: string, more: Partial<ChartDatum>): ChartDatum => ({
  ...datum(from, to, more),
  id: `line ${from}`,
});
const line = panel('line', {
  reversed: true,
  limit: { value: 9, text: 'Limit' },
  data: [
    point('2019-01-10', '2019-01-10', { value: 2 }),
    point('2019-02-10', '2019-02-10', { value: 4 }),
    point('2019-02-20', '2019-02-20', { low: 5, high: 7 }),
    point('2019-03-01', '2019-03-31', { value: 6 }),
    point('2019-04-01', '2019-04-30', { value: 3 }),
  ],
});
const chart: Chart = {
  panels: [band, line],
  marks: [{ id: 'mark', day: day('2019-03-05'), label: 'A marked day' }],
  words: calendarWords('en-GB'),
};
const scene: ChartScene = {
  view: [day('2019-01-01'), day('2019-06-30')],
  now: [day('2019-01-01'), day('2019-06-30')],
  show: ['band', 'line'],
  mark: ['mark'],
  label: ['2019-01-01', '2019-06-01', 'line 2019-01-10', 'line 2019-04-01'],
};
const one: ChartScene = { ...scene, show: ['band'], mark: [], view: [day('2019-03-01'), day('2019-06-30')] };

const view = (of: Chart, { ...asked }: ChartScene, progress = 1) =>
  viewOf(of, asked, { wide: arrange(of, asked, wide), narrow: arrange(of, asked, narrow) }, progress);
const spot = (drawing: Drawing, id: string, at: number) =>
  drawing.panels[at]?.data.find((each) => each.id === id);

describe.each([wide, narrow])('a still, $name', (frame: Frame) => {
  const still = draw(chart, view(chart, scene), frame);

  test('draws a block for a range, a line for one figure, a broken outline for a highest alone', () => {
    const [block, level, most] = ['2019-01-01', '2019-02-01', '2019-04-01'].map(
      (id) => spot(still, id, 0)?.past,
    );
    expect(block?.area).toMatch(/^M.*z$/);
    expect(level?.area).toBe('');
    expect(level?.edges.match(/M/g)).toHaveLength(1);
    expect(most?.edges).toBe('');
    expect(most?.most).not.toBe('');
  });

  test('draws dots for days, lines for longer, a bar where no single value is known', () => {
    expect(spot(still, 'line 2019-01-10', 1)?.dot?.past).toBe(true);
    expect(spot(still, 'line 2019-03-01', 1)?.dot).toBeUndefined();
    expect(spot(still, 'line 2019-03-01', 1)?.past?.edges).not.toBe('');
    expect(spot(still, 'line 2019-02-20', 1)?.past?.edges.match(/M/g)).toHaveLength(3);
  });

  test('puts the lower value of a reversed panel higher up', () => {
    const [first, second] = [
      spot(still, 'line 2019-01-10', 1)?.dot?.y ?? 0,
      spot(still, 'line 2019-02-10', 1)?.dot?.y ?? 0,
    ];
    expect(first).toBeLessThan(second);
  });

  test('stacks its panels in order, inside the frame', () => {
    const [top, bottom] = still.panels;
    expect(top && bottom && top.box.bottom < bottom.title.y && bottom.title.y < bottom.box.top).toBe(true);
    expect(bottom?.box.bottom).toBeLessThanOrEqual(frame.foot + 0.1);
  });

  test('writes the figures that are asked for, and the name of the limit', () => {
    const texts = still.panels.map(({ labels }) => labels.map((label) => label.line.text));
    expect(texts).toEqual(
      [
        ['6', '1'],
        ['2', '3', 'Limit'],
      ].map((list) => expect.arrayContaining(list)),
    );
    expect(still.panels.flatMap(({ labels }) => labels).every(({ opacity }) => opacity === 1)).toBe(true);
  });

  test('marks its days in every panel and names them above the first', () => {
    const [mark] = still.marks;
    expect(mark?.path.match(/M/g)).toHaveLength(3);
    expect(mark?.label?.line.text).toBe('A marked day');
    expect((mark?.label?.y ?? 0) + (mark?.label?.height ?? 0)).toBeLessThanOrEqual(
      still.panels[0]?.box.top ?? 0,
    );
  });

  test('is all in the past at the end of its way, and all to come at its beginning', () => {
    expect(still.panels.flatMap(({ data }) => data).every(({ past, later }) => past && !later)).toBe(true);
    const start = draw(chart, view(chart, scene, 0), frame);
    expect(start.panels[0]?.data.map(({ past }) => past !== undefined)).toEqual([true, false, false, false]);
    expect(start.panels[1]?.data.every(({ past }) => !past)).toBe(true);
    expect(start.panels[1]?.past).toBe('');
  });

  test('parts what the playhead is passing', () => {
    const passing = draw(chart, { ...view(chart, scene), now: day('2019-01-16') }, frame);
    const block = spot(passing, '2019-01-01', 0);
    expect([block?.past?.area, block?.later?.area].every(Boolean)).toBe(true);
  });

  test('leaves out a panel that is not shown and gives its room to the other', () => {
    const alone = draw(chart, view(chart, one), frame);
    expect(alone.panels.map(({ id }) => id)).toEqual(['band']);
    expect(alone.panels[0]?.box.bottom).toBeCloseTo(frame.foot, 0);
    expect(alone.panels[0]?.data.map(({ id }) => id)).toEqual(['2019-04-01', '2019-06-01']);
  });
});

describe('between two states', () => {
  const [a, b] = [view(chart, scene), view(chart, one)];

  test('it begins with the one and ends with the other', () => {
    expect(mixViews(a, b, 0)).toBe(a);
    expect(mixViews(a, b, 1)).toBe(b);
    expect(mixViews(a, b, 1e-9).domain.from).toBeCloseTo(a.domain.from, 3);
    expect(mixViews(a, b, 1 - 1e-9).shares[1]).toBeCloseTo(0, 6);
  });

  test.each([wide, narrow])(
    'a panel goes as it shrinks, and labels never cover each other, $name',
    (frame) => {
      for (let step = 1; step < 40; step += 1) {
        const drawing = draw(chart, mixViews(a, b, step / 40), frame);
        expectApart(drawing, frame);
        const [top, bottom] = drawing.panels;
        if (top && bottom) expect(top.box.bottom).toBeLessThanOrEqual(bottom.box.top);
      }
    },
  );
});

/** Labels lie in the frame and apart from each other; what gives way to another on the way is paler. */
function expectApart({ panels, marks, flag }: Drawing, frame: Frame): void {
  const boxes = [
    ...panels.flatMap(({ labels }) => labels),
    ...marks.flatMap(({ label }) => (label ? [label] : [])),
    { id: 'flag', ...flag },
  ].filter(({ opacity }) => opacity > 0.99);
  boxes.forEach((one, i) => {
    expect(one.x).toBeGreaterThanOrEqual(-0.1);
    expect(one.x + one.width).toBeLessThanOrEqual(frame.width + 0.1);
    for (const other of boxes.slice(0, i)) {
      const [across, down] = [
        Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x),
        Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y),
      ];
      expect(Math.min(across, down), `${one.line.text} and ${other.line.text}`).toBeLessThanOrEqual(0.2);
    }
  });
}

test('labels never cover each other, whatever the data', () => {
  const start = day('2018-01-01');
  const values = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 40 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(values, fc.constantFrom('band' as const, 'line' as const), (list, form) => {
      const data = list.map(([from, length, value], i): ChartDatum => ({
        id: String(i),
        from: start + from,
        to: start + from + length,
        hollow: false,
        figures: value.toFixed(2),
        ...(form === 'band' ? { low: value / 2, high: value } : { value }),
      }));
      data.sort((one, other) => one.from - other.from);
      const any: Chart = {
        ...chart,
        panels: [panel('any', { form, data, limit: { value: 5, text: 'Limit' } })],
      };
      const asked: ChartScene = {
        view: [start, start + 560],
        now: [start, start + 560],
        show: ['any'],
        mark: [],
        label: data.map(({ id }) => id),
      };
      for (const frame of [wide, narrow]) expectApart(draw(any, view(any, asked), frame), frame);
    }),
    { numRuns: 60 },
  );
});

test('panels share the room by how much each is there', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (a, b) => {
        for (const frame of [wide, narrow]) {
          const [top, bottom] = panelPlaces(frame, [a, b]);
          if (!top || !bottom) throw new Error('There are two panels.');
          expect(top.top).toBeLessThanOrEqual(top.bottom + 1e-9);
          expect(top.bottom).toBeLessThanOrEqual(bottom.top + 1e-9);
          expect(bottom.bottom).toBeCloseTo(frame.foot, 6);
          expect((top.bottom - top.top) * b).toBeCloseTo((bottom.bottom - bottom.top) * a, 6);
        }
      },
    ),
  );
});

test('a scale runs from foot to top, or the other way where it is reversed', () => {
  const place = { heading: 0, top: 10, bottom: 110 };
  expect([0, 5, 10].map(valueScale(band, place))).toEqual([110, 60, 10]);
  expect([0, 5, 10].map(valueScale(line, place))).toEqual([10, 60, 110]);
});

describe('the joining line', () => {
  test('breaks where values lie far apart and where one is not known', () => {
    const runs = runsOf(line).map((run) => run.map(({ id }) => id));
    expect(runs).toEqual([
      ['line 2019-01-10', 'line 2019-02-10'],
      ['line 2019-03-01', 'line 2019-04-01'],
    ]);
    expect(runsOf({ ...line, join: 0 })).toEqual([]);
    expect(runsOf(band)).toEqual([]);
  });

  test('is cut off between two places', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 20 },
      { x: 20, y: 0 },
    ];
    expect(cut(points, { start: 5, end: 15 })).toEqual([
      { x: 5, y: 10 },
      { x: 10, y: 20 },
      { x: 15, y: 10 },
    ]);
    expect(cut(points, { start: 0, end: 20 })).toEqual(points);
    expect(cut(points, { start: 21, end: 30 })).toEqual([]);
    expect(cut(points, { start: 20, end: 30 })).toEqual([]);
  });
});
