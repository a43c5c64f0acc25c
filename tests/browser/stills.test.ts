/** Stills: each step's figure as a picture, without scripts, on paper, and by itself. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { dist, steps } from './site.ts';

const LAYOUTS = ['', '-narrow'] as const;
const fileOf = (key: string, suffix = '') => `stills/${key}${suffix}.svg`;
const still = (page: Page, key: string) => page.locator(`[data-step="${key}"] .still img`);

/** Whether an image has arrived, and whether it is as large as the page says. */
async function arrives(page: Page, key: string): Promise<void> {
  const image = still(page, key);
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
  const { natural, said, address } = await image.evaluate((element: HTMLImageElement) => {
    const source = element.parentElement?.querySelector('source');
    const chosen =
      source && element.currentSrc.endsWith(source.srcset.replace(/^[./]*/, '')) ? source : element;
    return {
      natural: [element.naturalWidth, element.naturalHeight],
      said: ['width', 'height'].map((name) => Number(chosen.getAttribute(name))),
      address: element.currentSrc,
    };
  });
  expect(natural, address).toEqual(said);
}

test('every step has its still in both layouts, a picture of it, and nothing more lies there', async () => {
  for (const { key } of steps) {
    for (const suffix of LAYOUTS) expect(existsSync(dist + fileOf(key, suffix)), key + suffix).toBe(true);
    const picture = readFileSync(dist + fileOf(key).replace(/svg$/, 'png'));
    expect(picture.readUInt32BE(16), key).toBe(1600);
  }
  expect(existsSync(`${dist}stills/index.html`)).toBe(false);
});

test('stills look as they did', async () => {
  const lines = steps.flatMap(({ key }) =>
    LAYOUTS.map((suffix) => {
      const hash = createHash('sha256')
        .update(readFileSync(dist + fileOf(key, suffix)))
        .digest('hex');
      return `${key}${suffix} ${hash.slice(0, 16)}\n`;
    }),
  );
  // A difference names the stills to look at; if they are as they should be: npm test -- --update
  expect(lines.join('')).toMatchSnapshot('stills.txt');
});

for (const [screen, size, suffix] of [
  ['phone', { width: 390, height: 844 }, '-narrow'],
  ['desktop', { width: 1440, height: 900 }, ''],
] as const) {
  test.describe(`without JavaScript, ${screen}`, () => {
    test.use({ javaScriptEnabled: false, viewport: size });

    for (const chapter of new Set(steps.map((step) => step.chapter))) {
      test(`${chapter}: every step shows its still in place of the figure`, async ({ page }) => {
        await page.goto(`./chapters/${chapter}/`);
        for (const { key } of steps.filter((step) => step.chapter === chapter)) {
          await arrives(page, key);
          await expect(still(page, key)).toBeVisible();
          const { address, shown } = await still(page, key).evaluate((element: HTMLImageElement) => ({
            address: element.currentSrc,
            shown: element.getBoundingClientRect().width,
          }));
          expect(address.endsWith(`/${fileOf(key, suffix)}#bare`), address).toBe(true);
          expect(shown).toBeGreaterThan(size.width * 0.5);
        }
        await expect(page.locator('[data-scene] [data-figure]:visible')).toHaveCount(0);
        for (const caption of await page.locator('[data-scene] figcaption').all())
          await expect(caption).toBeVisible();
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      });
    }

    test('what a step shows is told once', async ({ page }) => {
      await page.goto('./');
      for (const { key } of steps.slice(0, 12)) {
        const plain = (text: string) => text.replace(/\s+/g, ' ');
        const alt = plain((await still(page, key).getAttribute('alt')) ?? '');
        expect(alt.length).toBeGreaterThan(30);
        const tree = plain(await page.locator(`[data-step="${key}"]`).ariaSnapshot());
        expect(tree.split(alt.split('"')[0]?.slice(0, 30) ?? ''), key).toHaveLength(2);
      }
    });
  });
}

test('with scripts stills are neither shown nor fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 2000) {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.still:visible')).toHaveCount(0);
  expect(asked.filter((address) => address.includes('/stills/'))).toEqual([]);
});

test.describe('on paper', () => {
  const [{ chapter }] = steps.slice(-1) as [(typeof steps)[number]];

  test('every step shows its still, in black on white whatever the theme', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`./chapters/${chapter}/`);
    await page.emulateMedia({ media: 'print' });
    for (const { key } of steps.filter((step) => step.chapter === chapter)) {
      await arrives(page, key);
      await expect(still(page, key)).toBeVisible();
      expect(
        await still(page, key).evaluate((element: HTMLImageElement) => element.currentSrc),
      ).not.toContain('-narrow');
    }
    await expect(page.locator('[data-scene] [data-figure]:visible')).toHaveCount(0);
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(scheme).toBe('light');
  });

  test('stills that the reader has not come to are there as well', async ({ page }) => {
    await page.goto(`./chapters/${chapter}/`);
    const all = page.locator('.still img');
    const missing = () =>
      all.evaluateAll((images) => images.filter((image) => !(image as HTMLImageElement).naturalWidth).length);
    expect(await missing()).toBeGreaterThan(0);
    await page.pdf();
    expect(await missing()).toBe(0);
  });
});

test('a still by itself has a name, a description and both themes', async ({ page }) => {
  const { key } = steps.at(-1)!;
  await page.goto('./');
  const alt = await still(page, key).getAttribute('alt');
  const seen: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`./${fileOf(key)}`);
    const sheet = page.locator('#sheet');
    seen.push(await sheet.evaluate((element) => getComputedStyle(element).fill));
    await expect(page.locator('svg').first()).toHaveAttribute('role', 'img');
    expect(await page.locator('desc').textContent()).toBe(alt);
    expect((await page.locator('title').textContent())?.length).toBeGreaterThan(3);
    await expect(page.locator('text')).toHaveCount(0);
  }
  expect(seen[0]).not.toBe(seen[1]);
  await page.goto(`./${fileOf(key)}#bare`);
  await expect(page.locator('#sheet')).toBeHidden();
});
