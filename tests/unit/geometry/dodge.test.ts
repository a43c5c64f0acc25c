import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heaps, pile, type Bead } from '../../../src/geometry/dodge.ts';

const GAP = 1.5;
const bead: fc.Arbitrary<Bead> = fc.record({
  at: fc.double({ min: 0, max: 200, noNaN: true }),
  half: fc.constantFrom(5, 8),
  turn: fc.constantFrom(0, 0, 0, 1),
  top: fc.boolean(),
});
const meets = (a: Bead, b: Bead) => Math.abs(a.at - b.at) < a.half + b.half + GAP;

describe('pile', () => {
  test('apart they lie on the axis, on one place they stack in the order given', () => {
    const plain = (at: number) => ({ at, half: 5, turn: 0, top: false });
    expect(pile([plain(0), plain(50), plain(50), plain(50)], GAP)).toEqual([0, 0, 11.5, 23]);
  });

  test('no two cover each other', () => {
    fc.assert(
      fc.property(fc.array(bead, { maxLength: 40 }), (beads) => {
        const lifts = pile(beads, GAP);
        beads.forEach((a, i) =>
          beads.slice(0, i).forEach((b, j) => {
            if (!meets(a, b)) return;
            expect(Math.abs((lifts[i] ?? 0) - (lifts[j] ?? 0))).toBeGreaterThanOrEqual(
              a.half + b.half + GAP - 1e-5,
            );
          }),
        );
      }),
    );
  });

  test('above one that is on top there is none of its turn but others on top', () => {
    fc.assert(
      fc.property(fc.array(bead, { maxLength: 30 }), (beads) => {
        const lifts = pile(beads, GAP);
        beads.forEach((a, i) =>
          beads.forEach((b, j) => {
            if (a.top && !b.top && a.turn === b.turn && meets(a, b))
              expect(lifts[i]).toBeGreaterThan(lifts[j] ?? 0);
          }),
        );
      }),
    );
  });

  test('what comes in a later turn changes nothing for the earlier', () => {
    fc.assert(
      fc.property(fc.array(bead, { maxLength: 30 }), (beads) => {
        const all = pile(beads, GAP);
        const early = beads.flatMap((each, i) => (each.turn === 0 ? [i] : []));
        const alone = pile(
          beads.filter(({ turn }) => turn === 0),
          GAP,
        );
        expect(early.map((i) => all[i])).toEqual(alone);
      }),
    );
  });
});

describe('heaps', () => {
  test('hang together by touching', () => {
    const at = (place: number) => ({ at: place, half: 5, turn: 0, top: false });
    expect(heaps([at(100), at(0), at(10), at(22), at(108)], GAP)).toEqual([[1, 2], [3], [0, 4]]);
  });
});
