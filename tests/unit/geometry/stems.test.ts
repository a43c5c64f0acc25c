import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeStems, type Obstacle, type StemLabel, type StemRoom } from '../../../src/geometry/stems.ts';

const room = (width: number): StemRoom => ({
  start: 0,
  end: width,
  near: 20,
  far: 210,
  height: 40,
  gap: 8,
  clear: 4,
});

const label = (id: string, at: number, width = 120): StemLabel => ({ id, at, width });

describe('placeStems', () => {
  test('one label stands beside its stem', () => {
    const [placed] = placeStems([label('a', 100)], [], room(800));
    expect(placed?.offset).toBe(8);
  });

  test('near the end of the frame it stands before its stem', () => {
    const [placed] = placeStems([label('a', 760)], [], room(800));
    expect(placed?.offset).toBe(-128);
  });

  test('close together the earlier stands farther out, so that no stem runs through a label', () => {
    const [a, b, c] = placeStems([label('a', 100), label('b', 130), label('c', 160)], [], room(800));
    expect(a && b && c && a.out > b.out && b.out > c.out).toBe(true);
  });

  test('what does not fit is left out, the last in the list first', () => {
    const many = Array.from({ length: 30 }, (_, i) => label(`l${i}`, 400 + i));
    const placed = placeStems(many, [], room(800));
    expect(placed.length).toBeGreaterThan(3);
    expect(placed.length).toBeLessThan(30);
    expect(placed[0]?.id).toBe('l0');
    expect(placeStems([label('wide', 50, 900), label('a', 50)], [], room(800)).map(({ id }) => id)).toEqual([
      'a',
    ]);
  });

  const request = fc.record({
    at: fc.double({ min: -50, max: 900, noNaN: true }),
    width: fc.double({ min: 20, max: 260, noNaN: true }),
  });
  const obstacle: fc.Arbitrary<Obstacle> = fc
    .record({
      from: fc.double({ min: 0, max: 800, noNaN: true }),
      size: fc.double({ min: 2, max: 60, noNaN: true }),
      reach: fc.double({ min: 2, max: 120, noNaN: true }),
    })
    .map(({ from, size, reach }) => ({ from, to: from + size, reach }));

  test('at any width, with any labels: in the frame, clear of each other, of stems and of marks', () => {
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 12 }),
        fc.array(obstacle, { maxLength: 12 }),
        fc.integer({ min: 100, max: 1200 }),
        (requests, obstacles, width) => {
          const space = room(width);
          const labels = requests.map((each, i) => ({ ...each, id: String(i) }));
          const boxes = placeStems(labels, obstacles, space).map(({ id, offset, out }) => {
            const own = labels[Number(id)] ?? label('', 0);
            return { id, at: own.at, from: own.at + offset, to: own.at + offset + own.width, out };
          });
          for (const box of boxes) {
            expect(box.from).toBeGreaterThanOrEqual(space.start);
            expect(box.to).toBeLessThanOrEqual(space.end);
            expect(box.out).toBeGreaterThanOrEqual(space.near);
            expect(box.out + space.height).toBeLessThanOrEqual(space.far + 1e-6);
            for (const each of obstacles) {
              if (each.from < box.to && each.to > box.from) expect(box.out).toBeGreaterThan(each.reach);
            }
            for (const other of boxes) {
              if (other.id === box.id) continue;
              const apart = box.to < other.from || other.to < box.from;
              expect(apart || Math.abs(box.out - other.out) > space.height).toBe(true);
              const passes = other.out > box.out && other.at > box.from && other.at < box.to;
              expect(passes, 'a stem runs through a label').toBe(false);
            }
          }
        },
      ),
    );
  });
});
