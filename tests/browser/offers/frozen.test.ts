/** Frozen editions: what a page under `/v/` says when a newer edition has appeared, and what the dialog offers there. */
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { serve } from '../../../scripts/lib/serve.mjs';
import type { Editions } from '../../../src/export/frozen.ts';
import { frameHeight } from '../../../src/export/heights.ts';
import { dist } from '../site.ts';
import { sited } from '../sited.ts';

interface Site {
  readonly url: string;
  readonly version: string;
  /** Lets a newer edition appear. */
  readonly publish: (latest: Partial<Editions['latest']>) => Promise<void>;
}

/** The built site as a host serves it, whose `editions.json` a test may change. */
const test = base.extend<{ site: Site }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
  site: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'editions-'));
    const editions = JSON.parse(await readFile(`${sited}editions.json`, 'utf8')) as Editions;
    await Promise.all(
      ['_astro', 'v', 'embed', 'chapters', 'sources', 'stills', 'cards', 'index.html'].map((name) =>
        symlink(join(sited, name), join(dir, name)),
      ),
    );
    await cp(`${sited}editions.json`, join(dir, 'editions.json'));
    const { url, close } = await serve(dir, { base: '/six/' });
    await use({
      url,
      version: editions.latest.version,
      publish: (latest) =>
        writeFile(
          join(dir, 'editions.json'),
          JSON.stringify({ ...editions, latest: { ...editions.latest, ...latest } }),
        ),
    });
    await close();
    await rm(dir, { recursive: true });
  },
});

const chapter = 'chapters/cabinet/';

test('the latest edition says nothing of itself', async ({ page, site }) => {
  const answered = page.waitForResponse((response) => response.url().endsWith('/six/editions.json'));
  await page.goto(`${site.url}v/${site.version}/${chapter}`);
  await (await answered).finished();
  await expect(page.locator('html')).toHaveAttribute('data-frozen', site.version);
  await expect(page.locator('[data-newer]')).toHaveCount(0);
});

test('a superseded one says so, with the way to the newer one and its corrections', async ({
  page,
  site,
}) => {
  await site.publish({ version: '9.0.0', date: '1 May 2027', corrections: 1 });
  await page.goto(`${site.url}v/${site.version}/${chapter}`);
  const line = page.locator('footer [data-newer="9.0.0"]');
  await expect(line).toContainText('9.0.0');
  await expect(line).toContainText('1 May 2027');
  const [newer, corrections] = await line.getByRole('link').all();
  await expect(newer!).toHaveJSProperty('href', `${site.url}${chapter}`);
  await expect(corrections!).toHaveJSProperty('href', `${site.url}sources/#corrections`);

  // A page that the newer edition does not have leads to its front.
  await site.publish({ version: '9.0.0', pages: [''], corrections: 0 });
  await page.reload();
  await expect(line.getByRole('link')).toHaveCount(1);
  await expect(line.getByRole('link')).toHaveJSProperty('href', site.url);
});

test('it says so in frames too', async ({ page, site }) => {
  await site.publish({ version: '9.0.0' });
  for (const [sandbox, name] of [
    ['allow-scripts allow-same-origin', 'same origin'],
    ['allow-scripts', 'opaque origin'],
  ]) {
    await test.step(String(name), async () => {
      await page.goto(`${site.url}${chapter}`);
      await page.evaluate(
        ([src, value]) => {
          const frame = document.createElement('iframe');
          frame.sandbox.value = String(value);
          frame.src = String(src);
          frame.height = '9000';
          document.body.prepend(frame);
        },
        [`${site.url}v/${site.version}/embed/${chapter}`, sandbox],
      );
      const line = page.frameLocator('iframe').locator('footer [data-newer]');
      await expect(line).toContainText('9.0.0');
      await expect(line.locator('a').first()).toHaveJSProperty('href', `${site.url}${chapter}`);
    });
  }
});

for (const { mode, height, width } of [
  {
    mode: 'tall',
    height: frameHeight(readFileSync(`${dist}embed/${chapter}index.html`, 'utf8')),
    width: 342,
  },
  { mode: 'inner', height: 480, width: 342 },
  { mode: 'inner', height: 200, width: 650 },
]) {
  test(`it is seen whole in a frame ${width}×${height}, also when it comes late`, async ({ page, site }) => {
    await site.publish({ version: '9.0.0', corrections: 1 });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/editions.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.url + chapter);
    await page.evaluate(
      ([src, ...size]) => {
        const frame = document.createElement('iframe');
        Object.assign(frame, { src, scrolling: 'no', frameBorder: '0' });
        [frame.width = '', frame.height = ''] = size;
        document.body.prepend(frame);
      },
      [`${site.url}v/${site.version}/embed/${chapter}`, `${width}`, `${height}`],
    );
    const story = page.frameLocator('iframe');
    await expect(story.locator('html')).toHaveAttribute('data-embed-mode', mode);
    await expect(story.locator('[data-credit] [data-newer]')).toHaveCount(0);
    // The steps of a tall frame have taken all of its height.
    const left = () =>
      story.locator('body').evaluate((body) => innerHeight - body.getBoundingClientRect().height);
    await expect.poll(left).toBeLessThan(40);
    release();
    const line = story.locator('[data-credit] [data-newer]');
    await expect(line).toBeVisible();
    await expect
      .poll(() => line.evaluate((element) => innerHeight - element.getBoundingClientRect().bottom))
      .toBeGreaterThanOrEqual(0);
    expect(await left()).toBeGreaterThanOrEqual(0);
  });
}

test('where nobody says which is the latest, it says nothing', async ({ page, site }) => {
  await page.route('**/editions.json', (route) => route.abort());
  const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('editions.json'));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${site.url}v/${site.version}/${chapter}`);
  await refused;
  await expect(page.locator('[data-newer]')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('the dialog offers the latest and this version, wherever it is opened', async ({ page, site }) => {
  for (const place of ['', `v/${site.version}/`]) {
    await page.goto(`${site.url}${place}${chapter}`);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Embed', exact: true }).click();
    const code = page.locator('#offer-snippet');
    await page.locator('input[value="latest"]').check();
    await expect(code).toHaveValue(new RegExp(`src="${site.url}embed/chapters/cabinet/"`));
    await page.locator('input[value="frozen"]').check();
    await expect(code).toHaveValue(new RegExp(`src="${site.url}v/${site.version}/embed/chapters/cabinet/"`));
    await expect(code).toHaveValue(
      new RegExp(`<script async src="${site.url}v/${site.version}/embed/v1.js">`),
    );
  }
});
