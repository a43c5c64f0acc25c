/**
 * Places labels around the points of a map so that none covers another, a mark or a line to another's mark, and none
 * leaves the frame. Where there is no room for all, the later ones in the list are left out.
 */
import { grown, leaderOf, overlap, within, type Box, type Segment } from './boxes.ts';
import type { Size } from './camera.ts';

/** A label beside a point. */
export interface AroundLabel {
  readonly id: string;
  /** Where its mark lies, px. */
  readonly x: number;
  readonly y: number;
  /** How far the mark reaches from there. */
  readonly reachX: number;
  readonly reachY: number;
  /** The sizes that the label can have, the best first. */
  readonly sizes: readonly Size[];
  /** px from the label's top to the line that should be level with its mark. */
  readonly level: number;
}

export interface AroundRoom {
  readonly frame: Box;
  /** What must not be covered: marks, and whatever else stands on the map. */
  readonly obstacles: readonly Box[];
  /** Kept free around a label, px. */
  readonly clear: number;
}

export interface PlacedAround {
  readonly id: string;
  /** The index of the size that it has. */
  readonly size: number;
  /** px from the mark to the label's upper left corner. */
  readonly dx: number;
  readonly dy: number;
  /** Where its lines are flush: 0 at their beginning, 1 at their end. */
  readonly align: number;
  /** Whether it is so far away that a line must lead to it. */
  readonly led: boolean;
}

interface Spot extends PlacedAround {
  readonly box: Box;
  /** From the mark to the nearest point of the box. */
  readonly line: Segment | undefined;
  readonly cost: number;
}

/** px between a mark and its label; beyond the first a line leads there. */
const GAPS = [5, 20, 36, 56, 80, 110, 145] as const;
const SHORTER = 2.6;
const MOST_TRIES = 15_000;

/**
 * @param labels the most important first
 * @returns those that found a place, in the same order
 */
export function placeAround(labels: readonly AroundLabel[], room: AroundRoom): PlacedAround[] {
  let kept: readonly (readonly Spot[])[] = [];
  let best: readonly Spot[] = [];
  for (const label of labels) {
    const choices = spotsOf(label, room);
    if (choices.length === 0) continue;
    const found = cheapest([...kept, choices], room.clear);
    if (!found) continue;
    kept = [...kept, choices];
    best = found;
  }
  return best.map(({ id, size, dx, dy, align, led }) => ({ id, size, dx, dy, align, led }));
}

/** Every place that a label could take if it were alone, the cheapest first. */
function spotsOf(label: AroundLabel, { frame, obstacles, clear }: AroundRoom): Spot[] {
  const { id, x, y, reachX, reachY, sizes, level } = label;
  const spots: Spot[] = [];
  sizes.forEach(({ width, height }, size) => {
    GAPS.forEach((gap, ring) => {
      for (const { dx, dy, align, cost } of sides(reachX + gap, reachY + gap, width, height, level, ring)) {
        const box = { left: x + dx, top: y + dy, right: x + dx + width, bottom: y + dy + height };
        if (!within(box, frame) || obstacles.some((each) => overlap(grown(box, clear), each) > 0)) continue;
        const led = ring > 0;
        const line = led ? leaderOf(x, y, box) : undefined;
        if (line && obstacles.some((each) => !holds(each, x, y) && crossesBox(line, each))) continue;
        spots.push({ id, size, dx, dy, align, led, box, line, cost: cost + ring + size * SHORTER });
      }
    });
  });
  return spots.sort((a, b) => a.cost - b.cost);
}

/** The ways to stand beside a mark: right, left, above, below, and across its corners. */
function sides(
  outX: number,
  outY: number,
  width: number,
  height: number,
  level: number,
  ring: number,
): { dx: number; dy: number; align: number; cost: number }[] {
  const right = outX;
  const left = -outX - width;
  const above = -outY - height;
  const below = outY;
  const beside = [
    { dy: -level, cost: 0 },
    { dy: -height / 2, cost: 0.1 },
    { dy: level - height, cost: 0.3 },
  ];
  const over = [
    { dx: -level, align: 0, cost: 0.15 },
    { dx: level - width, align: 1, cost: 0.3 },
    { dx: -width / 2, align: 0.5, cost: 0.2 },
  ];
  return [
    ...beside.flatMap(({ dy, cost }) => [
      { dx: right, dy, align: 0, cost },
      { dx: left, dy, align: 1, cost: cost + 0.25 },
    ]),
    ...over.flatMap(({ dx, align, cost }) => [
      { dx, dy: below, align, cost: cost + 0.4 },
      { dx, dy: above, align, cost: cost + 0.5 },
    ]),
    // Across a corner a label is nearer than on a ring around the mark.
    ...(ring > 0
      ? [
          { dx: right * 0.7, dy: below * 0.7, align: 0, cost: 0 },
          { dx: right * 0.7, dy: above + outY * 0.3, align: 0, cost: 0.1 },
          { dx: left + outX * 0.3, dy: below * 0.7, align: 1, cost: 0.2 },
          { dx: left + outX * 0.3, dy: above + outY * 0.3, align: 1, cost: 0.3 },
        ]
      : []),
  ];
}

/** One spot for each label such that all go together, at the least cost found in a bounded search. */
function cheapest(choices: readonly (readonly Spot[])[], clear: number): readonly Spot[] | undefined {
  let best: Spot[] | undefined;
  let bestCost = Infinity;
  let tries = 0;
  // What the labels from each one on cost at least.
  const rest = choices.map((_, i) => choices.slice(i).reduce((sum, each) => sum + (each[0]?.cost ?? 0), 0));
  const taken: Spot[] = [];
  const search = (index: number, cost: number): void => {
    const options = choices[index];
    if (!options) {
      best = [...taken];
      bestCost = cost;
      return;
    }
    for (const spot of options) {
      if (cost + spot.cost + (rest[index + 1] ?? 0) >= bestCost) return;
      if ((tries += 1) > MOST_TRIES) return;
      if (!taken.every((other) => compatible(spot, other, clear))) continue;
      taken.push(spot);
      search(index + 1, cost + spot.cost);
      taken.pop();
    }
  };
  search(0, 0);
  return best;
}

const compatible = (a: Spot, b: Spot, clear: number): boolean =>
  overlap(grown(a.box, 2 * clear), b.box) === 0 &&
  !(a.line && crossesBox(a.line, grown(b.box, 2))) &&
  !(b.line && crossesBox(b.line, grown(a.box, 2))) &&
  !(a.line && b.line && cross(a.line, b.line));

const holds = (box: Box, x: number, y: number) =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** Whether a line passes through a box; by clipping it at each edge in turn (Liang and Barsky). */
function crossesBox({ fromX, fromY, toX, toY }: Segment, box: Box): boolean {
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [fromX - toX, fromX - box.left],
    [toX - fromX, box.right - fromX],
    [fromY - toY, fromY - box.top],
    [toY - fromY, box.bottom - fromY],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter < leave;
}

function cross(a: Segment, b: Segment): boolean {
  const side = (line: Segment, x: number, y: number) =>
    Math.sign((line.toX - line.fromX) * (y - line.fromY) - (line.toY - line.fromY) * (x - line.fromX));
  return (
    side(a, b.fromX, b.fromY) !== side(a, b.toX, b.toY) && side(b, a.fromX, a.fromY) !== side(b, a.toX, a.toY)
  );
}
