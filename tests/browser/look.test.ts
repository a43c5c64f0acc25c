/**
 * Pages as they look, against pictures of them: the opening, a step with its figure, the ending; phone and desktop,
 * both themes. If a difference is meant: npm test -- --update
 */
import { expect, test, type Page } from '@playwright/test';
import { expectLikeness } from './likeness.ts';
import { readStep, settled, steps, themes } from './site.ts';

const middle = steps.filter((step) => step.chapter !== steps[0]?.chapter)[1] ?? steps[0]!;
const last = steps.at(-1)!;

const places: readonly (readonly [name: string, go: (page: Page) => Promise<void>])[] = [
  [
    'opening',
    async (page) => expect(page.locator('[data-plan="full"]').first()).toHaveAttribute('data-ready', ''),
  ],
  ['step', (page) => read(page, middle.key)],
  ['ending', (page) => read(page, last.key)],
];

async function read(page: Page, key: string): Promise<void> {
  await readStep(page, key);
  await settled(page, key);
  // Figures above have taken their places by now, and may have moved the step.
  await readStep(page, key);
  await settled(page, key);
}

for (const [screen, viewport] of [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1440, height: 900 }],
] as const) {
  for (const theme of themes) {
    for (const [name, go] of places) {
      test(`${name}, ${screen}, ${theme}`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.goto('./');
        await page.evaluate(() => document.fonts.ready);
        await go(page);
        await expectLikeness(page, `${name}-${screen}-${theme}`);
      });
    }
  }
}
