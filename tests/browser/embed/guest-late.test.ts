/** A loader that comes when the story has long helped itself: scripts may wait for consent, or for the reader's first move. */
import { expect } from '@playwright/test';
import { guestIn, heightOf } from './guest.ts';
import { expectPinned, readTo, recordEvents, storyIn, storyY } from './embeds.ts';
import { test } from './servers.ts';

const embed = 'embed/chapters/gulf/';

for (const { seen, who } of [
  { seen: true, who: 'is read' },
  { seen: false, who: 'was never in sight' },
]) {
  test(`a loader that comes after a minute takes no story away that ${who}`, async ({ page, servers }) => {
    const events = await recordEvents(page);
    await page.clock.install();
    await page.goto(servers.host('no-loader', { embed, height: String(heightOf(embed)) }));
    const root = page.frameLocator('iframe').locator('html');
    if (seen) await guestIn(page, 'tall');
    else await expect(root).toHaveAttribute('data-embed-mode');
    await page.clock.runFor(60_000);
    await page.addScriptTag({ url: `${servers.site}embed/v1.js` });
    await page.locator('#six-doors').scrollIntoViewIfNeeded();
    // A loader waits ten seconds for a story that says nothing. What is said between frames takes no time of this clock.
    for (let second = 0; second < 10; second += 1) {
      await page.clock.runFor(1000);
      await root.evaluate(() => new Promise(requestAnimationFrame));
    }
    const story = await storyIn(page);
    await readTo(page, 1000);
    await expectPinned(page);
    await expect.poll(() => storyY(story)).toBe(1000);
    expect((await events()).filter(({ name }) => name === 'error')).toEqual([]);
  });
}
