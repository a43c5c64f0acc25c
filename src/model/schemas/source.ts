import { z } from 'zod';
import { strict } from '../validate.ts';
import { day, id, text, unused, url } from './common.ts';

/** An entry of `sources.yaml`. */
export const sourceSchema = strict({
  /** What citations name it by: `[^reuters-2019-08-27]`. */
  id,
  /** Who published it; where it is a copy, both who wrote it and who hosts it. */
  publisher: text,
  /** The title of the page, if known. */
  title: text.exactOptional(),
  /** What it is used for, in our words; needed where the title is not known. */
  about: text.exactOptional(),
  /** The day it carries, if it shows one. */
  date: day.exactOptional(),
  /** Its address, if known. */
  url: url.exactOptional(),
  /** What kind of witness it is. */
  strength: z.enum(['original', 'agency', 'repost', 'partisan', 'reported']),
  /** Whether the address has been opened since it was collected. */
  checked: z.boolean().default(false),
  unused,
}).superRefine((source, context) => {
  if (source.title === undefined && source.about === undefined) {
    context.addIssue({ code: 'custom', message: 'has neither a title nor an "about"; one is needed' });
  }
});

export type SourceEntry = z.infer<typeof sourceSchema>;
