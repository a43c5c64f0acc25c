/**
 * Writes src/geometry/advances.ts: how wide each character of the label face is, so that geometry can measure
 * text without a browser. Run it by hand after an update of the font: `node scripts/advances.mjs`.
 * A test fails while the file and the font differ.
 */
/** @import { Face } from './lib/faces.mjs' */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fontkit from 'fontkit';
import * as prettier from 'prettier';
import subsetFont from 'subset-font';
import { LABEL_WIDTH, faces, fontFile } from './lib/faces.mjs';
import { root } from './lib/root.mjs';

const label = /** @type {Face} */ (faces.find(({ file }) => file === 'archivo'));
const target = join(root, 'src/geometry/advances.ts');

/** Latin-1, Latin Extended-A and what typesetting adds to them. */
const wanted = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0x17f),
  ...Array.from('\u2009‐–—‘’‚“”„†•…′″‹›⁄€™↑↓−').map(code),
];

/**
 * The advances of one weight, read from the font itself.
 * @param {number} weight
 * @returns {Promise<Map<string, number>>} thousandths of an em, by character; characters the font lacks are left out
 */
export async function readAdvances(weight) {
  const text = String.fromCodePoint(...wanted);
  const advances = new Map();
  for (const part of label.parts) {
    const original = await readFile(fontFile(part));
    const instance = await subsetFont(original, text, {
      targetFormat: 'sfnt',
      variationAxes: { wght: weight, wdth: LABEL_WIDTH },
    });
    const font = fontkit.create(instance);
    for (const point of wanted) {
      const character = String.fromCodePoint(point);
      if (advances.has(character) || !font.hasGlyphForCodePoint(point)) continue;
      const width = font.glyphForCodePoint(point).advanceWidth;
      advances.set(character, Math.round((width * 1000) / font.unitsPerEm));
    }
  }
  return advances;
}

/** The source text of src/geometry/advances.ts. */
export async function advancesModule() {
  const [regular, bold] = await Promise.all([readAdvances(400), readAdvances(600)]);
  // An accented letter as wide as its plain one needs no entry: text.ts takes it apart.
  const kept = [...regular.keys()].filter((character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '');
    return (
      plain === character ||
      regular.get(plain) !== regular.get(character) ||
      bold.get(plain) !== bold.get(character)
    );
  });
  const source = `/**
 * Advances of the label face at ${LABEL_WIDTH} % width, in thousandths of an em; made by scripts/advances.mjs.
 * \`regular\` (weight 400) and \`bold\` (weight 600) run parallel to \`characters\`. Accented letters as wide as the
 * plain letter are left out.
 */
export const characters =
  ${JSON.stringify(kept.join('')).replace(/[\u00a0\u00ad\u2009\u2010]/g, (c) => `\\u${code(c).toString(16).padStart(4, '0')}`)};

export const regular: readonly number[] = [${kept.map((c) => regular.get(c)).join(', ')}];

export const bold: readonly number[] = [${kept.map((c) => bold.get(c)).join(', ')}];
`;
  const options = (await prettier.resolveConfig(target)) ?? {};
  return prettier.format(source, { ...options, parser: 'typescript' });
}

/** @param {number} first @param {number} last */
function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** @param {string} character */
function code(character) {
  return /** @type {number} */ (character.codePointAt(0));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile(target, await advancesModule());
  console.log('wrote src/geometry/advances.ts');
}
