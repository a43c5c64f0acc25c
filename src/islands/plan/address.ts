/** Which doors are opened, as the page's address carries it: `?doors=one,other`, in the order of the corridor. */

const KEY = 'doors';

/**
 * @param search the address from its `?` on, or nothing
 * @param ids the doors there are, in order
 * @returns for each of them whether it is opened; what is no door is passed over
 */
export function readDoors(search: string, ids: readonly string[]): boolean[] {
  const named = new Set(new URLSearchParams(search).getAll(KEY).flatMap((value) => value.split(',')));
  return ids.map((id) => named.has(id));
}

/**
 * The address that carries the doors, with whatever else stood in it.
 *
 * @param search as in `readDoors`
 * @param opened for each of `ids` whether it is opened
 * @returns the address from its `?` on, or nothing where it carries nothing
 */
export function writeDoors(search: string, ids: readonly string[], opened: readonly boolean[]): string {
  const others = new URLSearchParams(search);
  others.delete(KEY);
  const doors = ids.filter((_, index) => opened[index]).join(',');
  // Ids need no escaping, and a comma that is escaped would be hard to read.
  const parts = [others.toString(), doors && `${KEY}=${doors}`].filter(Boolean);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
