/** Lettering as outlines, so that a still looks the same where its fonts are not at hand. */
import { readFile } from 'node:fs/promises';
import { create, type Font, type Glyph } from 'fontkit';
import subsetFont from 'subset-font';
import { faces, fontFile, type Face } from '../../../scripts/lib/faces.mjs';

/** A font as style sheets ask for it. */
export interface Type {
  /** The first of the families. */
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Figures of one width. */
  readonly tabular: boolean;
  /** After each character, thousandths of an em. */
  readonly spacing: number;
}

/** A line of text: where its glyphs stand, in thousandths of an em from its start. */
export interface Line {
  readonly glyphs: readonly { readonly id: string; readonly x: number }[];
  readonly advance: number;
}

/** One face at one weight; its parts hold different characters. */
interface Cut {
  readonly face: Face;
  readonly weight: number;
  readonly parts: readonly Font[];
}

export interface Metrics {
  /** Thousandths of an em; `descent` is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
}

const EM = 1000;
const FEATURES = ['kern', 'liga', 'ccmp', 'mark', 'mkmk', 'rvrn', 'tnum'];

export class Lettering {
  readonly #cuts: readonly Cut[];
  readonly #outlines = new Map<string, string>();
  readonly #lines = new Map<string, Line | undefined>();

  private constructor(cuts: readonly Cut[]) {
    this.#cuts = cuts;
  }

  /** @param characters those that will be set */
  static async of(characters: string): Promise<Lettering> {
    const cuts = faces.flatMap((face) => weightsOf(face).map((weight) => makeCut(face, weight, characters)));
    return new Lettering(await Promise.all(cuts));
  }

  /**
   * Sets a line.
   *
   * @returns undefined if the family is not one of the story's or lacks a character
   */
  set(text: string, type: Type): Line | undefined {
    const cut = this.#cutFor(type);
    if (!cut) return undefined;
    const key = [cut.face.file, cut.weight, type.spacing, type.tabular, text].join('|');
    if (!this.#lines.has(key)) this.#lines.set(key, this.#setLine(text, cut, type));
    return this.#lines.get(key);
  }

  /** The outline of a glyph as path data, thousandths of an em, y downwards from the baseline. */
  outline(id: string): string {
    const path = this.#outlines.get(id);
    if (path === undefined) throw new Error(`No glyph "${id}" has been set.`);
    return path;
  }

  metrics(type: Pick<Type, 'family' | 'weight' | 'italic'>): Metrics | undefined {
    const font = this.#cutFor(type)?.parts[0];
    if (!font) return undefined;
    const scale = EM / font.unitsPerEm;
    return { ascent: font.ascent * scale, descent: font.descent * scale, xHeight: font.xHeight * scale };
  }

  /** The nearest cut: style first, then weight. */
  #cutFor({ family, weight, italic }: Pick<Type, 'family' | 'weight' | 'italic'>): Cut | undefined {
    const own = this.#cuts.filter(({ face }) => face.family === family);
    const styled = own.filter(({ face }) => (face.style === 'italic') === italic);
    return (styled.length > 0 ? styled : own).toSorted(
      (a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight),
    )[0];
  }

  #setLine(text: string, cut: Cut, { tabular, spacing }: Type): Line | undefined {
    // Spaced letters are not joined.
    const features = { ...(tabular && { tnum: true }), ...(spacing !== 0 && { liga: false, clig: false }) };
    const glyphs: { id: string; x: number }[] = [];
    let x = 0;
    for (const { part, run } of runs(text.normalize('NFC'), cut.parts)) {
      const font = cut.parts[part];
      if (!font) return undefined;
      const scale = EM / font.unitsPerEm;
      const { glyphs: set, positions } = font.layout(run, features);
      for (const [index, glyph] of set.entries()) {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const id = `${cut.face.file}-${cut.weight}-${part}-${glyph.id}${yOffset === 0 ? '' : `-${yOffset}`}`;
        if (!this.#outlines.has(id)) this.#outlines.set(id, pathOf(glyph, scale, yOffset));
        if (this.#outlines.get(id) !== '') glyphs.push({ id, x: round(x + xOffset * scale, 1) });
        x += xAdvance * scale + spacing;
      }
    }
    return { glyphs, advance: x };
  }
}

/** The hundreds that a face's weights span. */
function weightsOf({ weight }: Face): number[] {
  const [first = 400, last = first] = weight.split(' ').map(Number);
  return Array.from({ length: (last - first) / 100 + 1 }, (_, index) => first + index * 100);
}

async function makeCut(face: Face, weight: number, characters: string): Promise<Cut> {
  const axes = 'wght' in face.axes ? { ...face.axes, wght: weight } : face.axes;
  const parts = face.parts.map(async (part) => {
    const font = await subsetFont(await readFile(fontFile(part)), characters, {
      targetFormat: 'sfnt',
      variationAxes: axes,
      keepFeatures: FEATURES,
      noHinting: true,
    });
    // Room behind the last glyph: fontkit reads the box of a blank one that may lie at the very end.
    return create(Buffer.concat([font, Buffer.alloc(64)]));
  });
  return { face, weight, parts: await Promise.all(parts) };
}

/** Parts text where another part of the face has the characters; -1 where none has. */
function runs(text: string, parts: readonly Font[]): { part: number; run: string }[] {
  const found: { part: number; run: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const part = parts.findIndex((font) => font.hasGlyphForCodePoint(code));
    const last = found.at(-1);
    if (last?.part === part) last.run += character;
    else found.push({ part, run: character });
  }
  return found;
}

const LETTERS = { moveTo: 'm', lineTo: 'l', quadraticCurveTo: 'q', bezierCurveTo: 'c', closePath: 'z' };

/** Path data with steps from point to point, which are short. */
function pathOf(glyph: Glyph, scale: number, rise: number): string {
  let path = '';
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { command, args } of glyph.path.commands) {
    const points = args.map((value, index) =>
      Math.round(index % 2 === 0 ? value * scale : -(value + rise) * scale),
    );
    const steps = points.map((value, index) => value - (index % 2 === 0 ? x : y));
    path += LETTERS[command] + joined(steps);
    if (command === 'closePath') [x, y] = [startX, startY];
    else [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    if (command === 'moveTo') [startX, startY] = [x, y];
  }
  return path;
}

/** Numbers one after the other, apart only where they would run together. */
const joined = (numbers: readonly number[]) =>
  numbers.map((number, index) => (index > 0 && number >= 0 ? ` ${number}` : `${number}`)).join('');

export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  // Adding 0 turns -0 into 0.
  return Math.round(value * factor) / factor + 0;
}
