/**
 * `npm run build -- [--site URL] [--keep DIR]`: checks the content, makes the fonts, builds the site in a folder of its
 * own in .work/, finishes it, and only then puts it in the place of dist/. Whatever goes wrong on the way, dist/ stays
 * as it was. With `--keep`, the edition is frozen under `/v/{version}/` beside those that DIR keeps from earlier builds,
 * and kept there too.
 */
import { mkdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { bringKept, freeze, keepEdition, writeEditions } from '../src/export/frozen.ts';
import { writeHostFiles } from '../src/export/hosting.ts';
import { isPacked, packFiles } from '../src/export/pack.ts';
import { makeBeside } from '../src/export/place.ts';
import { longDate } from '../src/model/dates.ts';
import { mistakeLine } from '../src/model/mistakes.ts';
import { loadStory } from '../src/model/read.ts';
import { FONT_BUDGET, makeFonts } from './fonts.mjs';
import { bundle } from './lib/bundle.mjs';
import { makeLoader } from './lib/loader.mjs';
import { root } from './lib/root.mjs';
import { endOnSignals, run } from './lib/run.mjs';

/** @import { Story } from '../src/model/types.ts' */

const work = join(root, '.work');
const dist = join(root, 'dist');

/** What goes wrong in the reader's terms: printed as it is, without a stack. */
export class BuildError extends Error {}

/**
 * @typedef {object} BuildOptions
 * @property {string | undefined} [site] the address it will be published at
 * @property {string | undefined} [keep] the folder where editions are kept between builds, from the project's root
 * @property {boolean} [packed] whether packed copies lie beside text files, for servers that send them
 */

/**
 * Builds the site.
 * @param {BuildOptions & { out?: string | undefined }} [options] `out`: the folder to put it in, from the project's
 *   root and on its disk; dist/ if left out. What lies there goes, whatever it is
 * @throws {BuildError} that says what is wrong
 */
export async function build({ out, ...options } = {}) {
  const begun = Date.now();
  const target = out === undefined ? dist : resolve(root, out);
  await making(target, async ({ fresh, put }) => {
    await buildInto(fresh, target, options);
    put();
  });
  await report(target, begun);
}

/**
 * Builds the site for a moment.
 * @template T
 * @param {BuildOptions} options
 * @param {(dir: string) => Promise<T>} use what is done with the folder it lies in, before it goes
 * @returns {Promise<T>}
 * @throws {BuildError} that says what is wrong
 */
export function withBuild(options, use) {
  const target = join(work, 'export');
  return making(target, async ({ fresh }) => {
    await buildInto(fresh, target, options);
    return use(fresh);
  });
}

/**
 * @template T
 * @param {string} target
 * @param {(place: import('../src/export/place.ts').Making) => Promise<T>} make
 */
async function making(target, make) {
  mkdirSync(work, { recursive: true });
  const place = makeBeside(target, join(work, basename(target)));
  try {
    return await make(place);
  } finally {
    place.end();
  }
}

/**
 * @param {string} fresh an empty folder
 * @param {string} target where it goes then
 * @param {BuildOptions} options
 */
async function buildInto(fresh, target, { site, keep, packed = true }) {
  const kept = keep === undefined ? undefined : keepFolder(keep, target);
  const given = site === undefined ? undefined : withoutSlash(site);
  const story = checkedStory();
  const fonts = await makeFonts();
  checkWeight(fonts.files);

  const env = { OUT_DIR: fresh, SITE: given, KEEP: kept === undefined ? undefined : '1' };
  const { code, output } = await run('astro', ['build', '--force'], { env });
  if (code !== 0) throw new BuildError(`${output}\nThe build failed; nothing was written.`);
  const address = given ?? story.site;
  await finish(fresh, address && `${address}/`);
  await makeLoader(fresh);
  await bundle('src/embed/offer/dialog.ts', join(fresh, 'embed/offer.js'));
  await checkPages(fresh, story);
  await attempt(() => addEditions(fresh, story, address, kept));
  await attempt(() => writeHostFiles(fresh));
  if (packed) await packFiles(fresh);
  if (kept !== undefined) await keepEdition(fresh, kept, story.edition.version);
}

/**
 * @param {string} keep
 * @param {string} target
 * @throws {BuildError} if the build would take away what is kept
 */
function keepFolder(keep, target) {
  const dir = resolve(root, keep);
  for (const place of [target, dist, work]) {
    if (dir === place || (place !== work && dir.startsWith(place + sep))) {
      throw new BuildError(`--keep must lie outside of ${shown(place)}, which builds replace.`);
    }
  }
  return dir;
}

/**
 * Freezes the edition, where editions are kept, and says which is the latest.
 * @param {string} dir
 * @param {import('../src/model/types.ts').Story} story
 * @param {string | undefined} site
 * @param {string | undefined} keep
 */
async function addEditions(dir, story, site, keep) {
  const { version, date } = story.edition;
  /** @type {string[]} */
  let kept = [];
  if (keep !== undefined) {
    const text = (/** @type {string} */ key) => story.ui[key] ?? '';
    const words = {
      line: text('edition.newer'),
      link: text('edition.newer.link'),
      corrections: text('edition.newer.corrections'),
    };
    await freeze(dir, version, words, site);
    kept = await bringKept(dir, keep, version);
  }
  const latest = {
    version,
    date: longDate(date, story.language),
    corrections: story.corrections.length,
  };
  await writeEditions(dir, latest, kept);
}

/** @param {string} dir as it is named from the project's root */
const shown = (dir) => `${relative(root, dir) || '.'}/`;

/** The story, or a list of the mistakes in it. */
function checkedStory() {
  const { story, mistakes } = loadStory(resolve(root, process.env.STORY ?? 'content'));
  if (story && mistakes.length === 0) return story;
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  throw new BuildError(
    [...mistakes.map(mistakeLine), `${count} in the content; nothing was built.`].join('\n'),
  );
}

/** @param {readonly { name: string, bytes: number }[]} files */
function checkWeight(files) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > FONT_BUDGET) {
    throw new BuildError(`The fonts weigh ${kilobytes(total)}, more than ${kilobytes(FONT_BUDGET)}.`);
  }
}

/**
 * Runs what has to be done to the finished pages.
 * @param {string} dir
 * @param {string | undefined} site the address that the site will lie at, with a slash at the end
 */
function finish(dir, site) {
  return attempt(async () => {
    // Loaded late: it is much, and mistakes in the content are to be said first.
    const module = await import('../src/export/finish.ts');
    await module.finish(dir, site);
  });
}

/** @param {() => Promise<void>} step */
async function attempt(step) {
  try {
    await step();
  } catch (error) {
    throw new BuildError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * A generator that fails quietly must not publish a story with a hole in it.
 * @param {string} dir
 * @param {Story} story
 */
async function checkPages(dir, story) {
  const shown = new Set(story.chapters.flatMap(({ steps }) => steps.map(({ figure }) => figure)));
  const pages = [
    'index.html',
    '404.html',
    'sources/index.html',
    'people/index.html',
    ...story.chapters.map(({ id }) => `chapters/${id}/index.html`),
    ...[...shown].map((figure) => `figures/${figure}/index.html`),
  ];
  const missing = [];
  for (const page of pages) {
    const text = await readFile(join(dir, page), 'utf8').catch(() => '');
    if (!text.trimEnd().endsWith('</html>')) missing.push(page);
  }
  if (missing.length > 0) throw new BuildError(`Pages missing or cut short: ${missing.join(', ')}`);
}

/**
 * @param {string} dir
 * @param {number} begun
 */
async function report(dir, begun) {
  /** @type {Record<string, { files: number, bytes: number, packed: number }>} */
  const kinds = {};
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || isPacked(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const kind = extname(entry.name).slice(1) || entry.name;
    const sum = (kinds[kind] ??= { files: 0, bytes: 0, packed: 0 });
    sum.files += 1;
    const { size } = await stat(path);
    sum.bytes += size;
    sum.packed += (await stat(`${path}.br`).catch(() => ({ size }))).size;
  }
  const rows = Object.entries(kinds).sort(([, a], [, b]) => b.packed - a.packed);
  for (const [kind, { files, bytes, packed }] of rows) {
    const count = String(files).padStart(4);
    console.log(
      `${count} ${kind.padEnd(6)} ${kilobytes(bytes).padStart(10)} ${kilobytes(packed).padStart(10)} brotli`,
    );
  }
  console.log(`Built ${shown(dir)} in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** @param {string} site */
function withoutSlash(site) {
  const { origin, pathname, href } = URL.parse(site) ?? {};
  // A query, a fragment or a name to log in with would end up in the middle of addresses.
  if (href === undefined || !/^https?:/.test(href) || href !== `${origin}${pathname}`) {
    throw new BuildError(`--site must be an address such as https://example.org/story, not "${site}".`);
  }
  return href.replace(/\/+$/, '');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  endOnSignals();
  try {
    const { values } = parseArgs({ options: { site: { type: 'string' }, keep: { type: 'string' } } });
    await build(values);
  } catch (error) {
    const expected = error instanceof BuildError || (error instanceof TypeError && 'code' in error);
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  }
}
