import { describe, expect, it } from 'vitest';
import { growth } from '../../../../src/embed/guest/needs.ts';
import { spread } from '../../../../src/embed/guest/spread.ts';

const above = { least: 0, steps: [200, 300, 250] };
const beside = { least: 700, steps: [200, 100] };

describe('growth', () => {
  it('counts what steps gain, and nothing where a stage beside them is higher still', () => {
    expect(growth([above], 260)).toBe(60 + 10);
    expect(growth([beside], 300)).toBe(0);
    expect(growth([beside], 400)).toBe(100);
  });
});

describe('spread', () => {
  it('uses up what there is, and never more', () => {
    for (const extra of [1, 70, 999, 12_345]) {
      const step = spread([above, beside], extra);
      expect(growth([above, beside], step)).toBeLessThanOrEqual(extra);
      expect(growth([above, beside], step + 2)).toBeGreaterThan(extra - 5);
    }
  });

  it('gives nothing where nothing is left, or nobody to give it to', () => {
    expect(spread([above], 0)).toBe(0);
    expect(spread([above], -50)).toBe(0);
    expect(spread([], 500)).toBe(0);
  });
});
