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

test('AMP and @newswire/frames: the frame gets the height it asks for, and observes itself', async ({
  page,
  servers,
}) => {
  await page.goto(servers.host('amp', { embed: chapter }));
  const frame = await guestIn(page, 'tall');
  await expectFollowed(page, frame);
});
