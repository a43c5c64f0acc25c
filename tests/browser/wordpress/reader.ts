/** What a reader of a page with an embed sees: the mode in its frame, and whether the figure stays in view. */
import { expect, type Frame, type Page } from '@playwright/test';

const FRAME = 'iframe[src*="/embed/"]';

/** Stops on the way from the top of an embed to its end. */
const STOPS = 5;

/** The story's frame, once it has loaded. */
export async function storyFrame(page: Page): Promise<Frame> {
  const element = page.locator(FRAME);
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error('no frame');
  return frame;
}

/** Waits until the frame has come to a mode. */
export async function expectMode(page: Page, mode: 'host' | 'tall' | 'inner'): Promise<void> {
  const frame = await storyFrame(page);
  await expect(frame.locator('html')).toHaveAttribute('data-embed-mode', mode);
}

/** Mode host: at each stop the frame fills the window, and the story is where the host's scroll says. */
export async function expectPinned(page: Page): Promise<void> {
  const frame = await storyFrame(page);
  await expect
    .poll(async () => (await blockOf(page)).share, { message: 'the block is as tall as the story' })
    .toBeGreaterThan(4);
  let seen = 0;
  for (let i = 1; i < STOPS; i++) {
    await stopAt(page, i);
    // The story may turn out taller as it is laid out: where the block is counts, not where it was to be.
    await expect
      .poll(async () => Math.abs((await frame.evaluate(() => scrollY)) - (await blockOf(page)).past), {
        message: `the story has followed to stop ${i}`,
      })
      .toBeLessThanOrEqual(2);
    const box = await page.locator(FRAME).boundingBox();
    expect(Math.abs(box?.y ?? NaN), `top of the frame at stop ${i}`).toBeLessThanOrEqual(2);
    const { view } = await blockOf(page);
    expect(Math.abs((box?.height ?? NaN) - view), `height of the frame at stop ${i}`).toBeLessThanOrEqual(2);
    const stage = await stageAt(frame, 0, view);
    expect(stage, `figure at stop ${i}`).not.toBe('out of view');
    if (stage === 'in view') seen += 1;
  }
  expect(seen, 'stops within a scene').toBeGreaterThan(0);
}

/** Mode tall: wherever the reader stops, the figure of the scene that fills the window comes into view. */
export async function expectFollows(page: Page): Promise<void> {
  const frame = await storyFrame(page);
  let seen = 0;
  for (let i = 1; i < STOPS; i++) {
    await stopAt(page, i);
    const at = async () => {
      const { past, view } = await blockOf(page);
      return stageAt(frame, past, view);
    };
    await expect.poll(at, { message: `figure at stop ${i}` }).not.toBe('out of view');
    if ((await at()) === 'in view') seen += 1;
  }
  expect(seen, 'stops within a scene').toBeGreaterThan(0);
}

/** Scrolls some of the way through an embed. */
async function stopAt(page: Page, i: number): Promise<void> {
  const { past, height, view } = await blockOf(page);
  const y = Math.round(((height - view) * i) / STOPS - past);
  await page.evaluate((by) => {
    scrollBy({ top: by, behavior: 'instant' });
  }, y);
}

/** What embeds the story: px of it above the window's top, its height, the window's, and how many of those it has. */
async function blockOf(page: Page): Promise<{ past: number; height: number; view: number; share: number }> {
  return page.locator(FRAME).evaluate((frame) => {
    // Where the host had no element of its own, the loader has put one around.
    const pinned = getComputedStyle(frame).position !== 'static';
    const block = (pinned && frame.parentElement) || frame;
    const { top, height } = block.getBoundingClientRect();
    return { past: -top, height, view: innerHeight, share: height / innerHeight };
  });
}

/**
 * Where the figure is of the scene that fills the window.
 *
 * @param top of the window, px in the frame
 * @param view height of the window, px
 */
async function stageAt(
  frame: Frame,
  top: number,
  view: number,
): Promise<'in view' | 'out of view' | 'no scene'> {
  return frame.evaluate(
    ([from, height]) => {
      for (const scene of document.querySelectorAll('[data-scene]')) {
        const box = scene.getBoundingClientRect();
        if (box.top > from || box.bottom < from + height) continue;
        const stage = scene.querySelector('.stage')?.getBoundingClientRect();
        if (!stage) return 'out of view';
        return stage.top >= from - 3 && stage.bottom <= from + height + 3 ? 'in view' : 'out of view';
      }
      return 'no scene';
    },
    [top, view] as const,
  );
}
