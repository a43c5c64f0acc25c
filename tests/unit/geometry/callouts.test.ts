import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCallouts, type Callout } from '../../../src/geometry/callouts.ts';
import type { Box } from '../../../src/geometry/timelineParts.ts';

const frame: Box = { left: 0, top: 0, right: 400, bottom: 200 };
const at = (left: number, top: number, width = 6, height = 6): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const callout = (id: string, anchor: Box, more: Partial<Callout> = {}): Callout => ({
  id,
  anchor,
  width: 50,
  height: 16,
  inRow: false,
  ...more,
});
const place = (callouts: readonly Callout[], obstacles: readonly Box[] = [], lines: readonly Box[] = []) =>
  placeCallouts(callouts, { frame, obstacles, lines });

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('a label', () => {
  test('stands above what it belongs to, in its middle', () => {
    const [spot] = place([callout('a', at(200, 100))]);
    expect(spot).toEqual({ id: 'a', x: 178, y: 80 });
  });

  test('keeps in the frame at its edge', () => {
    expect(place([callout('a', at(0, 100))])[0]?.x).toBe(0);
    expect(place([callout('a', at(200, 0))])[0]?.y).toBe(10);
  });

  test('goes elsewhere where something is in the way, and not beside what stands in a row', () => {
    const anchor = at(100, 100, 120, 6);
    const spots = place(
      [callout('a', anchor, { inRow: true })],
      [at(100, 60, 120, 39), at(100, 107, 60, 30)],
    );
    expect(spots).toEqual([{ id: 'a', x: 167, y: 110 }]);
  });

  test('covers a line only where there is no other place near by', () => {
    const line = at(200, 0, 6, 200);
    expect(place([callout('a', at(200, 100))], [], [line])[0]).toEqual({ id: 'a', x: 210, y: 95 });
    const walls = [at(210, 0, 100, 200), at(80, 0, 116, 200)];
    expect(place([callout('a', at(200, 100), { width: 8 })], walls, [line])[0]?.x).toBe(199);
  });

  test('is left out where there is no place', () => {
    expect(place([callout('a', at(200, 100))], [frame])).toEqual([]);
  });
});

test('labels never cover each other, an obstacle or their own anchor, nor leave the frame', () => {
  const box = fc
    .tuple(
      fc.integer({ min: 0, max: 380 }),
      fc.integer({ min: 0, max: 180 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 40 }),
    )
    .map(([left, top, width, height]) => at(left, top, width, height));
  const callouts = fc
    .array(fc.tuple(box, fc.integer({ min: 10, max: 120 }), fc.boolean()), { maxLength: 8 })
    .map((list) => list.map(([anchor, width, inRow], i) => callout(String(i), anchor, { width, inRow })));
  fc.assert(
    fc.property(
      callouts,
      fc.array(box, { maxLength: 8 }),
      fc.array(box, { maxLength: 3 }),
      (wanted, obstacles, lines) => {
        const placed = place(wanted, obstacles, lines).map(({ id, x, y }) => {
          const found = wanted.find((each) => each.id === id);
          return { box: at(x, y, found?.width, found?.height), anchor: found?.anchor ?? frame };
        });
        placed.forEach(({ box: spot, anchor }, i) => {
          expect(overlap(spot, anchor)).toBe(false);
          expect(obstacles.some((other) => overlap(spot, other))).toBe(false);
          expect(placed.slice(0, i).some((other) => overlap(spot, other.box))).toBe(false);
          expect(spot.left >= 0 && spot.top >= 0 && spot.right <= 400 && spot.bottom <= 200).toBe(true);
        });
      },
    ),
  );
});
