/** One door of the corridor by itself, large: the picture at the head of its chapter. Lengths are drawing units. */
import type { DoorPose } from './doors.ts';
import { leafEnd, type Point } from './planBuild.ts';

export interface DoorDetail {
  readonly width: number;
  readonly height: number;
  /** Path data: both walls of the corridor and the jambs. */
  readonly walls: string;
  readonly hinge: Point;
  readonly end: Point;
  /** The tip's way from shut to open, as path data. */
  readonly swing: string;
  /** Where the ring of a locked door sits. */
  readonly bolt: Point;
}

const WIDTH = 200;
const HEIGHT = 190;
const WALL = 8;
const JAMB = 30;

/**
 * @param turn the way the door opens: 1 to the right, before the room; -1 to the left, behind it
 */
export function doorDetail(pose: Pick<DoorPose, 'angle'>, turn: 1 | -1): DoorDetail {
  const x = turn === 1 ? 48 : WIDTH - 48;
  const hinge = { x, y: HEIGHT - WALL - JAMB };
  const tip = { x, y: WALL + JAMB };
  const length = hinge.y - tip.y;
  const open = leafEnd({ hinge, tip, turn }, 90);
  return {
    width: WIDTH,
    height: HEIGHT,
    walls: `M0 ${WALL}H${WIDTH}M0 ${HEIGHT - WALL}H${WIDTH}M${x} ${WALL}V${tip.y}M${x} ${hinge.y}V${HEIGHT - WALL}`,
    hinge,
    end: leafEnd({ hinge, tip, turn }, pose.angle),
    swing: `M${tip.x} ${tip.y}A${length} ${length} 0 0 ${turn === 1 ? 1 : 0} ${open.x} ${open.y}`,
    bolt: { x, y: (hinge.y + tip.y) / 2 },
  };
}
