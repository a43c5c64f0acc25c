import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDay, monthStart } from '../../../src/geometry/calendar.ts';
import { calendarWords } from '../../../src/geometry/calendarWords.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('civilDay and monthStart', () => {
  test('agree with the calendar of the engine', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        const { year, month, day } = civilDay(number);
        expect([year, month, day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(monthStart(year, month) + day - 1).toBe(number);
      }),
    );
  });

  test.each([
    ['2000-02-29', 2000, 2, 29],
    ['2016-02-29', 2016, 2, 29],
    ['2016-12-31', 2016, 12, 31],
    ['2019-03-01', 2019, 3, 1],
    ['1970-01-01', 1970, 1, 1],
  ])('%s', (iso, year, month, date) => {
    expect(civilDay(day(iso))).toEqual({ year, month, day: date });
  });

  test('the moment belongs to the day it lies in', () => {
    expect(civilDay(day('2019-08-26') + 0.999)).toEqual({ year: 2019, month: 8, day: 26 });
  });

  test('months run on over the year', () => {
    expect(monthStart(2019, 13)).toBe(day('2020-01-01'));
    expect(monthStart(2019, 0)).toBe(day('2018-12-01'));
  });

  test('February has its leap day in the right years only', () => {
    const length = (year: number) => monthStart(year, 3) - monthStart(year, 2);
    expect([1900, 2000, 2016, 2019, 2100].map(length)).toEqual([28, 29, 29, 28, 28]);
  });
});

describe('calendarWords', () => {
  test('follow the language', () => {
    expect(calendarWords('en-GB').dayOfMonth(day('2019-08-26'))).toBe('26 Aug');
    expect(calendarWords('de').weekday(day('2019-08-26'))).toBe('Mo., 26.');
    expect(calendarWords('en-GB').date(day('2019-08-26'))).toBe('26 Aug 2019');
  });

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Tehran'])('are the same in %s', (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect(new Date(0).getTimezoneOffset(), 'the zone is in force').not.toBe(0);
      // A language no other test asks for, so that nothing is remembered.
      const words = calendarWords(`en-GB-u-ca-gregory-x-${zone.replace('/', '').toLowerCase().slice(0, 8)}`);
      expect(words.date(day('2019-03-31'))).toBe('31 Mar 2019');
      expect(words.weekdayOfMonth(day('2020-02-29'))).toBe('Sat 29 Feb');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
