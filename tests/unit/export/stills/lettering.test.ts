import { beforeAll, describe, expect, it } from 'vitest';
import { Lettering } from '../../../../src/export/stills/lettering.ts';
import { measure } from '../../../../src/geometry/text.ts';

const TEXT = 'Rouhani: sanctions first, 26–27 August 2019 (ČŁ fi)';
const label = { family: 'Archivo', weight: 400, italic: false, tabular: false, spacing: 0 };
let lettering: Lettering;
beforeAll(async () => {
  lettering = await Lettering.of(TEXT);
}, 60_000);

describe('a line', () => {
  it.each([
    [400, 'regular'],
    [600, 'bold'],
  ] as const)('is as wide as the geometry takes it to be, kerning aside, at weight %i', (weight, name) => {
    const line = lettering.set(TEXT, { ...label, weight });
    const measured = measure(TEXT, 1000, name);
    expect(line?.advance).toBeLessThan(measured * 1.01);
    expect(line?.advance).toBeGreaterThan(measured * 0.95);
  });

  it('agrees with the geometry on every letter', () => {
    for (const letter of new Set(TEXT)) {
      const { advance = 0 } = lettering.set(letter, label) ?? {};
      expect(Math.abs(advance - measure(letter, 1000, 'regular')), letter).toBeLessThanOrEqual(1);
    }
  });

  it('has a glyph with an outline for every letter that is not blank', () => {
    const line = lettering.set('August', label);
    expect(line?.glyphs).toHaveLength(6);
    for (const { id } of line?.glyphs ?? []) expect(lettering.outline(id)).toMatch(/^m-?\d+.*z$/);
    expect(lettering.set(' ', label)?.glyphs).toEqual([]);
  });

  it('grows by its spacing', () => {
    const [close, apart] = [
      lettering.set('August', label),
      lettering.set('August', { ...label, spacing: 100 }),
    ];
    expect(apart?.advance).toBeCloseTo((close?.advance ?? 0) + 600, 5);
    expect(apart?.glyphs[2]?.x).toBeCloseTo((close?.glyphs[2]?.x ?? 0) + 200, 1);
  });

  it('is set in the face, style and weight asked for, or the nearest', () => {
    const ids = (type: Partial<typeof label>) => lettering.set('a', { ...label, ...type })?.glyphs[0]?.id;
    expect(ids({ weight: 700 })).toBe(ids({ weight: 600 }));
    expect(ids({ weight: 600 })).not.toBe(ids({ weight: 400 }));
    expect(ids({ family: 'Newsreader', italic: true })).toMatch(/^newsreader-italic-/);
    expect(ids({ family: 'Newsreader', weight: 300 })).toMatch(/^newsreader-300-/);
  });

  it('cannot be set with other fonts, or without the characters', () => {
    expect(lettering.set('August', { ...label, family: 'Arial' })).toBeUndefined();
    expect(lettering.set('روحانی', label)).toBeUndefined();
  });
});
