/** Piles marks that would hide each other: along the axis each stays where it belongs, away from it they stack. */

export interface Bead {
  /** The stretch it covers along the axis, px. */
  readonly from: number;
  readonly to: number;
  /** Beads of a later turn lie around those of an earlier one. */
  readonly turn: number;
  /** On top of everything it touches, so that a line from it to its label meets no other bead. */
  readonly top: boolean;
}

/**
 * The level of each bead, in the order given: 0 on the axis, 1 on top of that …
 *
 * @param gap px to be kept between beads on the same level
 */
export function pile(beads: readonly Bead[], gap: number): number[] {
  const levels = new Array<number>(beads.length).fill(0);
  const placed: number[] = [];
  for (const { bead, index } of inTurn(beads)) {
    const taken = placed.filter((other) => touching(bead, beads[other], gap)).map((other) => levels[other] ?? 0);
    levels[index] = bead.top ? Math.max(-1, ...taken) + 1 : lowestFree(taken);
    placed.push(index);
  }
  return levels;
}

const inTurn = (beads: readonly Bead[]) =>
  beads
    .map((bead, index) => ({ bead, index }))
    .sort(
      (a, b) =>
        a.bead.turn - b.bead.turn ||
        Number(a.bead.top) - Number(b.bead.top) ||
        a.bead.from - b.bead.from ||
        a.index - b.index,
    );

const touching = (a: Bead, b: Bead | undefined, gap: number) =>
  b !== undefined && a.from < b.to + gap && b.from < a.to + gap;

function lowestFree(taken: readonly number[]): number {
  let level = 0;
  while (taken.includes(level)) level += 1;
  return level;
}
