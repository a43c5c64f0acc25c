/** A frame that is too low for scrolling: read step by step, whole, and never in the way of the page around it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Frame, type Page } from '@playwright/test';
import { stepsOf } from './guest.ts';
import { test, type Servers } from './servers.ts';

const chapters = [...new Set(stepsOf('').map((key) => key.split('/')[0] ?? ''))];

/** px that the host's own margins take of the window's width. */
const MARGINS = 48;

/** Opens a page that gives the story a low frame. */
async function low(
  page: Page,
  servers: Servers,
  embed: string,
  { width, height }: { width: number; height: number },
): Promise<Frame> {
  await page.setViewportSize({ width: width + MARGINS, height: 700 });
  await page.goto(servers.host('low', { embed, height: `${height}` }));
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no frame.');
  await expect(frame.locator('html')).toHaveAttribute('data-stepper', 'frame');
  return frame;
}

const next = (frame: Frame) => frame.locator('[data-turn="next"]');

/** What is wrong with the screen that is shown: lines cut at an edge, things under others, room to scroll. */
function flaws(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const found: string[] = [];
    const shown = document.querySelector<HTMLElement>('[data-shown]')!;
    const head = document.querySelector('[data-frame-head]')!.getBoundingClientRect();
    const bar = document.querySelector('[data-step-bar]')!.getBoundingClientRect();
    const name = shown.dataset['step'] ?? shown.className;
    if (head.top < 0 || bar.bottom > innerHeight + 1) found.push(`${name}: the ways lie outside`);
    if (shown.scrollHeight > shown.clientHeight + 1) found.push(`${name}: text below its column`);
    const box = shown.getBoundingClientRect();
    for (const line of shown.querySelectorAll('p, h1, h2, h3, blockquote, svg, figcaption')) {
      if (!line.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
      if (line.closest('.unseen, svg svg')) continue;
      for (const { top, bottom, left, right, height } of line.getClientRects()) {
        if (height === 0 || right <= box.left + 1 || left >= box.right - 1) continue; // on another screen
        if (top < box.top - 4 || bottom > box.bottom + 4 || right > box.right + 4)
          found.push(`${name}: ${line.tagName} is cut`);
      }
    }
    const stage = shown.closest('[data-scene]')?.querySelector('[data-stage]')?.getBoundingClientRect();
    if (stage && stage.height > 0) {
      if (stage.bottom > bar.top + 1 || stage.right > innerWidth) found.push(`${name}: its figure is cut`);
      if (box.height > 0 && stage.bottom > box.top + 1 && stage.right > box.left + 1)
        found.push(`${name}: its text lies over its figure`);
    }
    if (document.documentElement.scrollHeight > innerHeight) found.push(`${name}: the frame can scroll`);
    return found;
  });
}

/** Reads from here to the end. @returns the steps whose figure was seen, and those whose text was, in order */
async function readOn(
  frame: Frame,
): Promise<{ figures: string[]; texts: string[]; captions: string[]; flaws: string[] }> {
  const seen = {
    figures: [] as string[],
    texts: [] as string[],
    captions: [] as string[],
    flaws: [] as string[],
  };
  const note = (list: string[], key: string) => list.at(-1) !== key && list.push(key);
  for (;;) {
    const { step, figure, text, caption, end } = await frame.evaluate(async () => {
      // The figure of a scene that has just come may still grow or shrink it.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const shown = document.querySelector<HTMLElement>('[data-shown]')!;
      const caption = shown.querySelector('.text > figcaption');
      const within = ({ left, right }: DOMRect, { left: from, right: to }: DOMRect) =>
        left >= from - 1 && right <= to + 1;
      const drawing = shown.closest('[data-scene]')?.querySelector('[data-figure]');
      return {
        step: shown.dataset['step'],
        figure: drawing?.checkVisibility() ?? false,
        text: shown.checkVisibility(),
        caption:
          caption && within(caption.getBoundingClientRect(), shown.getBoundingClientRect())
            ? caption.textContent
            : undefined,
        end: document.querySelector('[data-turn="next"]')?.getAttribute('aria-disabled') === 'true',
      };
    });
    if (step && figure) note(seen.figures, step);
    if (step && text) note(seen.texts, step);
    if (caption) note(seen.captions, caption);
    seen.flaws.push(...(await flaws(frame)));
    if (end) return seen;
    await next(frame).click();
  }
}

for (const [embed, size] of [
  [`embed/chapters/${chapters[2]}/`, { width: 342, height: 480 }],
  [`embed/chapters/${chapters.at(-1)}/`, { width: 342, height: 600 }],
  [`embed/chapters/${chapters[4]}/`, { width: 650, height: 600 }],
  [`embed/chapters/${chapters.at(-1)}/`, { width: 1100, height: 600 }],
  ['embed/figures/call-and-answer/', { width: 342, height: 320 }],
] as const) {
  test(`${embed} at ${size.width}×${size.height} is read to its end, and nothing of it is cut`, async ({
    page,
    servers,
  }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const frame = await low(page, servers, embed, size);
    const keys = stepsOf(embed);
    const captions = await frame.locator('.step .text > figcaption').allTextContents();
    expect(captions.length).toBe(await frame.locator('[data-scene]').count());
    expect(await readOn(frame)).toEqual({ figures: keys, texts: keys, captions, flaws: [] });
  });
}

test('the whole story begins with its title, and its plan leads to chapters', async ({ page, servers }) => {
  const frame = await low(page, servers, 'embed/story/', { width: 342, height: 480 });
  await expect(frame.locator('#story-title')).toBeVisible();
  expect(await flaws(frame)).toEqual([]);
  await next(frame).click();
  const plan = frame.locator('[data-shown] [data-plan]');
  await expect(plan).toHaveAttribute('data-ready', '');
  await plan.locator(`a[href="#${chapters[3]}"]:visible`).first().click();
  await expect(frame.locator(`#${chapters[3]}-title`)).toBeInViewport();
  await expect(frame.locator(`#${chapters[3]}-title`)).toBeFocused();
  expect(await flaws(frame)).toEqual([]);
});

test('wheel, touch and page keys pass to the page around it', async ({ page, servers }) => {
  const frame = await low(page, servers, `embed/chapters/${chapters[2]}/`, { width: 342, height: 480 });
  const scrolled = () => page.evaluate(() => scrollY);
  await page.mouse.move(200, 300);
  await page.mouse.wheel(0, 100);
  await expect.poll(scrolled).toBe(100);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await next(frame).focus();
  await page.keyboard.press('PageDown');
  await expect.poll(scrolled).toBeGreaterThan(100);
  expect(await frame.evaluate(() => scrollY)).toBe(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a finger moves the page around it', async ({ page, servers }) => {
    const frame = await low(page, servers, `embed/chapters/${chapters[2]}/`, { width: 342, height: 480 });
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }],
      });
    await touch('touchStart', 400);
    for (let y = 390; y >= 200; y -= 10) await touch('touchMove', y);
    await touch('touchEnd', 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect(await frame.evaluate(() => scrollY)).toBe(0);
  });
});

test('its ways are large enough, and one leads to the same place of the full story', async ({
  page,
  servers,
}) => {
  const embed = `embed/chapters/${chapters[2]}/`;
  const frame = await low(page, servers, embed, { width: 342, height: 480 });
  for (const way of await frame.locator('[data-turn], [data-full-story]').all()) {
    const box = await way.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    await expect(way).toBeInViewport({ ratio: 1 });
  }
  const [key] = stepsOf(embed);
  while ((await frame.locator('[data-shown]').getAttribute('data-step')) !== key) await next(frame).click();
  const opening = page.context().waitForEvent('page');
  await frame.locator('[data-full-story]').click();
  expect((await opening).url()).toBe(`${servers.site}#${key?.replace('/', '-')}`);
});

test('keys turn it, and a citation opens its note in it', async ({ page, servers }) => {
  const embed = `embed/chapters/${chapters[2]}/`;
  const frame = await low(page, servers, embed, { width: 650, height: 600 });
  const keys = stepsOf(embed);
  const shown = frame.locator('[data-shown]');
  await next(frame).focus();
  await page.keyboard.press('ArrowRight');
  while ((await shown.getAttribute('data-step')) === null) await page.keyboard.press('ArrowRight');
  await expect(shown).toHaveAttribute('data-step', keys[0]!);
  const cite = shown.locator('[data-cite]').first();
  await cite.click();
  const panel = frame.locator('#note-panel');
  await expect(panel).toBeInViewport({ ratio: 1 });
  await expect(panel).toContainText(/\S{3}/);
  await page.keyboard.press('Escape');
  await expect(cite).toBeFocused();
  await page.keyboard.press('End');
  await expect(next(frame)).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Home');
  await expect(frame.locator('[data-turn="previous"]')).toHaveAttribute('aria-disabled', 'true');
});

test('an anchor leads to its step, and the step stays when the frame is turned', async ({
  page,
  servers,
}) => {
  const embed = `embed/chapters/${chapters[2]}/`;
  const key = stepsOf(embed).at(-2)!;
  const frame = await low(page, servers, `${embed}#${key.replace('/', '-')}`, { width: 342, height: 480 });
  const shown = frame.locator('[data-shown]');
  await expect(shown).toHaveAttribute('data-step', key);
  await page.setViewportSize({ width: 650 + MARGINS, height: 700 });
  await expect(shown.locator('xpath=ancestor::*[@data-scene]')).toHaveAttribute('data-how', 'beside');
  await expect(shown).toHaveAttribute('data-step', key);
  await expect(shown).toBeVisible();
  expect(await flaws(frame)).toEqual([]);
});

test('a frame that grows tall enough is scrolled again, and one that shrinks is not', async ({
  page,
  servers,
}) => {
  const frame = await low(page, servers, 'embed/figures/demands/', { width: 342, height: 480 });
  const resize = (height: number) =>
    page.locator('iframe').evaluate((element, to) => element.setAttribute('height', `${to}`), height);
  await resize(6000);
  await expect(frame.locator('html')).toHaveAttribute('data-embed-mode', 'tall');
  await expect(frame.locator('html')).not.toHaveAttribute('data-stepper');
  await expect(frame.locator('[data-step-bar]')).toBeHidden();
  await expect(frame.locator('[data-step]:visible')).toHaveCount(stepsOf('embed/figures/demands/').length);
  await expect(frame.locator('[data-stage] figcaption')).toHaveCount(1);
  await resize(480);
  await expect(frame.locator('html')).toHaveAttribute('data-stepper', 'frame');
  await expect(frame.locator('[data-step-bar]')).toBeVisible();
  expect(await flaws(frame)).toEqual([]);
});

test('that the edition is superseded stands below the story, which is shown anew in what is left', async ({
  page,
  servers,
}) => {
  const embed = 'embed/figures/limits/';
  const frame = await low(page, servers, embed, { width: 342, height: 480 });
  await expect(frame.locator('[data-figure]')).toHaveAttribute('data-ready', '');
  const [key] = stepsOf(embed);
  while ((await frame.locator('[data-shown]').getAttribute('data-step')) !== key) await next(frame).click();
  const foot = frame.locator('footer');
  await expect(foot).toBeHidden();
  const drawing = frame.locator('[data-figure] svg:visible').first();
  const height = async () => (await drawing.boundingBox())?.height ?? 0;
  const before = await height();
  // As the script of a frozen edition writes it.
  await foot.evaluate((element) => {
    const line = document.createElement('p');
    line.dataset['newer'] = '';
    line.textContent = 'A newer edition has appeared. '.repeat(3);
    element.append(line);
  });
  await expect(foot).toHaveText(/^(A newer edition has appeared\. ?)+$/, { useInnerText: true });
  await expect(foot).toBeInViewport({ ratio: 1 });
  await expect.poll(height).toBeLessThan(before - 5);
  expect(await flaws(frame)).toEqual([]);
});

test('axe has nothing to object to', async ({ page, servers }) => {
  const frame = await low(page, servers, 'embed/figures/demands/', { width: 342, height: 480 });
  await expect(frame.locator('[data-figure]')).toHaveAttribute('data-ready', '');
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
});
