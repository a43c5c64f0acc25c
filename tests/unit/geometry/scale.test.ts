import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainOf, mixDomain, pxPerDay, scaleOf, soft, type Domain } from '../../../src/geometry/scale.ts';

const range = { start: 20, end: 120 };
const domain: fc.Arbitrary<Domain> = fc
  .tuple(fc.integer({ min: 15_000, max: 19_000 }), fc.integer({ min: 1, max: 4_000 }))
  .map(([first, days]) => domainOf(first, first + days));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('scaleOf', () => {
  test('the last day of a view is shown to its end', () => {
    const scale = scaleOf(domainOf(100, 109), range);
    expect([scale(100), scale(109), scale(110)]).toEqual([20, 110, 120]);
    expect(pxPerDay(domainOf(100, 109), range)).toBe(10);
  });

  test('days outside go on at the same pace', () => {
    const scale = scaleOf(domainOf(100, 109), range);
    expect([scale(98), scale(112.5)]).toEqual([0, 145]);
  });
});

describe('soft', () => {
  test('without a width it is a step', () => {
    expect([soft(4.999, 5, 0), soft(5, 5, 0)]).toEqual([0, 1]);
  });

  test('with a width it rises before the threshold', () => {
    expect([soft(3, 5, 2), soft(4, 5, 2), soft(5, 5, 2), soft(9, 5, 2)]).toEqual([0, 0.5, 1, 1]);
  });
});

describe('mixDomain', () => {
  test('the ends are exactly the two', () => {
    fc.assert(
      fc.property(domain, domain, (a, b) => {
        expect(mixDomain(a, b, 0)).toBe(a);
        expect(mixDomain(a, b, 1)).toBe(b);
      }),
    );
  });

  test('the ends are come to without a jump', () => {
    fc.assert(
      fc.property(domain, domain, (a, b) => {
        for (const [t, end] of [[1e-7, a] as const, [1 - 1e-7, b] as const]) {
          const near = mixDomain(a, b, t);
          const width = Math.min(a.to - a.from, b.to - b.from);
          expect(Math.abs(near.from - end.from)).toBeLessThan(0.01 * width);
          expect(Math.abs(near.to - end.to)).toBeLessThan(0.01 * width);
        }
      }),
    );
  });

  test('the way back is the same way', () => {
    fc.assert(
      fc.property(domain, domain, share, (a, b, t) => {
        const there = mixDomain(a, b, t);
        const back = mixDomain(b, a, 1 - t);
        expect(back.from).toBeCloseTo(there.from, 3);
        expect(back.to).toBeCloseTo(there.to, 3);
      }),
    );
  });

  test('a pure zoom keeps its centre and takes equal factors in equal times', () => {
    const a = { from: 0, to: 64 };
    const b = { from: 31, to: 33 };
    const widths = [0, 0.25, 0.5, 0.75, 1].map((t) => mixDomain(a, b, t)).map(({ from, to }) => to - from);
    widths.slice(1).forEach((width, i) => expect((widths[i] ?? 0) / width).toBeCloseTo(32 ** 0.25, 9));
    expect(mixDomain(a, b, 0.5).from).toBeCloseTo(32 - Math.sqrt(64 * 2) / 2, 9);
  });

  test('between two stretches that lie far apart the view widens to show most of the way', () => {
    const { from, to } = mixDomain(domainOf(0, 30), domainOf(2000, 2030), 0.5);
    expect((from + to) / 2).toBeCloseTo(1015.5, 6);
    expect(to - from).toBeGreaterThan(1500);
    expect(to - from).toBeLessThan(2500);
  });

  test('on the way into a part, the part stays in sight', () => {
    const years = domainOf(15_706, 18_261);
    const days = domainOf(18_130, 18_138);
    for (let t = 0; t <= 1; t += 0.02) {
      const { from, to } = mixDomain(years, days, t);
      expect(from).toBeLessThanOrEqual(days.from + 1e-9);
      expect(to).toBeGreaterThanOrEqual(days.to - 1e-9);
    }
  });
});
