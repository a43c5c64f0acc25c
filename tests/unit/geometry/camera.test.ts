import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCamera, mixCamera, strainOf, type Camera } from '../../../src/geometry/camera.ts';

const sheet = { width: 8000, height: 5000 };
const frame = { width: 800, height: 400 };

const anyBox = fc
  .tuple(
    fc.integer({ min: 0, max: 7900 }),
    fc.integer({ min: 0, max: 4900 }),
    fc.integer({ min: 40, max: 8000 }),
    fc.integer({ min: 40, max: 5000 }),
  )
  .map(
    ([x, y, width, height]) =>
      [x, y, Math.min(x + width, sheet.width), Math.min(y + height, sheet.height)] as const,
  );
const heightOf = ({ width }: Camera) => (width * frame.height) / frame.width;

function expectOnSheet({ x, y, width }: Camera): void {
  const height = heightOf({ x, y, width });
  expect(x - width / 2).toBeGreaterThanOrEqual(-1e-6);
  expect(x + width / 2).toBeLessThanOrEqual(sheet.width + 1e-6);
  expect(y - height / 2).toBeGreaterThanOrEqual(-1e-6);
  expect(y + height / 2).toBeLessThanOrEqual(sheet.height + 1e-6);
}

describe('fitCamera', () => {
  test('shows the box in the middle, as large as it goes', () => {
    expect(fitCamera([3000, 2000, 4000, 2200], frame, sheet)).toEqual({ x: 3500, y: 2100, width: 1000 });
    expect(fitCamera([3000, 2000, 3100, 2500], frame, sheet)).toEqual({ x: 3050, y: 2250, width: 1000 });
  });

  test('holds any box that is not wider or higher than the sheet lets the frame be, and stays on the sheet', () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        const camera = fitCamera(box, frame, sheet);
        expectOnSheet(camera);
        if (box[3] - box[1] <= 4000) {
          expect(camera.x - camera.width / 2).toBeLessThanOrEqual(box[0] + 1e-6);
          expect(camera.x + camera.width / 2).toBeGreaterThanOrEqual(box[2] - 1e-6);
          expect(camera.y - heightOf(camera) / 2).toBeLessThanOrEqual(box[1] + 1e-6);
          expect(camera.y + heightOf(camera) / 2).toBeGreaterThanOrEqual(box[3] - 1e-6);
        }
      }),
    );
  });
});

describe('mixCamera', () => {
  test('begins and ends exactly, goes the same way back, never leaves the sheet', () => {
    fc.assert(
      fc.property(anyBox, anyBox, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, t) => {
        const [a, b] = [fitCamera(one, frame, sheet), fitCamera(other, frame, sheet)];
        expect(mixCamera(a, b, 0, frame, sheet)).toBe(a);
        expect(mixCamera(a, b, 1, frame, sheet)).toBe(b);
        const there = mixCamera(a, b, t, frame, sheet);
        const back = mixCamera(b, a, 1 - t, frame, sheet);
        expectOnSheet(there);
        expect(back.width).toBeCloseTo(there.width, 3);
        expect(back.x).toBeCloseTo(there.x, 3);
      }),
    );
  });

  test('draws back on the way between two near views that lie apart', () => {
    const a = { x: 1000, y: 2500, width: 400 };
    const b = { x: 6000, y: 2500, width: 400 };
    expect(mixCamera(a, b, 0.5, frame, sheet).width).toBeGreaterThan(1000);
    expect(mixCamera(a, b, 0.5, frame, sheet).x).toBeCloseTo(3500, 6);
  });
});

test('two views that are the same are under no strain', () => {
  const a = { x: 10, y: 10, width: 5 };
  expect(strainOf(a, a)).toBe(0);
  expect(strainOf(a, { ...a, width: 15 })).toBeGreaterThan(1);
});
