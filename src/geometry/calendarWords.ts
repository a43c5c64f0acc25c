/** Dates in words, for the axis: in the story's language, from day numbers, always in UTC. */

export interface CalendarWords {
  /** 2019 */
  readonly year: (day: number) => string;
  /** Aug */
  readonly month: (day: number) => string;
  /** Aug 2019 */
  readonly monthOfYear: (day: number) => string;
  /** 26 */
  readonly day: (day: number) => string;
  /** 26 Aug */
  readonly dayOfMonth: (day: number) => string;
  /** Mon 26 */
  readonly weekday: (day: number) => string;
  /** Mon 26 Aug */
  readonly weekdayOfMonth: (day: number) => string;
  /** 26 Aug 2019 */
  readonly date: (day: number) => string;
}

const MS_PER_DAY = 86_400_000;
const known = new Map<string, CalendarWords>();

/** The words for a language, e.g. `en-GB`. Each throws a RangeError if it is no language tag. */
export function calendarWords(language: string): CalendarWords {
  const words = known.get(language) ?? write(language);
  known.set(language, words);
  return words;
}

function write(language: string): CalendarWords {
  // Formatting costs far more than looking up, and an axis asks for the same days in every frame.
  const remembered = (options: Intl.DateTimeFormatOptions) => {
    // Milliseconds each to make, and an axis needs two or three.
    let format: Intl.DateTimeFormat | undefined;
    const texts = new Map<number, string>();
    return (day: number) => {
      format ??= new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      const text = texts.get(day) ?? format.format(day * MS_PER_DAY);
      texts.set(day, text);
      return text;
    };
  };
  return {
    year: remembered({ year: 'numeric' }),
    month: remembered({ month: 'short' }),
    monthOfYear: remembered({ month: 'short', year: 'numeric' }),
    day: remembered({ day: 'numeric' }),
    dayOfMonth: remembered({ day: 'numeric', month: 'short' }),
    weekday: remembered({ weekday: 'short', day: 'numeric' }),
    weekdayOfMonth: remembered({ weekday: 'short', day: 'numeric', month: 'short' }),
    date: remembered({ day: 'numeric', month: 'short', year: 'numeric' }),
  };
}
