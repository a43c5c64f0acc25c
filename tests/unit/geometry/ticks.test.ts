import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarWords } from '../../../src/geometry/calendarWords.ts';
import { domainOf, mixDomain, type Domain } from '../../../src/geometry/scale.ts';
import { boundaries, rankOf, ticksOf, type TickLabel, type TickStyle } from '../../../src/geometry/ticks.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const iso = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const view = (from: string, to: string) => domainOf(day(from), day(to));

const range = { start: 20, end: 780 };
const words = calendarWords('en-GB');
const style: TickStyle = { extent: (text) => text.length * 8 + 10, fits: () => true, margin: 20 };
const upright: TickStyle = { extent: () => 20, fits: (text) => text.length <= 8, margin: 20 };

const ticks = (domain: Domain, loose = 0, avoid?: { start: number; end: number }, look = style) =>
  ticksOf({ domain, range, loose, avoid }, words, look);

const shown = ({ text, full, opacity, fullOpacity }: TickLabel) => (fullOpacity > opacity ? full : text);
const texts = (domain: Domain, look = style) => ticks(domain, 0, undefined, look).labels.map(shown);

describe('rankOf', () => {
  test.each([
    ['2019-01-01', 'year'],
    ['2019-04-01', 'quarter'],
    ['2019-05-01', 'month'],
    ['2019-05-08', 'week'],
    ['2019-05-22', 'week'],
    ['2019-05-29', 'day'],
    ['2020-02-29', 'day'],
    ['2019-05-02', 'day'],
  ])('%s is a %s', (date, rank) => {
    expect(rankOf(day(date))).toBe(rank);
  });
});

describe('boundaries', () => {
  test('a leap February', () => {
    expect(boundaries(view('2016-02-27', '2016-03-02'), 'day').map(iso)).toEqual([
      '2016-02-27',
      '2016-02-28',
      '2016-02-29',
      '2016-03-01',
      '2016-03-02',
      '2016-03-03',
    ]);
  });

  test('weeks begin anew with each month', () => {
    expect(boundaries(view('2019-02-20', '2019-03-08'), 'week').map(iso)).toEqual([
      '2019-02-22',
      '2019-03-01',
      '2019-03-08',
    ]);
  });

  test('both edges belong to the stretch', () => {
    expect(boundaries({ from: day('2018-01-01'), to: day('2019-01-01') }, 'quarter').map(iso)).toEqual([
      '2018-01-01',
      '2018-04-01',
      '2018-07-01',
      '2018-10-01',
      '2019-01-01',
    ]);
  });

  test('are in order and are all the days of their ranks', () => {
    const finest = fc.constantFrom('year', 'quarter', 'month', 'week', 'day' as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 900 }),
        finest,
        (from, days, rank) => {
          const order = ['year', 'quarter', 'month', 'week', 'day'];
          const all = Array.from({ length: days + 1 }, (_, i) => from + i);
          const expected = all.filter((each) => order.indexOf(rankOf(each)) <= order.indexOf(rank));
          expect(boundaries({ from, to: from + days }, rank)).toEqual(expected);
        },
      ),
    );
  });
});

describe('labels by scale', () => {
  test('years', () => {
    expect(texts(view('2013-01-01', '2019-12-31'))).toEqual([
      '2013',
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
      '2019',
    ]);
  });

  test('quarters, a year where one begins', () => {
    expect(texts(view('2018-03-01', '2019-09-30'))).toEqual(['Apr 2018', 'Jul', 'Oct', '2019', 'Apr', 'Jul']);
  });

  test('months, the first with its year', () => {
    expect(texts(view('2019-05-01', '2019-09-30'))).toEqual(['May 2019', 'Jun', 'Jul', 'Aug', 'Sept']);
  });

  test('weeks, the first with its month', () => {
    expect(texts(view('2019-07-10', '2019-09-05'))).toEqual(['15 Jul', '22', 'Aug', '8', '15', '22', 'Sept']);
  });

  test('days, the first with its month, and a month where one begins', () => {
    expect(texts(view('2019-08-26', '2019-09-03'))).toEqual([
      '26 Aug',
      '27',
      '28',
      '29',
      '30',
      '31',
      '1 Sept',
      '2',
      '3',
    ]);
  });

  test('few days, with their weekdays', () => {
    expect(texts(view('2019-08-24', '2019-08-28'))).toEqual([
      'Sat 24 Aug',
      'Sun 25',
      'Mon 26',
      'Tue 27',
      'Wed 28',
    ]);
  });

  test('what does not fit across an upright axis is said shorter', () => {
    expect(texts(view('2019-08-24', '2019-08-26'), upright)).toEqual(['24 Aug', 'Sun 25', 'Mon 26']);
    expect(texts(view('2019-09-01', '2019-12-31'), upright).slice(0, 2)).toEqual(['Sept', '8']);
  });

  test('keep out of a stretch that something else takes', () => {
    const labels = ticks(view('2013-01-01', '2019-12-31'), 0, { start: 120, end: 250 }).labels;
    expect(labels.map(shown)).toEqual(['2013', '2016', '2017', '2018', '2019']);
  });
});

const domain: fc.Arbitrary<Domain> = fc
  .tuple(fc.integer({ min: 10_000, max: 22_000 }), fc.integer({ min: 1, max: 12_000 }))
  .map(([first, days]) => domainOf(first, first + days));

describe('ticks of any view', () => {
  test('at rest nothing is half there, nothing overlaps, nothing leaves the frame', () => {
    fc.assert(
      fc.property(domain, fc.constantFrom(style, upright), (stretch, look) => {
        const { rows, labels } = ticks(stretch, 0, undefined, look);
        for (const row of rows)
          expect([row.opacity, row.labelled].every((each) => each === 0 || each === 1)).toBe(true);
        expect(
          rows.flatMap(({ at }) => at).every((at) => at >= range.start - 0.01 && at <= range.end + 0.01),
        ).toBe(true);
        for (const { opacity, fullOpacity } of labels) {
          expect(Math.abs(opacity - fullOpacity)).toBe(1);
        }
        labels.forEach((label, i) => {
          const end = label.at + look.extent(shown(label));
          expect(end).toBeLessThanOrEqual(labels[i + 1]?.at ?? range.end + look.margin);
        });
      }),
    );
  });

  test('on the way between views labels come and go by degrees', () => {
    fc.assert(
      fc.property(domain, domain, (a, b) => {
        const steps = 400;
        let before = new Map<number, number>();
        let last: Domain | undefined;
        for (let i = 100; i <= 300; i += 1) {
          const now = mixDomain(a, b, i / steps);
          const labels = ticks(now, 1).labels;
          const present = new Map(labels.map((label) => [label.day, label.opacity + label.fullOpacity]));
          // Only where the view itself moves little: a long way in one step is no flicker.
          const far = last ? Math.max(Math.abs(now.from - last.from), Math.abs(now.to - last.to)) : Infinity;
          if (far / (now.to - now.from) < 0.003) {
            for (const each of new Set([...present.keys(), ...before.keys()])) {
              expect(Math.abs((present.get(each) ?? 0) - (before.get(each) ?? 0))).toBeLessThan(0.5);
            }
          }
          before = present;
          last = now;
        }
      }),
      { numRuns: 30 },
    );
  });
});
