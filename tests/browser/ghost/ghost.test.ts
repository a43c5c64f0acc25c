/** A real Ghost: what its editor's cards make of the snippet and of the address. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { missingForGhost } from '../../../scripts/lib/ghost.mjs';
import { sited } from '../sited.ts';
import { snippetOf } from '../wordpress/posts.ts';
import { expectMode, expectPinned } from '../wordpress/reader.ts';
import { startStory, type StoryServer } from '../wordpress/story.ts';
import { startGhost, type Ghost } from './ghost.ts';

/** To install it takes minutes, on a busy machine a quarter of an hour. */
const INSTALL = 1_800_000;

const test = base.extend<object, { story: StoryServer; ghost: Ghost }>({
  story: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
    async ({}, use) => {
      const story = await startStory();
      await use(story);
      await story.stop();
    },
    { scope: 'worker' },
  ],
  ghost: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
    async ({}, use) => {
      const ghost = await startGhost();
      await use(ghost);
      await ghost.stop();
    },
    { scope: 'worker', timeout: INSTALL },
  ],
});

const reason = missingForGhost();
test.skip(reason !== undefined, `No Ghost: ${reason}`);

for (const [device, viewport] of [
  ['a desktop', { width: 1200, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`the snippet in an HTML card is pinned on ${device}`, async ({ page, ghost, story }) => {
    const url = await ghost.publish(`The snippet on ${device}`, {
      type: 'html',
      version: 1,
      html: snippetOf(story.url),
    });
    await page.setViewportSize(viewport);
    await page.goto(url);
    await expectMode(page, 'host');
    await expectPinned(page);
  });
}

test('the address becomes a bookmark card with its words and its picture', async ({ page, ghost, story }) => {
  const meta = (name: string) => {
    const html = readFileSync(join(sited, 'index.html'), 'utf8');
    return new RegExp(`<meta property="${name}" content="([^"]+)"`).exec(html)?.[1];
  };
  const metadata = await ghost.bookmark(story.url);
  expect(metadata.title).toBe(meta('og:title'));
  expect(metadata.description).toBe(meta('og:description'));
  expect(metadata.publisher).toBe(meta('og:site_name'));

  const card = { type: 'bookmark', version: 1, url: story.url, caption: '', metadata };
  await page.goto(await ghost.publish('The address', card));
  const bookmark = page.locator('.kg-bookmark-card');
  await expect(bookmark.locator('.kg-bookmark-title')).toHaveText(metadata.title);
  await expect(bookmark.locator('.kg-bookmark-description')).toHaveText(metadata.description);
  await expect(bookmark.getByRole('link')).toHaveAttribute('href', new RegExp(`^${story.url}`));
  const picture = bookmark.locator('.kg-bookmark-thumbnail img');
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBe(1200);
});
