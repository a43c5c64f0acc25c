/** What the tests of frames ask a host page and the story in it. */
import { expect, type Frame, type Page } from '@playwright/test';

/**
 * The story in a frame of the page, once its host holds it: each knows the size that the other gave it. Until then no
 * place in either is the reader's, and whatever is scrolled is put elsewhere by the next layout.
 */
export async function storyIn(page: Page, selector = 'iframe'): Promise<Frame> {
  const element = await page.locator(selector).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no story in the page.');
  await expect(frame.locator('html')).toHaveAttribute('data-embed-mode', 'host');
  await expect
    .poll(async () => {
      const { start, end, top, bottom } = await placeOf(page, selector);
      const isFit = await page.locator(selector).evaluate((it) => it.style.position !== '');
      const story = await frame.evaluate(() => [innerHeight, document.documentElement.scrollHeight]);
      const host = [bottom - top, end - start];
      return isFit && host.every((size, index) => Math.abs(size - (story[index] ?? NaN)) < 1);
    }, 'host and story know their sizes')
    .toBe(true);
  return frame;
}

/** Where a frame lies, in px of its host's view: the window, or `#app` where that scrolls. */
export interface Place {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  /** Of its block. */
  readonly start: number;
  readonly end: number;
  /** Of the view. */
  readonly height: number;
}

export function placeOf(page: Page, selector = 'iframe'): Promise<Place> {
  return page.evaluate((find) => {
    const frame = document.querySelector(find);
    const block = frame?.parentElement;
    if (!frame || !block) throw new Error('There is no frame in the page.');
    const app = document.querySelector('#app');
    const edge = app ? app.getBoundingClientRect().top + app.clientTop : 0;
    const box = frame.getBoundingClientRect();
    const around = block.getBoundingClientRect();
    return {
      top: box.top - edge,
      bottom: box.bottom - edge,
      width: box.width,
      start: around.top - edge,
      end: around.bottom - edge,
      height: app?.clientHeight ?? innerHeight,
    };
  }, selector);
}

/** Waits until nothing scrolls: two frames in a row in which the page stood still. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const where = () => `${scrollY} ${document.querySelector('#app')?.scrollTop}`;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let before;
    for (let same = 0; same < 4; same = where() === before ? same + 1 : 0) {
      before = where();
      await frame();
    }
  });
}

/** Brings the reader to `y` px into a story, as by the scroll bar. */
export async function readTo(page: Page, y: number, selector = 'iframe'): Promise<void> {
  await page.evaluate(
    ([find, at]) => {
      const block = document.querySelector(String(find))?.parentElement;
      const app = document.querySelector('#app');
      const edge = app ? app.getBoundingClientRect().top + app.clientTop : 0;
      const top = (block?.getBoundingClientRect().top ?? 0) - edge + Number(at);
      (app ?? window).scrollBy({ top, behavior: 'instant' });
    },
    [selector, y] as const,
  );
}

/** Moves a finger over the middle of a phone's screen, from one height to another, px. */
export async function swipe(page: Page, from: number, to: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 195, y }] });
  await touch('touchStart', from);
  for (let n = 1; n <= 10; n += 1) await touch('touchMove', from + ((to - from) * n) / 10);
  await touch('touchEnd');
  await session.detach();
}

/** Asserts that the frame fills the view while its block spans it, to 2 px. */
export async function expectPinned(page: Page, selector = 'iframe'): Promise<void> {
  await still(page);
  const place = await placeOf(page, selector);
  expect(place.start, 'the block begins above the view').toBeLessThanOrEqual(0);
  expect(place.end, 'the block ends below the view').toBeGreaterThanOrEqual(place.height - 1);
  expect(Math.abs(place.top), 'the frame lies at the top').toBeLessThanOrEqual(2);
  expect(Math.abs(place.bottom - place.height), 'and ends at the bottom').toBeLessThanOrEqual(2);
}

/** How far into itself the story is, px. */
export const storyY = (story: Frame): Promise<number> => story.evaluate(() => scrollY);

/** Records the events of all embeds from now on; `events` gives them back. */
export async function recordEvents(
  page: Page,
): Promise<() => Promise<{ name: string; detail: unknown; id: string }[]>> {
  await page.addInitScript(() => {
    const heard: object[] = [];
    Object.assign(window, { heard });
    for (const name of ['ready', 'mode', 'step', 'end', 'error']) {
      addEventListener(`story:${name}`, (event) => {
        const { detail } = event as CustomEvent<unknown>;
        heard.push({ name, detail, id: (event.target as Element).id });
      });
    }
  });
  return () => page.evaluate(() => (window as unknown as { heard: [] }).heard);
}

/** Records what moves without the reader's doing; the function gives back how much, as browsers count it. */
export async function recordShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        (window as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shift: number }).shift);
}
