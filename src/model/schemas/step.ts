import { z } from 'zod';
import { strict } from '../validate.ts';
import { day, id, text } from './common.ts';

/** The `step` block under a second-level heading. */
export const stepSchema = strict({
  /** The figure that the step shows. */
  figure: id,
  /** What the figure shows; each kind of figure has its own schema. */
  state: z.unknown().optional(),
  /** The date told of. */
  date: day.exactOptional(),
  /** The day whose doors the plan shows; the as-of date unless said. */
  doors: day.exactOptional(),
  /** The step's part of its address; the heading's slug unless said. */
  id: id.exactOptional(),
  /** What the figure shows in this step, in words that carry the same facts. */
  alt: text,
});

export type StepBlock = z.infer<typeof stepSchema>;
