/** The dialog that offers embeds, and the page that does so without scripts. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { snippetOf, type Offers } from '../../../src/embed/offer/offers.ts';
import { dist, themes, trouble } from '../site.ts';

const offers = JSON.parse(readFileSync(`${dist}embed/offers.json`, 'utf8')) as Offers;
const chapter = offers.offers.find(({ kind }) => kind === 'chapter')!;

const dialog = (page: Page) => page.getByRole('dialog', { name: offers.words.title });
const button = (page: Page) =>
  page.getByRole('contentinfo').getByRole('link', { name: 'Embed', exact: true });
const snippetIn = (page: Page) => dialog(page).getByLabel(offers.words.snippet);

async function open(page: Page, address = `.${chapter.page}`): Promise<void> {
  await page.goto(address);
  await button(page).click();
  await expect(dialog(page)).toBeVisible();
}

test('its code is loaded on the first press, not before', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`.${chapter.page}`);
  await button(page).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith('/embed/'))).toEqual([]);
  await button(page).click();
  await expect(dialog(page)).toBeVisible();
  expect(asked).toEqual(expect.arrayContaining(['/embed/offer.js', '/embed/offers.json']));
});

test('offers the page it stands on, and everything else', async ({ page, baseURL }) => {
  await open(page);
  await expect(dialog(page).getByLabel(offers.words.what)).toHaveValue(chapter.id);
  await expect(snippetIn(page)).toHaveValue(snippetOf(chapter, baseURL!, offers.link));
  await expect(dialog(page).getByLabel(offers.words.address)).toHaveValue(
    `${baseURL}${chapter.page.slice(1)}`,
  );
  const values = await dialog(page)
    .locator('option')
    .evaluateAll((list) => list.map((each) => (each as HTMLOptionElement).value));
  expect(values).toEqual(offers.offers.map(({ id }) => id));
  for (const kind of ['story', 'figure']) {
    const offer = offers.offers.find((each) => each.kind === kind)!;
    await dialog(page).getByLabel(offers.words.what).selectOption(offer.id);
    await expect(snippetIn(page)).toHaveValue(snippetOf(offer, baseURL!, offers.link));
  }
  // No edition is kept in this build, and it does not know its address: neither is offered.
  await expect(dialog(page).getByRole('group', { name: offers.words.edition })).toBeHidden();
  await expect(dialog(page).getByLabel(offers.words.oembed, { exact: true })).toHaveCount(0);
});

test('copies with one press', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await dialog(page).getByRole('button', { name: offers.words.copy }).click();
  await expect(dialog(page).getByText(offers.words.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    snippetOf(chapter, baseURL!, offers.link),
  );
});

test('marks the text where the browser does not let it copy', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open(page);
  await dialog(page).getByRole('button', { name: offers.words.copy }).click();
  await expect(dialog(page).getByText(offers.words.marked)).toBeVisible();
  await expect(snippetIn(page)).toBeFocused();
  const marked = await page.evaluate(() => {
    const area = document.activeElement as HTMLTextAreaElement;
    return area.value.slice(area.selectionStart, area.selectionEnd) === area.value && area.value.length > 0;
  });
  expect(marked).toBe(true);
});

test('works from the keyboard', async ({ page }) => {
  await page.goto(`.${chapter.page}`);
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    // Focus stays in the dialog, or goes to the browser's own controls.
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || Boolean(document.activeElement?.closest('dialog')),
      ),
    ).toBe(true);
  }
  await dialog(page).getByLabel(offers.words.what).focus();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
});

test('closes with a press beside it, and not when a text that is being marked is let go there', async ({
  page,
}) => {
  await open(page);
  // All of it is marked at first, and would be dragged away.
  await snippetIn(page).focus();
  await snippetIn(page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 0));
  const { x, y } = (await snippetIn(page).boundingBox())!;
  await page.mouse.move(x + 40, y + 40);
  await page.mouse.down();
  await page.mouse.move(5, 5, { steps: 4 });
  await page.mouse.up();
  await expect(dialog(page)).toBeVisible();
  const marked = await snippetIn(page).evaluate(
    (area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart,
  );
  expect(marked).toBeGreaterThan(0);
  await page.mouse.click(5, 5);
  await expect(dialog(page)).toHaveCount(0);
});

test('shows how the embed will look: with its script, as a frame, as a link', async ({ page }) => {
  await open(page);
  const preview = page.frameLocator('.offer-dialog iframe');
  const story = preview.frameLocator('iframe').locator('html');
  await expect(story).toHaveAttribute('data-embed-mode', 'host');
  await dialog(page).getByLabel(offers.words['preview.tall']).check();
  await expect(story).toHaveAttribute('data-embed-mode', 'tall');
  await dialog(page).getByLabel(offers.words['preview.link']).check();
  await expect(preview.getByRole('link', { name: chapter.title })).toBeVisible();
  await expect(preview.locator('img')).toHaveJSProperty('complete', true);
  await expect(preview.locator('iframe')).toHaveCount(0);
});

for (const mode of ['host', 'tall'] as const) {
  test(`closes with Escape, also from within the story in the preview: ${mode}`, async ({ page }) => {
    await open(page);
    await dialog(page).getByLabel(offers.words[`preview.${mode}`]).check();
    const story = page.frameLocator('.offer-dialog iframe').frameLocator('iframe');
    await expect(story.locator('html')).toHaveAttribute('data-embed-mode', mode);
    await story.locator('main a[href]').first().focus();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
  });
}

test('the preview takes no address from elsewhere', async ({ page, baseURL }) => {
  const found = trouble(page, baseURL!);
  for (const frame of [
    '//else.example/embed/story/',
    '/embed/../',
    'javascript:alert(1)',
    '/embed/story/?x',
  ]) {
    const asked = new URLSearchParams({
      mode: 'tall',
      frame,
      page: '/',
      card: '/cards/story.png',
      height: '500',
    });
    await page.goto(`./embed/preview/?${asked}`);
    await expect(page.locator('iframe')).toHaveCount(0);
  }
  expect(found).toEqual([]);
});

for (const theme of themes) {
  test(`has nothing that axe objects to, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page);
    const { violations } = await new AxeBuilder({ page })
      .include('.offer-dialog')
      .exclude('iframe')
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the link leads to all snippets as text', async ({ page }) => {
    await page.goto(`.${chapter.page}`);
    await button(page).click();
    await expect(page).toHaveURL(new RegExp(`/embed/#${chapter.id}$`));
    // This build does not know its address: the page says so, and the snippet has a place for it.
    const text = await page.locator(`#${chapter.id} pre`).innerText();
    expect(text.trimEnd()).toBe(snippetOf(chapter, 'https://SITE/', offers.link).trimEnd());
    await expect(page.locator('[data-site]')).toBeVisible();
  });
});

test('with scripts the page of all snippets knows where it lies', async ({ page, baseURL }) => {
  await page.goto('./embed/');
  const text = await page.locator(`#${chapter.id} pre`).innerText();
  expect(text.trimEnd()).toBe(snippetOf(chapter, baseURL!, offers.link).trimEnd());
  await expect(page.locator('[data-site]')).toHaveCount(0);
});
