import { z } from 'zod';
import { strict } from '../validate.ts';
import { cite, day, id, text } from './common.ts';

/** An entry of `events.yaml`: something that happened, or was to come, on a day. */
export const eventSchema = strict({
  /** What a timeline's steps name it by. */
  id,
  /** The first day, in the local time of the place. */
  date: day,
  /** The last day, where it took several. */
  end: day.exactOptional(),
  /** The day it became known, where that was another. */
  public: day.exactOptional(),
  /** `month` where the day is not known; the date is then the first of the month. */
  precision: z.enum(['day', 'month']).default('day'),
  /** True for what was still to come on the as-of date; the entry then says only what was planned. */
  scheduled: z.boolean().default(false),
  /** The strand of the timeline it lies on. */
  strand: id,
  /** Its name in the drawing. */
  label: text.check(z.maxLength(26)),
  /** Its name where there is room. */
  title: text,
  /** What happened, in a sentence or two. */
  summary: text,
  /** The sources of the summary. */
  cite,
  /** The ids of those who took part. */
  people: z.array(id).default([]),
}).superRefine((event, context) => {
  const complain = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  if (event.end !== undefined && event.end < event.date) {
    complain('end', `${event.end} lies before the date, ${event.date}`);
  }
  if (event.public !== undefined && event.public < event.date && !event.scheduled) {
    complain('public', `${event.public} lies before the date, ${event.date}, and the event is not scheduled`);
  }
  if (event.precision === 'month' && !event.date.endsWith('-01')) {
    complain('date', `${event.date} is not the first of its month; expected so where the precision is month`);
  }
});

export type EventEntry = z.infer<typeof eventSchema>;
