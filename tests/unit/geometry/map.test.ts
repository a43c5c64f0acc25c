import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../src/geometry/boxes.ts';
import { calendarWords } from '../../../src/geometry/calendarWords.ts';
import {
  FRAMES,
  happened,
  mapViewOf,
  mixMapViews,
  type MapChart,
  type MapPoint,
  type MapScene,
  type MapView,
} from '../../../src/geometry/map.ts';
import { measure } from '../../../src/geometry/text.ts';
import { arrangeMap } from '../../../src/geometry/mapArrange.ts';
import { drawMap, type MapDrawing } from '../../../src/geometry/mapDraw.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const sheet = { width: 8000, height: 5600 };

const point = (id: string, date: string, x: number, y: number, more: Partial<MapPoint> = {}): MapPoint => ({
  id,
  event: id,
  date: day(date),
  x,
  y,
  radius: 20,
  certainty: 'published',
  inset: false,
  label: `Label of ${id}`,
  dateText: '1 May 2019',
  said: 'one says so, another denies it',
  ...more,
});

const chart: MapChart = {
  sheet,
  points: [
    point('quay', '2019-05-02', 3000, 2000),
    point('mill', '2019-05-10', 3400, 2200, { certainty: 'derived', radius: 300 }),
    point('ours', '2019-05-12', 3600, 1500, { event: 'crash' }),
    point('theirs', '2019-05-12', 3900, 1600, { event: 'crash', certainty: 'derived' }),
    point('far', '2019-05-14', 500, 600, { inset: true }),
    point('one', '2019-05-20', 4200, 2600, { certainty: 'none', radius: 200 }),
    point('two', '2019-05-21', 4200, 2600, { certainty: 'none', radius: 200 }),
    point('later', '2019-06-09', 3100, 2100),
  ],
  names: [
    { text: 'LAND', kind: 'country', at: [[3500, 2900]] },
    {
      text: 'Long Sea',
      kind: 'sea',
      at: [
        [3000, 2000],
        [4500, 1250],
      ],
    },
    { text: 'Hatch', kind: 'place', at: [[2600, 2500]] },
  ],
  inset: { name: 'Elsewhere', sheet: { width: 8000, height: 6400 }, corner: 'lower-left' },
  strip: {
    from: day('2019-05-01'),
    to: day('2019-06-30'),
    goal: { date: day('2019-06-20'), label: 'The vote', left: (n) => `${n} days` },
  },
  words: calendarWords('en-GB'),
  unitsPerKm: 5,
  kilometres: (n) => `${n} km`,
};

const scene = (more: Partial<MapScene> = {}): MapScene => ({
  box: [2000, 1000, 5000, 3200],
  label: ['quay', 'mill'],
  now: [day('2019-05-01'), day('2019-05-28')],
  inset: false,
  ...more,
});
const view = (on: MapChart, state: MapScene, progress = 1): MapView =>
  mapViewOf(
    state.now,
    { wide: arrangeMap('wide', on, state), narrow: arrangeMap('narrow', on, state) },
    progress,
  );
const ids = (on: MapChart, list: readonly { readonly point: number }[]) =>
  list.map((each) => on.points[each.point]?.id);

describe.each(['wide', 'narrow'] as const)('a still, %s', (name) => {
  const still = drawMap(name, chart, view(chart, scene()));

  test('shows what has happened by now and lies in the frame, in the order of time', () => {
    expect(ids(chart, still.marks)).toEqual(['quay', 'mill', 'ours', 'theirs', 'one', 'two']);
    expect(still.marks.every(({ opacity }) => opacity === 1)).toBe(true);
    const early = drawMap(name, chart, view(chart, scene(), 0.35));
    expect(ids(chart, early.marks)).toEqual(['quay', 'mill']);
  });

  test('names what the state names', () => {
    expect(ids(chart, still.labels)).toEqual(['quay', 'mill']);
    expect(still.labels[0]?.lines.map(({ text }) => text)[0]).toBe('Label of quay');
  });

  test('marks of one place stand side by side in one area', () => {
    const [one, two] = ['one', 'two'].map((id) =>
      still.marks.find((mark) => chart.points[mark.point]?.id === id),
    );
    expect(Math.abs((one?.x ?? 0) - (two?.x ?? 0))).toBeGreaterThan(14);
    expect(one?.y).toBe(two?.y);
    expect(still.rings.filter(({ certainty }) => certainty === 'none')).toHaveLength(1);
  });

  test('draws an area where a place is not published, never less than can be seen, and none where it is', () => {
    expect(ids(chart, still.rings)).toEqual(['mill', 'theirs', 'one']);
    expect(Math.min(...still.rings.map(({ r }) => r))).toBeGreaterThanOrEqual(13);
  });

  test('joins the positions of one event, and counts it once on the strip', () => {
    expect(still.joins.filter(({ opacity }) => opacity === 1)).toHaveLength(1);
    expect(ids(chart, still.strip.marks)).not.toContain('theirs');
  });

  test('the inset comes with its points where a state shows it', () => {
    expect(still.inset).toBeUndefined();
    const shown = drawMap(name, chart, view(chart, scene({ inset: true, label: ['far'] })));
    expect(shown.inset?.opacity).toBe(1);
    expect(ids(chart, shown.marks)).toContain('far');
    expect(ids(chart, shown.labels)).toEqual(['far']);
    const box = shown.inset;
    const spot = shown.marks.find((mark) => chart.points[mark.point]?.id === 'far');
    expect(spot?.x).toBeGreaterThan(box?.x ?? NaN);
    expect(spot?.y).toBeGreaterThan(box?.y ?? NaN);
  });

  test('a name that would be covered goes to its next place', () => {
    expect(still.names.map(({ key }) => key)).toContain('1 1');
  });

  test('the bar of scale is as long as it says', () => {
    const km = Number.parseInt(still.bar.text.text, 10);
    expect(still.bar.width).toBeCloseTo(km * chart.unitsPerKm * still.scale, 0);
  });

  test('the strip counts the days that are left', () => {
    expect(still.strip.goal?.left?.text).toBe('23 days');
    expect(still.strip.flag.text.text).toBe('28 May');
    expect(still.strip.goal?.date?.text).toBe('20 Jun');
  });
});

test('nothing shows on the day before its own', () => {
  expect(happened(100, 99)).toBe(0);
  expect(happened(100, 100)).toBe(1);
  expect(happened(100, 140)).toBe(1);
});

describe('mixMapViews', () => {
  const a = view(chart, scene());
  const b = view(
    chart,
    scene({ box: [3000, 1200, 4200, 2000], label: ['ours', 'theirs', 'mill'], inset: true }),
  );
  const mix = (t: number) => mixMapViews(sheet, a, b, t);

  test('its ends are exactly the two', () => {
    expect(mix(0)).toBe(a);
    expect(mix(1)).toBe(b);
  });

  test.each(['wide', 'narrow'] as const)('comes near its ends without a jump, %s', (name) => {
    const spots = (drawing: MapDrawing) => new Map(drawing.marks.map(({ point: i, x, y }) => [i, { x, y }]));
    for (const [t, end] of [[1e-6, a] as const, [1 - 1e-6, b] as const]) {
      const near = spots(drawMap(name, chart, mix(t)));
      for (const [i, { x, y }] of spots(drawMap(name, chart, end))) {
        expect(Math.hypot((near.get(i)?.x ?? NaN) - x, (near.get(i)?.y ?? NaN) - y)).toBeLessThan(0.3);
      }
    }
  });

  test('a label that goes is gone before one that comes appears', () => {
    for (let t = 0.02; t < 1; t += 0.02) {
      const shown = ids(chart, drawMap('wide', chart, mix(t)).labels);
      expect(shown.includes('quay') && shown.includes('ours')).toBe(false);
    }
  });
});

const anyChart = fc
  .tuple(
    fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 8000 }),
        y: fc.integer({ min: 0, max: 5600 }),
        radius: fc.integer({ min: 0, max: 400 }),
        certainty: fc.constantFrom('published', 'derived', 'none' as const),
        label: fc.string({ unit: fc.constantFrom(...'aeimlstWM  '), minLength: 3, maxLength: 30 }),
        said: fc.string({ unit: fc.constantFrom(...'aeimlst  '), maxLength: 36 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    fc.array(fc.record({ x: fc.integer({ min: 0, max: 8000 }), y: fc.integer({ min: 0, max: 5600 }) }), {
      maxLength: 8,
    }),
    fc.tuple(
      fc.integer({ min: 0, max: 6000 }),
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 300, max: 4000 }),
    ),
    fc.integer({ min: 0, max: 6 }),
    fc.boolean(),
  )
  .map(([points, names, [x, y, size], labels, inset]) => {
    const any: MapChart = {
      ...chart,
      points: points.map((each, i) => ({ ...point(String(i), '2019-05-02', each.x, each.y), ...each })),
      names: names.map((at, i) => ({
        text: `NAME ${i}`,
        kind: (['country', 'sea', 'place', 'island'] as const)[i % 4] ?? 'sea',
        at: [[at.x, at.y]],
      })),
    };
    const state = scene({
      box: [x, y, Math.min(x + size, sheet.width), Math.min(y + size * 0.6, sheet.height)],
      label: points.slice(0, labels).map((_, i) => String(i)),
      inset,
    });
    return { any, state };
  });

describe.each(['wide', 'narrow'] as const)('any points at any scale, %s', (name) => {
  test('labels and names cover neither each other nor a mark, and all stays in the frame', () => {
    fc.assert(
      fc.property(anyChart, ({ any, state }) => {
        const frame = FRAMES[name];
        const { labels, marks, names } = drawMap(name, any, view(any, state));
        const boxes = labels.map(({ x, y, width, height }) => ({
          left: x,
          top: y,
          right: x + width,
          bottom: y + height,
        }));
        boxes.forEach((box, i) => {
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(frame.width);
          expect(box.bottom).toBeLessThanOrEqual(frame.height);
          for (const other of boxes.slice(0, i)) expect(overlap(box, other), 'two labels').toBeLessThan(0.11);
          for (const { x, y, scale } of marks) {
            const half = 8 * scale;
            const mark = { left: x - half, right: x + half, top: y - half, bottom: y + half };
            expect(overlap(box, mark), 'a label on a mark').toBeLessThan(0.11);
          }
        });
        for (const { text, kind, x, y, dx } of names) {
          const size = name === 'wide' ? 17.6 : 15.2;
          const spacing = kind === 'country' ? (name === 'wide' ? 2 : 1.4) * text.length : 0;
          const width = measure(text, size, 'regular') + spacing;
          const left = kind === 'place' || kind === 'island' ? x + dx : x - width / 2;
          const box = { left, right: left + width, top: y - size / 2, bottom: y + size / 2 };
          expect(left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(frame.width);
          for (const label of boxes) expect(overlap(box, label), 'a name under a label').toBeLessThan(0.11);
        }
        for (const { x, y } of marks) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(frame.width);
          expect(y).toBeLessThanOrEqual(frame.height);
        }
      }),
      { numRuns: 80 },
    );
  });
});
