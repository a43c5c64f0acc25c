/** The kinds of figure that there are; each is drawn by the island of its name. */
import type { Kind } from './kind.ts';
import { plan } from './plan.ts';
import { timeline } from './timeline.ts';

export const kinds = { plan, timeline };

export type KindId = keyof typeof kinds;

/** A kind by its id, for those who do not know which it is. */
export function kindOf(id: string): Kind | undefined {
  return Object.hasOwn(kinds, id) ? kinds[id as KindId] : undefined;
}
