/** What could be known on a day. */
import type { IsoDay } from './types.ts';

/**
 * Whether something was known on a day: it had happened and become public, or it was to come and announced.
 *
 * @param thing an event or a quotation
 */
export function knownOn(
  thing: { readonly date: IsoDay; readonly public?: IsoDay; readonly scheduled?: boolean },
  day: IsoDay,
): boolean {
  if (thing.public !== undefined) return thing.public <= day;
  return thing.scheduled === true || thing.date <= day;
}
