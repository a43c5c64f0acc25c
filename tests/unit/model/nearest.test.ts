import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, nearest, nearestStretch, notOneOf } from '../../../src/model/nearest.ts';

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['flaw', 'lawn', 2],
  ['demans', 'demands', 1],
])('from "%s" to "%s" it is %i', (a, b, expected) => {
  expect(distance(a, b)).toBe(expected);
});

test('it is as far there as back, and no way is longer than a detour', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      expect(distance(a, a)).toBe(0);
    }),
  );
});

test('the nearest is named only if it is near', () => {
  expect(nearest('demans', ['ties', 'demands', 'timeline'])).toBe('demands');
  expect(nearest('Demands', ['ties', 'demands'])).toBe('demands');
  expect(nearest('map', ['ties', 'demands'])).toBeUndefined();
  expect(nearest('anything', [])).toBeUndefined();
});

test('a complaint lists what there is and says what was meant', () => {
  expect(notOneOf('figure', 'demans', ['demands', 'ties'])).toBe(
    'figure "demans" is not one of demands, ties (did you mean "demands"?)',
  );
  expect(notOneOf('side', 'moon', ['east', 'west'])).toBe('side "moon" is not one of east, west');
  expect(notOneOf('door', 'mill', [])).toBe('door "mill" is unknown; there is none yet');
});

test('a long list is cut to the three nearest', () => {
  const many = Array.from({ length: 30 }, (_, index) => `source-number-${index}`);
  expect(notOneOf('source', 'source-numer-1', many)).toBe(
    'source "source-numer-1" is not one of source-number-1, source-number-0, source-number-2 … (did you mean "source-number-1"?)',
  );
});

test('the nearest stretch may lie anywhere', () => {
  expect(nearestStretch('and he keps his', 'I keep my key and he keeps his, still')).toEqual({
    stretch: 'and he keeps his',
    distance: 1,
  });
  expect(nearestStretch('key', 'my key')).toEqual({ stretch: 'key', distance: 0 });
  expect(nearestStretch('key', '').distance).toBe(3);
});
