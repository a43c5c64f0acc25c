/**
 * A plan as numbers: a corridor with a room in it and doors across it. It is worked out once in the corridor's own
 * coordinates (`along` from its start to its end, `across` from its middle towards the hinges) and then laid on the
 * sheet by a `Place`. All lengths are drawing units.
 */
import type { TextLine } from './planLabels.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** What the drawing says of a door; how it stands comes later, from `doors.ts`. */
export interface PlanDoor {
  readonly chapter: string;
  readonly number: number;
  readonly name: string;
  readonly who: string;
  readonly side: string;
}

export interface PlanEnd {
  readonly initial: string;
  readonly side: string;
}

/** What a plan is drawn from. */
export interface PlanParts {
  /** In the order of the corridor. */
  readonly doors: readonly PlanDoor[];
  /** How many of them stand before the room. */
  readonly before: number;
  readonly room: string;
  /** Who comes in at the start of the corridor, and who at its end. */
  readonly ends: readonly [PlanEnd, PlanEnd];
}

export interface DoorDrawing {
  readonly chapter: string;
  readonly side: string;
  readonly hinge: Point;
  /** The leaf's other end when the door is shut. */
  readonly tip: Point;
  /** The leaf's length. */
  readonly length: number;
  /** The way it opens, always towards the room: 1 clockwise on the sheet, -1 counter-clockwise. */
  readonly turn: 1 | -1;
  /** The tip's way from shut to open, as path data. */
  readonly swing: string;
  /** Where the ring of the bolt sits in the shut leaf. */
  readonly bolt: Point;
  readonly number: TextLine | undefined;
  readonly lines: readonly TextLine[];
  /** What may be hit to choose the door; those of two doors do not overlap. */
  readonly hit: Rect;
}

export interface PlanDrawing {
  readonly width: number;
  readonly height: number;
  /** Path data: the walls of corridor and room, and the jambs. */
  readonly walls: string;
  readonly table: { readonly cx: number; readonly cy: number; readonly rx: number; readonly ry: number };
  readonly chairs: readonly (Rect & { readonly radius: number })[];
  readonly discs: readonly (Point & {
    readonly radius: number;
    readonly side: string;
    readonly initial: TextLine | undefined;
  })[];
  readonly doors: readonly DoorDrawing[];
  readonly room: readonly TextLine[];
  /** Stroke widths and the radius of the bolt's ring. */
  readonly wall: number;
  readonly leaf: number;
  readonly ring: number;
}

/** The measures of a plan. */
export interface Build {
  /** Length of the corridor, room included. */
  readonly length: number;
  /** Half the clear width of corridor and room. */
  readonly corridor: number;
  readonly room: number;
  /** Where the room begins and ends, along the corridor. */
  readonly from: number;
  readonly to: number;
  /** Where each door stands, along the corridor. */
  readonly stations: readonly number[];
  readonly leafLength: number;
  /** Where the two discs stand. */
  readonly discs: readonly [number, number];
  readonly disc: number;
  readonly wall: number;
  readonly leaf: number;
  readonly ring: number;
}

/** Lays a point of the corridor on the sheet. */
export type Place = (along: number, across: number) => Point;

const round = (value: number) => Math.round(value * 100) / 100;
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

export interface Lettering {
  readonly width: number;
  readonly height: number;
  readonly room: readonly TextLine[];
  readonly numbers: readonly TextLine[];
  readonly lines: readonly (readonly TextLine[])[];
  /** Type size of the initials in the discs; 0 for none. */
  readonly initial: number;
  readonly hit: (index: number) => Rect;
}

/** Draws a plan that has been built and lettered. */
export function draw(parts: PlanParts, build: Build, place: Place, lettering: Lettering): PlanDrawing {
  const { width, height, room, numbers, lines, initial, hit } = lettering;
  const [start, end] = parts.ends;
  const seat = (build.to - build.from) / 2;
  const middle = build.from + seat;
  const centre = place(middle, 0);
  const turned = place(1, 0).x === place(0, 0).x;
  const reach = Math.min(seat, build.room);
  // The table is a circle where the room is wide, and flat where it is narrow; the men face each other along it.
  const table = { along: reach * 0.38, across: turned ? reach * 0.62 : reach * 0.38 };
  const chair = { along: reach * 0.19, across: reach * 0.26 };
  const chairAt = table.along + 0.16 * reach + chair.along / 2;
  return {
    width,
    height,
    walls: walls(build, place) + jambs(build, place),
    table: {
      cx: round(centre.x),
      cy: round(centre.y),
      rx: round(turned ? table.across : table.along),
      ry: round(turned ? table.along : table.across),
    },
    chairs:
      initial === 0
        ? []
        : [-1, 1].map((way) => {
            const { x, y } = place(middle + way * chairAt, 0);
            const [w, h] = turned ? [chair.across, chair.along] : [chair.along, chair.across];
            return {
              x: round(x - w / 2),
              y: round(y - h / 2),
              width: round(w),
              height: round(h),
              radius: round(chair.along * 0.33),
            };
          }),
    discs: ([start, end] as const).map((man, index) => {
      const { x, y } = place(build.discs[index] ?? 0, 0);
      return {
        x: round(x),
        y: round(y),
        radius: build.disc,
        side: man.side,
        initial:
          initial === 0
            ? undefined
            : {
                text: man.initial,
                x: round(x),
                y: round(y + initial * 0.35),
                size: initial,
                weight: 'bold',
                anchor: 'middle',
                role: 'initial',
              },
      };
    }),
    doors: parts.doors.map((door, index) => ({
      chapter: door.chapter,
      side: door.side,
      ...leaf(build, place, build.stations[index] ?? 0, index < parts.before ? 1 : -1),
      number: numbers[index],
      lines: lines[index] ?? [],
      hit: hit(index),
    })),
    room,
    wall: build.wall,
    leaf: build.leaf,
    ring: build.ring,
  };
}

function walls({ corridor, room, from, to, length }: Build, place: Place): string {
  return [-1, 1]
    .map((side) => {
      const [near, far] = [side * corridor, side * room];
      const corners = [
        place(0, near),
        place(from, near),
        place(from, far),
        place(to, far),
        place(to, near),
        place(length, near),
      ];
      return `M${corners.map(at).join('L')}`;
    })
    .join('');
}

function jambs(build: Build, place: Place): string {
  return build.stations
    .flatMap((along) =>
      [-1, 1].map(
        (side) =>
          `M${at(place(along, side * build.corridor))}L${at(place(along, (side * build.leafLength) / 2))}`,
      ),
    )
    .join('');
}

function leaf(build: Build, place: Place, along: number, turn: 1 | -1) {
  const length = build.leafLength;
  const hinge = place(along, length / 2);
  const tip = place(along, -length / 2);
  const open = place(along + turn * length, length / 2);
  return {
    hinge: roundPoint(hinge),
    tip: roundPoint(tip),
    length: round(length),
    turn,
    swing: `M${at(tip)}A${round(length)} ${round(length)} 0 0 ${turn === 1 ? 1 : 0} ${at(open)}`,
    bolt: roundPoint(place(along, 0)),
  };
}

const roundPoint = ({ x, y }: Point): Point => ({ x: round(x), y: round(y) });

/**
 * Where the leaf of a door ends.
 *
 * @param angle degrees from shut (0) to open (90)
 */
export function leafEnd(door: Pick<DoorDrawing, 'hinge' | 'tip' | 'turn'>, angle: number): Point {
  const radians = (door.turn * angle * Math.PI) / 180;
  const x = door.tip.x - door.hinge.x;
  const y = door.tip.y - door.hinge.y;
  return {
    x: door.hinge.x + x * Math.cos(radians) - y * Math.sin(radians),
    y: door.hinge.y + x * Math.sin(radians) + y * Math.cos(radians),
  };
}
