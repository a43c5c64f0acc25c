/** The scroll is the playhead. */
import { expect, test, type Page } from '@playwright/test';
import { figureOf, readStep, settled, steps, strip, type BuiltStep } from './site.ts';

const chapters = [...new Set(steps.map(({ chapter }) => chapter))];
const doorsOf = (page: Page) =>
  strip(page)
    .locator('[data-door]')
    .evaluateAll((doors) => doors.map((door) => door.getAttribute('data-door-state')));

async function read(page: Page, { key, chapter }: BuiltStep): Promise<void> {
  await readStep(page, key);
  await settled(page, key);
  await expect(strip(page).locator('[aria-current="true"]')).toHaveCount(1);
  await expect(page.locator(`[data-chapter="${chapter}"]`)).toBeVisible();
}

for (const chapter of chapters) {
  const own = steps.filter((step) => step.chapter === chapter);

  for (const [name, size] of [
    ['phone', { width: 390, height: 844 }],
    ['desktop', { width: 1440, height: 900 }],
  ] as const) {
    test(`${chapter}: figures follow the steps down and up, ${name}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.goto('./');
      for (const step of own) await read(page, step);
      for (const step of own.toReversed()) await read(page, step);
    });
  }

  test(`${chapter}: its own page plays the same steps`, async ({ page }) => {
    await page.goto(`./chapters/${chapter}/`);
    for (const step of own) {
      await readStep(page, step.key);
      await settled(page, step.key);
    }
  });
}

test('a step is scrubbed both ways: the drawing differs within it and comes back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  const { key } = steps.find((step) => step.chapter === chapters[1]) ?? steps[0]!;
  const drawing = figureOf(page, key).locator('svg:visible').first();
  const at = async (share: number) => {
    await readStep(page, key, share);
    await settled(page, key);
    return drawing.innerHTML();
  };
  const early = await at(0.2);
  await expect.poll(() => at(0.6)).not.toBe(early);
  await expect.poll(() => at(0.2)).toBe(early);
});

test('a move between steps says that it is under way, and ends', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  const [first, second] = steps.filter((step) => step.chapter === chapters[1]);
  if (!first || !second) throw new Error('the second chapter has too few steps');
  await readStep(page, first.key);
  await settled(page, first.key);
  const figure = figureOf(page, first.key);
  // Watched from before the reader goes on, so that the move cannot be missed.
  await figure.evaluate((element) => {
    const moved = new Promise<boolean>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!element.hasAttribute('data-moving')) return;
        observer.disconnect();
        resolve(true);
      }).observe(element, { attributes: true });
    });
    Object.assign(window, { moved });
  });
  await readStep(page, second.key);
  expect(await page.evaluate(() => (window as unknown as { moved: Promise<boolean> }).moved)).toBe(true);
  await settled(page, second.key);
});

test('the doors swing with the steps that tell of other days, and back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  const own = await doorsOf(page);
  const days = new Map<string, (string | null)[]>();
  for (const step of steps) {
    if (step.doors === undefined) continue;
    await readStep(page, step.key);
    await settled(page, step.key);
    await expect
      .poll(async () => {
        const states = await doorsOf(page);
        days.set(step.doors ?? '', states);
        return states.every((state) => /^(open|ajar|shut|locked)$/.test(state ?? ''));
      })
      .toBe(true);
  }
  expect(new Set([...days.values()].map((states) => states.join())).size).toBeGreaterThan(3);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(() => doorsOf(page)).toEqual(own);
});

test('scrolling past many steps at once ends in the right state', async ({ page }) => {
  await page.goto('./');
  const last = steps.at(-1)!;
  for (const step of [last, steps[0]!, steps[Math.floor(steps.length / 2)]!, last])
    await readStep(page, step.key);
  await settled(page, last.key);
});

test('steps are found after resize, rotation, zoom and late fonts', async ({ page }) => {
  await page.goto('./');
  const step = steps.find((each) => each.chapter === chapters[2])!;
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 720, height: 450 }, // 1440×900 at a browser zoom of 200 %
    { width: 1024, height: 1366 },
  ]) {
    await page.setViewportSize(size);
    await readStep(page, step.key);
    await settled(page, step.key);
  }
  // As when a font arrives late: the text above grows.
  await page.addStyleTag({ content: '.step { padding-block-start: 6rem }' }).catch(() => undefined);
  await page.evaluate(() => (document.documentElement.style.fontSize = '110%'));
  await readStep(page, step.key);
  await settled(page, step.key);
});

test('a deep link lands on its step, and so do reload and back', async ({ page }) => {
  const [one, other] = [steps.at(7)!, steps.at(-3)!];
  const landed = async (step: BuiltStep) => {
    await expect(page.locator(`[id="${step.id}"]`)).toBeInViewport();
    await expect(figureOf(page, step.key)).toHaveAttribute('data-state', step.key);
  };
  await page.goto(`./#${one.id}`);
  await landed(one);
  await page.reload();
  await landed(one);
  await page.evaluate((id) => (location.hash = id), other.id);
  await landed(other);
  await page.goBack();
  await landed(one);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a deep link shows its step below the figure, which is in its state', async ({ page }) => {
    for (const step of [steps.at(7)!, steps.at(-3)!]) {
      await page.goto(`./#${step.id}`);
      await settled(page, step.key);
      const title = page.locator(`[id="${step.id}-title"]`);
      await expect(title).toBeInViewport({ ratio: 1 });
      const bottom = await page
        .locator('[data-scene]', { has: title })
        .locator('[data-stage]')
        .evaluate((stage) => stage.getBoundingClientRect().bottom);
      expect((await title.boundingBox())!.y).toBeGreaterThanOrEqual(bottom);
    }
  });
});
