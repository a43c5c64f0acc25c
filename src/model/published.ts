/** The story as data for others, `/story.json`: its shape is the schema that lies beside it. */
import { z } from 'zod';
import type { Story } from './types.ts';

const day = z.string().describe('An ISO day, 2019-08-28.');
const html = z.string().describe('HTML; citations are links with data-cite, the id of a source.');
const cites = z.array(z.string()).describe('Ids of sources.');

const correction = z.object({
  date: day,
  chapter: z.string().optional(),
  wrong: z.string(),
  right: z.string(),
});

const step = z.object({
  key: z
    .string()
    .describe('{chapter}/{step}; its anchor is the same with a hyphen, its still stills/{key}.svg.'),
  title: z.string(),
  figure: z.string(),
  state: z.unknown().describe("What the figure shows, in the terms of the figure's kind."),
  date: day.optional().describe('The day told of.'),
  doors: day.describe('The day whose doors the plan shows.'),
  alt: z.string().describe('What the figure shows, in words.'),
  html,
  cites,
});

const block = z.union([
  z.object({ kind: z.literal('prose'), html }),
  z.object({
    kind: z.literal('scene'),
    figure: z.string(),
    steps: z.array(z.string()).describe('Keys of steps.'),
  }),
]);

const chapter = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  later: z.boolean().describe("Written after the story's day."),
  side: z.string().optional(),
  page: z.string().describe("Its page, from the site's root."),
  blocks: z.array(block),
  steps: z.array(step),
  cites,
  words: z.number(),
  minutes: z.number(),
  corrections: z.array(correction),
});

const door = z.object({
  chapter: z.string(),
  number: z.number(),
  name: z.string(),
  who: z.string(),
  side: z.string(),
  entries: z.array(
    z.object({
      from: day,
      state: z.enum(['open', 'ajar', 'shut', 'locked']),
      angle: z.number().describe('Degrees from shut (0) to open (90).'),
      note: z.string(),
      cite: cites,
      later: z.boolean(),
      by: z.enum(['events', 'words']).optional(),
    }),
  ),
});

const cell = z.union([z.string(), z.number()]);

/** The shape of `/story.json`. */
export const publishedStory = z.object({
  $schema: z.string(),
  title: z.string(),
  dek: z.string(),
  description: z.string(),
  language: z.string(),
  asOf: day.describe('The day the story is told on.'),
  edition: z.object({ version: z.string(), date: day }),
  site: z.string().optional().describe('Its address, where it is known.'),
  about: html,
  sides: z.array(z.object({ id: z.string(), name: z.string(), light: z.string(), dark: z.string() })),
  chapters: z.array(chapter),
  doors: z.array(door),
  figures: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      caption: html,
      settings: z.unknown(),
      data: z.array(z.string()).describe('Names of tables.'),
      cites,
    }),
  ),
  tables: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      unit: z.string(),
      columns: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          type: z.enum(['text', 'number', 'date', 'sources']),
        }),
      ),
      rows: z.array(z.record(z.string(), cell)),
      caveats: z.array(z.string()),
      cites,
    }),
  ),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['person', 'group']),
      role: z.string(),
      side: z.string(),
      chapter: z.string(),
      note: z.string(),
      cite: cites,
    }),
  ),
  events: z.array(
    z.object({
      id: z.string(),
      date: day,
      end: day.optional(),
      public: day.optional(),
      precision: z.enum(['day', 'month']),
      scheduled: z.boolean(),
      strand: z.string(),
      label: z.string(),
      title: z.string(),
      summary: z.string(),
      cite: cites,
      people: z.array(z.string()),
    }),
  ),
  quotes: z.array(
    z.object({
      id: z.string(),
      speaker: z.string(),
      text: z.string(),
      date: day,
      public: day.optional(),
      occasion: z.string(),
      translated: z.boolean(),
      cite: cites,
    }),
  ),
  sources: z.array(
    z.object({
      id: z.string(),
      publisher: z.string(),
      title: z.string().optional(),
      about: z.string().optional(),
      date: day.optional(),
      url: z.string().optional(),
      strength: z.enum(['original', 'agency', 'repost', 'partisan', 'reported']),
      checked: z.boolean(),
    }),
  ),
  corrections: z.array(correction),
});

export type PublishedStory = z.infer<typeof publishedStory>;

/**
 * The story for others: what readers are told, without the words of the interface.
 *
 * @param schema where the schema lies
 * @throws ZodError if it is not of its own shape
 */
export function publish(story: Story, schema: string): PublishedStory {
  // What the shape does not name is left out.
  return publishedStory.parse({
    ...story,
    $schema: schema,
    chapters: story.chapters.map((each) => ({
      ...each,
      page: `chapters/${each.id}/`,
      blocks: each.blocks.map((part) =>
        part.kind === 'scene' ? { ...part, steps: part.steps.map(({ key }) => key) } : part,
      ),
    })),
    tables: story.tables.map((table) => ({
      ...table,
      // A gap is a column that is not there.
      rows: table.rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)),
      ),
    })),
  });
}
