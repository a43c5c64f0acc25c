/** Days: real ones, their numbers, and how a reader sees them. Everything is UTC, so no time zone shifts a day. */
import type { IsoDay } from './types.ts';

const dayLength = 86_400_000;

/** Days outside are taken for slips of the pen (2109 for 2019). */
export const firstDay: IsoDay = '2010-01-01';
export const lastDay: IsoDay = '2030-12-31';

/**
 * What is wrong with a text that should be an ISO day, or undefined if nothing is.
 *
 * @returns the complaint, to follow the text: `is not a day of the calendar`
 */
export function dayFault(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return 'is not a day; write it like 2019-08-28';
  }
  if (month < 1 || month > 12) return `is not a day of the calendar; there is no month ${month}`;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > length) return `is not a day of the calendar; that month has ${length} days`;
  if (text < firstDay || text > lastDay) return `is out of range; expected ${firstDay} to ${lastDay}`;
  return undefined;
}

/**
 * The number of a day: whole days since 1970-01-01.
 *
 * @throws RangeError if the text is not an ISO day of the calendar
 */
export function dayNumber(iso: IsoDay): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  // Date.parse takes 2019-02-30 in some engines and gives 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) {
    throw new RangeError(`"${iso}" is not a day.`);
  }
  return time / dayLength;
}

/** The ISO day of a day number; a fraction belongs to the day it lies in. */
export function isoDay(number: number): IsoDay {
  return new Date(Math.floor(number) * dayLength).toISOString().slice(0, 10);
}

/**
 * A day as the reader sees it, with non-breaking spaces: `26 August 2019`, or `August 2019` for the precision of
 * a month.
 *
 * @param language BCP 47, the story's
 */
export function longDate(iso: IsoDay, language: string, precision: 'day' | 'month' = 'day'): string {
  return unbroken(format(language, precision === 'day' ? full : monthAndYear).format(time(iso)));
}

/** A day without its year, with a non-breaking space: `26 August`. */
export function dayAndMonth(iso: IsoDay, language: string): string {
  return unbroken(format(language, withoutYear).format(time(iso)));
}

/** A span of days, shortened as the language does: `24–26 August 2019`; a single day where both are the same. */
export function longSpan(from: IsoDay, to: IsoDay, language: string): string {
  const span = format(language, full).formatRange(time(from), time(to));
  const parts = span.split(/\s*–\s*/u).map((part) => unbroken(part.replace(/\s/gu, ' ')));
  // Engines put thin spaces around the dash: none belong between two numbers, and others must let a line break.
  return parts.join(/^\d+$/.test(parts[0] ?? '') ? '–' : ' – ');
}

const full: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const monthAndYear: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
const withoutYear: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };

const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });

const time = (iso: IsoDay): number => dayNumber(iso) * dayLength;

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
