/** What the figure of a scene gets to know, kept out of its island's props: as an attribute it would weigh double. */
import { createHash } from 'node:crypto';
import { publishData } from '../islands/data.ts';

/**
 * Publishes a scene's data.
 *
 * @returns the key that the island is given, the same for the same data, and the data as text for a script element
 */
export function publishScene(data: unknown): { key: string; text: string } {
  const text = dataText(data);
  const key = createHash('sha256').update(text).digest('hex').slice(0, 12);
  publishData(key, data);
  return { key, text };
}

/** Data as JSON for a script element: within one only a tag could end it early. */
export const dataText = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
