/** The test that every host page and every engine has to pass. */
import { expect, type Page } from '@playwright/test';
import { expectPinned, placeOf, readTo, recordEvents, still, storyIn, storyY } from './embeds.ts';
import type { Servers } from './servers.ts';

/** Asserts that the frame stands still while its block passes, and that the story follows the reader. */
export async function staysPinned(page: Page, servers: Servers, host: string): Promise<void> {
  const events = await recordEvents(page);
  await page.goto(servers.host(host, { embed: 'embed/test/' }));
  const story = await storyIn(page);
  for (const y of [120, 1500, 4000, 6500]) {
    await readTo(page, y);
    await expectPinned(page);
    // Sixteenths of px are lost where the two processes round.
    await expect.poll(async () => Math.abs((await storyY(story)) - y)).toBeLessThanOrEqual(1);
  }
  // At its ends it goes with its block.
  await readTo(page, -300);
  await still(page);
  let place = await placeOf(page);
  expect(Math.abs(place.top - place.start)).toBeLessThanOrEqual(2);
  await readTo(page, place.end - place.start - place.height + 300);
  await still(page);
  place = await placeOf(page);
  expect(Math.abs(place.bottom - place.end)).toBeLessThanOrEqual(2);
  const names = (await events()).map(({ name }) => name);
  expect(names.slice(0, 2).sort()).toEqual(['mode', 'ready']);
  expect(names.at(-1)).toBe('end');
  expect(await story.evaluate(() => (window as unknown as { log: { seeks: number } }).log.seeks)).toBe(0);
}
