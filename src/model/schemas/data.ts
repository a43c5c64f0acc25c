import { z } from 'zod';
import { strict } from '../validate.ts';
import { id, text } from './common.ts';

/** `data/{name}.meta.yaml`, which says what `data/{name}.csv` holds. */
export const dataSchema = strict({
  title: text,
  /** What the numbers count: `barrels a day`. */
  unit: text,
  columns: z
    .array(
      strict({
        /** As in the first line of the CSV. */
        name: text,
        /** As readers see it; the name where there is none. */
        label: text.exactOptional(),
        /** `sources` are ids joined by `|`. */
        type: z.enum(['text', 'number', 'date', 'sources']),
        /** Whether values may be missing. */
        gaps: z.boolean().default(false),
      }),
    )
    .min(1),
  /** What to mind. */
  caveats: z.array(text).default([]),
  /** The ids of the sources. */
  sources: z.array(id).min(1),
});

export type DataMeta = z.infer<typeof dataSchema>;
