/** The story in a frame that nobody speaks to: as tall as it, too low for it, and hardly there. */
import { expect } from '@playwright/test';
import { trouble } from '../site.ts';
import { expectFollowed, guestIn, heightOf, hostReads, figureBy, stageLies, stepsIn } from './guest.ts';
import { test } from './servers.ts';

const chapter = 'embed/chapters/gulf/';
const height = String(heightOf(chapter));
const sandboxed = 'sandbox="allow-scripts"';

for (const { name, width, attributes } of [
  { name: 'on a phone', width: 390, attributes: '' },
  { name: 'on a desk', width: 1200, attributes: '' },
  { name: 'on a phone, in an opaque origin', width: 390, attributes: sandboxed },
  { name: 'on a desk, in an opaque origin', width: 1200, attributes: sandboxed },
]) {
  test(`a tall frame: the figure stays where the reader is, ${name}`, async ({ page, servers }) => {
    await page.setViewportSize({ width, height: 800 });
    const found = trouble(page, 'http://');
    await page.goto(servers.host('frame', { embed: chapter, height, width: '100%', attributes }));
    const frame = await guestIn(page, 'tall');
    await expectFollowed(page, frame);
    // There is nothing to scroll in it: the reader's wheel is the page's.
    expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    expect(found).toEqual([]);
  });
}

test('a tall frame has its steps share all of its height', async ({ page, servers }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(
    servers.host('frame', { embed: chapter, height: String(Number(height) + 3000), width: '100%' }),
  );
  const frame = await guestIn(page, 'tall');
  const left = () => frame.evaluate(() => innerHeight - document.body.getBoundingClientRect().height);
  await expect.poll(left).toBeLessThan(40);
  expect(await left()).toBeGreaterThanOrEqual(0);
});

test('a tall frame watches while it is in sight, and does nothing while it is not', async ({
  page,
  servers,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(servers.host('frame', { embed: chapter, height, width: '100%' }));
  const frame = await guestIn(page, 'tall');
  const [key = ''] = await stepsIn(frame);
  await hostReads(page, frame, key);
  await expect(figureBy(frame, key)).toHaveAttribute('data-ready', '');
  await frame.evaluate(() => {
    const work = { done: 0 };
    Object.assign(window, { work });
    const { observe } = IntersectionObserver.prototype;
    IntersectionObserver.prototype.observe = function (target) {
      work.done += 1;
      observe.call(this, target);
    };
    for (const name of ['setTimeout', 'requestAnimationFrame'] as const) {
      const own = window[name].bind(window) as (...given: unknown[]) => number;
      Object.assign(window, {
        [name]: (...given: unknown[]) => {
          work.done += 1;
          return own(...given);
        },
      });
    }
  });
  const work = () => frame.evaluate(() => (window as unknown as { work: { done: number } }).work.done);
  await expect.poll(work).toBeGreaterThan(5);
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  // Two quiet readings in a row, half a second apart: what is left of moving has come to rest.
  await expect
    .poll(async () => {
      const before = await work();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      return (await work()) - before;
    })
    .toBe(0);
});

test('a frame that changes its size is looked at again', async ({ page, servers }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(servers.host('frame', { embed: chapter, height: '600', width: '100%' }));
  const frame = await guestIn(page, 'inner');
  const size = (px: string) =>
    page.evaluate((to) => document.querySelector('iframe')?.setAttribute('height', to), px);
  await size(height);
  await guestIn(page, 'tall');
  const [key = ''] = await stepsIn(frame);
  await hostReads(page, frame, key);
  await expect(figureBy(frame, key)).toHaveAttribute('data-state', key);
  await size('600');
  await guestIn(page, 'inner');
});

test('opening what is folded takes its height from the steps', async ({ page, servers }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(
    servers.host('frame', { embed: chapter, height: String(Number(height) + 1500), width: '100%' }),
  );
  const frame = await guestIn(page, 'tall');
  const overflow = () => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await frame.locator('[data-notes] summary').evaluate((summary) => {
    (summary as HTMLElement).click();
  });
  await expect(frame.locator('[data-notes] details')).toHaveAttribute('open', '');
  await expect.poll(overflow).toBe(0);
  const [, key = ''] = await stepsIn(frame);
  await hostReads(page, frame, key);
  await expect.poll(async () => (await stageLies(page, frame, key)).top).toBeGreaterThanOrEqual(-2);
});

test('notes that open in a frame just as high as its story is said to be are not cut', async ({
  page,
  servers,
}) => {
  // Of all pages this has the least to spare.
  const embed = 'embed/figures/limits/';
  const attributes = 'scrolling="no"';
  await page.goto(
    servers.host('frame', { embed, height: String(heightOf(embed)), width: '342', attributes }),
  );
  const frame = await guestIn(page, 'tall');
  const overflow = () => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(overflow).toBe(0);
  const notes = frame.locator('[data-notes]');
  await notes.locator('summary').click();
  await expect(notes.locator('details')).toHaveAttribute('open', '');
  await expect.poll(overflow).toBe(0);
  expect((await notes.locator('ol').boundingBox())?.height).toBeGreaterThan(80);
});

test('under 320 px only the title and the link', async ({ page, servers }) => {
  await page.goto(servers.host('frame', { embed: chapter, height: '200', width: '100%' }));
  const frame = await guestIn(page, 'inner');
  await expect(frame.locator('[data-credit] a').first()).toBeVisible();
  await expect(frame.locator('main')).toBeHidden();
  expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});
