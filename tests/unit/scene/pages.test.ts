/** What is read when, step by step, and how it fits. */
import { describe, expect, test } from 'vitest';
import {
  arrange,
  countOf,
  lastStep,
  placeAfter,
  placeBefore,
  screensOf,
  type Part,
  type Place,
} from '../../../src/scene/pages.ts';

const parts: readonly Part[] = [
  { group: '' },
  { group: 'one' },
  { group: 'one', step: 'one/a' },
  { group: 'one', step: 'one/b' },
  { group: 'two' },
  { group: 'two', step: 'two/c' },
  { group: 'two' },
];

/** How many screens each of them fills. */
const screens = [1, 2, 1, 3, 1, 2, 1];

test('the way there and back leads over every screen of every part, once', () => {
  const way: string[] = [];
  let last: Place = { part: 0, screen: 0 };
  for (let at: Place | undefined = last; at; at = placeAfter(at, screens[at.part]!, parts.length)) {
    way.push(`${at.part}.${at.screen}`);
    last = at;
  }
  expect(way).toEqual(['0.0', '1.0', '1.1', '2.0', '3.0', '3.1', '3.2', '4.0', '5.0', '5.1', '6.0']);

  const back: string[] = [];
  for (let at: Place | undefined = last; at; at = placeBefore(at, screens[at.part]!)) {
    back.push(`${at.part}.${at.screen < 0 ? screens[at.part]! - 1 : at.screen}`);
  }
  expect(back.toReversed()).toEqual(way);
});

test('a part that fills fewer screens than before is left at once', () => {
  expect(placeAfter({ part: 1, screen: 4 }, 2, parts.length)).toEqual({ part: 2, screen: 0 });
  expect(placeBefore({ part: 1, screen: 4 }, 2)).toEqual({ part: 1, screen: 0 });
});

test('parts are counted within their chapter', () => {
  expect(countOf(parts, 0)).toEqual({ n: 1, of: 1 });
  expect(countOf(parts, 3)).toEqual({ n: 3, of: 3 });
  expect(countOf(parts, 4)).toEqual({ n: 1, of: 3 });
});

test('prose keeps the step before it', () => {
  expect(parts.map((_, index) => lastStep(parts, index))).toEqual([-1, -1, 0, 1, 1, 2, 2]);
});

describe('a step in a frame', () => {
  const figure = { drawing: { width: 312, height: 300 }, around: 60 };

  test('has its figure above its text where both fit', () => {
    expect(arrange(342, 600, figure, 240)).toEqual({ how: 'above', drawing: 312 });
  });

  test('has a drawing that is a little smaller where that helps', () => {
    const { how, drawing } = arrange(342, 560, figure, 240);
    expect(how).toBe('above');
    expect(drawing).toBeLessThan(312);
    expect((drawing / 312) * 300 + 60 + 240).toBeLessThanOrEqual(560);
  });

  test('has each on a screen of its own before letters become too small to read', () => {
    expect(arrange(342, 380, figure, 240)).toEqual({ how: 'apart', drawing: 312 });
    const { how, drawing } = arrange(342, 300, figure, 240);
    expect(how).toBe('apart');
    expect((drawing / 312) * 300 + 60).toBeLessThanOrEqual(300);
  });

  test('has its figure beside its text in a wide one, as high as it at most', () => {
    expect(arrange(1100, 500, figure, 240)).toEqual({ how: 'beside', drawing: 312 });
    const { how, drawing } = arrange(650, 300, figure, 2000);
    expect(how).toBe('beside');
    expect((drawing / 312) * 300 + 60).toBeLessThanOrEqual(300);
  });
});

test('a text fills as many screens as it has columns', () => {
  expect(screensOf(312, 312, 32)).toBe(1);
  expect(screensOf(312 * 3 + 32 * 2, 312, 32)).toBe(3);
  // A letter that hangs over the edge is no column.
  expect(screensOf(316, 312, 32)).toBe(1);
  expect(screensOf(0, 312, 32)).toBe(1);
});
