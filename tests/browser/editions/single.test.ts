/** The story, a chapter and a figure, each in one file with everything inside. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { readFiles, textOf } from '../../../src/export/editions/files.ts';
import { partsOf } from '../../../src/export/editions/part.ts';
import { singlePage } from '../../../src/export/editions/single.ts';
import { attribute, elementsOf } from '../../../src/export/html.ts';
import { dist, readStep, settled, steps } from '../site.ts';
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

test('a figure weighs 200 KB at most, whichever it is', async () => {
  const web = await readFiles(dist);
  const weights = [];
  for (const part of partsOf(web).filter((each) => each.startsWith('figures/'))) {
    const page = await singlePage(web, `${part}/index.html`, { site: undefined, without: '' });
    weights.push({ part, kilobytes: Buffer.byteLength(page) / 1024 });
  }
  expect(weights.length).toBeGreaterThan(5);
  expect(weights.filter(({ kilobytes: weight }) => weight > 200)).toEqual([]);
});

test('a figure has every face that one of its steps needs', async ({ page }) => {
  const web = await readFiles(dist);
  const slanted = partsOf(web).filter((part) => {
    const styles = textOf(web.get(`${part}/index.html`)!).match(/<style[^]*?<\/style>/g) ?? [];
    const rules = styles.join('').replace(/@font-face\s*\{[^{}]*\}/g, '');
    return part.startsWith('figures/') && /font(-style)?:[^;{}]*italic/.test(rules);
  });
  expect(slanted.length).toBeGreaterThan(0);
  const { outputDir } = test.info();
  mkdirSync(outputDir, { recursive: true });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const part of slanted) {
    const file = join(outputDir, `${part.replace('/', '-')}.html`);
    writeFileSync(file, await singlePage(web, `${part}/index.html`, { site: undefined, without: '' }));
    await page.goto(pathToFileURL(file).href);
    const keys = await page
      .locator('[data-step]')
      .evaluateAll((all) => all.map((step) => (step as HTMLElement).dataset['step'] ?? ''));
    for (const [index, key] of keys.entries()) {
      if (index > 0) await page.locator('[data-stepper] [data-turn="next"]').click();
      await settled(page, key);
      const missing = await page.evaluate(async () => {
        await document.fonts.ready;
        const faces = [...document.fonts].filter(({ status }) => status === 'loaded');
        return [...document.querySelectorAll('[data-figure] text, main :is(p, h1, h2, h3, figcaption, td)')]
          .filter((element) => element.checkVisibility() && element.textContent.trim() !== '')
          .map((element) => getComputedStyle(element))
          .map(({ fontFamily, fontStyle }) => ({
            family: fontFamily.split(',')[0]!.replace(/["']/g, ''),
            style: fontStyle,
          }))
          .filter(
            ({ family, style }) =>
              !faces.some((face) => face.family.replace(/["']/g, '') === family && face.style === style),
          );
      });
      expect(missing, key).toEqual([]);
    }
  }
});

test('without scripts there is the whole text, and every figure as it begins', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  const trouble = troubleOnDisk(page, files().story);
  await page.goto(onDisk(files().story));
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  const sketches = await page.locator('svg.sketch').evaluateAll((all) =>
    all.map((svg) => {
      const { width, height } = svg.getBoundingClientRect();
      const drawn = [...svg.querySelectorAll('path, line, circle, rect')].filter((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return fill !== 'none' || stroke !== 'none';
      });
      const letters = [...svg.querySelectorAll('text')].map((each) => getComputedStyle(each));
      return {
        name: svg.getAttribute('aria-label') ?? '',
        named: svg.getAttribute('aria-label') !== '',
        seen: width > 200 && height > 50,
        drawn: drawn.length > 2,
        set: letters.length > 0 && letters.every(({ fontFamily }) => /Archivo|Newsreader/.test(fontFamily)),
        wide: [...svg.querySelectorAll('text')].some(
          (each) => each.getBoundingClientRect().right > innerWidth,
        ),
      };
    }),
  );
  await context.close();
  const html = readFileSync(`${editions}all/web/index.html`, 'utf8');
  const elements = elementsOf(html);
  const titles = elements
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
  const figures = new Set(elements.flatMap((element) => attribute(element, 'data-figure') ?? []));
  expect(sketches.length).toBeGreaterThanOrEqual(figures.size);
  for (const sketch of sketches)
    expect(sketch).toEqual({
      name: sketch.name,
      named: true,
      seen: true,
      drawn: true,
      set: true,
      wide: false,
    });
  const known = new Set(
    elements.filter((each) => attribute(each, 'data-figure')).map((each) => attribute(each, 'aria-label')),
  );
  const shown = new Set(sketches.map(({ name }) => name));
  expect([...known].filter((name) => name && !shown.has(name))).toEqual([]);
  expect(trouble).toEqual([]);
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
