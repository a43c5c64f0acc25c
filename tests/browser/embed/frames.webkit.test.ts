/** The story in frames in WebKitGTK: under the loader, in a tall frame that nobody speaks to, in a low one. */
import { expect } from '@playwright/test';
import { startWebKit, type WebKit } from '../engines/webkit.ts';
import { heightOf, stepsOf } from './guest.ts';
import { test } from './servers.ts';

const chapter = 'embed/chapters/gulf/';
const steps = stepsOf(chapter);

// One browser for all of them: it takes seconds to start.
test.describe.configure({ mode: 'default' });

let browser: WebKit;
test.beforeAll(async () => {
  browser = await startWebKit();
});
test.afterAll(() => browser?.stop());

/** Waits until something is true of what is in the frame. */
async function untilIn<Arg>(condition: (arg: Arg) => boolean, arg?: Arg): Promise<void> {
  await expect
    .poll(() => browser.evaluateIn(0, condition, arg), {
      message: `in the frame, of ${JSON.stringify(arg)}: ${condition.toString()}`,
      timeout: 20_000,
    })
    .toBe(true);
}

const untilMode = (mode: string) =>
  untilIn((name) => document.documentElement.dataset['embedMode'] === name, mode);

/** Scrolls the page, also again where something grew on the way, until a step of the frame is at the reading line. */
async function readInFrame(key: string): Promise<void> {
  await expect
    .poll(async () => {
      const { middle, line } = await browser.evaluateIn(
        0,
        (step) => {
          const box = document.querySelector(`[data-step="${step}"]`)!.getBoundingClientRect();
          const style = getComputedStyle(document.documentElement);
          return {
            middle: box.top + box.height / 2,
            line: Number(style.getPropertyValue('--reading-line')),
          };
        },
        key,
      );
      return browser.evaluate(
        (at) => {
          const top = document.querySelector('iframe')!.getBoundingClientRect().top;
          const away = top + at.middle - at.line * innerHeight;
          scrollBy({ top: away, behavior: 'instant' });
          return Math.abs(away);
        },
        { middle, line },
      );
    })
    .toBeLessThan(3);
  await untilIn((step) => {
    const scene = document.querySelector(`[data-step="${step}"]`)!.closest('[data-scene]')!;
    const figure = scene.querySelector('[data-figure]')!;
    return (
      figure.getAttribute('data-state') === step &&
      figure.hasAttribute('data-ready') &&
      !figure.hasAttribute('data-moving')
    );
  }, key);
}

/** Asserts that a step's figure lies in the window of the page around the frame. */
async function expectInSight(key: string): Promise<void> {
  await expect
    .poll(async () => {
      const stage = await browser.evaluateIn(
        0,
        (step) => {
          const scene = document.querySelector(`[data-step="${step}"]`)!.closest('[data-scene]')!;
          const { top, height } = scene.querySelector('.stage')!.getBoundingClientRect();
          return { top, height };
        },
        key,
      );
      return browser.evaluate(({ top, height }) => {
        const from = document.querySelector('iframe')!.getBoundingClientRect().top + top;
        return from >= -2 && from + Math.min(height, 0.9 * innerHeight) <= innerHeight + 2;
      }, stage);
    }, `the figure of ${key} is in the window`)
    .toBe(true);
}

test('under the loader: pinned wherever the reader is, and the story follows', async ({ servers }) => {
  await browser.goto(servers.host('plain', { embed: chapter }));
  await untilMode('host');
  const height = await browser.evaluate(() => innerHeight);
  await untilIn((view) => innerHeight === view, height);
  for (const y of [150, 1500, 4000, 2500]) {
    await browser.evaluate((to) => {
      const top = document.querySelector('[data-story-embed]')!.getBoundingClientRect().top;
      scrollBy({ top: top + Number(to), behavior: 'instant' });
    }, y);
    await browser.until(() => {
      const { top, bottom } = document.querySelector('iframe')!.getBoundingClientRect();
      return Math.abs(top) <= 2 && Math.abs(bottom - innerHeight) <= 2;
    });
    // What comes near may turn out higher or lower than it was taken for: the reader is kept at the same words.
    await expect
      .poll(async () => {
        const story = await browser.evaluateIn(0, () => scrollY);
        return browser.evaluate(
          (at) => Math.abs(document.querySelector('[data-story-embed]')!.getBoundingClientRect().top + at),
          story,
        );
      }, `the story is where its host is, at ${y}`)
      .toBeLessThanOrEqual(1);
  }
  await readInFrame(steps[1]!);
  await expectInSight(steps[1]!);
});

test('under the loader: a deep link, far down, lazily loaded', async ({ servers }) => {
  const anchor = steps[2]!.replace('/', '-');
  await browser.goto(`${servers.host('far', { embed: chapter })}#six-doors/${anchor}`);
  await untilMode('host');
  await untilIn((id) => {
    const { top } = document.getElementById(id)!.getBoundingClientRect();
    const line = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
    return top >= -1 && top < innerHeight * line;
  }, anchor);
  await browser.until(() => Math.abs(document.querySelector('iframe')!.getBoundingClientRect().top) <= 2);
});

for (const attributes of ['', 'sandbox="allow-scripts"']) {
  test(`a bare tall frame ${attributes}: the figure stays where the reader is`, async ({ servers }) => {
    const height = String(heightOf(chapter));
    await browser.goto(servers.host('frame', { embed: chapter, height, width: '100%', attributes }));
    await browser.evaluate(() => document.querySelector('iframe')!.scrollIntoView());
    await untilMode('tall');
    for (const key of [steps[0]!, steps[2]!, steps.at(-1)!]) {
      await readInFrame(key);
      await expectInSight(key);
    }
    expect(await browser.evaluateIn(0, () => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  });
}

test('a low frame: step by step', async ({ servers }) => {
  await browser.goto(servers.host('low', { embed: chapter, height: '480' }));
  await untilMode('inner');
  await untilIn(() => document.documentElement.dataset['stepper'] === 'frame');
  for (const key of steps.slice(0, 2)) {
    await expect
      .poll(() =>
        browser.evaluateIn(
          0,
          (step) => {
            const shown = document.querySelector<HTMLElement>('[data-shown]')?.dataset['step'];
            if (shown !== step) document.querySelector<HTMLElement>('[data-turn="next"]')!.click();
            return shown;
          },
          key,
        ),
      )
      .toBe(key);
    await untilIn(
      (step) =>
        document
          .querySelector('[data-shown]')!
          .closest('[data-scene]')!
          .querySelector('[data-figure]')!
          .getAttribute('data-state') === step,
      key,
    );
  }
  expect(await browser.evaluateIn(0, () => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});
