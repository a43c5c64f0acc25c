/**
 * What the record makes of doors between two days, and whether there is a way through them. A plan that is live shows
 * each door as on the first day until the reader opens it, and as on the last day from then on.
 */
import type { IsoDay } from '../model/types.ts';
import { doorAt, doorsAt, type DoorPose, type Standing } from './doors.ts';

/** The days that a record runs from and to, as ISO days. */
export interface Term {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** An entry of a record; `by` says what moved the door, where that is known. */
export interface RecordEntry extends Standing {
  readonly by?: 'events' | 'words';
}

/**
 * What became of a door. `opened`: it stood open on some day of the term, by what is said, and to its end or not.
 * Else what it came to in the end: bolted, shut, wider or narrower than at the start, or as it was.
 */
export type Outcome =
  | { readonly kind: 'opened'; readonly by: RecordEntry['by']; readonly kept: boolean }
  | { readonly kind: 'locked' | 'shut' | 'wider' | 'narrower' | 'same' };

interface Recorded<E extends Standing> {
  readonly entries: readonly E[];
}

/** The entries of a door that fall after the first day of a term, up to its last. */
export function entriesWithin<E extends Standing>({ entries }: Recorded<E>, { from, to }: Term): E[] {
  return entries.filter((entry) => entry.from > from && entry.from <= to);
}

/** What became of a door within a term. */
export function outcomeOf(door: Recorded<RecordEntry>, term: Term): Outcome {
  const start = doorAt(door, term.from);
  const end = doorAt(door, term.to);
  const open = [start.entry, ...entriesWithin(door, term)].find(({ state }) => state === 'open');
  if (open) return { kind: 'opened', by: open.by, kept: end.state === 'open' };
  if (end.state === 'locked' || end.state === 'shut') return { kind: end.state };
  if (end.angle === start.angle) return { kind: 'same' };
  return { kind: end.angle > start.angle ? 'wider' : 'narrower' };
}

/**
 * How doors stand for a reader who has opened some of them.
 *
 * @param opened which they are, one value for each door
 * @returns for each door the pose of the last day if it is opened, that of the first if not
 */
export function standingOf<E extends Standing>(
  doors: readonly Recorded<E>[],
  opened: readonly boolean[],
  { from, to }: Term,
): (DoorPose & { readonly entry: E })[] {
  return doors.map((door, index) => doorAt(door, opened[index] === true ? to : from));
}

/** Where a door has stood by the time the reader sees it: the poses it passes through, without repeats in a row. */
export function routeOf(door: Recorded<Standing>, term: Term): DoorPose[] {
  const stops = [term.from, ...entriesWithin(door, term).map((entry) => entry.from)];
  const poses = stops.map((day): DoorPose => {
    const { state, angle, bolt } = doorAt(door, day);
    return { state, angle, bolt };
  });
  return poses.filter((pose, index) => {
    const before = poses[index - 1];
    return !before || before.angle !== pose.angle || before.bolt !== pose.bolt;
  });
}

/** Whether there is a way through all doors: only if each of them is open. A door that stands ajar is not. */
export function wayThrough(poses: readonly Pick<DoorPose, 'state'>[]): {
  readonly open: boolean;
  /** How many doors are open. */
  readonly count: number;
  /** The places of those that are not. */
  readonly barring: readonly number[];
} {
  const barring = poses.flatMap(({ state }, index) => (state === 'open' ? [] : [index]));
  return { open: barring.length === 0, count: poses.length - barring.length, barring };
}

/**
 * The most doors that stood open on one day of a term.
 *
 * @returns their number, and the first day on which it was reached
 */
export function mostOpen(
  doors: readonly Recorded<Standing>[],
  term: Term,
): { readonly count: number; readonly day: IsoDay } {
  // The number can change only on a day from which an entry holds.
  const days = doors.flatMap((door) => entriesWithin(door, term).map(({ from }) => from));
  return [...new Set([term.from, ...days])]
    .sort()
    .map((day) => ({ day, count: wayThrough(doorsAt(doors, day)).count }))
    .reduce((most, each) => (each.count > most.count ? each : most));
}
