/**
 * `npm test`: finds or installs a browser, builds, and runs every check and every test, also after one has failed.
 * `-- --only static|unit|browser` runs a part; what follows goes to its runner (`-- --only unit geometry`).
 * `npm run test:slow` runs what needs the machine for itself or takes too long for every run, and nothing else.
 * `-- --update` takes the stills and the pages as they now look for what they should look like. The last line counts
 * the tests; a static check counts as one.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser } from './browser.mjs';
import { BuildError, build } from './build.mjs';
import { closingLine, ofCheck, ofPlaywright, ofVitest, sum } from './lib/outcome.mjs';
import { root } from './lib/root.mjs';
import { endOnSignals, run } from './lib/run.mjs';
import { findOrInstallTools, tools } from './tools.mjs';

/** @import { Outcome } from './lib/outcome.mjs' */

const reports = join(root, '.work/test');

/** @type {readonly (readonly [name: string, command: Parameters<typeof run>[0], args: readonly string[]])[]} */
const checks = [
  ['Formatting', 'prettier', ['--check', '--log-level=warn', '.']],
  ['Lint', 'eslint', ['--config', 'scripts/eslint.config.mjs', '--max-warnings=0', '.']],
  ['Types of the pure folders', 'tsc', ['--project', 'tests/tsconfig.pure.json']],
  ['Types of the scripts', 'tsc', ['--project', 'tests/tsconfig.scripts.json']],
  [
    'Types of the islands',
    'svelte-check',
    ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['Types of the pages', 'astro', ['check', '--noSync', '--minimumFailingSeverity', 'warning']],
];

/** Static checks at a time: each keeps one core busy. */
const AT_ONCE = 2;

/** What `npm run test:slow` runs, in this order: what takes times is by itself. */
const slowProjects = [
  ['pace'],
  ['ghost', 'slow', 'twins', 'firefox', 'webkit', 'editions', 'editions-firefox', 'editions-webkit'],
];

const parts = ['static', 'unit', 'browser'];

/**
 * @param {string | undefined} only
 * @param {readonly string[]} rest arguments for the runner
 * @param {boolean} update whether the baseline is made anew
 * @returns {Promise<Outcome>}
 */
async function testAll(only, rest, update) {
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const wanted = (/** @type {string} */ part) => only === undefined || only === part;
  /** @type {Outcome[]} */
  const outcomes = [];

  const browser = wanted('browser') ? attempt('Browser', () => findOrInstallBrowser()) : undefined;
  if (browser && !browser.done) outcomes.push(ofCheck(1));
  // Other packages are fetched while the site is built, but after the browser: Debian installs one thing at a time.
  const installed = wanted('browser') ? installTools() : undefined;
  // The static checks read what the build makes (fonts, the generator's types), so it comes first.
  const built = only === 'unit' ? undefined : await attemptBuild();
  if (built) outcomes.push(ofCheck(built.done ? 0 : 1));

  if (wanted('static')) outcomes.push(await runChecks());
  if (wanted('unit')) outcomes.push(await runUnit(rest));
  await installed;
  if (built?.done && browser?.done) {
    for (const projects of process.env.SLOW ? slowProjects : [[]]) {
      const chosen = projects.map((project) => `--project=${project}`);
      outcomes.push(await runBrowser(browser.value, [...rest, ...chosen], update));
    }
  }
  return sum(outcomes);
}

/**
 * @template T
 * @param {string} name
 * @param {() => T} action
 * @returns {{ done: true, value: T } | { done: false }}
 */
function attempt(name, action) {
  try {
    return { done: true, value: action() };
  } catch (error) {
    console.error(`✗ ${name}\n${error instanceof Error ? error.message : error}`);
    return { done: false };
  }
}

/**
 * Installs the servers and engines that tests use. What cannot be had is said here; the tests that need it then fail
 * in CI, and are skipped elsewhere.
 */
async function installTools() {
  try {
    await findOrInstallTools(/** @type {(keyof typeof tools)[]} */ (Object.keys(tools)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

/** @returns {Promise<{ done: boolean }>} */
async function attemptBuild() {
  try {
    await build();
    return { done: true };
  } catch (error) {
    console.error(error instanceof BuildError ? `✗ Build\n${error.message}` : error);
    return { done: false };
  }
}

/** @returns {Promise<Outcome>} */
async function runChecks() {
  const waiting = [...checks];
  /** @type {Outcome[]} */
  const outcomes = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command, args] = next;
      const begun = Date.now();
      const { code, output } = await run(command, args);
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      console.log(code === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s)\n${output.trimEnd()}`);
      outcomes.push(ofCheck(code));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sum(outcomes);
}

/** @param {readonly string[]} rest */
async function runUnit(rest) {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...rest], {
    show: true,
  });
  return ofVitest(await readReport(file), code);
}

/**
 * @param {string} browser
 * @param {readonly string[]} rest
 * @param {boolean} update
 */
async function runBrowser(browser, rest, update) {
  const options = ['--config', 'tests/playwright.config.ts', ...(update ? ['--update-snapshots=all'] : [])];
  const { code } = await run('playwright', ['test', ...options, ...rest], {
    show: true,
    env: { BROWSER_EXE: browser },
  });
  return ofPlaywright(await readReport(join(reports, 'browser.json')), code);
}

/**
 * @param {string} file
 * @returns {Promise<unknown>}
 */
async function readReport(file) {
  return readFile(file, 'utf8').then(JSON.parse, () => undefined);
}

endOnSignals();
try {
  const { values, positionals } = parseArgs({
    options: {
      only: { type: 'string' },
      slow: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.slow) {
    values.only = 'browser';
    process.env.SLOW = '1';
  }
  if (values.only !== undefined && !parts.includes(values.only)) {
    throw new TypeError(`--only takes ${parts.join(', ')}; not "${values.only}".`);
  }
  if (positionals.length > 0 && !['unit', 'browser'].includes(values.only ?? '')) {
    throw new TypeError('File names go with --only unit or --only browser.');
  }
  const begun = Date.now();
  const outcome = await testAll(values.only, positionals, values.update);
  console.log(`\nDone in ${((Date.now() - begun) / 1000).toFixed(0)} s.\n${closingLine(outcome)}`);
  process.exitCode = outcome.failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
}
