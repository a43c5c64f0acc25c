import { z } from 'zod';
import { strict } from '../validate.ts';
import { day, id, markedText, text, url } from './common.ts';

const colour = z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, {
  error: ({ input }) => `"${String(input)}" is not a colour; expected one like "#2457a6", in quotes`,
});

/** `story.yaml`. */
export const storySchema = strict({
  title: text,
  /** The lines under the title. */
  dek: text,
  /** For search engines and shared links. */
  description: text,
  /** BCP 47. */
  language: z.string().refine(isLanguage, {
    error: ({ input }) => `"${String(input)}" is not a language tag; expected one like en-GB`,
  }),
  /** The day on which the story is told; only the chapter that is later knows more. */
  'as-of': day,
  edition: strict({ version: text, date: day }),
  /** Where it is published, if known. */
  site: url.transform((value) => value.replace(/\/+$/, '')).exactOptional(),
  /** The licence of its text and data, an SPDX name such as CC-BY-4.0, if it has one. */
  licence: text.exactOptional(),
  /** How the story came about, in Markdown with citations. */
  about: markedText,
  /** The ids of the chapters, in reading order; each is a file in `chapters/`. */
  chapters: z.array(id).min(1),
  sides: z.array(
    strict({
      id,
      name: text,
      /** On the light sheet. */
      light: colour,
      /** On the dark one. */
      dark: colour,
    }),
  ),
  /** The kinds of event on a timeline. */
  strands: z.array(
    strict({
      id,
      name: text,
      /** The side of the axis. */
      lane: z.enum(['above', 'below']),
      shape: z.enum(['circle', 'square', 'diamond', 'triangle', 'ring', 'bar']),
      /** A side's id, `hot` or `ink`. */
      colour: id,
    }),
  ),
  /** By id. */
  figures: z.record(
    id,
    strict({
      /** The kind of figure, which is code. */
      kind: id,
      /** What is to be seen. */
      title: text,
      /** What to mind, in one paragraph of Markdown with citations. */
      caption: markedText,
      /** The tables of `data/` that it is drawn from, without their endings. */
      data: z.array(id).default([]),
      /** Each kind has its own schema. */
      settings: z.unknown().optional(),
    }),
  ),
  corrections: z
    .array(
      strict({
        date: day,
        /** The chapter touched, if it is one. */
        chapter: id.exactOptional(),
        wrong: text,
        right: text,
      }),
    )
    .default([]),
});

export type StoryFile = z.infer<typeof storySchema>;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
