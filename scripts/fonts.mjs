/**
 * Makes the fonts of the pages in .work/fonts: each face cut down to the characters that the story uses, with the
 * style sheet that names them and the list of those to load early. Nothing is made anew while the characters and
 * the tools stay the same.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faces, fontFile } from './lib/faces.mjs';
import { fontCss } from './lib/font-css.mjs';
import { root } from './lib/root.mjs';

/** All fonts together may weigh this much, in bytes. */
export const FONT_BUDGET = 66 * 1024;

const target = join(root, '.work/fonts');

/** Set by hand in the page, not in the content. */
const TYPOGRAPHIC = '\u00a0‘’‚“”„–—…·×−½¼¾°′″•†§«»‹›€£©↑↓';

/** What the faces are asked to keep of their layout tables; the rest (fractions, old-style figures) is unused. */
const FEATURES = ['kern', 'liga', 'ccmp', 'mark', 'mkmk', 'rvrn', 'tnum'];

/**
 * Makes the fonts for a story, if they are not there yet.
 * @param {{ story?: string, to?: string }} [options] the story's folder, and where the fonts go
 * @returns {Promise<{ made: boolean, files: { name: string, bytes: number }[] }>}
 */
export async function makeFonts({ story = process.env.STORY ?? 'content', to = target } = {}) {
  const characters = await storyCharacters(resolve(root, story));
  const key = await cacheKey(characters);
  const known = await readFile(join(to, 'made.json'), 'utf8').then(JSON.parse, () => undefined);
  if (known?.key === key) return { made: false, files: known.files };

  const fresh = `${to}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const cuts = await cutFaces(characters);
  for (const { name, font } of cuts) await writeFile(join(fresh, name), font);
  const files = cuts.map(({ name, font }) => ({ name, bytes: font.length }));
  const early = cuts.filter(({ face, range }) => face.early && !range).map(({ name }) => name);
  await writeFile(join(fresh, 'fonts.css'), fontCss(cuts.map((cut) => ({ ...cut, file: `./${cut.name}` }))));
  await writeFile(join(fresh, 'preload.ts'), preloadModule(early));
  await writeFile(join(fresh, 'made.json'), JSON.stringify({ key, files }));
  await rm(to, { recursive: true, force: true });
  await rename(fresh, to);
  return { made: true, files };
}

/**
 * The characters that pages of a story may show: those of its files in either case, those of its language's
 * dates, printable ASCII and typographic marks.
 * @param {string} story its folder
 * @returns {Promise<string>} each character once, in order of code points
 */
export async function storyCharacters(story) {
  const found = new Set(TYPOGRAPHIC);
  for (let code = 0x20; code < 0x7f; code++) found.add(String.fromCodePoint(code));
  const add = (/** @type {string} */ text) => {
    for (const character of text.normalize('NFC')) found.add(character);
  };
  const entries = await readdir(story, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && ['.md', '.yaml', '.yml', '.csv'].includes(extname(entry.name)))
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
  );
  for (const text of texts) {
    add(text);
    add(text.toUpperCase());
    add(text.toLowerCase());
    const language = /^language:\s*['"]?([\w-]+)/m.exec(text)?.[1];
    if (language) add(dateWords(language));
  }
  return [...found]
    .filter((character) => !/[\p{C}\ufffd\u2028\u2029]/u.test(character))
    .sort((a, b) => /** @type {number} */ (a.codePointAt(0)) - /** @type {number} */ (b.codePointAt(0)))
    .join('');
}

/** @param {string} language */
function dateWords(language) {
  try {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2019, month, 1 + month))).join(
      ' ',
    );
  } catch {
    // Not a language: the check of the content says so.
    return '';
  }
}

/**
 * Every face cut down to `characters`. Characters that only the second part of a face has go into a file of their
 * own, with their range; those that no part has are left to the reader's fonts.
 * @param {string} characters
 */
async function cutFaces(characters) {
  const { default: subsetFont } = await import('subset-font');
  const cuts = [];
  for (const face of faces) {
    let rest = characters;
    for (const [i, part] of face.parts.entries()) {
      const has = await coverage(part);
      const text = Array.from(rest)
        .filter((character) => has(character))
        .join('');
      rest = Array.from(rest)
        .filter((character) => !has(character))
        .join('');
      if (text === '') continue;
      const font = await subsetFont(await readFile(fontFile(part)), text, {
        targetFormat: 'woff2',
        variationAxes: face.axes,
        keepFeatures: FEATURES,
        noHinting: true,
      });
      const name = `${face.file}${i === 0 ? '' : `-${i + 1}`}.woff2`;
      cuts.push({ face, name, font, ...(i > 0 && { range: unicodeRange(text) }) });
    }
  }
  return cuts;
}

/**
 * Which characters a font file has, by the list that its package keeps.
 * @param {string} part
 * @returns {Promise<(character: string) => boolean>}
 */
async function coverage(part) {
  const [name = ''] = part.split('/');
  const set = part.includes('-latin-ext-') ? 'latin-ext' : 'latin';
  const lists = JSON.parse(await readFile(fontFile(`${name}/unicode.json`), 'utf8'));
  const ranges = String(lists[set])
    .split(',')
    .map((range) =>
      range
        .replace('U+', '')
        .split('-')
        .map((end) => Number.parseInt(end, 16)),
    );
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([first = 0, last = first]) => code >= first && code <= last);
  };
}

/** @param {string} text */
function unicodeRange(text) {
  return Array.from(text, (character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`).join(
    ', ',
  );
}

/** @param {readonly string[]} names */
function preloadModule(names) {
  const imports = names.map((name, i) => `import font${i} from './${name}?url';\n`).join('');
  const list = names.map((_, i) => `font${i}`).join(', ');
  return `${imports}\n/** The addresses of the fonts that the first screen needs. */\nexport const preloads: readonly string[] = [${list}];\n`;
}

/** @param {string} characters */
async function cacheKey(characters) {
  const hash = createHash('sha256').update(characters);
  const inputs = [
    'node_modules/subset-font/package.json',
    'node_modules/@fontsource-variable/newsreader/package.json',
    'node_modules/@fontsource-variable/archivo/package.json',
    'scripts/fonts.mjs',
    'scripts/lib/faces.mjs',
    'scripts/lib/font-css.mjs',
  ];
  for (const input of inputs) hash.update(await readFile(join(root, input)));
  return hash.digest('hex');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { made, files } = await makeFonts();
  for (const { name, bytes } of files) console.log(`${name} ${(bytes / 1024).toFixed(1)} KB`);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${(total / 1024).toFixed(1)} KB in all, ${made ? 'made' : 'unchanged'}`);
}
