/** The real story under the loader. */
import { expect, type Frame, type Page } from '@playwright/test';
import { steps as storySteps } from '../site.ts';
import { expectPinned, placeOf, readTo, recordEvents, still, storyIn, storyY } from './embeds.ts';
import { test } from './servers.ts';

const hostY = (page: Page) => page.evaluate(() => scrollY);

/** The first chapter that has enough steps to read through. */
const chapter =
  storySteps.find((step) => storySteps.filter((other) => other.chapter === step.chapter).length >= 4)
    ?.chapter ?? '';
const steps = storySteps.filter((step) => step.chapter === chapter);
const EMBED = { embed: `embed/chapters/${chapter}/` };

const storyEnd = (story: Frame) => story.evaluate(() => document.documentElement.scrollHeight - innerHeight);
const stepTop = (story: Frame, id: string) =>
  story.evaluate((step) => document.getElementById(step)?.getBoundingClientRect().top ?? NaN, id);

/** Waits until a step's text is at the top of the story, where an anchor leads: below what sticks there. */
async function expectAtStep(page: Page, story: Frame, id: string, selector?: string): Promise<void> {
  await expect
    .poll(async () => {
      await still(page);
      const margin = await story.evaluate(
        (step) =>
          parseFloat(getComputedStyle(document.getElementById(step) ?? document.body).scrollMarginTop),
        id,
      );
      return Math.abs((await stepTop(story, id)) - margin);
    })
    .toBeLessThan(300);
  expect(Math.abs((await placeOf(page, selector)).top)).toBeLessThanOrEqual(2);
}

for (const host of ['plain', 'overflow-root', 'nested', 'strict', 'opaque']) {
  test(`${host}: each step in its order, over a figure that stands still`, async ({ page, servers }) => {
    const events = await recordEvents(page);
    await page.goto(servers.host(host, EMBED));
    const story = await storyIn(page);
    await readTo(page, 100);
    await expectPinned(page);
    // In its first layout the story has not heard yet how high its frame is.
    const { height } = await placeOf(page);
    await expect.poll(() => story.evaluate(() => innerHeight)).toBe(height);
    for (let y = 100; y < (await storyEnd(story)); y += 500) {
      await readTo(page, y);
      await expectPinned(page);
      // What comes near may turn out higher or lower than it was taken for, and the reader is kept at the same words.
      await expect
        .poll(async () => Math.abs((await storyY(story)) + (await placeOf(page)).start))
        .toBeLessThanOrEqual(1);
    }
    await readTo(page, (await storyEnd(story)) + 200);
    const told = async () =>
      (await events()).filter(({ name }) => name === 'step').map(({ detail }) => detail);
    await expect.poll(async () => (await told()).at(-1)).toMatchObject({ n: steps.length, of: steps.length });
    const numbers = (await told()).map((detail) => (detail as { n: number }).n);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    for (const detail of (await told()) as { chapter: string; step: string; n: number }[])
      expect(`${detail.chapter}/${detail.step}`).toBe(steps[detail.n - 1]?.key);
    expect((await events()).filter(({ name }) => name === 'error')).toEqual([]);
  });
}

test('a deep link, far down, lazily loaded', async ({ page, servers }) => {
  const { id = '' } = steps[2] ?? {};
  await page.goto(`${servers.host('far', EMBED)}#six-doors/${id}`);
  await expectAtStep(page, await storyIn(page), id);
});

test('the phone is turned, twice', async ({ page, servers }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, Math.round((await storyEnd(story)) / 2));
  await expectPinned(page);
  const share = async () => (await storyY(story)) / (await storyEnd(story));
  const before = await storyY(story);
  await page.setViewportSize({ width: 844, height: 500 });
  await expect.poll(() => story.evaluate(() => innerHeight)).toBe(500);
  await expectPinned(page);
  expect(await share()).toBeGreaterThan(0.25);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => story.evaluate(() => innerHeight)).toBe(844);
  await expectPinned(page);
  await expect.poll(async () => Math.abs((await storyY(story)) - before)).toBeLessThanOrEqual(30);
});

test('a reload keeps the place', async ({ page, servers }) => {
  await page.goto(servers.host('plain', { ...EMBED, height: '9000' }));
  const story = await storyIn(page);
  await readTo(page, 2000);
  await expectPinned(page);
  await expect.poll(() => storyY(story)).toBe(2000);
  const before = await hostY(page);
  await page.reload();
  const again = await storyIn(page);
  await expect.poll(() => storyY(again)).toBe(2000);
  expect(await hostY(page)).toBe(before);
});

test('two on a page', async ({ page, servers }) => {
  const events = await recordEvents(page);
  const { id = '' } = steps[2] ?? {};
  const second = `${servers.site}embed/chapters/${chapter}/`;
  await page.goto(`${servers.host('two', { embed: 'embed/test/', second })}#second/${id}`);
  const one = await storyIn(page, '#six-doors iframe');
  const two = await storyIn(page, '#second iframe');
  await expectAtStep(page, two, id, '#second iframe');
  const y = await storyY(two);
  expect(y).toBeGreaterThan(500);
  await readTo(page, 2000, '#six-doors iframe');
  await expectPinned(page, '#six-doors iframe');
  await expect.poll(() => storyY(one)).toBe(2000);
  expect(await storyY(two)).toBe(0);
  const ready = (await events()).filter(({ name }) => name === 'ready');
  expect(ready.map(({ id: of }) => of).sort()).toEqual(['second', 'six-doors']);
});

test('nothing shifts but what the reader moves', async ({ page, servers }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        (window as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(servers.host('plain', EMBED));
  await storyIn(page);
  await readTo(page, 200);
  await expectPinned(page);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
});
