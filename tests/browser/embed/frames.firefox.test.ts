/** The story in frames in Firefox: two under the loader, in an opaque origin without it, in a low frame. */
import { expect } from '@playwright/test';
import { needs } from '../needs.ts';
import { expectPinned, readTo, storyIn, storyY } from './embeds.ts';
import { expectFollowed, guestIn, heightOf } from './guest.ts';
import { test } from './servers.ts';

const chapter = 'embed/chapters/gulf/';

test.beforeAll(() => needs('firefox'));

test('two on a page', async ({ page, servers }) => {
  const second = `${servers.site}embed/test/`;
  await page.goto(servers.host('two', { embed: 'embed/test/', second }));
  const one = await storyIn(page, '#six-doors iframe');
  await readTo(page, 1500, '#six-doors iframe');
  await expectPinned(page, '#six-doors iframe');
  await expect.poll(() => storyY(one)).toBe(1500);
  await page.locator('#second').scrollIntoViewIfNeeded();
  const two = await storyIn(page, '#second iframe');
  await readTo(page, 900, '#second iframe');
  await expectPinned(page, '#second iframe');
  await expect.poll(() => storyY(two)).toBe(900);
});

for (const attributes of ['', 'sandbox="allow-scripts"']) {
  test(`a bare tall frame ${attributes}: the figure stays where the reader is`, async ({ page, servers }) => {
    const height = String(heightOf(chapter));
    await page.goto(servers.host('frame', { embed: chapter, height, width: '100%', attributes }));
    await expectFollowed(page, await guestIn(page, 'tall'));
  });
}

test('a low frame: step by step', async ({ page, servers }) => {
  await page.goto(servers.host('low', { embed: chapter, height: '480' }));
  const frame = await guestIn(page, 'inner');
  await expect(frame.locator('html')).toHaveAttribute('data-stepper', 'frame');
  await frame.locator('[data-turn="next"]').click();
  await expect(frame.locator('[data-shown]')).toBeVisible();
  expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});
