import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAround, type AroundLabel } from '../../../src/geometry/around.ts';
import { overlap } from '../../../src/geometry/boxes.ts';

const frame = { left: 0, top: 0, right: 400, bottom: 260 };
const label = (id: string, x: number, y: number, more: Partial<AroundLabel> = {}): AroundLabel => ({
  id,
  x,
  y,
  reachX: 8,
  reachY: 8,
  sizes: [{ width: 100, height: 50 }],
  level: 8,
  ...more,
});
const markOf = ({ x, y, reachX, reachY }: AroundLabel) => ({
  left: x - reachX,
  right: x + reachX,
  top: y - reachY,
  bottom: y + reachY,
});
const boxOf = (labels: readonly AroundLabel[], placed: ReturnType<typeof placeAround>[number]) => {
  const own = labels.find(({ id }) => id === placed.id);
  const size = own?.sizes[placed.size] ?? { width: NaN, height: NaN };
  const [left, top] = [(own?.x ?? NaN) + placed.dx, (own?.y ?? NaN) + placed.dy];
  return { left, top, right: left + size.width, bottom: top + size.height };
};
const place = (labels: readonly AroundLabel[]) =>
  placeAround(labels, { frame, obstacles: labels.map(markOf), clear: 3 });

describe('placeAround', () => {
  test('a label with room stands to the right, level with its mark and without a line', () => {
    expect(place([label('a', 100, 100)])).toEqual([
      { id: 'a', size: 0, dx: 13, dy: -8, align: 0, led: false },
    ]);
  });

  test('at the right edge it stands to the left, flush with its mark', () => {
    expect(place([label('a', 380, 100)])).toEqual([
      { id: 'a', size: 0, dx: -113, dy: -8, align: 1, led: false },
    ]);
  });

  test('takes a smaller size rather than none', () => {
    const sizes = [
      { width: 500, height: 50 },
      { width: 90, height: 30 },
    ];
    expect(place([label('a', 200, 100, { sizes })])[0]?.size).toBe(1);
  });

  test('leaves out the later one where there is no room for both', () => {
    const sizes = [{ width: 380, height: 200 }];
    const placed = place([label('a', 200, 10, { sizes }), label('b', 190, 250, { sizes })]);
    expect(placed.map(({ id }) => id)).toEqual(['a']);
  });

  test('whatever the marks, labels cover neither each other nor a mark, and stay in the frame', () => {
    const any = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 400 }),
        y: fc.integer({ min: 0, max: 260 }),
        reach: fc.integer({ min: 5, max: 24 }),
        width: fc.integer({ min: 40, max: 180 }),
        height: fc.integer({ min: 30, max: 80 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(any, (drawn) => {
        const labels = drawn.map(({ x, y, reach, width, height }, i) =>
          label(String(i), x, y, { reachX: reach, reachY: reach, sizes: [{ width, height }] }),
        );
        const boxes = place(labels).map((placed) => boxOf(labels, placed));
        boxes.forEach((box, i) => {
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(frame.right);
          expect(box.bottom).toBeLessThanOrEqual(frame.bottom);
          for (const other of boxes.slice(0, i)) expect(overlap(box, other)).toBe(0);
          for (const each of labels) expect(overlap(box, markOf(each))).toBe(0);
        });
      }),
      { numRuns: 150 },
    );
  });
});
