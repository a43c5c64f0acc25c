/** The height that snippets give a frame: what its page needs on a phone, and not much more. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Offers } from '../../../src/embed/offer/offers.ts';
import { dist } from '../site.ts';

const { offers } = JSON.parse(readFileSync(`${dist}embed/offers.json`, 'utf8')) as Offers;

/** px: the narrowest place in common CMSs, their columns on a desktop, and a wide one. */
const WIDTHS = [342, 390, 650, 800, 1000];

test('there is a height for everything that is offered', () => {
  expect(offers.length).toBeGreaterThan(3);
  for (const { id, height } of offers) expect(height, id).toEqual(expect.any(Number));
});

for (const { frame, height } of offers) {
  test(`${frame} fits into its frame, with little to spare`, async ({ page }) => {
    await page.goto(`.${frame}`);
    await page.evaluate(() => document.fonts.ready);
    const needs = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      // As the story lies in a frame that is as tall as it is.
      needs.push(
        await page.evaluate(() => {
          document.documentElement.dataset['embedLayout'] = 'tall';
          return document.body.getBoundingClientRect().height;
        }),
      );
    }
    for (const need of needs) expect(need).toBeLessThanOrEqual(Number(height));
    expect(Number(height)).toBeLessThanOrEqual(1.35 * needs[0]!);
  });
}
