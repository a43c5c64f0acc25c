import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceTicks, numberWords } from '../../../src/geometry/numbers.ts';

describe('round ticks', () => {
  test.each([
    [0, 3, 4, [0, 1, 2, 3]],
    [40_000, 200_000, 4, [50_000, 100_000, 150_000, 200_000]],
    [0, 250, 4, [0, 100, 200]],
    [0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-2.5, 2.5, 5, [-2, -1, 0, 1, 2]],
    [0.3, 0.31, 3, [0.3, 0.305, 0.31]],
  ])('from %d to %d, at most %d', (from, to, most, ticks) => {
    expect(niceTicks(from, to, most)).toEqual(ticks);
  });

  test('lie in the stretch, evenly, at a step of 1, 2 or 5 times a power of ten, and are no more than asked', () => {
    const stretch = fc
      .tuple(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom(1, 10, 1000),
      )
      .map(([from, length, over]) => [from / over, (from + length) / over] as const);
    fc.assert(
      fc.property(stretch, fc.integer({ min: 1, max: 12 }), ([from, to], most) => {
        const ticks = niceTicks(from, to, most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(from - 1e-9 * Math.abs(from));
          expect(tick).toBeLessThanOrEqual(to + 1e-9 * Math.abs(to));
        }
        const steps = ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0));
        const [step = 1] = steps;
        for (const each of steps) expect(each / step).toBeCloseTo(1, 6);
        const leading = Number(step.toExponential(6).slice(0, 8));
        expect([1, 2, 5]).toContain(Math.round(leading * 1e4) / 1e4);
      }),
    );
  });

  test('there are none where there is no stretch, or no room', () => {
    expect(niceTicks(2, 2, 5)).toEqual([]);
    expect(niceTicks(0, 1, 0)).toEqual([]);
  });
});

test('numbers are written as the language writes them', () => {
  expect(numberWords('en-GB')(118_964)).toBe('118,964');
  expect(numberWords('en-GB')(0.19)).toBe('0.19');
  expect(numberWords('de-DE')(1.5)).toBe('1,5');
});
