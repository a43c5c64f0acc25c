/** Type: lines stay where they are when the fonts arrive, and labels are as wide as the geometry takes them to be. */
import { expect, test, type Page } from '@playwright/test';
import { measure, type Weight } from '../../src/geometry/text.ts';

/** The widths of lines, in px, as the browser sets them; empty if the machine has none of the family's fonts. */
function widths(page: Page, lines: readonly string[], font: string): Promise<number[]> {
  return page.evaluate(
    async ({ lines, font }) => {
      const faces = await document.fonts.load(font, lines.join('')).catch(() => []);
      if (!faces.some((face) => face.status === 'loaded')) return [];
      const line = document.createElement('span');
      line.style.cssText = `position: absolute; white-space: pre; font: ${font}; font-stretch: 88%`;
      document.body.append(line);
      const measured = lines.map((text) => {
        line.textContent = text;
        return line.getBoundingClientRect().width;
      });
      line.remove();
      return measured;
    },
    { lines, font },
  );
}

for (const [name, family, style] of [
  ['reading', 'Newsreader', '400 20px'],
  ['titles', 'Newsreader', '300 40px'],
  ['italics', 'Newsreader', 'italic 400 20px'],
  ['labels', 'Archivo', '400 16px'],
  ['bold labels', 'Archivo', '600 16px'],
] as const) {
  test(`${name}: the stand-in runs as wide as the font`, async ({ page }) => {
    await page.goto('./');
    const prose = (await page.locator('main p').allTextContents())
      .join(' ')
      .replace(/\s+/g, ' ')
      .slice(0, 3000);
    const [real = 0] = await widths(page, [prose], `${style} ${family}`);
    expect(real).toBeGreaterThan(0);
    const [standIn = 0] = await widths(page, [prose], `${style} '${family} fallback'`);
    test.skip(standIn === 0, 'This machine has none of the stand-ins.');
    expect(standIn / real).toBeGreaterThan(0.98);
    expect(standIn / real).toBeLessThan(1.02);
  });
}

test('labels are as wide as measured, or a little narrower', async ({ page }) => {
  await page.goto('./');
  const labels = await page
    .locator('svg text')
    .evaluateAll((texts) => [
      ...new Set(texts.map((text) => text.textContent.trim()).filter((text) => text !== '')),
    ]);
  expect(labels.length).toBeGreaterThan(10);
  for (const [weight, number] of [
    ['regular', 400],
    ['bold', 600],
  ] as const satisfies readonly (readonly [Weight, number])[]) {
    const drawn = await widths(page, labels, `${number} 100px Archivo`);
    expect(drawn).toHaveLength(labels.length);
    for (const [i, label] of labels.entries()) {
      const measured = measure(label, 100, weight);
      expect(drawn[i], label).toBeLessThan(measured * 1.02 + 4);
      expect(drawn[i], label).toBeGreaterThan(measured * 0.93);
    }
  }
});
