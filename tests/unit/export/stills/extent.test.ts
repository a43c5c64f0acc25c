import { expect, it } from 'vitest';
import {
  Extent,
  IDENTITY,
  multiplied,
  outlineOf,
  readTransform,
} from '../../../../src/export/stills/extent.ts';
import { shortened } from '../../../../src/export/stills/shapes.ts';

const reach = (points: readonly number[], transform = '', around = 0) => {
  const extent = new Extent();
  extent.add(points, readTransform(transform), around);
  return [extent.left, extent.top, extent.right, extent.bottom].map((each) => Math.round(each * 100) / 100);
};
const path = (d: string) =>
  outlineOf(
    'path',
    () => d,
    () => NaN,
  );

it.each([
  ['M1 2L5 9', [1, 2, 5, 9]],
  ['m1 2 4 7h3v-20', [1, -11, 8, 9]],
  ['M0 0h10v10H0z m20 20 5 5', [0, 0, 25, 25]],
  ['M0 0C1-5 9-5 10 0', [0, -5, 10, 0]],
  ['M0 0a5 5 0 0110 0', [0, -0, 10, 0]],
  ['M10 10A4 4 0 1 1 10 18', [6, 10, 14, 18]],
  ['M1.5.5-2-3', [-2, -3, 1.5, 0.5]],
])('%s reaches %j', (d, expected) => {
  const [left = 0, top = 0, right = 0, bottom = 0] = reach(path(d));
  // What encloses an arc may be larger than the arc, never smaller.
  expect(left).toBeLessThanOrEqual(expected[0] ?? 0);
  expect(top).toBeLessThanOrEqual(expected[1] ?? 0);
  expect(right).toBeGreaterThanOrEqual(expected[2] ?? 0);
  expect(bottom).toBeGreaterThanOrEqual(expected[3] ?? 0);
  if (!/a/i.test(d)) expect([left, top, right, bottom]).toEqual(expected);
});

it('follows transforms, one inside the other', () => {
  expect(reach([0, 0, 10, 0], 'translate(5 5)rotate(90)')).toEqual([5, 5, 5, 15]);
  expect(reach([10, 0], 'rotate(180, 5, 5)')).toEqual([0, 10, 0, 10]);
  expect(reach([0, 0], 'scale(2)', 1)).toEqual([-2, -2, 2, 2]);
  const both = multiplied(readTransform('translate(3 0)'), readTransform('scale(2)'));
  expect(multiplied(both, IDENTITY)).toEqual([2, 0, 0, 2, 3, 0]);
  expect(() => readTransform('perspective(3)')).toThrow('Stills cannot draw the transform "perspective(3)".');
});

it.each([
  ['M25.69999999999999 3.14159L.5 1e-7', 'M25.7 3.14L.5 1e-7'],
  ['1.234.567', '1.23 0.57'],
  ['12.3 45', '12.3 45'],
  ['1.5e-9 2', '0 2'],
])('shortens %s', (text, expected) => {
  expect(shortened(text, 2)).toBe(expected);
});
