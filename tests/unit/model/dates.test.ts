import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayAndMonth,
  dayFault,
  dayNumber,
  firstDay,
  isoDay,
  lastDay,
  longDate,
  longSpan,
} from '../../../src/model/dates.ts';

const spaced = (text: string): string => text.replaceAll('\u00a0', '_');

test.each(['2019-08-28', '2016-02-29', '2020-02-29', firstDay, lastDay])('%s is a day', (day) => {
  expect(dayFault(day)).toBeUndefined();
});

test.each([
  ['2019-02-29', 'is not a day of the calendar; that month has 28 days'],
  ['2019-02-30', 'is not a day of the calendar; that month has 28 days'],
  ['2016-02-30', 'is not a day of the calendar; that month has 29 days'],
  ['2019-04-31', 'is not a day of the calendar; that month has 30 days'],
  ['2019-00-10', 'is not a day of the calendar; there is no month 0'],
  ['2019-01-00', 'is not a day of the calendar; that month has 31 days'],
  ['2109-08-28', 'is out of range; expected 2010-01-01 to 2030-12-31'],
  ['2009-12-31', 'is out of range; expected 2010-01-01 to 2030-12-31'],
  ['28 August 2019', 'is not a day; write it like 2019-08-28'],
  ['2019-8-28', 'is not a day; write it like 2019-08-28'],
  ['2019-08-28T00:00', 'is not a day; write it like 2019-08-28'],
])('%s %s', (text, fault) => {
  expect(dayFault(text)).toBe(fault);
});

test('days count from the first of January 1970', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2019-08-28')).toBe(18136);
  expect(dayNumber('2016-03-01') - dayNumber('2016-02-28')).toBe(2);
  expect(dayNumber('2019-03-01') - dayNumber('2019-02-28')).toBe(1);
});

test('a day and its number are the same thing', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber(firstDay), max: dayNumber(lastDay) }), (number) => {
      expect(dayNumber(isoDay(number))).toBe(number);
      expect(dayFault(isoDay(number))).toBeUndefined();
    }),
  );
});

test('a fraction belongs to the day it lies in', () => {
  expect(isoDay(dayNumber('2019-08-28') + 0.999)).toBe('2019-08-28');
});

test.each(['2019-02-30', '2019-13-01', 'yesterday', ''])(
  'the number of "%s" is asked for in vain',
  (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  },
);

test('dates are written out with spaces that hold', () => {
  expect(spaced(longDate('2019-08-26', 'en-GB'))).toBe('26_August_2019');
  expect(spaced(longDate('2019-08-01', 'en-GB', 'month'))).toBe('August_2019');
  expect(spaced(dayAndMonth('2019-08-26', 'en-GB'))).toBe('26_August');
  expect(spaced(longDate('2016-02-29', 'en-GB'))).toBe('29_February_2016');
});

test('spans leave out what repeats', () => {
  expect(spaced(longSpan('2019-08-24', '2019-08-26', 'en-GB'))).toBe('24–26_August_2019');
  expect(spaced(longSpan('2019-08-28', '2019-09-02', 'en-GB'))).toBe('28_August – 2_September_2019');
  expect(spaced(longSpan('2018-12-30', '2019-01-02', 'en-GB'))).toBe('30_December_2018 – 2_January_2019');
  expect(spaced(longSpan('2019-08-26', '2019-08-26', 'en-GB'))).toBe('26_August_2019');
});
