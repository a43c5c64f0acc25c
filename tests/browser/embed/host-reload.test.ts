import { expect } from '@playwright/test';
import { expectPinned, readTo, storyIn, storyY } from './embeds.ts';
import { test } from './servers.ts';

test('a frame that is loaded again, and again, is brought to where its reader is', async ({
  page,
  servers,
}) => {
  await page.goto(servers.host('plain', { embed: 'embed/test/' }));
  await storyIn(page);
  await readTo(page, 2000);
  await expectPinned(page);
  for (const again of ['?1', '?2']) {
    await page.locator('iframe').evaluate((frame: HTMLIFrameElement, to) => {
      frame.src = frame.src.replace(/\?.*|$/, to);
    }, again);
    await expect.poll(() => page.frames().at(-1)?.url()).toContain(again);
    const story = await storyIn(page);
    await expect.poll(() => storyY(story), again).toBe(2000);
  }
});
