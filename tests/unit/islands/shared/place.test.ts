import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placePanel } from '../../../../src/islands/shared/place.ts';

const panel = { width: 360, height: 300 };
const anchor = (left: number, top: number) => ({ left, top, width: 24, height: 24 });

describe('placePanel', () => {
  test('right of its anchor where there is room', () => {
    expect(placePanel(anchor(100, 400), panel, { width: 1200, height: 800 })).toEqual({
      left: 134,
      top: 262,
    });
  });

  test('else left of it', () => {
    expect(placePanel(anchor(1000, 400), panel, { width: 1200, height: 800 }).left).toBe(630);
  });

  test('in a narrow window below it, or above', () => {
    expect(placePanel(anchor(100, 100), panel, { width: 390, height: 800 }).top).toBe(134);
    expect(placePanel(anchor(100, 700), panel, { width: 390, height: 800 }).top).toBe(390);
  });

  test('never past the edge of the window', () => {
    const size = fc.integer({ min: 320, max: 2000 });
    fc.assert(
      fc.property(size, size, fc.nat(2000), fc.nat(2000), (width, height, x, y) => {
        const small = { width: Math.min(360, width - 24), height: Math.min(300, height - 24) };
        const { left, top } = placePanel(anchor(x % width, y % height), small, { width, height });
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(10);
        expect(left + small.width).toBeLessThanOrEqual(width - 10);
        expect(top + small.height).toBeLessThanOrEqual(height - 10);
      }),
    );
  });
});
