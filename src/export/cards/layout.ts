/** Where everything lies on a share card. Lengths are px of the card. */
import { round, type Lettering, type Line, type Type } from '../stills/lettering.ts';

export interface Card {
  /** A short line above the title: the day, or the door. */
  readonly line: string;
  readonly title: string;
  readonly text: string;
  /** The story's name and day, at the foot; empty on the story's own card. */
  readonly story: string;
  readonly date: string;
  /** The number of a door; empty where there is none. */
  readonly number: string;
}

/** A drawing that goes on a card. */
export interface Drawing {
  readonly markup: string;
  /** What the markup refers to; asked for once everything is drawn. */
  readonly definitions: () => string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** CSS colours; `side` is that of the door. */
export type Colours = Readonly<Record<'sheet' | 'ink' | 'mute' | 'rule' | 'hot' | 'side', string>>;

const SIZE = { width: 1200, height: 630 };
const FRAME = 24;
const MARGIN = 68;
const EM = 1000;

const serif = (weight: number, spacing: number): Type => ({
  family: 'Newsreader',
  weight,
  italic: false,
  tabular: false,
  spacing,
});
const label = (weight: number): Type => ({
  family: 'Archivo',
  weight,
  italic: false,
  tabular: false,
  spacing: 0,
});
const TITLE = serif(300, -25);
const TEXT = serif(400, 0);

interface Setting {
  readonly lines: readonly string[];
  /** The size of the type and the distance from baseline to baseline. */
  readonly size: number;
  readonly leading: number;
}

/**
 * A card as SVG, its letters as outlines.
 *
 * @throws Error for text that finds no room, or that the story's fonts cannot set
 */
export function layOutCard(card: Card, drawing: Drawing, lettering: Lettering, colours: Colours): string {
  const parts: string[] = [];
  const set = (text: string, type: Type, size: number, x: number, y: number, fill: string) => {
    const line = lineOf(lettering, text, type);
    const path = line.glyphs.map(({ id, x: at }) => `M${at} 0${lettering.outline(id)}`).join('');
    parts.push(
      `<path d="${path}" transform="translate(${round(x, 2)} ${round(y, 2)})scale(${size / EM})" fill="${fill}"/>`,
    );
    return (line.advance * size) / EM;
  };
  const setAll = ({ lines, size, leading }: Setting, type: Type, y: number, fill: string) => {
    for (const [index, line] of lines.entries()) {
      // Large type stands a little to the right of its margin.
      set(line, type, size, MARGIN - (size > 60 ? size * 0.045 : 0), y + index * leading, fill);
    }
    return y + (lines.length - 1) * leading;
  };
  const fitted = (text: string, type: Type, width: number, sizes: readonly [number, number][]) =>
    fitText(lettering, text, type, width, sizes);
  const place = (x: number, y: number, width: number, height: number, upright: number) => {
    const { box } = drawing;
    const scale = Math.min(width / box.width, height / box.height);
    const left = x + (width - box.width * scale) / 2;
    const top = y + (height - box.height * scale) * upright;
    parts.push(
      `<g transform="translate(${round(left, 2)} ${round(top, 2)})scale(${round(scale, 4)})translate(${-box.x} ${-box.y})">${drawing.markup}</g>`,
    );
  };

  const inner = SIZE.width - 2 * MARGIN;
  const bottom = SIZE.height - FRAME;
  if (card.number !== '') {
    // A door: its number and name at the left, itself at the right, the story in a title block at the foot.
    const column = 640;
    set(card.number, label(600), 104, MARGIN - 4, 158, colours.side);
    const title = fitted(card.title, TITLE, column, [
      [108, 1],
      [84, 2],
      [68, 2],
    ]);
    const below = setAll(title, TITLE, title.lines.length > 1 ? 252 : 276, colours.ink);
    const text = fitted(card.text, TEXT, column, [
      [33, 4],
      [29, 5],
      [26, 6],
    ]);
    setAll(text, TEXT, below + 62, colours.ink);
    place(762, 92, 370, 390, 0.5);
  } else {
    const line = card.line === '' ? 0 : 1;
    if (line) set(card.line, label(600), 26, MARGIN, 92, colours.hot);
    const title = fitted(card.title, TITLE, inner, [
      [card.story === '' ? 136 : 104, 1],
      [80, 1],
      [60, 2],
    ]);
    const at = setAll(title, TITLE, (line ? 96 : 56) + title.size * 0.88, colours.ink);
    const text = fitted(card.text, TEXT, inner, [
      [31, 2],
      [27, 3],
    ]);
    const end = setAll(text, TEXT, at + 58, colours.ink);
    const foot = card.story === '' ? bottom - 30 : bottom - 78;
    place(MARGIN, end + 26, inner, foot - end - 26, 1);
  }
  if (card.story !== '') {
    const y = bottom - 60;
    parts.push(`<path d="M${FRAME} ${y}H${SIZE.width - FRAME}" stroke="${colours.ink}" stroke-width="1.5"/>`);
    const middle = y + 39;
    set(card.story, label(600), 25, MARGIN, middle, colours.ink);
    const date = lineOf(lettering, card.date, label(400));
    const x = SIZE.width - MARGIN - (date.advance * 25) / EM;
    set(card.date, label(400), 25, x, middle, colours.mute);
  }

  const { width, height } = SIZE;
  const frame = `x="${FRAME}" y="${FRAME}" width="${width - 2 * FRAME}" height="${height - 2 * FRAME}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs>${drawing.definitions()}</defs>`,
    `<rect width="${width}" height="${height}" fill="${colours.sheet}"/>`,
    `<rect ${frame} fill="none" stroke="${colours.ink}" stroke-width="1.5"/>`,
    ...parts,
    '</svg>\n',
  ].join('');
}

/**
 * Text in the first of the sizes in which it needs no more than so many lines.
 *
 * @param sizes each with the number of lines that there is room for
 */
function fitText(
  lettering: Lettering,
  text: string,
  type: Type,
  width: number,
  sizes: readonly (readonly [size: number, lines: number])[],
): Setting {
  for (const [size, most] of sizes) {
    const lines = wrap(text, (line) => (lineOf(lettering, line, type).advance * size) / EM, width);
    if (lines.length <= most) return { lines, size, leading: Math.round(size * (size > 60 ? 1 : 1.3)) };
  }
  throw new Error(`There is no room for "${text}".`);
}

/**
 * Text in lines of at most `width`, broken after spaces, and of about the same length.
 *
 * @param measure the width of a line
 */
export function wrap(text: string, measure: (line: string) => number, width: number): string[] {
  const words = text.trim().split(/[ \n]+/);
  const broken = (most: number) => {
    const lines: string[] = [];
    for (const word of words) {
      const last = lines.at(-1);
      if (last !== undefined && measure(`${last} ${word}`) <= most)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  };
  const lines = broken(width);
  // No word by itself at the end: the narrowest column that needs no line more.
  for (let most = width; most > width * 0.7; most -= width / 50) {
    const next = broken(most);
    if (next.length > lines.length || next.some((line) => measure(line) > most)) break;
    lines.splice(0, lines.length, ...next);
  }
  return lines;
}

function lineOf(lettering: Lettering, text: string, type: Type): Line {
  const line = lettering.set(text, type);
  if (!line) throw new Error(`The fonts of the story cannot set "${text}".`);
  return line;
}
