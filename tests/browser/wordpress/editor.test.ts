/** The real block editor, as an author who may not write markup. */
import { expect } from '@playwright/test';
import { logIn } from './log-in.ts';
import { expectMode, expectPinned } from './reader.ts';
import { haveWordPress, setPlugin, test } from './test.ts';

test.beforeAll(haveWordPress);

test('an author inserts the block, sees it, and publishes it', async ({ page, wordpress, story }) => {
  await setPlugin(wordpress, 'active');
  await logIn(page, wordpress, 'author');
  await page.goto(`${wordpress.url}wp-admin/post-new.php`);

  await page.getByRole('textbox', { name: 'Add title' }).fill('A story in the editor');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/story');
  await page.getByRole('option', { name: 'Story Embed' }).click();
  const block = page.getByRole('document', { name: 'Block: Story Embed' });
  await block.getByRole('textbox', { name: 'Address' }).fill(`${story.url}`);
  await block.getByRole('button', { name: 'Embed' }).click();

  // The preview is what the server makes of the block, with the story in its frame.
  const preview = block.locator('iframe');
  await expect(preview).toHaveAttribute('src', `${story.url}embed/story/`);
  await expect(block.frameLocator('iframe').locator('h1')).toBeVisible();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page
    .getByRole('region', { name: 'Editor publish' })
    .getByRole('button', { name: 'Publish', exact: true })
    .click();
  const published = page
    .getByRole('region', { name: 'Editor publish' })
    .getByRole('link', { name: 'View Post' });
  const link = await published.getAttribute('href');

  const [post] = await wordpress.rest<{ content: { raw: string } }[]>(
    'author',
    'wp/v2/posts?context=edit&search=A+story+in+the+editor',
  );
  expect(post?.content.raw).toBe(`<!-- wp:story-embed/embed {"url":"${story.url}"} /-->`);
  await page.context().clearCookies();
  await page.goto(link ?? '');
  await expectMode(page, 'host');
  await expectPinned(page);
});

test('an address that is not allowed is said to be none', async ({ page, wordpress }) => {
  await setPlugin(wordpress, 'active');
  await logIn(page, wordpress, 'author');
  await page.goto(`${wordpress.url}wp-admin/post-new.php`);
  await page.getByRole('textbox', { name: 'Add title' }).press('Enter');
  await page.keyboard.type('/story');
  await page.getByRole('option', { name: 'Story Embed' }).click();
  const block = page.getByRole('document', { name: 'Block: Story Embed' });
  await block.getByRole('textbox', { name: 'Address' }).fill('https://elsewhere.example/');
  await block.getByRole('button', { name: 'Embed' }).click();
  await expect(block).toContainText('not under one of the allowed base addresses');
  await expect(block.locator('iframe')).toHaveCount(0);
});
