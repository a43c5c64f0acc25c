import { z } from 'zod';
import { strict } from '../validate.ts';
import { cite, day, id, text } from './common.ts';

const doorShape = {
  /** The day from which the door stands so. */
  from: day,
  state: z.enum(['open', 'ajar', 'shut', 'locked']),
  /** Degrees from shut; for `ajar` alone. */
  angle: z.number().min(1).max(89).exactOptional(),
  /** Why it stands so, in a sentence or two. */
  note: text,
  /** The sources of the note. */
  cite,
};

const angleWhereAjar = (
  entry: { state: string; angle?: number },
  context: { addIssue(issue: { code: 'custom'; path?: string[]; message: string }): void },
): void => {
  if (entry.state === 'ajar' && entry.angle === undefined) {
    context.addIssue({ code: 'custom', message: 'has no angle; a door that stands ajar needs one, 1 to 89' });
  }
  if (entry.state !== 'ajar' && entry.angle !== undefined) {
    context.addIssue({
      code: 'custom',
      path: ['angle'],
      message: `is given for a door that is ${entry.state}; only one that stands ajar has an angle`,
    });
  }
};

/** The frontmatter of a chapter. */
export const chapterSchema = strict({
  title: text,
  /** One sentence for cards, feeds and search engines. */
  summary: text.check(z.maxLength(160)),
  /** A chapter that is a door: the side it belongs to. */
  side: id.exactOptional(),
  /** A chapter that is a door: who stands behind it, for the small line under its name. */
  who: text.exactOptional(),
  /** A chapter that is a door: how it stands, earliest first. */
  door: z.array(strict(doorShape).superRefine(angleWhereAjar)).min(1).exactOptional(),
  /** True for the chapter that is told after the as-of date. */
  later: z.boolean().default(false),
  /** The later chapter: how each door stood afterwards, earliest first for each. */
  doors: z
    .array(
      strict({
        door: id,
        ...doorShape,
        /** What moved it: something that happened, or something that was said. */
        by: z.enum(['events', 'words']).exactOptional(),
      }).superRefine(angleWhereAjar),
    )
    .min(1)
    .exactOptional(),
  /** The later chapter: the plan whose doors the reader opens, after the last step. */
  live: id.exactOptional(),
}).superRefine((chapter, context) => {
  const complain = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  const { side, who, door, later, doors, live } = chapter;
  if (door) {
    for (const [key, value] of Object.entries({ side, who })) {
      if (value === undefined) complain('door', `stands without "${key}"; a door has side, who and door`);
    }
    if (later) complain('door', 'stands in a chapter told later; its doors are listed under "doors"');
  } else {
    for (const [key, value] of Object.entries({ side, who })) {
      if (value !== undefined) complain(key, 'stands without "door"; a door has side, who and door');
    }
  }
  if (doors && !later) complain('doors', 'stands in a chapter without "later: true"');
  if (live !== undefined && !doors) {
    complain(
      'live',
      'stands without "doors"; a plan that is live answers with how the doors stood afterwards',
    );
  }
});

export type ChapterFront = z.infer<typeof chapterSchema>;
export type DoorFront = NonNullable<ChapterFront['door']>[number];
