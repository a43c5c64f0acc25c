/** WordPress as it comes, with nothing of ours installed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { sited } from '../sited.ts';
import {
  address,
  alike,
  around,
  embedBlock,
  htmlBlock,
  linkBlock,
  publishByAll,
  rendered,
  tags,
} from './posts.ts';
import { expectFollows, expectMode, expectPinned, storyFrame } from './reader.ts';
import { haveWordPress, setPlugin, test } from './test.ts';

test.beforeAll(haveWordPress);

test.beforeAll(async ({ wordpress }) => {
  await setPlugin(wordpress, 'inactive');
});

test('the snippet works whole where markup is trusted, and leaves its link where it is not', async ({
  page,
  wordpress,
  story,
}) => {
  const content = around(htmlBlock(story.url));
  const posts = await publishByAll(wordpress, content);
  for (const { role, stored } of posts) {
    if (role === 'admin' || role === 'editor') {
      expect(stored, role).toBe(content);
      continue;
    }
    expect(stored, role).not.toMatch(/<(iframe|script)/);
    expect(stored, role).toContain(`<div id="the-story" data-story-embed="${story.url}embed/story/">`);
    expect(stored, role).toContain(
      `<p><a href="${story.url}" data-story-src="${story.url}embed/story/">Open the full story</a></p>`,
    );
  }
  const groups = await alike(posts);
  expect(groups.map(({ by }) => by)).toEqual([
    ['admin', 'editor'],
    ['author', 'contributor'],
  ]);
  await page.goto(groups[0]!.first.link);
  await expectMode(page, 'host');
  await expectPinned(page);

  await page.goto(groups[1]!.first.link);
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open the full story' })).toHaveAttribute('href', story.url);
});

test('a link stays a link, with what says of it what it embeds', async ({ wordpress, story }) => {
  const content = around(linkBlock(story.url));
  for (const post of await publishByAll(wordpress, content)) {
    expect(post.stored, post.role).toBe(content);
    expect(tags(await rendered(post), 'a')).toEqual([
      `<a href="${story.url}" data-story-src="${story.url}embed/story/">`,
    ]);
  }
});

for (const [name, contentOf] of [
  ['the address alone', address],
  ['an embed block', (url: string) => around(embedBlock(url))],
] as const) {
  test(`${name} becomes a sandboxed frame in which the figure follows the reader`, async ({
    page,
    wordpress,
    story,
  }) => {
    const content = contentOf(story.url);
    const posts = await publishByAll(wordpress, content);
    for (const { role, stored } of posts) expect(stored, role).toBe(content);

    const groups = await alike(posts);
    expect(groups.map(({ by }) => by)).toEqual([['admin', 'editor', 'author', 'contributor']]);
    const { first, html } = groups[0]!;
    const [frame = '', ...more] = tags(html, 'iframe');
    expect(more).toEqual([]);
    expect(frame).toContain('sandbox="allow-scripts"');
    expect(frame).toContain(`src="${story.url}embed/story/#?secret=`);
    expect(frame).toMatch(/ width="100%" height="\d{4,5}"/);

    await page.goto(first.link);
    expect(await (await storyFrame(page)).evaluate(() => origin)).toBe('null');
    await expectMode(page, 'tall');
    await expectFollows(page);
  });
}

test('chapters and figures are found by their address too', async ({ wordpress, story }) => {
  for (const folder of ['chapters', 'figures']) {
    const [id] = readdirSync(join(sited, folder));
    const url = `${story.url}${folder}/${id}/`;
    const data = await wordpress.rest<{ html: string; title: string; type: string }>(
      'author',
      `oembed/1.0/proxy?${new URLSearchParams({ url })}`,
    );
    expect(data.type).toBe('rich');
    expect(data.title).toContain(url);
    expect(tags(data.html, 'iframe').join()).toContain(`src="${story.url}embed/${folder}/${id}/#?secret=`);
  }
});
