import { z } from 'zod';
import { strict } from '../validate.ts';
import { cite, id, text, unused } from './common.ts';

/** An entry of `people.yaml`: a person or a group that the story names. */
export const personSchema = strict({
  /** The long form: `first-last`. */
  id,
  name: text,
  kind: z.enum(['person', 'group']).default('person'),
  /** The office held on the as-of date. */
  role: text,
  /** A side's id, or `none`. */
  side: id,
  /** The chapter in which they matter most. */
  chapter: id,
  /** A sentence or two for the who's who. */
  note: text,
  /** The sources of the note and the role. */
  cite,
  unused,
});

export type PersonEntry = z.infer<typeof personSchema>;
