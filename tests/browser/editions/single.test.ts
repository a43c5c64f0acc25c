/** The story, a chapter and a figure, each in one file with everything inside. */
import { readFileSync, statSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { attribute, elementsOf } from '../../../src/export/html.ts';
import { readStep, settled, steps } from '../site.ts';
import { CHAPTER, editions, loadedFaces, onDisk, singleOf, SITE, troubleOnDisk } from './made.ts';

const files = () => ({ story: singleOf('all'), chapter: singleOf('chapter'), figure: singleOf('figure') });
const kilobytes = (path: string) => statSync(editions + path).size / 1024;

/** Opens a file and waits until the page in it is there; a packed one puts it in its own place. */
async function open(page: Page, path: string, anchor = ''): Promise<void> {
  await page.goto(onDisk(path) + anchor);
  await expect(page.locator('[data-theme-switch]').first()).not.toHaveAttribute('hidden');
}

test('the story weighs 450 KB at most, a figure 200 KB', () => {
  expect(kilobytes(files().story)).toBeLessThanOrEqual(450);
  expect(kilobytes(files().figure)).toBeLessThanOrEqual(200);
});

for (const name of ['story', 'chapter', 'figure'] as const) {
  test(`the ${name} opens without a word and asks for nothing but itself`, async ({ page }) => {
    const path = files()[name];
    const trouble = troubleOnDisk(page, path);
    await open(page, path);
    await expect(page.locator('astro-island[client="load"]').first()).not.toHaveAttribute('ssr');
    await page.locator('[data-figure]').last().scrollIntoViewIfNeeded();
    await expect(page.locator('[data-figure]').last()).toHaveAttribute('data-ready', '');
    expect(await loadedFaces(page)).toEqual(
      expect.arrayContaining(['Archivo 400 600 normal', 'Newsreader 400 normal']),
    );
    expect(trouble).toEqual([]);
  });
}

test('steps, citations, themes and the doors of the ending work in the story', async ({ page }) => {
  const trouble = troubleOnDisk(page, files().story);
  await open(page, files().story);
  for (const { key } of [steps[1]!, steps[Math.floor(steps.length / 2)]!]) {
    await readStep(page, key);
    await settled(page, key);
  }
  await page.locator('[data-step] a[data-cite]').first().click();
  await expect(page.locator('[data-note-panel] .source')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await page.locator('[data-set-theme="dark"]:visible').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const live = page.locator('[data-plan="live"]');
  await live.scrollIntoViewIfNeeded();
  await expect(live).toHaveAttribute('data-ready', '');
  await live.locator('[data-door]').first().click();
  await expect(live.locator('.answer').first()).toBeVisible();
  expect(trouble).toEqual([]);
});

test('an address with a step in it leads to the step', async ({ page }) => {
  const { id } = steps[Math.floor(steps.length / 2)]!;
  await open(page, files().story, `#${id}`);
  await expect(page.locator(`#${id} :is(h2, h3)`)).toBeInViewport();
});

test('without scripts there is the whole text', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(onDisk(files().story));
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  await context.close();
  const html = readFileSync(`${editions}all/web/index.html`, 'utf8');
  const titles = elementsOf(html)
    .filter(
      (element) =>
        /^h[23]$/.test(element.tagName) && /(?<!^notes)-title$/.test(attribute(element, 'id') ?? ''),
    )
    .map((element) =>
      element.childNodes
        .map((node) => ('value' in node ? node.value : ''))
        .join('')
        .trim(),
    )
    .filter((title) => title !== '');
  expect(titles.length).toBeGreaterThan(steps.length);
  for (const title of titles) expect(text.includes(title.replace(/\s+/g, ' ')), title).toBe(true);
});

test('every link leads to a place in the page or out to the web, and a part to the whole story', async ({
  page,
}) => {
  for (const [name, path] of Object.entries(files())) {
    await open(page, path);
    const links = await page.locator('[href]').evaluateAll((all) =>
      all.map((link) => {
        const href = link.getAttribute('href') ?? '';
        return {
          href,
          lost: href.startsWith('#') && !document.getElementById(decodeURIComponent(href.slice(1))),
        };
      }),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ lost }) => lost)).toEqual([]);
    const others = links.filter(({ href }) => !/^(#|https?:|data:)/.test(href));
    expect(others).toEqual([]);
    const home = links.filter(({ href }) => href.startsWith(`${SITE}/`)).length;
    if (name === 'chapter') expect(home).toBeGreaterThan(5);
    else expect(home).toBe(0);
  }
});

test('a part is a site of its own, and opens from a disk', async ({ page }) => {
  const trouble = troubleOnDisk(page, 'chapter/file/');
  await page.goto(onDisk('chapter/file/index.html'));
  await expect(page.locator('astro-island[client="load"]').first()).not.toHaveAttribute('ssr');
  await expect(page.locator('[data-chapter]')).toHaveAttribute('data-chapter', CHAPTER.split('/')[1]!);
  await readStep(page, steps.at(-1)!.key);
  await settled(page, steps.at(-1)!.key);
  await expect(page.locator('footer nav a').first()).toHaveAttribute('href', `${SITE}/`);
  expect(trouble).toEqual([]);
});

test('a part served at any address asks for nothing that is not in it', async ({ page }) => {
  const { serve } = await import('../../../scripts/lib/serve.mjs');
  for (const part of ['chapter', 'figure']) {
    const site = await serve(`${editions}${part}/web`, { base: '/some/where/' });
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await expect(page.locator('[data-figure]').first()).toHaveAttribute('data-ready', '');
    expect(failed).toEqual([]);
    await site.close();
  }
});
