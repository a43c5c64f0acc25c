import { describe, expect, it } from 'vitest';
import { doorForKey } from '../../../../src/islands/plan/keys.ts';

describe('doorForKey', () => {
  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowDown', 1, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowUp', 1, 0],
    ['Home', 3, 0],
    ['End', 1, 5],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 5, 5],
  ])('%s leads from %i to %i of six', (key, from, to) => {
    expect(doorForKey(key, from, 6)).toBe(to);
  });

  it.each(['Enter', 'Tab', ' ', 'a', 'PageDown'])('leaves %s to the browser', (key) => {
    expect(doorForKey(key, 2, 6)).toBeUndefined();
  });
});
