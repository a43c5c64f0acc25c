/**
 * The plan as a strip for navigation: every chapter has a place of the same width along the corridor, and so has
 * the room. Without lettering; all lengths are drawing units.
 */
import { draw, type PlanDrawing, type PlanParts, type Rect } from './planBuild.ts';

export type StripLayout = 'strip' | 'strip-narrow';

/** A place along the strip; without a chapter it is the room, or the end of a corridor that begins with a door. */
export interface StripPlace {
  readonly chapter: string | undefined;
  /** The bay between the walls. */
  readonly bay: Rect;
  /** The line of progress under it. */
  readonly line: Rect;
}

const SHEETS = {
  strip: { width: 440, height: 46, corridor: 13, room: 19, middle: 20.5, leaf: 20, disc: 6.5, line: 2.5 },
  'strip-narrow': {
    width: 360,
    height: 43,
    corridor: 12.5,
    room: 18,
    middle: 19.5,
    leaf: 19,
    disc: 6.5,
    line: 2.8,
  },
} as const;

/**
 * The strip.
 *
 * @param chapters the chapters of the story in order; the ids of the doors' chapters among them
 * @returns the drawing, and the places from left to right
 * @throws RangeError if a door's chapter is missing
 */
export function stripDrawing(
  parts: PlanParts,
  chapters: readonly string[],
  layout: StripLayout,
): { readonly drawing: PlanDrawing; readonly places: readonly StripPlace[] } {
  const sheet = SHEETS[layout];
  const order = stripOrder(parts, chapters);
  const { width, height, middle, corridor } = sheet;
  const slot = width / order.length;
  const startOf = (chapter: string) => slot * order.indexOf(chapter);
  const room = slot * order.indexOf(ROOM);
  const length = Math.min(sheet.leaf, slot - 6);
  const drawing = draw(
    parts,
    {
      length: width,
      corridor,
      room: sheet.room,
      from: room,
      to: room + slot,
      // The swing of the leaf lies in the middle of the place.
      stations: parts.doors.map(
        ({ chapter }, index) => startOf(chapter) + (slot + (index < parts.before ? -length : length)) / 2,
      ),
      leafLength: length,
      discs: [slot / 2, width - slot / 2],
      disc: sheet.disc,
      wall: 2,
      leaf: 2.8,
      ring: 3.4,
    },
    (along, across) => ({ x: along, y: middle + across }),
    {
      width,
      height,
      room: [],
      numbers: [],
      lines: [],
      initial: 0,
      hit: (index) => ({ x: startOf(parts.doors[index]?.chapter ?? ''), y: 0, width: slot, height }),
    },
  );
  const places = order.map((place, index) => ({
    chapter: typeof place === 'string' ? place : undefined,
    bay: { x: index * slot, y: middle - corridor, width: slot, height: 2 * corridor },
    line: { x: index * slot + 1.5, y: height - sheet.line, width: slot - 3, height: sheet.line },
  }));
  return { drawing, places };
}

const ROOM = Symbol('room');
const END = Symbol('end');

/** The chapters' ids with the room among them, and an end wherever a door would stand in a disc's place. */
function stripOrder({ doors, before }: PlanParts, chapters: readonly string[]): (string | symbol)[] {
  const withDoor = new Set(doors.map(({ chapter }) => chapter));
  const missing = doors.find(({ chapter }) => !chapters.includes(chapter));
  if (missing) throw new RangeError(`No chapter "${missing.chapter}" for door ${missing.number}.`);
  const next = doors[before];
  const order: (string | symbol)[] = [...chapters];
  // The room comes right after the last door before it.
  const previous = doors[before - 1];
  const at = previous
    ? order.indexOf(previous.chapter) + 1
    : next
      ? order.indexOf(next.chapter)
      : order.length;
  order.splice(at, 0, ROOM);
  const needsEnd = (place: string | symbol | undefined) => typeof place !== 'string' || withDoor.has(place);
  if (needsEnd(order[0])) order.unshift(END);
  if (needsEnd(order.at(-1))) order.push(END);
  return order;
}
