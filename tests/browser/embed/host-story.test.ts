/** The real story under the loader. */
import { expect, type Frame, type Page } from '@playwright/test';
import { steps as storySteps } from '../site.ts';
import {
  expectPinned,
  placeOf,
  readTo,
  recordEvents,
  recordShifts,
  still,
  storyIn,
  storyY,
  swipe,
} from './embeds.ts';
import { heightOf } from './guest.ts';
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

/** Waits until a step is at the top of the story, where an anchor leads: below what sticks there. */
async function expectAtStep(page: Page, story: Frame, id: string, selector?: string): Promise<void> {
  await expect
    .poll(async () => {
      await still(page);
      const over = await story.evaluate((step) => {
        const { scrollPaddingTop } = getComputedStyle(document.documentElement);
        const { scrollMarginTop } = getComputedStyle(document.getElementById(step) ?? document.body);
        return parseFloat(scrollPaddingTop) + parseFloat(scrollMarginTop);
      }, id);
      return Math.abs((await stepTop(story, id)) - over);
    })
    .toBeLessThanOrEqual(2);
  expect(Math.abs((await placeOf(page, selector)).top)).toBeLessThanOrEqual(2);
}

/**
 * Asserts that the figure shows the step at the reading line, and lies where it is to stay: `inset` px below the
 * frame's top, or within its scene where that begins below or ends above.
 *
 * @returns whether it stays: it has come to the top, and its scene does not yet push it out
 */
async function expectFigure(story: Frame, inset: number): Promise<boolean> {
  const read = () =>
    story.evaluate((top) => {
      const root = document.documentElement;
      const line = innerHeight * Number(getComputedStyle(root).getPropertyValue('--reading-line'));
      const step = [...document.querySelectorAll<HTMLElement>('[data-step]')].findLast(
        (it) => it.getBoundingClientRect().top <= line,
      );
      const scene = step?.closest('[data-scene]');
      const stage = scene?.querySelector('.stage')?.getBoundingClientRect();
      if (!step || !scene || !stage) return undefined;
      const around = scene.getBoundingClientRect();
      const place = Math.max(around.top, Math.min(top, around.bottom - stage.height));
      const { state } = scene.querySelector<HTMLElement>('[data-figure]')?.dataset ?? {};
      return { step: step.dataset['step'], state, away: Math.abs(stage.top - place), stays: place === top };
    }, inset);
  await expect
    .poll(async () => {
      const { step, state, away = 0 } = (await read()) ?? {};
      return state === step && away <= 1;
    }, 'the figure shows the step, and stands where it is to stay')
    .toBe(true);
  return (await read())?.stays ?? false;
}

for (const { host, wide } of [
  { host: 'plain', wide: false },
  { host: 'plain', wide: true },
  { host: 'overflow-root', wide: false },
  { host: 'nested', wide: false },
  { host: 'strict', wide: false },
  { host: 'opaque', wide: false },
]) {
  test(`${host}${wide ? ', wide' : ''}: each step in its order, over a figure that stands still`, async ({
    page,
    servers,
  }) => {
    const events = await recordEvents(page);
    await page.goto(servers.host(host, EMBED));
    if (wide) await page.addStyleTag({ content: 'main { max-width: none }' });
    const story = await storyIn(page);
    await readTo(page, 100);
    await expectPinned(page);
    // In its first layout the story has not heard yet how high its frame is.
    const { height } = await placeOf(page);
    await expect.poll(() => story.evaluate(() => innerHeight)).toBe(height);
    let stays = 0;
    for (let y = 100; y < (await storyEnd(story)); y += 500) {
      await readTo(page, y);
      await expectPinned(page);
      // What comes near may turn out higher or lower than it was taken for, and the reader is kept at the same words.
      await expect
        .poll(async () => Math.abs((await storyY(story)) + (await placeOf(page)).start))
        .toBeLessThanOrEqual(1);
      if (await expectFigure(story, 0)) stays += 1;
    }
    expect(stays, 'places at which the figure stays').toBeGreaterThan(1);
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

/** Has the whole story laid out: what was only estimated moves its reader when it comes near. */
async function layOut(page: Page, story: Frame): Promise<void> {
  for (let y = 0; y < (await storyEnd(story)); y += 600) {
    await readTo(page, y);
    await expectPinned(page);
  }
  await readTo(page, 100);
  await expectPinned(page);
}

test('the wheel over the story scrolls the host, to the px, and Space in it a page', async ({
  page,
  servers,
}) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await layOut(page, story);
  await page.mouse.move(600, 300);
  for (let n = 0; n < 3; n += 1) {
    const before = await hostY(page);
    await page.mouse.wheel(0, 800);
    await expect.poll(() => hostY(page)).toBe(before + 800);
    await expectPinned(page);
  }
  await story.locator('[data-step] p:visible').first().click();
  await still(page);
  const before = await hostY(page);
  await page.keyboard.press('Space');
  await expect.poll(() => hostY(page)).toBeGreaterThan(before + 500);
  await still(page);
  await page.keyboard.press('Shift+Space');
  await expect.poll(async () => Math.abs((await hostY(page)) - before)).toBeLessThanOrEqual(2);
  await still(page);
  const places = await page.evaluateHandle(() => {
    const seen = new Set<number>();
    addEventListener('scroll', () => seen.add(scrollY));
    return seen;
  });
  const pageDown = async () => {
    await places.evaluate((seen) => seen.clear());
    await page.keyboard.press('Space');
    await expect.poll(() => hostY(page)).toBeGreaterThan(before + 500);
    await still(page);
    return places.evaluate(({ size }) => size);
  };
  expect(await pageDown()).toBeGreaterThan(1);
  await page.keyboard.press('Shift+Space');
  await expect.poll(async () => Math.abs((await hostY(page)) - before)).toBeLessThanOrEqual(2);
  await still(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await pageDown(), 'at once for whoever wants less motion').toBe(1);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const host of ['plain', 'header']) {
    test(`${host}: a finger on the story moves the host`, async ({ page, servers }) => {
      await page.goto(servers.host(host, EMBED));
      const story = await storyIn(page);
      for (const y of [10, 1200]) {
        await readTo(page, y);
        await expectPinned(page);
        await swipe(page, 700, 200);
        await still(page);
        await expect.poll(() => storyY(story)).toBeGreaterThan(y + 300);
        await expectFigure(story, host === 'header' ? 60 : 0);
      }
    });
  }
});

test('the host’s header covers neither the figure nor the step that a link leads to', async ({
  page,
  servers,
}) => {
  const { id = '' } = steps[1] ?? {};
  await page.goto(`${servers.host('header', EMBED)}#six-doors/${id}`);
  const story = await storyIn(page);
  await expectAtStep(page, story, id);
  expect(await expectFigure(story, 60)).toBe(true);
  const title = await story.locator(`#${id} :is(h2, h3)`).boundingBox();
  expect(title?.y).toBeGreaterThanOrEqual(60);

  // Nor the plan that stays above the whole story.
  await page.goto(`${servers.host('header', { embed: 'embed/story/' })}#six-doors/${id}`);
  const whole = await storyIn(page);
  await expectAtStep(page, whole, id);
  const way = await whole.locator('.top a:visible').first().boundingBox();
  expect(way?.y).toBeGreaterThanOrEqual(60);
  expect(await expectFigure(whole, (await whole.locator('header.top').boundingBox())!.height)).toBe(true);
});

test('a deep link, far down, lazily loaded', async ({ page, servers }) => {
  const { id = '' } = steps[2] ?? {};
  await page.goto(`${servers.host('far', EMBED)}#six-doors/${id}`);
  await expectAtStep(page, await storyIn(page), id);
});

test('the phone is turned, twice', async ({ page, servers }) => {
  const events = await recordEvents(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, Math.round((await storyEnd(story)) / 2));
  await expectPinned(page);
  const step = async () =>
    ((await events()).findLast(({ name }) => name === 'step')?.detail as { n: number } | undefined)?.n;
  await expect.poll(step).toBeGreaterThan(1);
  const reading = await step();
  const before = await storyY(story);
  await page.setViewportSize({ width: 844, height: 500 });
  await expect.poll(() => story.evaluate(() => innerHeight)).toBe(500);
  await expectPinned(page);
  expect(await step()).toBe(reading);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => story.evaluate(() => innerHeight)).toBe(844);
  await expectPinned(page);
  await expect.poll(async () => Math.abs((await storyY(story)) - before)).toBeLessThanOrEqual(30);
  expect(await step()).toBe(reading);
});

for (const [how, where] of [
  ['a reload', 'in'],
  ['a reload', 'below'],
  ['the way back from another page', 'in'],
] as const) {
  test(`${how} keeps a reader's place ${where} the story`, async ({ page, servers }) => {
    const shift = await recordShifts(page);
    await page.goto(servers.host('plain', { ...EMBED, height: String(heightOf(EMBED.embed)) }));
    await storyIn(page);
    const { start, end } = await placeOf(page);
    await readTo(page, where === 'in' ? 2000 : end - start - 100);
    await still(page);
    const before = await hostY(page);
    if (how === 'a reload') await page.reload();
    else {
      await page.goto(servers.host('paper'));
      await page.goBack();
    }
    const again = await storyIn(page);
    await still(page);
    await expect.poll(() => hostY(page)).toBe(before);
    if (where === 'below') {
      expect((await placeOf(page)).end).toBeCloseTo(100, 0);
      return;
    }
    await expect.poll(() => storyY(again)).toBe(2000);
    // Below it something may shift: browsers find a place by its text or, now and then, by px, which the story's height
    // of before does not fit.
    expect(await shift()).toBe(0);
  });
}

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

test('what grows above a story leaves its reader at the step that an address led to', async ({
  page,
  servers,
}) => {
  const { id = '' } = steps[2] ?? {};
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/embed/test/', async (route) => {
    await released;
    await route.continue();
  });
  const second = `${servers.site}embed/chapters/${chapter}/`;
  await page.goto(`${servers.host('two', { embed: 'embed/test/', second })}#second/${id}`, {
    waitUntil: 'commit',
  });
  const two = await storyIn(page, '#second iframe');
  await expectAtStep(page, two, id, '#second iframe');
  const y = await storyY(two);
  expect(y).toBeGreaterThan(500);
  const before = (await placeOf(page, '#second iframe')).start;
  await expect(page.locator('#second')).toHaveCSS('overflow-anchor', 'auto');
  const from = await hostY(page);
  // The story before it is as tall as its text now, where it had the height that the snippet gave it.
  release();
  await storyIn(page, '#six-doors iframe');
  await expect.poll(() => hostY(page)).toBeGreaterThan(from + 500);
  await expectPinned(page, '#second iframe');
  expect(Math.abs((await placeOf(page, '#second iframe')).start - before)).toBeLessThanOrEqual(2);
  expect(await storyY(two)).toBe(y);
});

test('of errors in the story the host is told three, and of the browser’s notes none', async ({
  page,
  servers,
}) => {
  const events = await recordEvents(page);
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await story.evaluate(() => {
    dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed' }));
    for (let n = 1; n <= 4; n += 1) reportError(new Error(`trouble ${n}`));
  });
  const errors = async () => (await events()).filter(({ name }) => name === 'error');
  await expect.poll(errors).toHaveLength(3);
  expect((await errors()).map(({ detail }) => (detail as { reason: string }).reason)).toEqual(
    [1, 2, 3].map((n) => `Uncaught Error: trouble ${n}`),
  );
});

test('nothing shifts but what the reader moves', async ({ page, servers }) => {
  const shift = await recordShifts(page);
  await page.goto(servers.host('plain', EMBED));
  await storyIn(page);
  await readTo(page, 200);
  await expectPinned(page);
  expect(await shift()).toBe(0);
});

for (const height of [140, 2000]) {
  test(`steps of ${height} px are reached at the reading line, each once`, async ({ page, servers }) => {
    await page.goto(servers.host('plain', EMBED));
    const story = await storyIn(page);
    await story.evaluate((px) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `.step.step.step { display: block; min-block-size: 0; block-size: ${px}px; padding: 0; overflow: clip;
           content-visibility: visible }
         .stage.stage { content-visibility: visible }`,
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, height);
    await expect
      .poll(() =>
        story
          .locator('[data-step]')
          .first()
          .evaluate((it) => it.getBoundingClientRect().height),
      )
      .toBe(height);
    await storyIn(page);
    // How far each step is past the line when it is told of, and where each is at it.
    const lines = await story.evaluate(() => {
      const told: { n: number; past: number }[] = [];
      Object.assign(window, { told });
      const root = document.documentElement;
      const line = innerHeight * Number(getComputedStyle(root).getPropertyValue('--reading-line'));
      const all = [...document.querySelectorAll('[data-step]')];
      const past = (step: Element | undefined) => line - (step?.getBoundingClientRect().top ?? NaN);
      const { postMessage } = MessagePort.prototype;
      MessagePort.prototype.postMessage = function (message: { type: string; n: number }) {
        if (message.type === 'step') told.push({ n: message.n, past: past(all[message.n - 1]) });
        postMessage.call(this, message);
      };
      return all.map((step) => scrollY - past(step));
    });
    for (const y of lines.flatMap((at) => [at - 8, at + 8])) {
      await readTo(page, y);
      await expect.poll(async () => Math.abs((await storyY(story)) - y)).toBeLessThanOrEqual(1);
      // Where the reader is, is found out with the next frame.
      await story.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
    const told = () =>
      story.evaluate(() => (window as unknown as { told: { n: number; past: number }[] }).told);
    await expect.poll(async () => (await told()).at(-1)?.n).toBe(steps.length);
    expect((await told()).map(({ n }) => n)).toEqual(steps.map((_, index) => index + 1));
    for (const { n, past } of await told()) {
      expect(past, `step ${n}`).toBeGreaterThanOrEqual(-1);
      expect(past, `step ${n}`).toBeLessThanOrEqual(9);
    }
  });
}

test('what grows while it is off screen gets its height', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await still(page);
  const wanted = () => story.evaluate(() => document.documentElement.scrollHeight);
  const missing = async () => {
    const { start, end } = await placeOf(page);
    return Math.abs(end - start - (await wanted()));
  };
  const first = await wanted();
  // The host makes its column narrower.
  await page.evaluate(() => document.querySelector('main')?.setAttribute('style', 'max-width: 400px'));
  await expect.poll(() => story.evaluate(() => innerWidth)).toBe(400);
  await expect.poll(missing).toBeLessThan(1);
  const second = await wanted();
  expect(second).not.toBe(first);
  // Something comes late.
  await story.evaluate(() => {
    const late = document.createElement('p');
    late.textContent = 'late '.repeat(800);
    document.querySelector('[data-notes]')?.before(late);
  });
  await expect.poll(wanted).toBeGreaterThan(second + 300);
  await expect.poll(missing).toBeLessThan(1);
  await readTo(page, 1500);
  await expectPinned(page);
  await expect.poll(missing).toBeLessThan(1);
});

test('whatever gets the focus is in view', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  // What is folded cannot be focused; the rest is numbered, so that it can be found again.
  const count = await story.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, [tabindex="0"])')];
    const open = all.filter((it) => it.checkVisibility());
    open.forEach((it, n) => (it.dataset['n'] = String(n)));
    return open.length;
  });
  expect(count).toBeGreaterThan(20);
  // As good as at random, and the same each time.
  for (let n = 1; n <= 10; n += 1) {
    const it = story.locator(`[data-n="${(n * 7919) % count}"]`);
    await it.evaluate((element) => {
      (element as HTMLElement).focus();
    });
    await expect(it).toBeFocused();
    await expect
      .poll(
        async () => {
          await still(page);
          const box = await it.boundingBox();
          return box !== null && box.y >= 0 && box.y + Math.min(box.height, 500) <= 720;
        },
        `the ${(n * 7919) % count}th of ${count}`,
      )
      .toBe(true);
  }
});

test('text that is looked for is found, and text can be marked', async ({ page, servers }) => {
  await page.goto(servers.host('plain', EMBED));
  const story = await storyIn(page);
  await readTo(page, 0);
  await expectPinned(page);
  const text = story.locator(`[data-step="${steps.at(-2)?.key}"] .text > p`).first();
  const words = /\S+ \S+ \S+ \S+/.exec((await text.textContent()) ?? '')?.[0] ?? '';
  expect(words.length).toBeGreaterThan(10);
  await story.evaluate(
    (what) => (window as unknown as { find: (text: string) => boolean }).find(what),
    words,
  );
  const marked = () => story.evaluate(() => getSelection()?.toString() ?? '');
  expect(await marked()).toBe(words);
  await expect
    .poll(async () => {
      await still(page);
      const { top } = await story.evaluate(() => {
        const { y } = getSelection()!.getRangeAt(0).getBoundingClientRect();
        return { top: y };
      });
      return top >= 0 && top < 720;
    })
    .toBe(true);
  await expectPinned(page);
  await expect
    .poll(async () => Math.abs((await storyY(story)) + (await placeOf(page)).start))
    .toBeLessThanOrEqual(1);
  const before = await hostY(page);
  const box = (await text.boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 8, { steps: 8 });
  await page.mouse.up();
  expect((await marked()).length).toBeGreaterThan(15);
  expect(await text.textContent()).toContain((await marked()).slice(0, 10));
  expect(await hostY(page)).toBe(before);
});

test('a link within the story makes no entry in the history of its host', async ({ page, servers }) => {
  await page.goto(servers.host('no-loader', EMBED));
  await page.goto(servers.host('plain', { embed: 'embed/story/' }));
  const story = await storyIn(page);
  await readTo(page, 0);
  await expectPinned(page);
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await story.locator(`[data-plan] a[href="#${chapter}"]:visible`).first().click();
  const { start: from } = await placeOf(page);
  await expect
    .poll(async () => {
      await still(page);
      return stepTop(story, chapter);
    })
    .toBeLessThan(100);
  await expectPinned(page);
  expect((await placeOf(page)).start).toBeLessThanOrEqual(from);
  expect(await entries()).toBe(before);
  await page.goBack();
  expect(page.url()).toContain('no-loader');
});
