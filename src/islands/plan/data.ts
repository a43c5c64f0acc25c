/** What the plans of a page need, as plain data: the pages make it, the islands read it. */
import type { Standing } from '../../geometry/doors.ts';
import { doorAt } from '../../geometry/doors.ts';
import {
  planDrawing,
  stripDrawing,
  type PlanDoor,
  type PlanDrawing,
  type PlanLayout,
  type PlanParts,
} from '../../geometry/plan.ts';
import type { PlanSettings } from '../../model/kinds/plan.ts';
import type { Door, DoorState, IsoDay } from '../../model/types.ts';

/** How a door stands from a day on, and what it is called then. */
export interface NamedStanding extends Standing {
  /** The door's accessible name, its state in it. */
  readonly label: string;
}

/**
 * Published once a page under the figure's id; every plan of the page is drawn from it. What does not move is worked
 * out in the build: the browser only turns the leaves.
 */
export interface PlanData {
  /** The day whose doors are shown where nothing says otherwise. */
  readonly day: IsoDay;
  readonly drawings: Readonly<Record<PlanLayout, PlanDrawing>>;
  readonly strip: Readonly<Record<'wide' | 'narrow', ReturnType<typeof stripDrawing>>>;
  readonly doors: readonly (PlanDoor & { readonly entries: readonly NamedStanding[] })[];
}

/** Why a door stands as it does. */
export interface DoorNote {
  readonly chapter: string;
  readonly label: string;
  readonly text: string;
  /** The sources on this page, with their numbers and the words a screen reader gets for them. */
  readonly cites: readonly { readonly id: string; readonly number: number; readonly label: string }[];
}

/**
 * The data of a plan.
 *
 * @param chapters the ids of all chapters, in order, for the strip
 * @param day the day whose doors are shown where nothing says otherwise
 * @param label a door's accessible name for a state
 * @throws RangeError if the settings name no door to put the room after, or not two ends
 */
export function planData(
  doors: readonly Door[],
  settings: PlanSettings,
  chapters: readonly string[],
  day: IsoDay,
  label: (door: Door, state: DoorState) => string,
): PlanData {
  const before = doors.findIndex(({ chapter }) => chapter === settings.room.after) + 1;
  if (before === 0)
    throw new RangeError(`The room is to lie after "${settings.room.after}", which has no door.`);
  const [start, end] = settings.ends;
  if (!start || !end || settings.ends.length > 2) throw new RangeError('A corridor has two ends.');
  const parts: PlanParts = {
    before,
    room: settings.room.name,
    ends: [
      { initial: start.initial, side: start.side },
      { initial: end.initial, side: end.side },
    ],
    doors,
  };
  return {
    day,
    drawings: {
      wide: planDrawing(parts, 'wide'),
      narrow: planDrawing(parts, 'narrow'),
      short: planDrawing(parts, 'short'),
    },
    strip: {
      wide: stripDrawing(parts, chapters, 'strip'),
      narrow: stripDrawing(parts, chapters, 'strip-narrow'),
    },
    doors: doors.map((door) => ({
      chapter: door.chapter,
      number: door.number,
      name: door.name,
      who: door.who,
      side: door.side,
      entries: door.entries.map(({ from, state, angle }) => ({
        from,
        state,
        angle,
        label: label(door, state),
      })),
    })),
  };
}

/**
 * Why the doors stand as they do on a day.
 *
 * @param label a door's name for a state, as in `planData`
 * @param cite a source's number on the page, and the words for it
 */
export function doorNotes(
  doors: readonly Door[],
  day: IsoDay,
  label: (door: Door, state: DoorState) => string,
  cite: (source: string) => { number: number; label: string },
): DoorNote[] {
  return doors.map((door) => {
    const { entry } = doorAt(door, day);
    return {
      chapter: door.chapter,
      label: label(door, entry.state),
      text: entry.note,
      cites: entry.cite.map((id) => ({ id, ...cite(id) })),
    };
  });
}
