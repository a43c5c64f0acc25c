/** Each figure on its own page, step by step. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { dist } from './site.ts';

const figures = readdirSync(`${dist}figures`).sort();

const html = (path: string) => readFileSync(`${dist}${path}index.html`, 'utf8');
const keysIn = (text: string) => [...text.matchAll(/ data-step="([^"]+)"/g)].map(([, key = '']) => key);

/** The steps of each figure as the whole story tells them. */
function told(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const scene of html('')
    .split(/ data-scene[ >]/)
    .slice(1)) {
    const figure = / data-figure="([^"]+)"/.exec(scene)?.[1] ?? '';
    found.set(figure, [...(found.get(figure) ?? []), ...keysIn(scene)]);
  }
  return found;
}

const bar = (page: Page) => page.locator('[data-step-bar]');
const turn = (page: Page, way: 'previous' | 'next') => bar(page).locator(`[data-turn="${way}"]`);
const shown = (page: Page) => page.locator('[data-step]:visible');
const keysOf = (page: Page) =>
  page.locator('[data-step]').evaluateAll((all) => all.map((step) => step.getAttribute('data-step') ?? ''));
const anchorOf = (key: string) => key.replace('/', '-');

async function at(page: Page, key: string): Promise<void> {
  await expect(shown(page)).toHaveCount(1);
  await expect(shown(page)).toHaveAttribute('data-step', key);
  const figure = page.locator('[data-scene] [data-figure]');
  await expect(figure).toHaveAttribute('data-ready', '');
  await expect(figure).toHaveAttribute('data-state', key);
  await expect(figure).not.toHaveAttribute('data-moving', '');
}

test('every figure that a step names has a page, with those steps in the order of the story', () => {
  const story = told();
  expect(figures).toEqual([...story.keys()].sort());
  for (const figure of figures) expect(keysIn(html(`figures/${figure}/`))).toEqual(story.get(figure));
});

for (const [screen, viewport, some] of [
  ['phone', { width: 390, height: 844 }, figures],
  ['desktop', { width: 1440, height: 900 }, figures.filter((_, index) => index % 3 === 0)],
] as const) {
  test(`buttons lead through every figure and back, and nothing else moves, ${screen}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const figure of some) {
      await test.step(figure, async () => {
        await page.goto(`./figures/${figure}/`);
        const keys = await keysOf(page);
        const places = new Set<string>();
        for (const [index, key] of keys.entries()) {
          await at(page, key);
          const { count, end, place, lost } = await page.evaluate(() => {
            const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top;
            return {
              count: document.querySelector('[data-step-count]')?.textContent ?? '',
              end: document.querySelector('[data-turn="next"]')?.getAttribute('aria-disabled'),
              place: `${top('[data-step-bar]')} ${top('[data-notes]')}`,
              lost: [...document.querySelectorAll('[data-scene] [data-figure] svg text')]
                .filter((text) => text.textContent?.trim() && text.closest('svg')?.checkVisibility())
                .filter((text) => text.getBoundingClientRect().width === 0)
                .map((text) => text.textContent),
            };
          });
          expect(count.match(/\d+/g)?.map(Number)).toEqual([index + 1, keys.length]);
          expect(end).toBe(`${index === keys.length - 1}`);
          expect(lost, 'lettering that is not drawn').toEqual([]);
          places.add(place);
          if (end === 'false') await turn(page, 'next').click();
        }
        expect([...places]).toHaveLength(1);
        await expect(turn(page, 'next')).toBeFocused();
        if (keys.length > 1) await turn(page, 'previous').click();
        await at(page, keys.at(-2) ?? keys[0]!);
      });
    }
  });

  test(`nothing moves when the scripts start, ${screen}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const figure of some) {
      await page.goto(`./figures/${figure}/`);
      await expect(page.locator('[data-scene] [data-figure]')).toHaveAttribute('data-ready', '');
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
      expect(shift, figure).toBeLessThan(0.01);
    }
  });
}

test('the figure moves from one step to the next', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./figures/timeline/');
  const keys = await keysOf(page);
  await at(page, keys[0]!);
  const drawing = page.locator('[data-scene] [data-figure] svg:visible').first();
  const before = await drawing.innerHTML();
  const moved = page.waitForSelector('[data-scene] [data-figure][data-moving]');
  await turn(page, 'next').click();
  await moved;
  await at(page, keys[1]!);
  expect(await drawing.innerHTML()).not.toBe(before);
});

test('keys lead from step to step where the focus is, and leave those of the figure alone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./figures/timeline/');
  const keys = await keysOf(page);
  await at(page, keys[0]!);
  await page.keyboard.press('ArrowRight');
  await at(page, keys[0]!); // the focus is nowhere
  await turn(page, 'next').focus();
  for (const [key, goal] of [
    ['ArrowRight', 1],
    ['ArrowRight', 2],
    ['ArrowLeft', 1],
    ['End', keys.length - 1],
    ['ArrowRight', keys.length - 1],
    ['Home', 0],
    ['Enter', 1],
  ] as const) {
    await page.keyboard.press(key);
    await at(page, keys[goal]!);
    await expect(page).toHaveURL(new RegExp(`#${anchorOf(keys[goal]!)}$`));
  }
  await page.locator('[data-figure] svg:visible [role="button"][tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await at(page, keys[1]!);
});

test('the address leads to a step with its figure in sight, also after a reload', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./figures/ties/');
  const keys = await keysOf(page);
  const key = keys.at(-2)!;
  await page.goto(`./figures/ties/#${anchorOf(key)}`);
  await at(page, key);
  await expect(page.locator('[data-figure] svg:visible').first()).toBeInViewport({ ratio: 0.9 });
  await page.reload();
  await at(page, key);
  await page.evaluate((id) => (location.hash = id), anchorOf(keys[1]!));
  await at(page, keys[1]!);
  await page.goBack();
  await at(page, key);
});

test('each step names its chapter and leads to its place in the story', async ({ page }) => {
  await page.goto('./figures/timeline/');
  const keys = await keysOf(page);
  const links = await page
    .locator('[data-step] .origin a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual(keys.map((key) => `../../#${anchorOf(key)}`));
  await turn(page, 'next').click();
  await shown(page).locator('.origin a').click();
  await expect(page.locator(`[id="${anchorOf(keys[1]!)}"]`)).toBeInViewport();
});

test('a citation opens its note in place', async ({ page }) => {
  await page.goto('./figures/demands/');
  await turn(page, 'next').click();
  const cite = shown(page).locator('[data-cite]').first();
  await cite.click();
  const note = await page
    .locator(`[id="note-${await cite.getAttribute('data-cite')}"] .source`)
    .textContent();
  await expect(page.locator('#note-panel .source')).toHaveText(note ?? '');
  await page.keyboard.press('Escape');
  await expect(cite).toBeFocused();
});

test('the story leads to each figure and, where it has them, to its data unfolded', async ({ page }) => {
  await page.goto('./');
  const links = await page
    .locator('.figure-links a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const figure of told().keys()) expect(links).toContain(`./figures/${figure}/`);
  const data = [...new Set(links.filter((link) => link.endsWith('#data')))];
  expect(data.length).toBeGreaterThan(7);
  await expect(page.locator('details table')).toHaveCount(0);
  for (const link of data) {
    await page.goto(link);
    await expect(page.locator('#data table')).toBeVisible();
    await expect(page.locator('#data')).toBeInViewport();
    const file = await page.locator('details.data a[download]').getAttribute('href');
    expect((await page.request.get(new URL(file ?? '', page.url()).href)).ok()).toBe(true);
  }
});

test('figures lead to one another', () => {
  const seen: string[] = [];
  const goal = (figure: string) => /href="\.\.\/([^"]+)\/" rel="next"/.exec(html(`figures/${figure}/`))?.[1];
  const first = figures.find((figure) => !html(`figures/${figure}/`).includes('rel="prev"'));
  for (let figure = first; figure !== undefined; figure = goal(figure)) seen.push(figure);
  expect(seen.toSorted()).toEqual(figures);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all steps stand there in order, each with its still, and the data unfold', async ({ page }) => {
    for (const figure of figures) {
      await page.goto(`./figures/${figure}/`);
      const steps = page.locator('[data-step]');
      await expect(page.locator('[data-step]:visible')).toHaveCount(await steps.count());
      await expect(page.locator('[data-step] .still img:visible')).toHaveCount(await steps.count());
      const tops = await steps.evaluateAll((all) => all.map((step) => step.getBoundingClientRect().top));
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      expect(new Set(tops).size).toBe(tops.length);
      await expect(bar(page)).toBeHidden();
    }
    await page.goto('./figures/demands/#data');
    await expect(page.locator('#data table')).toBeVisible();
  });
});
