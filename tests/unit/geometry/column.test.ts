import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeColumn, type ColumnLabel } from '../../../src/geometry/column.ts';

const column = { start: 10, end: 390, gap: 8 };
const label = (id: string, at: number, height = 34): ColumnLabel => ({ id, at, height, level: 7 });

describe('placeColumn', () => {
  test('alone, a label is level with its mark', () => {
    expect(placeColumn([label('a', 100)], column)).toEqual([{ id: 'a', start: 93 }]);
  });

  test('at the ends it stays in the frame', () => {
    expect(placeColumn([label('a', 0), label('b', 400)], column)).toEqual([
      { id: 'a', start: 10 },
      { id: 'b', start: 356 },
    ]);
  });

  test('two in one place share the way', () => {
    expect(placeColumn([label('a', 100), label('b', 100)], column)).toEqual([
      { id: 'a', start: 72 },
      { id: 'b', start: 114 },
    ]);
  });

  test('in the order of time, whatever the order of importance', () => {
    expect(placeColumn([label('late', 300), label('early', 30)], column).map(({ id }) => id)).toEqual([
      'early',
      'late',
    ]);
  });

  test('at any height, with any labels: in the frame, none on another, in order, the first in the list kept', () => {
    const request = fc.record({
      at: fc.double({ min: -50, max: 500, noNaN: true }),
      height: fc.double({ min: 10, max: 60, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 20 }),
        fc.integer({ min: 60, max: 500 }),
        (requests, end) => {
          const space = { ...column, end };
          const labels = requests.map((each, i) => ({ ...each, id: String(i), level: 7 }));
          const placed = placeColumn(labels, space);
          placed.forEach(({ id, start }, i) => {
            const own = labels[Number(id)];
            const next = placed[i + 1];
            expect(start).toBeGreaterThanOrEqual(space.start - 1e-6);
            expect(start + (own?.height ?? 0)).toBeLessThanOrEqual(
              (next ? next.start - space.gap : end) + 1e-6,
            );
            if (next) expect(labels[Number(next.id)]?.at).toBeGreaterThanOrEqual(own?.at ?? Infinity);
          });
          if (labels[0] && labels[0].height <= end - space.start)
            expect(placed.map(({ id }) => id)).toContain('0');
        },
      ),
    );
  });
});
