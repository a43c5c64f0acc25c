/** Piles marks that would hide each other: along the axis each stays where it belongs, away from it they stack. */

export interface Bead {
  /** Its middle along the axis, px. */
  readonly at: number;
  /** Half its size, px. */
  readonly half: number;
  /** Beads of a later turn lie around those of an earlier one. */
  readonly turn: number;
  /** On top of everything it touches, so that a line from it to its label meets no other bead. */
  readonly top: boolean;
}

/**
 * How far each bead lies from the axis, px, in the order given: those that are not on top in even rows.
 *
 * @param gap px to be kept between beads
 */
export function pile(beads: readonly Bead[], gap: number): number[] {
  const lifts = new Array<number>(beads.length).fill(0);
  const placed: number[] = [];
  for (const { bead, index } of inTurn(beads)) {
    const touched = placed.flatMap((other) => {
      const below = beads[other];
      return below && touching(bead, below, gap) ? [{ below, lift: lifts[other] ?? 0 }] : [];
    });
    lifts[index] = bead.top
      ? Math.max(0, ...touched.map(({ below, lift }) => lift + below.half + gap + bead.half))
      : lowestFree(bead, touched, gap);
    placed.push(index);
  }
  return lifts;
}

const inTurn = (beads: readonly Bead[]) =>
  beads
    .map((bead, index) => ({ bead, index }))
    .sort(
      (a, b) =>
        a.bead.turn - b.bead.turn ||
        Number(a.bead.top) - Number(b.bead.top) ||
        a.bead.at - b.bead.at ||
        a.index - b.index,
    );

const touching = (a: Bead, b: Bead, gap: number) => Math.abs(a.at - b.at) < a.half + b.half + gap;

function lowestFree(
  bead: Bead,
  touched: readonly { readonly below: Bead; readonly lift: number }[],
  gap: number,
): number {
  const step = 2 * bead.half + gap;
  // A hair's breadth, so that rounding does not part rows that touch.
  const free = (lift: number) =>
    touched.every((other) => Math.abs(other.lift - lift) > other.below.half + bead.half + gap - 1e-6);
  let row = 0;
  while (!free(row * step)) row += 1;
  return row * step;
}

/** The beads that hang together, as lists of their indices. */
export function heaps(beads: readonly Bead[], gap: number): number[][] {
  const sorted = beads
    .map((bead, index) => ({ from: bead.at - bead.half, to: bead.at + bead.half, index }))
    .sort((a, b) => a.from - b.from);
  const result: number[][] = [];
  let end = -Infinity;
  for (const { from, to, index } of sorted) {
    if (from < end + gap) result.at(-1)?.push(index);
    else result.push([index]);
    end = Math.max(end, to);
  }
  return result;
}
