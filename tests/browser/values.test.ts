/** The values of every figure can be had: one Tab stop, arrows inside, Enter or a tap to open. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { figureOf, readStep, settled } from './site.ts';

/** The first step of each figure of the story that has marks: plans name their doors in the text beside them. */
async function firstSteps(page: Page): Promise<Map<string, string>> {
  const scenes = await page.locator('[data-scene]').evaluateAll((all) =>
    all.map((scene) => {
      const figure = scene.querySelector('[data-figure]:not([data-plan])')?.getAttribute('data-figure') ?? '';
      const key = scene.querySelector('[data-step]')?.getAttribute('data-step') ?? '';
      return [figure, key] as const;
    }),
  );
  // The first of several scenes stays: later entries of a map replace earlier ones.
  return new Map(scenes.filter(([figure]) => figure !== '').toReversed());
}

const marksOf = (figure: Locator) => figure.locator('svg:visible [role="button"]');

/** Closes whatever is open, so that the next figure starts from nothing. */
async function opened(page: Page, figure: Locator): Promise<void> {
  const panel = figure.locator('[popover]');
  await expect(panel).toBeVisible();
  await expect(panel).toContainText(/\S{3}/);
  await expect(panel.locator('li').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
}

test('with the keyboard, in every figure', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./');
  const figures = await firstSteps(page);
  expect(figures.size).toBeGreaterThan(7);
  for (const [name, key] of figures) {
    await test.step(name, async () => {
      await readStep(page, key);
      await settled(page, key);
      const figure = figureOf(page, key);
      const stops = marksOf(figure).and(page.locator('[tabindex="0"]'));
      await expect(stops).toHaveCount(1);
      await stops.focus();
      await page.keyboard.press('Home');
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const first = await focused();
      expect(first).not.toBe('');
      if ((await marksOf(figure).count()) > 1) {
        await page.keyboard.press('ArrowRight');
        await expect.poll(focused).not.toBe(first);
      }
      const here = await focused();
      await page.keyboard.press('Enter');
      await opened(page, figure);
      await expect.poll(focused).toBe(here);
    });
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('in every figure', async ({ page }) => {
    test.slow();
    await page.goto('./');
    const figures = await firstSteps(page);
    expect(figures.size).toBeGreaterThan(7);
    for (const [name, key] of figures) {
      await test.step(name, async () => {
        await readStep(page, key);
        await settled(page, key);
        const figure = figureOf(page, key);
        const box = await marksOf(figure).first().boundingBox();
        if (!box) throw new Error(`${name} shows no mark`);
        await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
        await opened(page, figure);
      });
    }
  });
});
