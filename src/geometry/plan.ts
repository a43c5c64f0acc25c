/** The full plan in its layouts: lying, and turned a quarter clockwise so that it stands. */
import { draw, type Build, type PlanDrawing, type PlanParts } from './planBuild.ts';
import {
  labelsBelow,
  labelsBeside,
  roomAbove,
  roomBeside,
  type PlanType,
  type TextLine,
} from './planLabels.ts';

export { stripDrawing, type StripLayout, type StripPlace } from './planStrip.ts';
export { leafEnd } from './planBuild.ts';
export type { DoorDrawing, PlanDoor, PlanDrawing, PlanEnd, PlanParts, Point, Rect } from './planBuild.ts';
export type { TextLine } from './planLabels.ts';

export type PlanLayout = 'wide' | 'narrow' | 'short';

/** The measures of a plan that lies. */
interface Sheet {
  readonly width: number;
  /** From the end of the corridor to the first door: the place of the disc. */
  readonly end: number;
  readonly roomLength: number;
  readonly corridor: number;
  readonly room: number;
  readonly leafLength: number;
  readonly discAt: number;
  readonly disc: number;
  readonly wall: number;
  readonly leaf: number;
  readonly ring: number;
  readonly type: PlanType;
  /** Whether doors carry their names, or their numbers only. */
  readonly names: boolean;
}

// Text sizes: the smallest frame of each layout still shows them at 12 px or more.
const WIDE: Sheet = {
  width: 820,
  end: 58,
  roomLength: 142,
  corridor: 47,
  room: 86,
  leafLength: 62,
  discAt: 22,
  disc: 13,
  wall: 3.4,
  leaf: 4,
  ring: 5.5,
  type: { number: 18, name: 14, who: 13, line: 16, initial: 14 },
  names: true,
};
const SHORT: Sheet = {
  width: 360,
  end: 36,
  roomLength: 64,
  corridor: 21,
  room: 38,
  leafLength: 30,
  discAt: 13,
  disc: 11.5,
  wall: 2.6,
  leaf: 3,
  ring: 4.2,
  type: { number: 16, name: 16, who: 15.2, line: 18, initial: 15.2 },
  names: false,
};
const NARROW = {
  width: 360,
  end: 50,
  roomLength: 104,
  corridor: 47,
  room: 82,
  /** From door to door at least; more where labels need it. */
  spacing: 62,
  leafLength: 54,
  discAt: 15,
  disc: 14,
  wall: 4,
  leaf: 4.4,
  ring: 6,
  type: { number: 17, name: 17, who: 15.2, line: 19, initial: 15.2 },
} as const;

/**
 * The full plan.
 *
 * @param layout `wide` is 820 units wide and lies; `narrow` is 360 wide and stands, the start at the top; `short` is
 *   360 wide and lies, without the doors' names
 * @throws RangeError if `before` is not a number of its doors
 */
export function planDrawing(parts: PlanParts, layout: PlanLayout): PlanDrawing {
  if (!Number.isInteger(parts.before) || parts.before < 0 || parts.before > parts.doors.length) {
    throw new RangeError(`${parts.before} of ${parts.doors.length} doors cannot stand before the room.`);
  }
  if (layout === 'narrow') return standing(parts);
  return lying(parts, layout === 'wide' ? WIDE : SHORT);
}

function lying(parts: PlanParts, sheet: Sheet): PlanDrawing {
  const { width, wall, type } = sheet;
  const spacing = (width - sheet.roomLength - 2 * sheet.end) / Math.max(1, parts.doors.length);
  const from = sheet.end + parts.before * spacing;
  const to = from + sheet.roomLength;
  const build: Build = {
    ...sheet,
    length: width,
    from,
    to,
    stations: stations(parts, sheet.end, spacing, sheet.roomLength),
    leafLength: Math.min(sheet.leafLength, spacing - 8),
    discs: [sheet.discAt, width - sheet.discAt],
  };
  const labels = labelsBelow({
    doors: parts.doors,
    stations: build.stations,
    walls: [0, from - wall, to + wall, width],
    before: parts.before,
    edge: sheet.corridor + wall / 2,
    type,
    names: sheet.names,
  });
  const top = sheet.room + wall / 2 + 8;
  const name = roomAbove(parts.room, (from + to) / 2, width, type);
  const middle = Math.ceil(top + name.height);
  const bottom = Math.max(labels.bottom, sheet.room + wall / 2);
  const reaches = reach(build, spacing);
  const drop = (line: TextLine): TextLine => ({ ...line, y: line.y + middle });
  return draw(parts, build, (along, across) => ({ x: along, y: middle + across }), {
    width,
    height: Math.ceil(middle + bottom + 1),
    room: name.lines.map((line) => ({ ...line, y: middle - top })),
    numbers: labels.numbers.map(drop),
    lines: labels.lines.map((lines) => lines.map(drop)),
    initial: type.initial,
    hit: (index) => {
      const [start, end] = reaches[index] ?? [0, 0];
      const y = middle - sheet.corridor - type.number - 8;
      return { x: start, y, width: end - start, height: middle + bottom + 1 - y };
    },
  });
}

function standing(parts: PlanParts): PlanDrawing {
  const { width, wall, type, corridor } = NARROW;
  const middle = NARROW.room + wall / 2;
  const text = middle + corridor + 14;
  const labels = labelsBeside(parts.doors, text, width - text, type);
  const spacing = Math.max(NARROW.spacing, ...labels.map(({ height }) => height + 12));
  const from = NARROW.end + parts.before * spacing;
  const to = from + NARROW.roomLength;
  const length = to + (parts.doors.length - parts.before) * spacing + NARROW.end;
  const build: Build = {
    ...NARROW,
    length,
    from,
    to,
    stations: stations(parts, NARROW.end, spacing, NARROW.roomLength),
    discs: [NARROW.discAt, length - NARROW.discAt],
  };
  const reaches = reach(build, spacing);
  const drop =
    (index: number) =>
    (line: TextLine): TextLine => ({
      ...line,
      y: line.y + (build.stations[index] ?? 0),
    });
  return draw(parts, build, (along, across) => ({ x: middle - across, y: along }), {
    width,
    height: length,
    room: roomBeside(parts.room, 2 * middle + 12, (from + to) / 2, width, type),
    numbers: labels.map(({ number }, index) => drop(index)(number)),
    lines: labels.map(({ lines }, index) => lines.map(drop(index))),
    initial: type.initial,
    hit: (index) => {
      const [start, end] = reaches[index] ?? [0, 0];
      return { x: middle - corridor, y: start, width: width - middle + corridor, height: end - start };
    },
  });
}

/** Where the doors stand: evenly between the discs and the room, each with a bay on the room's side to open into. */
function stations(parts: PlanParts, end: number, spacing: number, room: number): number[] {
  return parts.doors.map((_, index) =>
    index < parts.before ? end + index * spacing : end + room + (index + 1) * spacing,
  );
}

/** From where to where along the corridor a door may be hit: half-way to its neighbours. */
function reach(build: Build, spacing: number): [number, number][] {
  return build.stations.map((along) => [
    Math.max(0, along - spacing / 2),
    Math.min(build.length, along + spacing / 2),
  ]);
}
