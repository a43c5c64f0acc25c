/**
 * Places labels on stems above an axis (below it by mirroring) so that none covers another, a mark or another's stem,
 * and none leaves the frame. Where there is no room for all, the later ones in the list are left out.
 */

/** A label beside a stem that stands on the axis. */
export interface StemLabel {
  readonly id: string;
  /** Where its stem stands, px along the axis. */
  readonly at: number;
  readonly width: number;
}

/** Something that stands on the axis and must not be covered. */
export interface Obstacle {
  /** px along the axis. */
  readonly from: number;
  readonly to: number;
  /** How far it reaches from the axis, px. */
  readonly reach: number;
}

/** The room for labels on one side of an axis, px. */
export interface StemRoom {
  /** The frame along the axis. */
  readonly start: number;
  readonly end: number;
  /** How near to the axis a label may come, and how far from it the farthest may end. */
  readonly near: number;
  readonly far: number;
  /** The height of a label. */
  readonly height: number;
  /** Between a stem and its label. */
  readonly gap: number;
  /** Kept free around a label. */
  readonly clear: number;
}

export interface PlacedStem {
  readonly id: string;
  /** px from the stem to where the label begins: positive after the stem, negative before it. */
  readonly offset: number;
  /** px from the axis to the label's nearest edge. */
  readonly out: number;
}

interface Spot extends PlacedStem {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** What is worth a row farther from the axis: a label before its stem, and one out of line with the rows. */
const BEFORE = 0.75;
const UNEVEN = 0.9;
/** Between two rows there are places for labels that do not fit into one. */
const PLACES_PER_ROW = 4;
const MOST_TRIES = 12_000;

/** How far stems may be lengthened where the frame has room: short ones look cramped. */
const MOST_SHIFT = 26;
const MOST_STRETCH = 1.25;

/**
 * @param labels the most important first
 * @returns those that found a place, in the same order
 */
export function placeStems(
  labels: readonly StemLabel[],
  obstacles: readonly Obstacle[],
  room: StemRoom,
): PlacedStem[] {
  let kept: readonly (readonly Spot[])[] = [];
  let best: readonly Spot[] = [];
  for (const label of labels) {
    const choices = spots(label, obstacles, room);
    if (choices.length === 0) continue;
    const found = cheapest([...kept, choices], room);
    if (!found) continue;
    kept = [...kept, choices];
    best = found;
  }
  return stretched(best, room);
}

/** Every place that a label could take if it were alone, the cheapest first. */
function spots(label: StemLabel, obstacles: readonly Obstacle[], room: StemRoom): Spot[] {
  const { id, at, width } = label;
  const step = (room.height + 2 * room.clear) / PLACES_PER_ROW;
  const found: Spot[] = [];
  for (const offset of [room.gap, -room.gap - width]) {
    const [from, to] = [at + offset, at + offset + width];
    if (from < room.start || to > room.end) continue;
    const under = obstacles.filter((each) => each.from < to + room.clear && each.to > from - room.clear);
    const floor = Math.max(room.near, ...under.map((each) => each.reach + room.clear));
    for (let place = 0; room.near + place * step + room.height <= room.far; place += 1) {
      const out = room.near + place * step;
      if (out < floor) continue;
      const uneven = place % PLACES_PER_ROW === 0 ? 0 : UNEVEN;
      const cost = place / PLACES_PER_ROW + uneven + (offset < 0 ? BEFORE : 0);
      found.push({ id, at, offset, out, from, to, cost });
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** One spot for each label such that all go together, at the least cost found in a bounded search. */
function cheapest(choices: readonly (readonly Spot[])[], room: StemRoom): readonly Spot[] | undefined {
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
      if (!taken.every((other) => compatible(spot, other, room))) continue;
      taken.push(spot);
      search(index + 1, cost + spot.cost);
      taken.pop();
    }
  };
  search(0, 0);
  return best;
}

function compatible(a: Spot, b: Spot, { height, clear }: StemRoom): boolean {
  const apart = a.to + 2 * clear <= b.from || b.to + 2 * clear <= a.from;
  // A hair's breadth, so that rounding does not part rows that touch.
  if (Math.abs(a.out - b.out) < height + 2 * clear - 1e-6 && !apart) return false;
  if (a.out === b.out) return true;
  // The stem of the far one passes the near one.
  const [near, far] = a.out < b.out ? [a, b] : [b, a];
  return far.at <= near.from - clear || far.at >= near.to + clear;
}

/** Farther from the axis, all alike, as the frame allows: what was clear stays clear. */
function stretched(spots: readonly Spot[], room: StemRoom): PlacedStem[] {
  const most = room.far - room.height;
  const farthest = Math.max(room.near, ...spots.map(({ out }) => out));
  const shift = Math.min(MOST_SHIFT, most - farthest);
  const stretch = Math.min(MOST_STRETCH, (most - shift) / farthest);
  return spots.map(({ id, offset, out }) => ({ id, offset, out: out * stretch + shift }));
}
