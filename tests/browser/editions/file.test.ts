/** The edition that opens by a double click: everything works, and nothing is asked of anyone. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { elementsOf, attribute } from '../../../src/export/html.ts';
import { targetOf } from '../../../src/export/editions/links.ts';
import { settled, readStep, steps } from '../site.ts';
import { editions, loadedFaces, manifest, onDisk, troubleOnDisk } from './made.ts';

const folder = 'all/file/';
const paths = () =>
  Object.keys(manifest().files)
    .filter((path) => path.startsWith('file/'))
    .map((path) => path.slice('file/'.length));
const first = steps[0]!.chapter;
const last = steps.at(-1)!.chapter;

test('every page opens without a word, and its strip wakes', async ({ page }) => {
  const trouble = troubleOnDisk(page, folder);
  const pages = paths().filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(10);
  for (const path of pages) {
    await page.goto(onDisk(folder + path));
    await expect(page.locator('[data-theme-switch]').first()).not.toHaveAttribute('hidden');
    await expect(page.locator('astro-island[client="load"]').first()).not.toHaveAttribute('ssr');
  }
  expect(trouble).toEqual([]);
});

test('the figure of every scene wakes and follows the steps', async ({ page }) => {
  test.slow();
  const trouble = troubleOnDisk(page, folder);
  const chapters = [...new Set(steps.map(({ chapter }) => chapter))];
  for (const chapter of chapters) {
    // Moving is seen once; the rest need not be waited for.
    await page.emulateMedia({ reducedMotion: chapter === first ? 'no-preference' : 'reduce' });
    await page.goto(onDisk(`${folder}chapters/${chapter}/index.html`));
    const scenes = await page
      .locator('[data-scene]')
      .evaluateAll((all) =>
        all
          .map(
            (scene) =>
              scene.querySelectorAll<HTMLElement>('[data-step]')[1] ??
              scene.querySelector<HTMLElement>('[data-step]'),
          )
          .map((step) => step?.dataset['step'] ?? ''),
      );
    for (const key of scenes) {
      await readStep(page, key);
      await settled(page, key);
    }
  }
  expect(trouble).toEqual([]);
});

test('fonts, themes and citations work', async ({ page }) => {
  const trouble = troubleOnDisk(page, folder);
  await page.goto(onDisk(`${folder}index.html`));
  const cite = page.locator(`#${first} a[data-cite]`).first();
  await cite.click();
  await expect(page.locator('[data-note-panel]')).toBeVisible();
  await expect(page.locator('[data-note-panel] .source')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await page.locator('[data-set-theme="dark"]:visible').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await loadedFaces(page)).toEqual(
    expect.arrayContaining(['Archivo 400 600 normal', 'Newsreader 300 normal', 'Newsreader 400 normal']),
  );
  expect(trouble).toEqual([]);
});

test('the doors of the ending open, and the address keeps them', async ({ page }) => {
  const trouble = troubleOnDisk(page, folder);
  await page.goto(onDisk(`${folder}chapters/${last}/index.html`));
  const live = page.locator('[data-plan="live"]');
  await live.scrollIntoViewIfNeeded();
  await expect(live).toHaveAttribute('data-ready', '');
  await live.locator('[data-door]').nth(1).click();
  await expect(live.locator('.answer').nth(1)).toBeVisible();
  await expect(page).toHaveURL(/\?doors=/);
  await page.reload();
  await live.scrollIntoViewIfNeeded();
  await expect(live.locator('.answer').nth(1)).toBeVisible();
  expect(trouble).toEqual([]);
});

test('a click leads from page to page and back', async ({ page }) => {
  await page.goto(onDisk(`${folder}index.html`));
  await page.locator('footer a[href*="sources"]').click();
  await expect(page).toHaveURL(onDisk(`${folder}sources/index.html`));
  await page.locator('footer nav a').first().click();
  await expect(page).toHaveURL(onDisk(`${folder}index.html`));
});

test('every link leads to a file and a place that are there', () => {
  const ids = new Map<string, Set<string>>();
  const pages = paths().filter((path) => path.endsWith('.html'));
  const elements = new Map(
    pages.map((path) => [path, elementsOf(readFileSync(editions + folder + path, 'utf8'))]),
  );
  for (const [path, all] of elements)
    ids.set(path, new Set(all.map((element) => attribute(element, 'id') ?? '')));
  const broken: string[] = [];
  let count = 0;
  for (const [path, all] of elements) {
    for (const element of all) {
      const address = attribute(element, 'href') ?? attribute(element, 'src');
      if (address === undefined || /^[a-z]+:/.test(address)) continue;
      count += 1;
      const target = address.startsWith('#') ? { path, rest: address } : targetOf(path, address);
      const anchor = target?.rest.replace(/^[^#]*#?/, '') ?? '';
      const there =
        target && existsSync(editions + folder + target.path) && !address.split(/[?#]/)[0]?.endsWith('/');
      const placed = anchor === '' || !target?.path.endsWith('.html') || ids.get(target.path)?.has(anchor);
      if (!there || !placed) broken.push(`${path}: ${address}`);
    }
  }
  expect(count).toBeGreaterThan(1000);
  expect(broken).toEqual([]);
});

test('says in a text what a browser forbids', () => {
  const text = readFileSync(`${editions}${folder}READ ME FIRST.txt`, 'utf8');
  expect(text).toContain(manifest().title);
  expect(text).toMatch(/forbid/);
  expect(text).not.toMatch(/[{}]|[^\r]\n/);
});
