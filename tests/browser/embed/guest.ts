/** What the tests of the story in frames without our loader ask. */
import { readFileSync } from 'node:fs';
import { expect, type Frame, type Page } from '@playwright/test';
import { frameHeight } from '../../../src/export/heights.ts';
import { dist } from '../site.ts';

/** The height that the snippet gives a frame: px. */
export const heightOf = (embed: string): number =>
  frameHeight(readFileSync(`${dist}${embed}index.html`, 'utf8'));

/** The keys of the steps of a built page, in order. */
export const stepsOf = (page: string): readonly string[] =>
  [...readFileSync(`${dist}${page}index.html`, 'utf8').matchAll(/<article\b[^>]* data-step="([^"]+)"/g)].map(
    ([, key = '']) => key,
  );

/** The page in the host's frame, once it knows what it was given. */
export async function guestIn(page: Page, mode: string): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no frame in the page.');
  // Out of sight a frame is told nothing of its size.
  await page.locator('iframe').evaluate((element) => {
    element.scrollIntoView({ behavior: 'instant' });
  });
  await expect(frame.locator('html')).toHaveAttribute('data-embed-mode', mode);
  // Before it is laid out over all of its frame, no step is where it will be read.
  if (mode === 'tall')
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight))
      .toBeLessThanOrEqual(1);
  return frame;
}

/** How a step lies in the host's window: px from the window's top. */
export interface Lie {
  readonly top: number;
  readonly height: number;
}

/** Scrolls the host until a step's middle is at the reading line. */
export async function hostReads(page: Page, frame: Frame, key: string): Promise<void> {
  const step = await frame.evaluate((of) => {
    const element = document.querySelector(`[data-step="${of}"]`);
    if (!element) throw new Error(`There is no step ${of}.`);
    const { top, height } = element.getBoundingClientRect();
    const line = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
    return { middle: top + height / 2, line };
  }, key);
  await page.evaluate(({ middle, line }) => {
    const top = document.querySelector('iframe')?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: top + middle - line * innerHeight, behavior: 'instant' });
  }, step);
}

/** The figure beside or above a step, of the frame's page. */
export const figureBy = (frame: Frame, key: string) =>
  frame.locator('[data-scene]', { has: frame.locator(`[data-step="${key}"]`) }).locator('[data-figure]');

/** Where a step's stage lies in the host's window. */
export async function stageLies(page: Page, frame: Frame, key: string): Promise<Lie> {
  const stage = await frame.evaluate((of) => {
    const scene = document.querySelector(`[data-step="${of}"]`)?.closest('[data-scene]');
    const box = scene?.querySelector('.stage')?.getBoundingClientRect();
    return { top: box?.top ?? NaN, height: box?.height ?? NaN };
  }, key);
  const from = await page.evaluate(
    () => document.querySelector('iframe')?.getBoundingClientRect().top ?? NaN,
  );
  return { top: from + stage.top, height: stage.height };
}

/** The keys of a frame's steps, in order. */
export const stepsIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-step]')].map((step) => step.dataset['step'] ?? ''),
  );

/** Reads a few steps of a chapter and asserts that the figure stays in the window and shows each. */
export async function expectFollowed(page: Page, frame: Frame): Promise<void> {
  const keys = await stepsIn(frame);
  const some = keys.filter((_, index) => index % Math.ceil(keys.length / 4) === 0);
  for (const key of some) {
    await hostReads(page, frame, key);
    await expect(figureBy(frame, key)).toHaveAttribute('data-state', key);
    await expect(figureBy(frame, key)).toHaveAttribute('data-ready', '');
    const height = page.viewportSize()?.height ?? 0;
    await expect
      .poll(async () => {
        const lie = await stageLies(page, frame, key);
        return lie.top >= -2 && lie.top + Math.min(lie.height, height * 0.9) <= height + 2;
      }, `the figure of ${key} is in the window`)
      .toBe(true);
  }
}
