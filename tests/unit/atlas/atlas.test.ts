import { describe, expect, test } from 'vitest';
import { atlasOf } from '../../../src/atlas/atlas.ts';
import { pathOf } from '../../../src/atlas/path.ts';
import { ringArea, simplify, type Point } from '../../../src/atlas/simplify.ts';
import type { AtlasSettings } from '../../../src/geometry/atlas.ts';

describe('simplify', () => {
  const wave = Array.from({ length: 101 }, (_, i): Point => [i * 10, (i % 2) * 0.1 + (i === 50 ? 80 : 0)]);

  test('keeps the ends and what matters, and drops the rest', () => {
    const line = simplify(wave, 5);
    expect(line[0]).toEqual([0, 0]);
    expect(line.at(-1)).toEqual([1000, 0]);
    expect(line).toContainEqual([500, 80]);
    expect(line.length).toBeLessThan(8);
  });

  test('keeps what it is told to keep', () => {
    expect(simplify(wave, 5, ([x]) => x === 30)).toContainEqual([30, 0.1]);
  });

  test('the area of a ring is that of its outline', () => {
    expect(
      ringArea([
        [0, 0],
        [4, 0],
        [4, 3],
        [0, 3],
        [0, 0],
      ]),
    ).toBe(12);
  });
});

describe('pathOf', () => {
  test('writes whole numbers, each relative to the one before', () => {
    expect(
      pathOf(
        [
          [
            [10.2, 10],
            [20, 8],
            [20.1, 8.2],
            [19, 12],
          ],
        ],
        false,
      ),
    ).toBe('m10 10l10-2-1 4');
  });

  test('closes rings, and goes on from where they began', () => {
    const ring = (x: number): Point[] => [
      [x, 0],
      [x + 4, 0],
      [x, 5],
      [x, 0],
    ];
    expect(pathOf([ring(0), ring(10)], true)).toBe('m0 0l4 0-4 5zm10 0l4 0-4 5z');
  });

  test('leaves out what has shrunk to less than a triangle', () => {
    expect(
      pathOf(
        [
          [
            [0, 0],
            [0.2, 0],
            [0, 0.2],
            [0, 0],
          ],
        ],
        true,
      ),
    ).toBe('');
  });
});

describe('atlasOf', () => {
  const settings: AtlasSettings = {
    resolution: '50m',
    extent: [
      [5, 54],
      [16, 58],
    ],
    detail: 40,
    graticule: 2,
    uncoloured: [],
  };
  const atlas = atlasOf(settings);

  test('fills its sheet with the extent', () => {
    const [left, top, right, bottom] = atlas.box(settings.extent);
    expect([left, top].map(Math.round)).toEqual([0, 0]);
    expect(Math.round(right)).toBe(atlas.width);
    expect(Math.ceil(bottom)).toBe(atlas.height);
  });

  test('keeps north above south and east to the right', () => {
    const [x, y] = atlas.place([10, 56]);
    expect(atlas.place([11, 56])[0]).toBeGreaterThan(x);
    expect(atlas.place([10, 57])[1]).toBeLessThan(y);
  });

  test('a kilometre is as long as the distance of two known points says', () => {
    const [x1, y1] = atlas.place([10, 55.5]);
    const [x2, y2] = atlas.place([10, 56.5]);
    expect(Math.hypot(x2 - x1, y2 - y1) / atlas.unitsPerKm([10, 56])).toBeCloseTo(111.2, 0);
  });

  test('has land, borders and a graticule, and stays near its sheet', () => {
    expect(atlas.land).toMatch(/^m-?\d+[ -]\d+l/);
    expect(atlas.borders).not.toBe('');
    expect(atlas.graticule).not.toBe('');
    // Absolute beginnings of rings lie on the sheet or just beyond it.
    const [x = NaN, y = NaN] = (/^m(-?\d+) ?(-?\d+)/.exec(atlas.land) ?? []).slice(1).map(Number);
    expect(x).toBeGreaterThan(-400);
    expect(y).toBeLessThan(atlas.height + 400);
  });

  test('an uncoloured island is outlined apart from the rest', () => {
    const other = atlasOf({ ...settings, uncoloured: [[14.9, 55.1]] });
    expect(atlas.bare).toBe('');
    expect(other.bare).not.toBe('');
    expect(other.land.length).toBeLessThan(atlas.land.length);
  });

  test('is made once', () => {
    expect(atlasOf({ ...settings })).toBe(atlas);
  });
});
