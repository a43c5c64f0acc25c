/** Hosts that know nothing of this story and speak a tongue of their own. */
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import { expectFollowed, guestIn } from './guest.ts';
import { test } from './servers.ts';

const chapter = 'embed/chapters/gulf/';
const { resolve } = createRequire(import.meta.url);

test.use({ viewport: { width: 390, height: 800 } });

test('pym: it gets its height, and says where the reader is', async ({ page, servers }) => {
  await page.goto(servers.host('library'));
  await page.addScriptTag({ path: resolve('pym.js') });
  await page.evaluate((address) => {
    const { Parent } = (window as unknown as { pym: { Parent: new (...given: unknown[]) => object } }).pym;
    new Parent('story', address, { trackscroll: true, scrollwait: 50 });
  }, servers.site + chapter);
  const frame = await guestIn(page, 'dialect');
  await expectFollowed(page, frame);
  expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});

test('iframe-resizer: it gets its height, and says where the reader is', async ({ page, servers }) => {
  await page.goto(servers.host('library'));
  await page.addScriptTag({
    path: resolve('@iframe-resizer/parent').replace('index.cjs.js', 'index.umd.js'),
  });
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.width = '100%';
    document.querySelector('#story')?.append(frame);
    (window as unknown as { iframeResize: (options: object, target: Element) => void }).iframeResize(
      { license: 'GPLv3', log: false },
      frame,
    );
  }, servers.site + chapter);
  const frame = await guestIn(page, 'dialect');
  await expectFollowed(page, frame);
});

for (const form of ['object', 'json']) {
  test(`the Guardian, in ${form} form: pinned`, async ({ page, servers }) => {
    await page.goto(servers.host('guardian', { embed: chapter, form }));
    const container = page.locator('body > div');
    await expect(page.locator('iframe')).toHaveClass('scrolly');
    await page.evaluate(() => {
      scrollTo({ top: 950, behavior: 'instant' });
    });
    const frame = await guestIn(page, 'dialect');
    // The container becomes as tall as the story laid out for the window.
    await expect
      .poll(async () => {
        const box = await container.boundingBox();
        return Math.abs(
          (box?.height ?? 0) - (await frame.evaluate(() => document.documentElement.scrollHeight)),
        );
      })
      .toBeLessThanOrEqual(1);
    await page.evaluate(() => {
      scrollTo({ top: 900 + 3000, behavior: 'instant' });
    });
    await expect.poll(() => frame.evaluate(() => scrollY)).toBe(3000);
    const top = await page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().top);
    expect(Math.abs(top ?? NaN)).toBeLessThanOrEqual(1);
  });
}

test('the Guardian says back the height: pinned before anyone scrolls', async ({ page, servers }) => {
  await page.goto(servers.host('guardian', { embed: chapter, form: 'object', before: '100' }));
  await expect(page.locator('iframe')).toHaveClass('scrolly');
  const html = page.frameLocator('iframe').locator('html');
  await expect(html).toHaveAttribute('data-embed-mode', 'dialect');
  await expect(html).toHaveAttribute('data-embed-layout', 'pinned');
  await expect(html).not.toHaveAttribute('data-stepper');
  // Other heights are said back too, and are no place of the reader's.
  await page.evaluate(() => {
    scrollTo({ top: 1100, behavior: 'instant' });
  });
  // What is laid out on the way may be higher than it was thought to be, and this host cannot be told.
  const away = (y: number) => html.evaluate((_, to) => Math.abs(scrollY - to), y);
  await expect.poll(() => away(1000)).toBeLessThan(100);
  await page.setViewportSize({ width: 500, height: 900 });
  const wanted = () => html.evaluate((root) => root.scrollHeight);
  await expect
    .poll(async () => Math.abs((await page.locator('body > div').boundingBox())!.height - (await wanted())))
    .toBeLessThanOrEqual(1);
  expect(await page.evaluate(() => scrollY)).toBe(1100);
  await page.evaluate(() => {
    scrollTo({ top: 1300, behavior: 'instant' });
  });
  await expect.poll(() => away(1200)).toBeLessThan(100);
});

test('AMP and @newswire/frames: the frame gets the height it asks for, and observes itself', async ({
  page,
  servers,
}) => {
  await page.goto(servers.host('amp', { embed: chapter }));
  const frame = await guestIn(page, 'tall');
  await expectFollowed(page, frame);
});
