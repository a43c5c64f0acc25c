/** Every page: quiet, its own, accessible, and as wide as the window. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pages, trouble, type themes } from './site.ts';

for (const address of pages) {
  test.describe(address, () => {
    // One visit for all three: there are many pages.
    test('is quiet, names itself, and never scrolls sideways', async ({ page, baseURL }) => {
      const found = trouble(page, baseURL ?? '');
      await page.goto(address);

      await test.step('without a message, a failed request or a request elsewhere', async () => {
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        for (let y = 0; y < height; y += 2000) {
          await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
          await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        await page.waitForLoadState('networkidle');
        expect(found).toEqual([]);
      });

      await test.step('with its own name', async () => {
        await expect(page.locator('h1')).toHaveCount(1);
        expect((await page.title()).length).toBeGreaterThan(3);
        expect(await page.locator('meta[name="description"]').getAttribute('content')).toBeTruthy();
        expect(await page.locator('html').getAttribute('lang')).toBeTruthy();
      });

      for (const width of [320, 390, 768, 1440, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `at ${width} px`).toBeLessThanOrEqual(0);
      }
    });

    test('has nothing that axe objects to', async ({ page }) => {
      const objections = async (theme: (typeof themes)[number], axe: AxeBuilder) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const { violations } = await axe.analyze();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
      };
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.goto(address);
      expect(await objections('dark', new AxeBuilder({ page }))).toEqual([]);
      // A frame's page is made of the parts of the site's: there one theme is enough.
      if (address.startsWith('./embed/')) return;
      const colours = new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']);
      expect(await objections('light', colours)).toEqual([]);
    });
  });
}
