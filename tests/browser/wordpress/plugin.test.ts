/** With the plugin, everyone's posts reach the best mode: nobody needs the right to write markup. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
  address,
  alike,
  around,
  embedBlock,
  htmlBlock,
  linkBlock,
  publish,
  publishByAll,
  rendered,
  tags,
  type Post,
} from './posts.ts';
import { sited } from '../sited.ts';
import { expectMode, expectPinned } from './reader.ts';
import { haveWordPress, setPlugin, test } from './test.ts';

test.beforeAll(haveWordPress);

test.beforeAll(async ({ wordpress }) => {
  await setPlugin(wordpress, 'active');
});

const block = (url: string, more: object = {}) =>
  `<!-- wp:story-embed/embed ${JSON.stringify({ url, ...more })} /-->`;
const shortcode = (url: string) =>
  `<!-- wp:shortcode -->\n[story_embed url="${url}"]\n<!-- /wp:shortcode -->`;

for (const [name, contentOf] of [
  ['an address alone', address],
  ['an embed block', (url: string) => around(embedBlock(url))],
  ['the shortcode', (url: string) => around(shortcode(url))],
  ['the block', (url: string) => around(block(url))],
] as const) {
  test(`${name} is pinned, whoever wrote it`, async ({ page, wordpress, story }) => {
    const content = contentOf(story.url);
    const posts = await publishByAll(wordpress, content);
    for (const { role, stored } of posts) expect(stored, role).toBe(content);
    const groups = await alike(posts);
    expect(groups.map(({ by }) => by)).toEqual([['admin', 'editor', 'author', 'contributor']]);

    const { first, html } = groups[0]!;
    expect(tags(html, 'div').filter((tag) => tag.includes('data-story-embed'))).toEqual([
      `<div class="story-embed" id="story" data-story-embed="${story.url}embed/story/">`,
    ]);
    expect(tags(html, 'iframe')).toEqual([
      `<iframe src="${story.url}embed/story/" title="Interactive story" width="100%" height="640" loading="lazy" frameborder="0" allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox">`,
    ]);
    expect(html).toContain(
      `</iframe><a href="${story.url}" data-story-src="${story.url}embed/story/">Open the full story</a></div>`,
    );
    await page.goto(first.link);
    await expectMode(page, 'host');
    await expectPinned(page);
  });
}

for (const [name, role, contentOf] of [
  ['what is left of an author’s snippet', 'author', htmlBlock],
  ['a contributor’s link', 'contributor', linkBlock],
  ['a snippet with its own loader', 'editor', htmlBlock],
] as const) {
  test(`${name} becomes a frame that is pinned`, async ({ page, wordpress, story }) => {
    const post = await publish(wordpress, role, around(contentOf(story.url)));
    await page.goto(post.link);
    await expect(page.locator('script[data-allow]')).toHaveAttribute('data-allow', story.url);
    await expectMode(page, 'host');
    await expectPinned(page);
  });
}

test('the loader is on pages with an embed and on no other', async ({ wordpress, story }) => {
  const loaders = async (post: Post) =>
    tags(await (await fetch(post.link)).text(), 'script').filter((tag) => tag.includes('story-embed/v1.js'));
  const [plain, elsewhere, embedded] = await Promise.all([
    publish(wordpress, 'author', around('')),
    publish(wordpress, 'author', around(linkBlock('https://elsewhere.example/'))),
    publish(wordpress, 'author', around(block(story.url))),
  ]);
  expect(await loaders(plain)).toEqual([]);
  expect(await loaders(elsewhere)).toEqual([]);
  const [tag, ...more] = await loaders(embedded);
  expect(more).toEqual([]);
  // Another loader has another address, also where the plugin is the same.
  const version = createHash('md5')
    .update(readFileSync(join(sited, 'embed/v1.js')))
    .digest('hex');
  expect(tag).toMatch(
    new RegExp(
      `^<script async data-allow="${story.url}" src=['"]${wordpress.url}wp-content/plugins/story-embed/v1\\.js\\?ver=${version.slice(0, 12)}['"]`,
    ),
  );
});

test('an id is the same whatever was made of the post before, and no other of the page has it', async ({
  wordpress,
  story,
}) => {
  const post = await publish(wordpress, 'author', address(story.url));
  const described = new URL(post.link);
  described.searchParams.set('described', '1');
  expect(await rendered({ ...post, link: described.href })).toContain(' id="story" ');

  const ids = async (content: string) =>
    [
      ...(await rendered(await publish(wordpress, 'author', around(content)))).matchAll(
        / id="([^"]*)" data-story/g,
      ),
    ].map(([, id]) => id);
  const named = block(story.url, { name: 'story-2' });
  expect(await ids([block(story.url), named, block(story.url)].join('\n\n'))).toEqual([
    'story',
    'story-2',
    'story-3',
  ]);
});

test('only what lies under an allowed address becomes a frame', async ({ page, wordpress, story }) => {
  const inside = story.url;
  const { origin } = new URL(inside);
  const elsewhere = [
    'https://elsewhere.example/embed/story/',
    `${origin}/embed/story/`,
    `${inside}embed/../../../embed/story/`,
    `${inside}embed/%2e%2e/story/`,
    `${inside}embed/story/x"onload="alert(1)`,
    `${inside}sources/`,
    `${inside.replace('http://', 'http://user:pass@')}embed/story/`,
    `${inside.replace('localhost', 'localhost.elsewhere.example')}embed/story/`,
    'javascript:alert(1)',
    '"><script>alert(1)</script>',
  ];
  for (const url of elsewhere) {
    const html = await rendered(await publish(wordpress, 'author', around(block(url))));
    expect(tags(html, 'iframe'), url).toEqual([]);
    expect(tags(html, 'script'), url).toEqual([]);
    expect(html, url).not.toMatch(/data-story|onload="|href="javascript/);
  }
  // An author's own markup cannot win a frame for another address either.
  const own = `<div data-story-embed="${elsewhere[0]}" id="own">A div</div>`;
  const post = await publish(
    wordpress,
    'author',
    around(`${block(inside)}\n<!-- wp:html -->\n${own}\n<!-- /wp:html -->`),
  );
  await page.goto(post.link);
  await expectMode(page, 'host');
  await expect(page.locator('#own')).toHaveText('A div');
  await expect(page.locator('#own iframe')).toHaveCount(0);
});

test('addresses of chapters, figures, embeds and kept editions lead to their frames', async ({
  wordpress,
  story,
}) => {
  const { url } = story;
  for (const [given, frame, page, id] of [
    ['', 'embed/story/', '', 'story'],
    ['index.html?utm=1#top', 'embed/story/', '', 'story'],
    ['embed/story/', 'embed/story/', '', 'story'],
    ['chapters/one', 'embed/chapters/one/', 'chapters/one/', 'story-one'],
    ['embed/figures/a-plan/', 'embed/figures/a-plan/', 'figures/a-plan/', 'story-a-plan'],
    ['v/1.0.0/figures/a-plan/', 'v/1.0.0/embed/figures/a-plan/', 'v/1.0.0/figures/a-plan/', 'story-a-plan'],
    ['v/1.0.0/', 'v/1.0.0/embed/story/', 'v/1.0.0/', 'story'],
  ] as const) {
    const answer = JSON.parse(
      await wordpress.php(`echo wp_json_encode( Story_Embed\\embed_of( '${url}${given}' ) );`),
    ) as object;
    expect(answer, given).toEqual({ frame: url + frame, page: url + page, id });
  }
});

test('title, height, id and alignment are taken over, and nothing else gets out of them', async ({
  wordpress,
  story,
}) => {
  const more = { title: '"><b>Six</b>', height: 900, name: 'six', align: 'wide', className: 'x" y="' };
  const twice = `${block(story.url, more)}\n\n${block(story.url, { ...more, name: '1"', align: 'odd', height: -1 })}`;
  const html = await rendered(await publish(wordpress, 'editor', around(twice)));
  expect(tags(html, 'div').filter((tag) => tag.includes('data-story-embed'))).toEqual([
    `<div class="story-embed x&quot; y=&quot; alignwide" id="six" data-story-embed="${story.url}embed/story/">`,
    `<div class="story-embed x&quot; y=&quot;" id="story" data-story-embed="${story.url}embed/story/">`,
  ]);
  const frames = tags(html, 'iframe');
  expect(frames[0]).toContain('title="&quot;&gt;&lt;b&gt;Six&lt;/b&gt;" width="100%" height="900"');
  expect(frames[1]).toContain('height="640"');
});

test('wide and full embeds are as wide as the theme allows', async ({ page, wordpress, story }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const widths: number[] = [];
  for (const align of ['', 'wide', 'full']) {
    const post = await publish(wordpress, 'author', around(block(story.url, { align })));
    await page.goto(post.link);
    await expectMode(page, 'host');
    widths.push(await page.locator('[data-story-embed]').evaluate((element) => element.clientWidth));
  }
  expect(widths).toEqual([650, 1200, 1440]);
});

test('feeds, and mails written in scheduled tasks, have the link', async ({ wordpress, story }) => {
  const post = await publish(wordpress, 'author', around(block(story.url, { title: 'The title' })));
  const feed = await (await fetch(`${wordpress.url}feed/`)).text();
  const item = feed.split('<item>').find((part) => part.includes(`<link>${post.link}</link>`)) ?? '';
  const link = `<p class="story-embed-link"><a href="${story.url}">The title</a></p>`;
  expect(item).toContain(link);
  expect(item).not.toContain('<iframe');
  const shown = (constants: string) =>
    wordpress.php(`${constants} echo apply_filters( 'the_content', get_post( ${post.id} )->post_content );`);
  expect(await shown(`add_filter( 'wp_doing_cron', '__return_true' );`)).toContain(link);
  expect(await shown(`function amp_is_request() { return true; }`)).toContain(link);
  expect(await shown('')).toContain('<iframe');
});

test('a frame of the own origin does not keep it', async ({ wordpress }) => {
  const sandbox = (address: string) => wordpress.php(`echo Story_Embed\\sandbox( '${address}' );`);
  expect(await sandbox(`${wordpress.url}six/embed/story/`)).toBe(
    'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  );
  expect(await sandbox('https://elsewhere.example/')).toContain('allow-same-origin');
});

test('PHP has had nothing to complain of in all this', async ({ wordpress }) => {
  const complaints = (await wordpress.log()).split('\n').filter((line) => line.includes('story-embed'));
  expect(complaints).toEqual([]);
});
