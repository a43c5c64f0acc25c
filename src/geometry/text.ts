/**
 * Text measured without a browser, from the advances of the label face. Kerning is left out: it takes away
 * a little more often than it adds, so a line is drawn as wide as measured here or slightly narrower.
 */
import { bold, characters, regular } from './advances.ts';

export type Weight = 'regular' | 'bold';

/** An em: for a character the face lacks, which the browser takes from a font unknown to us. */
const UNKNOWN = 1000;

const tables: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: table(regular),
  bold: table(bold),
};

/** The width of `text` on one line, in px, for a type size in px. */
export function measure(text: string, size: number, weight: Weight): number {
  const widths = tables[weight];
  let sum = 0;
  for (const character of text.normalize('NFC')) sum += advance(character, widths);
  return (sum * size) / 1000;
}

/**
 * `text` as it is if it fits into `width` px, or else as much of its beginning as fits with an ellipsis after it.
 * Empty when not even the ellipsis fits.
 */
export function fit(text: string, size: number, weight: Weight, width: number): string {
  if (measure(text, size, weight) <= width) return text;
  const kept = Array.from(text.normalize('NFC'));
  while (kept.length > 0) {
    kept.pop();
    const cut = `${kept.join('').replace(/[\s,;:.–—-]+$/u, '')}…`;
    if (measure(cut, size, weight) <= width) return cut;
  }
  return '';
}

/**
 * `text` in lines of at most `width` px, broken after ordinary spaces, hyphens, dashes and slashes (not at a
 * non-breaking space). What does not go into `maxLines` lines is cut off with an ellipsis, and so is the end of a
 * word that is wider than a line.
 */
export function wrap(text: string, size: number, weight: Weight, width: number, maxLines: number): string[] {
  const lines: string[] = [];
  // Not trim(): it would take non-breaking spaces too.
  let rest = text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
  while (rest !== '' && lines.length < maxLines) {
    const last = lines.length === maxLines - 1;
    const head = last ? rest : firstLine(rest, size, weight, width);
    lines.push(fit(head.replace(/ $/, ''), size, weight, width));
    rest = rest.slice(head.length);
  }
  return lines;
}

/** The words of `text` that go on one line, at least one. */
function firstLine(text: string, size: number, weight: Weight, width: number): string {
  const words = text.match(/[^ /–—-]*(?:[/–—-]+ ?| |$)/gu) ?? [text];
  let line = words[0] ?? text;
  for (const word of words.slice(1)) {
    if (measure((line + word).replace(/ $/, ''), size, weight) > width) break;
    line += word;
  }
  return line;
}

function advance(character: string, widths: ReadonlyMap<string, number>): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFD').replace(/\p{M}/gu, '');
  // A combining mark on its own takes no room.
  return plain === '' ? 0 : (widths.get(plain) ?? UNKNOWN);
}

function table(advances: readonly number[]): ReadonlyMap<string, number> {
  return new Map(Array.from(characters, (character, i) => [character, advances[i] ?? UNKNOWN]));
}
