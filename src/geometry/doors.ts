/** How doors stand on a day, and between two days. */
import type { DoorState, IsoDay } from '../model/types.ts';

/** What geometry needs of an entry: from which day it holds, and how the door stands then. */
export interface Standing {
  readonly from: IsoDay;
  readonly state: DoorState;
  /** Degrees from shut (0) to open (90). */
  readonly angle: number;
}

/** How one door stands. */
export interface DoorPose {
  readonly state: DoorState;
  /** Degrees from shut (0) to open (90). */
  readonly angle: number;
  /** How far the bolt is shot: 1 in a locked door, 0 in any other, between them while one turns into the other. */
  readonly bolt: number;
}

/**
 * How a door stands on a day. An entry holds from its date on; before the first one, the first holds.
 *
 * @param door its entries, earliest first
 * @param day an ISO day
 * @returns the pose, and the entry that says so
 * @throws RangeError if the door has no entry
 */
export function doorAt<E extends Standing>(
  door: { readonly entries: readonly E[] },
  day: IsoDay,
): DoorPose & { readonly entry: E } {
  // ISO days sort as text.
  const entry = door.entries.findLast((each) => each.from <= day) ?? door.entries[0];
  if (!entry) throw new RangeError('A door needs at least one entry.');
  return { state: entry.state, angle: entry.angle, bolt: entry.state === 'locked' ? 1 : 0, entry };
}

/** How each of the doors stands on a day, in their order; see `doorAt`. */
export function doorsAt<E extends Standing>(
  doors: readonly { readonly entries: readonly E[] }[],
  day: IsoDay,
): (DoorPose & { readonly entry: E })[] {
  return doors.map((door) => doorAt(door, day));
}

/**
 * The poses between two, door by door.
 *
 * @param from one pose for each door
 * @param to as many, in the same order
 * @param t 0 at the first, 1 at the second; the state's name is always that of `to`, since that is where the door
 *   is going
 * @throws RangeError if there are not as many of one as of the other
 */
export function mixDoors(from: readonly DoorPose[], to: readonly DoorPose[], t: number): DoorPose[] {
  if (from.length !== to.length) throw new RangeError(`${from.length} doors cannot become ${to.length}.`);
  return to.map((end, index) => {
    const start = from[index] ?? end;
    const mix = (a: number, b: number) => a + (b - a) * t;
    return { state: end.state, angle: mix(start.angle, end.angle), bolt: mix(start.bolt, end.bolt) };
  });
}
