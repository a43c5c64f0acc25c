/** Readers of every kind: with a keyboard, without motion, without scripts, in either theme, on a slow line. */
import { expect, test } from '@playwright/test';
import { figureOf, readStep, settled, steps, strip } from './site.ts';

const first = steps.find((step) => step.chapter !== steps[0]?.chapter)!;

test.describe('keyboard', () => {
  test('Tab reaches the strip once, arrows go from door to door, Enter goes to the chapter', async ({
    page,
  }) => {
    await page.goto('./');
    await readStep(page, first.key);
    await settled(page, first.key);
    const links = strip(page).locator('a');
    await expect(links.and(page.locator('[tabindex="0"]'))).toHaveCount(1);
    await strip(page).locator('a[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await expect(links.first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(links.last()).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    const goal = links.nth((await links.count()) - 2);
    await expect(goal).toBeFocused();
    const href = await goal.getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${href}$`));
    await expect(strip(page).locator('[aria-current="true"]')).toHaveAttribute('href', href ?? '');
  });

  test('the first Tab leads past everything to the story', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('an event of a timeline is reached with one Tab stop and arrows, opens, and gives the focus back', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./');
    await readStep(page, first.key);
    await settled(page, first.key);
    const figure = figureOf(page, first.key);
    const marks = figure.locator('svg:visible [role="button"]');
    await expect(marks.and(figure.locator('[tabindex="0"]'))).toHaveCount(1);
    await figure.locator('svg:visible [role="button"][tabindex="0"]').focus();
    await page.keyboard.press('Home');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .not.toBe(name);
    const mark = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    const panel = figure.locator('[popover]');
    await expect(panel).toBeVisible();
    await expect(panel.locator('a').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(mark);
  });
});

test.describe('citations', () => {
  test('open their source in place and bring the reader back', async ({ page }) => {
    await page.goto('./');
    const cite = page.locator('main [data-cite]').first();
    await cite.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await cite.click();
    const panel = page.locator('#note-panel');
    await expect(panel).toBeVisible();
    const id = await cite.getAttribute('data-cite');
    const note = await page.locator(`[id="note-${id}"] .source`).textContent();
    await expect(panel.locator('.source')).toHaveText(note ?? '');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(cite).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(top);
  });

  test('each has a note on its page, and each statement on the sources page leads back to its citation', async ({
    page,
  }) => {
    await page.goto('./');
    const [lost, anchors] = await page.evaluate(() => [
      [...document.querySelectorAll('[data-cite]')]
        .map((cite) => cite.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => !document.getElementById(id)),
      [...document.querySelectorAll('.cite a[id]')].map((cite) => cite.id),
    ]);
    expect(lost).toEqual([]);
    expect(anchors.length).toBeGreaterThan(100);
    await page.goto('./sources/');
    const links = await page
      .locator('details a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('#')[1] ?? ''));
    expect(links.toSorted()).toEqual(anchors.toSorted());
  });
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('each step shows its end state at once, whatever the reader has scrolled of it', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./');
    const own = steps.filter((step) => step.chapter === first.chapter);
    for (const step of own) {
      await readStep(page, step.key, 0.15);
      await settled(page, step.key);
      const drawing = figureOf(page, step.key).locator('svg:visible').first();
      const early = await drawing.innerHTML();
      await readStep(page, step.key, 0.85);
      await settled(page, step.key);
      expect(await drawing.innerHTML()).toBe(early);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every word, figure and link is there', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('[data-step]')).toHaveCount(steps.length);
    // Those of the steps are stills, which have tests of their own.
    for (const figure of await page.locator('[data-figure]:not([data-scene] *)').all()) {
      await expect(figure.locator('svg:visible').first()).toBeVisible();
    }
    for (const { id } of steps) {
      expect((await page.locator(`[id="${id}"] p`).first().textContent())?.length).toBeGreaterThan(80);
    }
    const cite = page.locator('main [data-cite]').first();
    await cite.click();
    await expect(page).toHaveURL(/#note-/);
    const note = page.locator(`[id="note-${await cite.getAttribute('data-cite')}"]`);
    await expect(note).toBeInViewport();
    await note.locator('.back').click();
    await expect(page).toHaveURL(/#cite-/);
    await expect(page.locator('[data-theme-switch]').first()).toBeHidden();
  });

  test('nothing that needs a script takes the focus', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('[data-figure] [tabindex="0"]')).toHaveCount(0);
  });
});

test.describe('theme', () => {
  test('follows the system until the reader chooses, and remembers the choice', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('./');
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-theme', 'dark');
    const sheet = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await sheet();
    await page.locator('[data-set-theme="light"]').first().click();
    await expect(html).toHaveAttribute('data-theme', 'light');
    expect(await sheet()).not.toBe(dark);
    await page.goto('./sources/');
    await expect(html).toHaveAttribute('data-theme', 'light');
  });

  test('never flashes: the theme is set before the first paint', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('story-theme', 'dark'));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./', { waitUntil: 'commit' });
    const before = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const look = () =>
            document.body ? resolve(document.documentElement.dataset['theme']) : requestAnimationFrame(look);
          look();
        }),
    );
    expect(before).toBe('dark');
  });
});

for (const [name, size] of [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1440, height: 900 }],
] as const) {
  test(`nothing moves when the fonts arrive late, ${name}`, async ({ page }) => {
    const held: (() => void)[] = [];
    let released = false;
    await page.route('**/*.woff2', async (route) => {
      if (!released) await new Promise<void>((release) => held.push(release));
      await route.continue();
    });
    await page.setViewportSize(size);
    await page.goto('./', { waitUntil: 'domcontentloaded' });
    // The stand-ins are on the screen before the first font comes.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await expect.poll(() => held.length).toBeGreaterThan(0);
    released = true;
    for (const release of held) release();
    await page.waitForLoadState('load');
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shift).toBeLessThan(0.01);
  });
}
