/** The small parts that every schema is made of. */
import { z } from 'zod';
import { dayFault } from '../dates.ts';

/** Text that says something, in Markdown with citations. */
export const markedText = z.string().trim().min(1);

/** Text that says something, as it is. */
export const text = markedText.refine((value) => !value.includes('[^'), {
  error: 'holds a citation; this text is shown as it is, so its sources stand elsewhere',
});

/** A name that links hang on: small letters, digits, single hyphens. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: ({ input }) => `"${String(input)}" is not an id; use small letters, digits and single hyphens`,
});

/** A day of the calendar, in range. */
export const day = z.string().superRefine((value, context) => {
  const fault = dayFault(value);
  if (fault !== undefined) {
    // Dates that are none are not compared with others.
    context.addIssue({ code: 'custom', message: `"${value}" ${fault}`, continue: false });
  }
});

/** Two days, the first not after the second. */
export const span = z
  .tuple([day, day], {
    error: ({ code }) => (code === 'invalid_type' ? undefined : 'is not a list of two days'),
  })
  .superRefine(([from, to], context) => {
    if (from > to) context.addIssue({ code: 'custom', message: `runs backwards, from ${from} to ${to}` });
  });

/** The ids of the sources that carry what is said; at least one. */
export const cite = z.array(id).min(1);

/** An address on the web. */
export const url = z.string().refine((value) => URL.canParse(value) && /^https?:\/\/\S+$/.test(value), {
  error: ({ input }) => `"${String(input)}" is not a web address; expected one that begins with https://`,
});

/** Set where an entry is kept although nothing uses it; it is then left out of the story. */
export const unused = z.literal(true, { error: 'can only be true; leave it out otherwise' }).exactOptional();
