import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { advancesModule, readAdvances } from '../../../scripts/advances.mjs';
import { bold, characters, regular } from '../../../src/geometry/advances.ts';
import { fit, measure, wrap } from '../../../src/geometry/text.ts';

const label = fc.string({ unit: fc.constantFrom(...'aeghilmrtwÄéM1,- –/\u00a0'), maxLength: 60 });
const size = fc.integer({ min: 8, max: 40 });
const width = fc.integer({ min: 0, max: 400 });

describe('advances', () => {
  test('the table is the one the font gives', async () => {
    const file = new URL('../../../src/geometry/advances.ts', import.meta.url);
    expect(await readFile(file, 'utf8')).toBe(await advancesModule());
  });

  test.each([
    ['regular', 400],
    ['bold', 600],
  ] as const)('%s: every character of the font measures as in the font', async (weight, number) => {
    const font = await readAdvances(number);
    expect(font.size).toBeGreaterThan(300);
    for (const [character, advance] of font) {
      expect(measure(character, 1000, weight), character).toBe(advance);
    }
  });

  test('both weights have one number for each character', () => {
    const count = Array.from(characters).length;
    expect(regular).toHaveLength(count);
    expect(bold).toHaveLength(count);
  });
});

describe('measure', () => {
  test('is the sum of the advances, in proportion to the size', () => {
    expect(measure('', 16, 'regular')).toBe(0);
    expect(measure('AB', 10, 'regular')).toBeCloseTo(
      measure('A', 10, 'regular') + measure('B', 10, 'regular'),
    );
    expect(measure('Hormuz', 32, 'bold')).toBeCloseTo(2 * measure('Hormuz', 16, 'bold'));
  });

  test('takes an accented letter written as two characters for one', () => {
    expect(measure('e\u0301', 16, 'regular')).toBe(measure('é', 16, 'regular'));
  });

  test('gives a character the face lacks a full em', () => {
    expect(measure('Ж', 16, 'regular')).toBe(16);
  });
});

describe('fit', () => {
  test('leaves alone what fits and cuts what does not', () => {
    expect(fit('Abu Dhabi', 16, 'regular', 100)).toBe('Abu Dhabi');
    expect(fit('Abu Dhabi, Riyadh', 16, 'regular', 80)).toBe('Abu Dhabi…');
    expect(fit('Abu Dhabi', 16, 'regular', 3)).toBe('');
  });

  test('never gives more than the width', () => {
    fc.assert(
      fc.property(label, size, width, (text, px, room) => {
        expect(measure(fit(text, px, 'bold', room), px, 'bold')).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('wrap', () => {
  test('breaks at spaces, after hyphens and dashes, and not at a non-breaking space', () => {
    expect(wrap('The strike is called off', 16, 'regular', 90, 3)).toEqual(['The strike is', 'called off']);
    expect(wrap('non-proliferation', 16, 'regular', 90, 2)).toEqual(['non-', 'proliferation']);
    expect(wrap('on 26\u00a0August', 16, 'regular', 60, 2)).toEqual(['on', '26\u00a0Aug…']);
    expect(wrap('  ', 16, 'regular', 60, 2)).toEqual([]);
  });

  test('cuts the last line with an ellipsis', () => {
    expect(wrap('The strike is called off', 16, 'regular', 90, 1)).toEqual(['The strike is…']);
    expect(wrap('The strike is called off', 16, 'regular', 90, 0)).toEqual([]);
  });

  test('keeps within the width and the number of lines, and loses nothing that it does not mark', () => {
    fc.assert(
      fc.property(label, size, width, fc.integer({ min: 1, max: 4 }), (text, px, room, maxLines) => {
        const lines = wrap(text, px, 'regular', room, maxLines);
        expect(lines.length).toBeLessThanOrEqual(maxLines);
        for (const line of lines) expect(measure(line, px, 'regular')).toBeLessThanOrEqual(room);
        const whole = lines.every((line) => line !== '' && !line.endsWith('…'));
        const letters = (s: string) => s.replace(/ /g, '');
        if (whole) expect(letters(lines.join(''))).toBe(letters(text));
      }),
    );
  });
});
