/**
 * `npm run shots [-- --only CHAPTER] [--no-build]`: contact sheets of the built site in shots/, on a phone and on a
 * desktop, in light and dark: the top of every page, and every step in the place where it is read, once its figure
 * has come to rest. shots/index.html shows them side by side. Exit code 1 if a figure does not reach its state.
 */
import { chromium } from '@playwright/test';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstallBrowser, launchOptions } from './browser.mjs';
import { BuildError, build } from './build.mjs';
import { root } from './lib/root.mjs';
import { endOnSignals } from './lib/run.mjs';
import { serve } from './lib/serve.mjs';
import { contactSheet } from './lib/contact-sheet.mjs';

/** @import { Page } from '@playwright/test' */

const dist = join(root, 'dist');
const target = join(root, 'shots');

/** `progress`: how far into a step the reader is who has its whole text before them, as a share of its height. */
const screens = [
  {
    screen: 'phone',
    progress: 0.35,
    device: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
  { screen: 'desktop', progress: 0.6, device: { viewport: { width: 1440, height: 900 } } },
];
const themes = /** @type {const} */ (['light', 'dark']);
const variants = screens.flatMap(({ screen, progress, device }) =>
  themes.map((colorScheme) => ({
    name: `${screen}-${colorScheme}`,
    progress,
    options: { ...device, colorScheme },
  })),
);

/** How long a figure may take to get there, in ms. */
const PATIENCE = 5000;

/**
 * @param {string | undefined} only a chapter, or all
 * @returns {Promise<string[]>} what did not come right
 */
async function takeAll(only) {
  const paths = await pagePaths(only);
  const site = await serve(dist);
  const browser = await chromium.launch(launchOptions(findOrInstallBrowser()));
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {string[]} */
  const problems = [];
  try {
    for (const { name, progress, options } of variants) {
      const context = await browser.newContext({ ...options, baseURL: site.url });
      const page = await context.newPage();
      const take = async (/** @type {string} */ shot) => {
        names.add(shot);
        const path = join(target, name, `${shot}.png`);
        await mkdir(dirname(path), { recursive: true });
        await page.screenshot({ path });
      };
      for (const path of paths) {
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        await take(`pages/${path === './' ? 'index' : path.replace(/\.html$|\/$/, '').replaceAll('/', '-')}`);
        // The story's own page and the chapters' hold the same steps: the chapters' are the shorter way.
        if (/^chapters\//.test(path)) problems.push(...(await takeSteps(page, { name, progress }, take)));
      }
      await context.close();
      console.log(`${name}: done`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  await writeFile(
    join(target, 'index.html'),
    contactSheet(
      [...names],
      variants.map(({ name }) => name),
    ),
  );
  return problems;
}

/**
 * @param {Page} page
 * @param {{ name: string, progress: number }} variant
 * @param {(shot: string) => Promise<void>} take
 */
async function takeSteps(page, { name, progress }, take) {
  const problems = [];
  const keys = await page
    .locator('[data-step]')
    .evaluateAll((steps) => steps.map((step) => step.dataset.step ?? ''));
  for (const key of keys) {
    await page.evaluate(readStep, { key, progress });
    const figure = page.locator(`[data-figure][data-state="${key}"]:not([data-moving])`);
    try {
      await figure.first().waitFor({ timeout: PATIENCE });
    } catch {
      problems.push(`${name}: no figure comes to rest in the state ${key}`);
    }
    await take(`steps/${key}`);
  }
  return problems;
}

/**
 * Runs in the page: scrolls so that the reading line lies `progress` into the step.
 * @param {{ key: string, progress: number }} place
 */
function readStep({ key, progress }) {
  const line = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line')) || 0.5;
  const step = document.querySelector(`[data-step="${key}"]`);
  const { top, height } = step?.getBoundingClientRect() ?? { top: 0, height: 0 };
  scrollTo({ top: scrollY + top + height * progress - line * innerHeight, behavior: 'instant' });
}

/**
 * The pages of the built site, by their paths relative to its root.
 * @param {string | undefined} only
 */
async function pagePaths(only) {
  const files = await readdir(dist, { recursive: true });
  const paths = files
    .filter((file) => file.endsWith('.html'))
    .map(
      (file) =>
        relative(dist, join(dist, file))
          .split(sep)
          .join('/')
          .replace(/(^|\/)index\.html$/, '$1') || './',
    )
    .sort();
  if (only === undefined) return paths;
  const chapter = `chapters/${only}/`;
  if (!paths.includes(chapter)) {
    const known = paths.flatMap((path) => /^chapters\/(.+)\/$/.exec(path)?.[1] ?? []);
    throw new BuildError(`There is no chapter "${only}": ${known.join(', ')}.`);
  }
  return [chapter];
}

endOnSignals();
try {
  const { values } = parseArgs({ options: { only: { type: 'string' }, 'no-build': { type: 'boolean' } } });
  if (!values['no-build']) await build();
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const problems = await takeAll(values.only);
  for (const problem of problems) console.error(problem);
  console.log('shots/index.html');
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  const expected = error instanceof BuildError || (error instanceof TypeError && 'code' in error);
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
