/** Type as it is set in English: curly quotation marks and apostrophes, and spaces that must not break. */

const nbsp = '\u00a0';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const units =
  'per cent|percent|thousand|million|billion|trillion|degrees|metres|kilometres|miles|km|kilograms|kg|tonnes|tons|barrels|dollars|euros';

/** What must stay on one line: each space in a match becomes a non-breaking one. */
const unbroken: readonly RegExp[] = [
  // 26 August 2019, 24–26 August, August 2019
  new RegExp(`\\b\\d{1,2} (?:${months})\\b(?: \\d{4}\\b)?`, 'g'),
  new RegExp(`\\b(?:${months}) \\d{4}\\b`, 'g'),
  // 3.67 per cent, 15 billion dollars
  new RegExp(`\\d (?:${units})\\b(?: (?:${units})\\b)?`, 'g'),
  // Mr Trump, No 5
  /\b(?:Mr|Mrs|Ms|Dr|St|No)\.? (?=[A-Z0-9])/g,
  // a dash between spaces stays with the word before it
  / (?=[–—] )/g,
];

/** A text as it is set. Straight marks in, curly marks out; what is already set stays. */
export function typographic(text: string): string {
  return typographicRuns([text]).join('');
}

/**
 * The same for a paragraph that comes in pieces, such as the text in and around a link: a mark takes its direction
 * from the letters of the neighbouring pieces.
 */
export function typographicRuns(runs: readonly string[]): string[] {
  const whole = runs.join('');
  let offset = 0;
  return runs.map((run) => {
    const start = offset;
    offset += run.length;
    const curly = run.replace(/["']/g, (mark, index: number) => {
      const before = whole[start + index - 1] ?? ' ';
      const after = whole[start + index + 1] ?? ' ';
      const opens = /[\s([{—–\u201c\u2018"']/.test(before) && !/[\s,.;:!?)\]}]/.test(after);
      if (mark === '"') return opens ? '\u201c' : '\u201d';
      // An apostrophe may begin a word: the '90s.
      return opens && !/\d/.test(after) ? '\u2018' : '\u2019';
    });
    return unbroken.reduce((set, match) => set.replace(match, (found) => found.replaceAll(' ', nbsp)), curly);
  });
}

/** Straight marks and plain spaces again, for comparing text letter by letter. */
export function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
