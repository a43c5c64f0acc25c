/** Places labels beside the things they belong to, so that none covers another or anything else. */
import { clamp } from './scale.ts';
import type { Box } from './timelineParts.ts';

export interface Callout {
  readonly id: string;
  /** What it belongs to. */
  readonly anchor: Box;
  readonly width: number;
  readonly height: number;
  /** Whether that has neighbours in a row, to which a label beside it would seem to belong. */
  readonly inRow: boolean;
}

export interface PlacedCallout {
  readonly id: string;
  /** Its upper left corner. */
  readonly x: number;
  readonly y: number;
}

/** What labels have to mind, px. */
export interface CalloutRoom {
  readonly frame: Box;
  /** What must not be covered; a label's own anchor need not be among it. */
  readonly obstacles: readonly Box[];
  /** What a label covers rather than go far away: lines that go on behind it. */
  readonly lines: readonly Box[];
}

/** px between a label and what it belongs to. */
const DISTANCES = [4, 10, 18] as const;
/** px kept free around a label. */
const CLEAR = 2;
/** px by which a label in line with an end of what it belongs to keeps clear of the neighbour. */
const INSET = 3;

/** How unwelcome a place is, besides being farther away, which counts 1 a distance. */
const BELOW = 0.1;
const ALIGNED = 0.3;
const BESIDE = 0.4;
const BESIDE_IN_ROW = 2.5;
const CORNER = 0.6;
const CORNER_IN_ROW = 3;
const CROSSING = 2.2;

/**
 * Each label above what it belongs to, else below it, beside it or off one of its corners. One that finds no place
 * is left out.
 *
 * @param callouts the most important first
 */
export function placeCallouts(callouts: readonly Callout[], room: CalloutRoom): PlacedCallout[] {
  const taken = [...room.obstacles];
  return callouts.flatMap((callout) => {
    const [best] = spots(callout, room.frame)
      .filter(
        ({ box }) =>
          inside(box, room.frame) && !meet(box, callout.anchor) && !taken.some((other) => meet(box, other)),
      )
      .map(({ box, cost }) => ({
        box,
        cost: cost + (room.lines.some((line) => meet(box, line)) ? CROSSING : 0),
      }))
      .sort((one, other) => one.cost - other.cost);
    if (!best) return [];
    taken.push(best.box);
    return [{ id: callout.id, x: best.box.left, y: best.box.top }];
  });
}

interface Spot {
  readonly box: Box;
  readonly cost: number;
}

function spots({ anchor, width, height, inRow }: Callout, frame: Box): Spot[] {
  const [middle, y] = [(anchor.left + anchor.right - width) / 2, (anchor.top + anchor.bottom - height) / 2];
  const centred = clamp(middle, frame.left, Math.max(frame.left, frame.right - width));
  return DISTANCES.flatMap((far, index) => {
    const [left, right] = [anchor.left - far - width, anchor.right + far];
    const spot = (x: number, top: number, cost: number): Spot => ({
      box: { left: x, top, right: x + width, bottom: top + height },
      cost: cost + index,
    });
    const upright = [
      { top: anchor.top - far - height, cost: 0 },
      { top: anchor.bottom + far, cost: BELOW },
    ];
    const corner = inRow ? CORNER_IN_ROW : CORNER;
    return [
      ...upright.flatMap(({ top, cost }) => [
        spot(centred, top, cost),
        ...(inRow
          ? [anchor.right - width - INSET, anchor.left + INSET].map((x) => spot(x, top, cost + ALIGNED))
          : []),
        ...[right, left].map((x) => spot(x, top, cost + corner)),
      ]),
      ...[right, left].map((x) => spot(x, y, inRow ? BESIDE_IN_ROW : BESIDE)),
    ];
  });
}

const inside = (box: Box, frame: Box) =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

const meet = (a: Box, b: Box) =>
  a.left < b.right + CLEAR &&
  b.left < a.right + CLEAR &&
  a.top < b.bottom + CLEAR &&
  b.top < a.bottom + CLEAR;
