import { z } from 'zod';
import { strict } from '../validate.ts';
import { cite, day, id, text, unused } from './common.ts';

/** An entry of `quotes.yaml`: words that chapters may put in quotation marks. */
export const quoteSchema = strict({
  /** What a block quote names it by. */
  id,
  /** A person's id. */
  speaker: id,
  /** The words, letter by letter as the sources have them. */
  text,
  /** The day they were spoken. */
  date: day,
  /** The day they became known, if later. */
  public: day.exactOptional(),
  /** Where and on what occasion. */
  occasion: text,
  /** Whether the sources translate. */
  translated: z.boolean().default(false),
  /** The sources that have these words. */
  cite,
  unused,
}).superRefine((quote, context) => {
  if (quote.public !== undefined && quote.public < quote.date) {
    context.addIssue({
      code: 'custom',
      path: ['public'],
      message: `${quote.public} lies before the date, ${quote.date}`,
    });
  }
});

export type QuoteEntry = z.infer<typeof quoteSchema>;
