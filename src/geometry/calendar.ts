/** The Gregorian calendar in whole numbers: no time zone can shift a day. */

export interface CivilDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

/**
 * The date of a day number (days since 1970-01-01; a fraction is cut off downwards).
 *
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
 */
export function civilDay(dayNumber: number): CivilDay {
  const shifted = Math.floor(dayNumber) + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** The day number of the first day of a month; months run on over the year's end (13 is January of the next). */
export function monthStart(year: number, month: number): number {
  const shifted = month - 3;
  const y = year + Math.floor(shifted / 12);
  const m = ((shifted % 12) + 12) % 12;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * m + 2) / 5);
  const ofEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
  return era * 146097 + ofEra - 719468;
}
