/** The kinds of figure that there are; each is drawn by the island of its name, or the one that its module names. */
import { band, line } from './chart.ts';
import type { Kind } from './kind.ts';
import { lanes } from './lanes.ts';
import { map } from './map.ts';
import { plan } from './plan.ts';
import { schedule } from './schedule.ts';
import { ties } from './ties.ts';
import { timeline } from './timeline.ts';

export const kinds = { lanes, band, line, map, plan, timeline, ties, schedule };

export type KindId = keyof typeof kinds;

/** A kind by its id, for those who do not know which it is. */
export function kindOf(id: string): Kind | undefined {
  return Object.hasOwn(kinds, id) ? kinds[id as KindId] : undefined;
}
