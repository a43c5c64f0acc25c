/** What the tests of frames ask a host page and the story in it. */
import { expect, type Frame, type Page } from '@playwright/test';

/** The story's frame, once it is held by its host; the `at`th of several. */
export async function storyIn(page: Page, at = 0): Promise<Frame> {
  const block = page.locator('[data-story-embed], story-embed, [data-block]').nth(at);
  const element = await block.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no story in the page.');
  await expect(frame.locator('html')).toHaveAttribute('data-embed-mode', 'host');
  return frame;
}

/** Where a frame lies, in px of its host's window. */
export interface Place {
  /** The frame's upper edge, and its block's edges. */
  readonly top: number;
  readonly height: number;
  readonly blockTop: number;
  readonly blockBottom: number;
  readonly scroll: number;
}

export function placeOf(page: Page, selector = 'iframe'): Promise<Place> {
  return page.evaluate((find) => {
    const frame = document.querySelector(find);
    const block = frame?.parentElement;
    if (!frame || !block) throw new Error('There is no frame in the page.');
    const { top, height } = frame.getBoundingClientRect();
    const box = block.getBoundingClientRect();
    return { top, height, blockTop: box.top, blockBottom: box.bottom, scroll: scrollY };
  }, selector);
}
