/** A reader scrolls, types, follows links and turns the phone: the story in its frame behaves as part of the page. */
import { expect, type CDPSession, type Frame, type Page } from '@playwright/test';
import { expectPinned, placeOf, readTo, recordEvents, still, storyIn, storyY } from './embeds.ts';
import { test } from './servers.ts';

const EMBED = { embed: 'embed/test/' };
const hostY = (page: Page) => page.evaluate(() => scrollY);
const seeks = (story: Frame) =>
  story.evaluate(() => (window as unknown as { log: { seeks: number } }).log.seeks);

/** Where a step lies in the frame, px; its host has come to rest. */
async function stepTop(page: Page, story: Frame, id: string): Promise<number> {
  await still(page);
  return story.evaluate((step) => document.getElementById(step)?.getBoundingClientRect().top ?? NaN, id);
}

async function expectAtStep(page: Page, story: Frame, id: string): Promise<void> {
  await expect.poll(async () => Math.abs(await stepTop(page, story, id))).toBeLessThanOrEqual(1);
  expect(Math.abs((await placeOf(page)).top)).toBeLessThanOrEqual(2);
}

test('the wheel over the frame scrolls the host, to the px', async ({ page, servers }) => {
  const events = await recordEvents(page);
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, 0);
  await page.mouse.move(600, 300);
  for (let n = 0; n < 9; n += 1) {
    const before = await hostY(page);
    await page.mouse.wheel(0, 800);
    await expect.poll(() => hostY(page)).toBe(before + 800);
    if (n < 8) await expectPinned(page);
  }
  expect(await seeks(story)).toBe(0);
  const steps = (await events()).filter(({ name }) => name === 'step').map(({ detail }) => detail);
  const numbers = steps.map((detail) => (detail as { n: number }).n);
  expect(numbers, 'in their order').toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(numbers.length).toBeGreaterThanOrEqual(8);
  expect(steps[0]).toEqual({ chapter: 'one', step: '1', n: 1, of: 12 });
});

// Nothing that is fixed hands the wheel on to what scrolls its block.
for (const [what, css, position] of [
  ['has a padding', '#app { padding: 24px 0 }', 'sticky'],
  ['holds what scrolls sideways', '#app main { overflow-x: scroll }', 'absolute'],
] as const) {
  test(`the wheel over the frame scrolls what ${what}`, async ({ page, servers }) => {
    await page.goto(servers.host('nested', EMBED));
    await page.addStyleTag({ content: css });
    const story = await storyIn(page);
    await readTo(page, 1000);
    await still(page);
    const appY = () => page.evaluate(() => document.querySelector('#app')?.scrollTop ?? NaN);
    const before = await appY();
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, 300);
    await expect.poll(appY).toBe(before + 300);
    await expect.poll(() => storyY(story)).toBe(1300);
    expect(await page.locator('iframe').evaluate((frame) => frame.style.position)).toBe(position);
  });
}

test('the story lags by a frame or two', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, 200);
  await expectPinned(page);
  // Each side notes when it first shows a position; on one machine the clocks of both agree.
  const watch = () => {
    const seen: [number, number][] = [];
    Object.assign(window, { seen });
    let last = NaN;
    const note = () => {
      const block = document.querySelector('#six-doors');
      const y = Math.round(block ? -block.getBoundingClientRect().top : scrollY);
      if (y !== last) seen.push([(last = y), Date.now()]);
      requestAnimationFrame(note);
    };
    note();
  };
  const lags = async () => {
    await page.evaluate(watch);
    await story.evaluate(watch);
    await page.mouse.move(600, 300);
    for (let n = 0; n < 15; n += 1) await page.mouse.wheel(0, 60);
    await still(page);
    const read = () => (window as unknown as { seen: [number, number][] }).seen;
    const host = new Map(await page.evaluate(read));
    const all = (await story.evaluate(read)).flatMap(([y, at]) => {
      const first = host.get(y);
      return first === undefined ? [] : [at - first];
    });
    expect(all.length).toBeGreaterThan(5);
    return all.sort((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? Infinity;
  };
  // Others may have the machine for a moment: the best of three counts.
  const best: number[] = [];
  for (let n = 0; n < 3; n += 1) best.push(await lags());
  expect(Math.min(...best)).toBeLessThan(50);
});

test('keys in the frame scroll the host', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, 1000);
  await expectPinned(page);
  await story.locator('body').click({ position: { x: 300, y: 1400 } });
  const start = await hostY(page);
  await page.keyboard.press('PageDown');
  await expect.poll(() => hostY(page)).toBeGreaterThan(start + 400);
  await still(page);
  const paged = await hostY(page);
  await page.keyboard.press('Space');
  await expect.poll(() => hostY(page)).toBeGreaterThan(paged + 500);
  await still(page);
  await page.keyboard.press('Shift+Space');
  await still(page);
  await expect.poll(async () => Math.abs((await hostY(page)) - paged)).toBeLessThanOrEqual(2);
  await page.keyboard.press('End');
  await expect
    .poll(() => page.evaluate(() => scrollY + innerHeight - document.documentElement.scrollHeight))
    .toBeGreaterThanOrEqual(-1);
  await page.keyboard.press('Home');
  await expect.poll(() => hostY(page)).toBe(0);
});

test('the focus goes through the host, the story and on, and is always in view', async ({
  page,
  servers,
}) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await page.locator('#before').focus();
  for (let n = 1; n <= 12; n += 1) {
    await page.keyboard.press('Tab');
    await expect(story.locator(`#one-${n} a`)).toBeFocused();
    await expect(story.locator(`#one-${n} a`)).toBeInViewport();
    await expect.poll(async () => (await placeOf(page)).top).toBeLessThan(700);
  }
  // What follows in the page may come after the frame's own link.
  await page.keyboard.press('Tab');
  await expect(page.locator('#after')).toBeFocused();
  for (const n of [9, 2, 11, 5, 12, 1]) {
    await story.locator(`#one-${n} a`).focus();
    await expect
      .poll(async () => {
        const box = await story.locator(`#one-${n} a`).boundingBox();
        return box !== null && box.y >= 0 && box.y + box.height <= 720;
      })
      .toBe(true);
  }
});

test('anchors in the story', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, 0);
  await expectPinned(page);
  await story.evaluate(() => (location.hash = '#one-9'));
  await expectAtStep(page, story, 'one-9');
  await story.evaluate(() => document.querySelector('#one-3')?.scrollIntoView());
  await expectAtStep(page, story, 'one-3');
});

test('a deep link through the host’s address, another, and back', async ({ page, servers }) => {
  const address = servers.host('plain', EMBED);
  await page.goto(`${address}#six-doors/one-7`);
  const story = await storyIn(page);
  await expectAtStep(page, story, 'one-7');
  await page.evaluate(() => (location.hash = '#six-doors/one-3'));
  await expectAtStep(page, story, 'one-3');
  await page.evaluate(() => (location.hash = '#after'));
  await expect(page.locator('#after')).toBeInViewport();
  await page.goBack();
  await expectAtStep(page, story, 'one-3');
  await page.goBack();
  await expectAtStep(page, story, 'one-7');
});

test('a link that names another element, or none, is not ours', async ({ page, servers }) => {
  const address = servers.host('plain', EMBED);
  for (const hash of ['#elsewhere/one-7', '#/one-7', '#six-doors', '#six-doors/']) {
    await page.goto(address + hash);
    const story = await storyIn(page);
    await still(page);
    expect(await storyY(story), hash).toBe(0);
    await page.goto('about:blank');
  }
});

test('the phone is turned, twice', async ({ page, servers }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await story.evaluate(() => document.querySelector('#one-4')?.scrollIntoView());
  await expectAtStep(page, story, 'one-4');
  await readTo(page, (await storyY(story)) + 100);
  await expectPinned(page);
  const before = await storyY(story);
  await page.setViewportSize({ width: 844, height: 390 });
  await expect.poll(() => story.evaluate(() => innerHeight)).toBe(390);
  await expectPinned(page);
  await expect.poll(async () => Math.abs(await stepTop(page, story, 'one-4'))).toBeLessThan(351);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => story.evaluate(() => innerHeight)).toBe(844);
  await expectPinned(page);
  await expect.poll(async () => Math.abs((await storyY(story)) - before)).toBeLessThanOrEqual(3);
});

test('turned and grown while off screen', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  const height = async () => {
    const { start, end } = await placeOf(page);
    return end - start;
  };
  const wanted = () => story.evaluate(() => document.documentElement.scrollHeight);
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await still(page);
  await page.setViewportSize({ width: 500, height: 900 });
  await expect.poll(async () => (await height()) - (await wanted())).toBe(0);
  expect(await wanted()).toBeGreaterThan(9500);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  async function swipe(session: CDPSession, from: number, to: number): Promise<void> {
    const at = (y: number) => [{ x: 195, y }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
    for (let n = 1; n <= 10; n += 1) {
      const y = from + ((to - from) * n) / 10;
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(y) });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  for (const host of ['plain', 'overflow-hidden', 'nested']) {
    test(`${host}: a finger on the frame moves the host`, async ({ page, servers }) => {
      await page.goto(servers.host(host, EMBED));
      const story = await storyIn(page);
      await readTo(page, 10);
      await expectPinned(page);
      const session = await page.context().newCDPSession(page);
      for (let n = 0; n < 4; n += 1) {
        const before = await storyY(story);
        await swipe(session, 700, 200);
        await expectPinned(page);
        await expect.poll(() => storyY(story)).toBeGreaterThan(before + 300);
      }
      expect(await seeks(story)).toBe(0);
    });
  }
});
