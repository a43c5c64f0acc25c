/**
 * `npm run export`: makes the editions of the story that are handed out, in export/ or in the folder that `--out`
 * names. `--zip`, `--file`, `--single`, `--pdf`, `--archive` and `--wordpress` say which beside the web edition; `--only
 * chapters/ID` or `--only figures/ID` takes a part. `--site URL` is where the story is published, `--keep DIR` keeps
 * earlier editions as in `npm run build`, `--no-build` takes what is in dist/. See docs/editions.md.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { BuildError, withBuild } from './build.mjs';
import { makeEditions } from './lib/editions.mjs';
import { ExportError, replaceOut } from './lib/out-dir.mjs';
import { root } from './lib/root.mjs';
import { endOnSignals } from './lib/run.mjs';

/**
 * @typedef {object} ExportOptions
 * @property {string | undefined} [out] the folder to put the editions in; export/ if left out
 * @property {string | undefined} [site]
 * @property {string | undefined} [keep]
 * @property {string | undefined} [from] a finished build; left out, one is made
 * @property {string | undefined} [only] `chapters/{chapter}` or `figures/{figure}`
 * @property {boolean} [zip]
 * @property {boolean} [file]
 * @property {boolean} [single]
 * @property {boolean} [pdf]
 * @property {boolean} [archive]
 * @property {boolean} [wordpress]
 */

/**
 * Makes editions and puts them in the place of the earlier ones.
 * @param {ExportOptions} [options]
 * @returns {Promise<readonly string[]>} what there is to say of them, line by line
 * @throws {ExportError | BuildError} that says what is wrong
 */
export async function exportStory(options = {}) {
  const begun = Date.now();
  const out = resolve(options.out ?? join(root, 'export'));
  /** @type {readonly string[]} */
  let notes = [];
  const make = async () => {
    const made = options.from
      ? await makeEditions(options.from, options)
      : await withBuild(options, (dist) => makeEditions(dist, options));
    notes = made.notes;
    return made.files;
  };
  await replaceOut(out, make, join(root, 'dist'));
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  return [...notes, `Exported to ${relative(process.cwd(), out) || '.'}/ in ${seconds} s.`];
}

/** What `dist/` is there to take. */
function finishedBuild() {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html')))
    throw new ExportError('There is no dist/ yet: leave out --no-build.');
  return dist;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  endOnSignals();
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string' },
        site: { type: 'string' },
        keep: { type: 'string' },
        only: { type: 'string' },
        zip: { type: 'boolean' },
        file: { type: 'boolean' },
        single: { type: 'boolean' },
        pdf: { type: 'boolean' },
        archive: { type: 'boolean' },
        wordpress: { type: 'boolean' },
        'no-build': { type: 'boolean' },
      },
    });
    const { 'no-build': built, ...options } = values;
    if (built && (options.site || options.keep))
      throw new ExportError('--no-build takes dist/ as it is: --site and --keep go with a build.');
    const lines = await exportStory({ ...options, ...(built && { from: finishedBuild() }) });
    console.log(lines.join('\n'));
  } catch (error) {
    const expected =
      error instanceof ExportError ||
      error instanceof BuildError ||
      (error instanceof TypeError && 'code' in error);
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  }
}
