import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarWords } from '../../../src/geometry/calendarWords.ts';
import { domainOf } from '../../../src/geometry/scale.ts';
import { MARKS } from '../../../src/geometry/marks.ts';
import {
  HALF,
  mixViews,
  viewOf,
  type Chart,
  type Drawing,
  type Layout,
  type TimelineEvent,
  type TimelineScene,
} from '../../../src/geometry/timeline.ts';
import { narrow } from '../../../src/geometry/timelineNarrow.ts';
import { wide } from '../../../src/geometry/timelineWide.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const words = calendarWords('en-GB');

const event = (id: string, date: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id,
  date: day(date),
  end: day(date),
  scheduled: false,
  lane: 'above',
  label: `Label of ${id}`,
  dateText: words.date(day(date)),
  ...more,
});

const view = (chart: Chart, scene: TimelineScene, progress = 1) => {
  const domain = domainOf(...scene.view);
  return viewOf(
    scene,
    {
      wide: wide.arrange(chart, domain, scene.label),
      narrow: narrow.arrange(chart, domain, scene.label),
    },
    progress,
  );
};

const chart: Chart = {
  words,
  events: [
    event('before', '2019-07-31'),
    event('first', '2019-08-01'),
    event('talk', '2019-08-10'),
    event('strike', '2019-08-10', { lane: 'below' }),
    event('twin', '2019-08-10'),
    event('summit', '2019-08-20', { end: day('2019-08-24') }),
    event('plan', '2019-08-25', { scheduled: true }),
    event('last', '2019-08-31', { lane: 'below' }),
    event('after', '2019-09-01'),
  ],
};
const august: TimelineScene = {
  view: [day('2019-08-01'), day('2019-08-31')],
  label: ['talk', 'strike', 'plan'],
  now: [day('2019-08-05'), day('2019-08-28')],
};
const spotOf = (drawing: Drawing, id: string) =>
  drawing.marks.find((mark) => chart.events[mark.event]?.id === id);

describe.each([wide, narrow])('a still, $name', (layout: Layout) => {
  const still = layout.draw(chart, view(chart, august));

  test('shows the events of the days in view, both ends included, and no others', () => {
    expect(still.marks.map(({ event }) => chart.events[event]?.id)).toEqual([
      'first',
      'talk',
      'strike',
      'twin',
      'summit',
      'plan',
      'last',
    ]);
    expect(still.marks.every(({ opacity }) => opacity === 1)).toBe(true);
  });

  test('fills what has happened by now, and never what is only planned', () => {
    expect(still.marks.filter(({ past }) => past).map(({ event }) => chart.events[event]?.id)).toEqual([
      'first',
      'talk',
      'strike',
      'twin',
      'summit',
    ]);
    const early = layout.draw(chart, view(chart, august, 5 / 23));
    expect(spotOf(early, 'talk')?.past).toBe(true);
    expect(spotOf(early, 'summit')?.past).toBe(false);
  });

  test('names the events that the state names', () => {
    const names = still.labels.map(({ event }) => chart.events[event]?.id);
    expect(new Set(names)).toEqual(new Set(['talk', 'strike', 'plan']));
    expect(still.labels.every(({ opacity }) => opacity === 1)).toBe(true);
  });

  test('keeps two events of one day and lane apart, the labelled one on top', () => {
    const [talk, twin] = [spotOf(still, 'talk'), spotOf(still, 'twin')];
    const apart = Math.hypot((talk?.x ?? 0) - (twin?.x ?? 0), (talk?.y ?? 0) - (twin?.y ?? 0));
    expect(apart).toBeGreaterThan(HALF * ((talk?.scale ?? 0) + (twin?.scale ?? 0)));
    expect(layout.name === 'wide' ? (talk?.y ?? 0) < (twin?.y ?? 0) : (talk?.x ?? 0) < (twin?.x ?? 0)).toBe(
      true,
    );
  });

  test('draws how long an event lasts', () => {
    expect(spotOf(still, 'summit')?.lasts).toBeGreaterThan(40);
    expect(spotOf(still, 'talk')?.lasts).toBe(0);
  });

  test('the date of the playhead is that of its day', () => {
    expect(still.flag.lines.map(({ text }) => text).join(' ')).toBe('28 Aug 2019');
    const noon = layout.draw(chart, { ...view(chart, august), now: day('2019-08-12') + 0.49 });
    expect(noon.flag.lines[0]?.text).toMatch(/^12 Aug/);
    const evening = layout.draw(chart, { ...view(chart, august), now: day('2019-08-12') + 0.51 });
    expect(evening.flag.lines[0]?.text).toMatch(/^13 Aug/);
  });
});

describe('mixViews', () => {
  const year: TimelineScene = {
    view: [day('2019-01-01'), day('2019-12-31')],
    label: ['talk', 'last'],
    now: [day('2019-08-10'), day('2019-08-10')],
  };
  const a = view(chart, august);
  const b = view(chart, year);

  test('its ends are exactly the two', () => {
    expect(mixViews(a, b, 0)).toBe(a);
    expect(mixViews(a, b, 1)).toBe(b);
  });

  test('is the same both ways', () => {
    for (const t of [0.1, 0.35, 0.5, 0.8]) {
      const there = mixViews(a, b, t);
      const back = mixViews(b, a, 1 - t);
      expect(back.now).toBeCloseTo(there.now, 6);
      expect(back.domain.from).toBeCloseTo(there.domain.from, 6);
      const byEvent = (place: (typeof there)['wide']) => place.labels.toSorted((x, y) => x.event - y.event);
      byEvent(there.wide).forEach((label, i) => {
        const other = byEvent(back.wide)[i];
        expect(other?.event).toBe(label.event);
        expect(other?.weight).toBeCloseTo(label.weight, 9);
        expect(other?.out).toBeCloseTo(label.out, 9);
      });
    }
  });

  test.each([wide, narrow])('comes near its ends without a jump, $name', (layout: Layout) => {
    const positions = (drawing: Drawing) =>
      new Map(drawing.marks.map(({ event, x, y }) => [event, { x, y }]));
    for (const [t, end] of [[1e-6, a] as const, [1 - 1e-6, b] as const]) {
      const near = positions(layout.draw(chart, mixViews(a, b, t)));
      for (const [event, { x, y }] of positions(layout.draw(chart, end))) {
        expect(Math.hypot((near.get(event)?.x ?? NaN) - x, (near.get(event)?.y ?? NaN) - y)).toBeLessThan(
          0.3,
        );
      }
    }
  });

  test('a label that goes is gone before one that comes appears', () => {
    for (let t = 0; t <= 1; t += 0.02) {
      const drawing = wide.draw(chart, mixViews(a, b, t));
      const names = drawing.labels.map(({ event }) => chart.events[event]?.id);
      expect(names.includes('plan') && names.includes('last')).toBe(false);
      expect(names).toContain('talk');
    }
  });

  test('between two stills with the same scale nothing comes in from beyond the edge', () => {
    const renamed = view(chart, { ...august, label: ['first'] });
    const drawing = wide.draw(chart, mixViews(a, renamed, 0.5));
    expect(drawing.marks.map(({ event }) => chart.events[event]?.id)).not.toContain('after');
  });
});

const FIRST = day('2013-01-01');
const anyEvent = fc.record({
  date: fc.integer({ min: 0, max: 2600 }),
  lasts: fc.constantFrom(0, 0, 0, 1, 3, 20),
  lane: fc.constantFrom('above', 'below' as const),
  label: fc.string({ unit: fc.constantFrom(...'aeimlstWM  '), minLength: 3, maxLength: 26 }),
  scheduled: fc.constantFrom(false, false, true),
});
const anyStory = fc
  .tuple(
    fc.array(anyEvent, { minLength: 1, maxLength: 90 }),
    fc.integer({ min: 0, max: 2500 }),
    fc.constantFrom(2, 5, 9, 14, 40, 100, 400, 2600),
    fc.integer({ min: 0, max: 8 }),
  )
  .map(([events, from, days, labels]) => {
    const dated = events
      .map((each, i): TimelineEvent => {
        const date = FIRST + each.date;
        return {
          ...each,
          id: String(i),
          date,
          end: date + each.lasts,
          dateText: words.date(date),
        };
      })
      .sort((x, y) => x.date - y.date);
    const view: TimelineScene['view'] = [FIRST + from, FIRST + from + days];
    const seen = dated.filter(({ date }) => date >= view[0] && date <= view[1]);
    const scene: TimelineScene = { view, label: seen.slice(0, labels).map(({ id }) => id), now: view };
    return { chart: { words, events: dated }, scene };
  });

describe.each([wide, narrow])('any events at any scale, $name', (layout: Layout) => {
  test('labels cover neither each other nor a mark, and all stays in the frame', () => {
    fc.assert(
      fc.property(anyStory, ({ chart: any, scene }) => {
        const { labels, marks } = layout.draw(any, view(any, scene));
        for (const mark of marks) {
          const half = HALF * mark.scale;
          expect(Math.min(mark.x, mark.y) - half).toBeGreaterThanOrEqual(0);
          expect(mark.x + half).toBeLessThanOrEqual(layout.width);
          expect(mark.y + half).toBeLessThanOrEqual(layout.height);
        }
        labels.forEach((label, i) => {
          expect(Math.min(label.x, label.y)).toBeGreaterThanOrEqual(0);
          expect(label.x + label.width).toBeLessThanOrEqual(layout.width);
          expect(label.y + label.height).toBeLessThanOrEqual(layout.height);
          for (const other of labels.slice(0, i)) {
            const apart =
              label.x + label.width <= other.x ||
              other.x + other.width <= label.x ||
              label.y + label.height <= other.y ||
              other.y + other.height <= label.y;
            expect(apart, 'two labels overlap').toBe(true);
          }
          for (const mark of marks) {
            const half = HALF * mark.scale - 0.1;
            const clear =
              mark.x + half <= label.x ||
              mark.x - half >= label.x + label.width ||
              mark.y + half <= label.y ||
              mark.y - half >= label.y + label.height;
            expect(clear, 'a label covers a mark').toBe(true);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
});

test('every shape is a closed path', () => {
  for (const { body, core } of Object.values(MARKS)) {
    expect(body).toMatch(/^M.*z$/);
    if (core !== undefined) expect(core).toMatch(/^M.*z$/);
  }
});
