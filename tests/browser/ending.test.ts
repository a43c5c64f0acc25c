/** The plan whose doors the reader opens. */
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { dist, pages, steps, themes } from './site.ts';

const last = steps.at(-1)!.chapter;
const own = `./chapters/${last}/`;
const live = (page: Page) => page.locator('[data-plan="live"]');
const doors = (page: Page) => live(page).locator('[data-door]');
const answers = (page: Page) => live(page).locator('.answer');
const status = (page: Page) => live(page).getByRole('status');
const states = (page: Page) =>
  doors(page).evaluateAll((all) => all.map((door) => door.getAttribute('data-door-state')));

/** Brings the live plan into view and waits until it answers. */
async function come(page: Page, address = own): Promise<void> {
  await page.goto(address);
  await live(page).scrollIntoViewIfNeeded();
  await expect(live(page)).toHaveAttribute('data-ready', '');
}

const still = (page: Page) => expect(live(page)).not.toHaveAttribute('data-moving', '');

test('stands after the last step, on the story page and on its chapter', async ({ page }) => {
  for (const address of ['./', own]) {
    await come(page, address);
    await expect(doors(page)).toHaveCount(6);
    const after = await live(page).evaluate((plan, key) => {
      const step = document.querySelector(`[data-step="${key}"]`);
      return (step?.compareDocumentPosition(plan) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING;
    }, steps.at(-1)!.key);
    expect(after).toBeGreaterThan(0);
  }
  expect(pages).toContain(own);
});

test('doors open in any order, answer with sources, and say how the way stands', async ({ page }) => {
  await come(page);
  const before = await states(page);
  await expect(answers(page).locator('visible=true')).toHaveCount(0);
  const said = new Set<string>();
  for (const index of [4, 0, 5, 2, 1, 3]) {
    const door = doors(page).nth(index);
    await door.click();
    await expect(door).toHaveAttribute('aria-expanded', 'true');
    await expect(answers(page).nth(index)).toBeVisible();
    expect(await answers(page).nth(index).locator('[data-cite]').count()).toBeGreaterThan(0);
    said.add((await status(page).textContent()) ?? '');
  }
  expect(said.size).toBe(6);
  await still(page);
  const after = await states(page);
  expect(after).not.toEqual(before);
  // The way is open where every door is: the sentence must not say so otherwise.
  const open = after.filter((state) => state === 'open').length;
  expect(open).toBeLessThan(6);
  await expect(live(page).locator('.way')).toContainText(/\bis not\b|\bnor\b/);
  await live(page).getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => states(page)).toEqual(before);
  await expect(answers(page).locator('visible=true')).toHaveCount(0);
  await expect(doors(page).first()).toBeFocused();
});

for (const [name, viewport, hasTouch] of [
  ['by pointer', { width: 1440, height: 900 }, false],
  ['by touch on a phone', { width: 390, height: 844 }, true],
  ['by touch on a tablet', { width: 768, height: 1024 }, true],
] as const) {
  test.describe(`the doors of the drawing, ${name}`, () => {
    test.use({ viewport, hasTouch });

    test('open and go back', async ({ page }) => {
      await come(page);
      const door = live(page).locator('svg:visible .press').nth(2);
      for (const expanded of ['true', 'false']) {
        await (hasTouch ? door.tap() : door.click());
        await expect(doors(page).nth(2)).toHaveAttribute('aria-expanded', expanded);
        await still(page);
      }
    });
  });
}

test('the keyboard opens doors and goes from one to the next', async ({ page }) => {
  await come(page);
  await doors(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(doors(page).nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(doors(page).nth(2)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(answers(page).nth(2).locator('a').first()).toBeFocused();
  await page.keyboard.press('End');
  await doors(page).last().focus();
  await page.keyboard.press('Space');
  await expect(doors(page).last()).toHaveAttribute('aria-expanded', 'true');
  await expect(status(page)).not.toBeEmpty();
});

test('every choice is in the address, and an address brings its choice back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await come(page);
  const ids = await doors(page).evaluateAll((all) => all.map((door) => door.getAttribute('data-door') ?? ''));
  // In the order of a Gray code one press leads from each choice to the next.
  const visited = await live(page).evaluate(async (plan) => {
    const buttons = [...plan.querySelectorAll<HTMLElement>('[data-door]')];
    const found: { choice: number; address: string; told: string }[] = [];
    for (let n = 1; n < 2 ** buttons.length; n += 1) {
      buttons[Math.log2(n & -n)]?.click();
      await new Promise((drawn) => setTimeout(drawn));
      const told = [...plan.querySelectorAll('.way, .record')].map((each) => each.textContent).join(' ');
      found.push({ choice: n ^ (n >> 1), address: location.search, told });
    }
    return found;
  });
  const seen = new Map(
    visited.map(({ choice, address, told }) => {
      const named = ids.filter((_, at) => (choice >> at) % 2 === 1).join(',');
      expect(address).toBe(`?doors=${named}`);
      return [named, told];
    }),
  );
  expect(seen.size).toBe(2 ** ids.length - 1);
  expect(new Set(seen.values()).size).toBe(seen.size);
  for (const named of [ids[1]!, ids.slice(2).join(','), ids.join(',')]) {
    await page.goto(`${own}?doors=${named}`);
    await page.reload();
    await live(page).scrollIntoViewIfNeeded();
    await expect(live(page)).toHaveAttribute('data-ready', '');
    const told = await live(page).locator('.way, .record').allTextContents();
    expect(told.join(' ')).toBe(seen.get(named));
  }
});

test('a shared address comes to the plan, and links to steps still work beside it', async ({ page }) => {
  await come(page, './');
  await doors(page).nth(2).click();
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(live(page)).toBeInViewport();
  await expect(doors(page).nth(2)).toHaveAttribute('aria-expanded', 'true');
  const step = steps.at(3)!;
  await page.evaluate((id) => (location.hash = id), step.id);
  await expect(page.locator(`[id="${step.id}"]`)).toBeInViewport();
  expect(new URL(page.url()).hash).toBe(`#${step.id}`);
});

test('with motion a door is on its way for a while, without it at once where it goes', async ({ page }) => {
  await come(page);
  await doors(page).first().click();
  await expect(live(page)).toHaveAttribute('data-moving', '');
  await still(page);
  const leaves = () =>
    live(page)
      .locator('svg:visible .leaf')
      .evaluateAll((all) => all.map((leaf) => leaf.getAttribute('transform')));
  const rested = await leaves();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await live(page).getByRole('button', { name: 'Start over' }).click();
  expect(await leaves()).not.toEqual(rested);
  await doors(page).first().click();
  expect(await leaves()).toEqual(rested);
});

for (const theme of themes) {
  test(`has nothing that axe objects to, some doors open, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await come(page);
    await doors(page).nth(1).click();
    await doors(page).nth(5).click();
    const { violations } = await new AxeBuilder({ page }).include('[data-plan="live"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
  });
}

test('never scrolls sideways, and its lettering is never under 12 px', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await come(page);
  for (let index = 0; index < 6; index += 1) await doors(page).nth(index).click();
  for (const width of [320, 390, 640, 768, 1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const [over, smallest] = await page.evaluate(() => {
      const texts = [...document.querySelectorAll<SVGTextElement>('[data-plan="live"] svg text')].filter(
        (text) => text.getClientRects().length > 0,
      );
      const sizes = texts.map((text) => {
        const scale = text.getScreenCTM()?.a ?? 0;
        return parseFloat(getComputedStyle(text).fontSize) * scale;
      });
      return [document.documentElement.scrollWidth - innerWidth, Math.min(...sizes)] as const;
    });
    expect(over, `at ${width} px`).toBeLessThanOrEqual(0);
    expect(smallest, `at ${width} px`).toBeGreaterThanOrEqual(11.99);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every answer is there, with its sources, and the doors as on the last day', async ({ page }) => {
    await page.goto(own);
    await expect(answers(page).locator('visible=true')).toHaveCount(6);
    for (const answer of await answers(page).all()) {
      const cite = answer.locator('[data-cite]').first();
      const note = page.locator(`[id="note-${await cite.getAttribute('data-cite')}"]`);
      await expect(note).toHaveCount(1);
    }
    await expect(live(page).getByRole('button')).toHaveCount(0);
    await expect(live(page).locator('svg:visible')).toHaveCount(1);
  });
});

test('read from a disk, where no script comes, every answer is there', async ({ page }) => {
  await page.goto(`${pathToFileURL(dist)}chapters/${last}/index.html`);
  await expect(answers(page).locator('visible=true')).toHaveCount(6);
});
