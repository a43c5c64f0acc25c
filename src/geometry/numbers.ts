/** Axes of numbers: round ticks, and numbers in words. */

/** The numbers that ticks step by, times a power of ten. */
const STEPS = [1, 2, 5] as const;

/**
 * The round numbers from `from` to `to`, both included, at the finest even step that gives at most `most` of them;
 * where even the coarsest step that leaves one gives more, none.
 *
 * @returns ascending, free of rounding noise
 */
export function niceTicks(from: number, to: number, most: number): number[] {
  const span = to - from;
  if (!(span > 0) || most < 1) return [];
  // One power of ten below the step that would be exact, so that the loop always begins too fine.
  let power = Math.floor(Math.log10(span / (most + 1))) - 1;
  for (; ; power += 1) {
    for (const factor of STEPS) {
      const ticks = multiples(from, to, factor, power);
      if (ticks.length <= most) return ticks;
    }
  }
}

/** The multiples of `factor` times ten to the `power` in a stretch. */
function multiples(from: number, to: number, factor: number, power: number): number[] {
  // Whole numbers times or over whole numbers: never 0.30000000000000004.
  const [times, over] = power < 0 ? [factor, 10 ** -power] : [factor * 10 ** power, 1];
  const first = Math.ceil((from * over) / times - 1e-9);
  const last = Math.floor((to * over) / times + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ((first + i) * times) / over || 0);
}

const known = new Map<string, (value: number) => string>();

/**
 * Numbers as the language writes them, `118,964` and `0.19`: at most three digits after the point.
 *
 * @throws RangeError if it is no language tag
 */
export function numberWords(language: string): (value: number) => string {
  let words = known.get(language);
  if (!words) {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
    words = (value) => format.format(value);
    known.set(language, words);
  }
  return words;
}
