/** What the site says to those who do not read it: CMSs, other sites, feed readers, search engines. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { z } from 'zod';
import { attribute, elementsOf } from '../../../src/export/html.ts';
import type { Element } from '../../../src/export/stills/selector.ts';
import { publishedStory } from '../../../src/model/published.ts';
import { dist } from '../site.ts';
import { SITED, sited } from '../sited.ts';

const read = (path: string, from = sited) => readFileSync(from + path, 'utf8');
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));

/** The pages that can be embedded, by their paths: each has oEmbed. Tests are listed before that build is there. */
const offered = [
  'index.html',
  ...['chapters', 'figures'].flatMap((folder) =>
    filesIn(`${dist}embed/${folder}`)
      .filter((path) => path.endsWith('index.html'))
      .map((path) => `${folder}/${path}`),
  ),
];

const links = (html: string) =>
  elementsOf(html).filter(({ tagName }) => tagName === 'link' || tagName === 'meta');
const valueOf = (tags: readonly Element[], name: string) => {
  const tag = tags.find((each) => [attribute(each, 'property'), attribute(each, 'name')].includes(name));
  return tag && attribute(tag, 'content');
};

for (const path of offered) {
  test(`${path} has oEmbed that a CMS can use`, async () => {
    const html = read(path);
    const end = html.indexOf('</head>');
    const found = [...html.matchAll(/<link\b[^>]*application\/json\+oembed[^>]*>/g)];
    expect(found).toHaveLength(1);
    expect(found[0]!.index).toBeLessThan(Math.min(end, 150 * 1024));
    const href = /href="([^"]+)"/.exec(found[0]![0])?.[1] ?? '';
    expect(href.startsWith(`${SITED}/oembed/`)).toBe(true);

    const answer = JSON.parse(read(href.slice(SITED.length + 1))) as Record<string, string | number>;
    const page = `${SITED}/${path.replace(/index\.html$/, '')}`;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_url: `${SITED}/` });
    expect(answer['title']).toContain(page);
    for (const size of ['width', 'height', 'thumbnail_width', 'thumbnail_height']) {
      expect(answer[size], size).toEqual(expect.any(Number));
    }
    const [frame, ...others] = elementsOf(String(answer['html'])).filter(
      ({ tagName }) => !['html', 'head', 'body'].includes(tagName),
    );
    expect(others).toEqual([]);
    expect(frame!.tagName).toBe('iframe');
    expect(frame!.attrs.map(({ name }) => name).sort()).toEqual(
      ['frameborder', 'height', 'scrolling', 'src', 'title', 'width'].sort(),
    );
    const src = attribute(frame!, 'src') ?? '';
    expect(attribute(frame!, 'height')).toBe(String(answer['height']));
    expect(read(`${src.slice(SITED.length + 1)}index.html`)).toContain('data-embed');
    const picture = await sharp(sited + String(answer['thumbnail_url']).slice(SITED.length + 1)).metadata();
    expect([picture.width, picture.height]).toEqual([answer['thumbnail_width'], answer['thumbnail_height']]);
  });
}

test('every page shows a card where it is shared, with its size and its words', async () => {
  const pages = filesIn(sited).filter(
    (path) => path.endsWith('.html') && !/^(v\/|embed\/|404|chapters\/$)/.test(path),
  );
  expect(pages.length).toBeGreaterThan(offered.length / 2);
  for (const path of pages) {
    const tags = links(read(path));
    const image = valueOf(tags, 'og:image') ?? '';
    expect(image, path).toMatch(/^https:\/\/story\.example\/six\/cards\/[\w-]+\.png$/);
    const { width, height, format } = await sharp(sited + image.slice(SITED.length + 1)).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    expect(valueOf(tags, 'og:image:width')).toBe('1200');
    expect(valueOf(tags, 'og:image:height')).toBe('630');
    expect((valueOf(tags, 'og:image:alt') ?? '').length, path).toBeGreaterThan(20);
    expect(valueOf(tags, 'twitter:card')).toBe('summary_large_image');
    expect(valueOf(tags, 'og:url')).toBe(`${SITED}/${path.replace(/index\.html$/, '')}`);
  }
});

test('a build that does not know its address says nothing absolute', () => {
  const html = read('index.html', dist);
  expect(html).not.toMatch(/json\+oembed|og:image|og:url|atom\+xml|rel="canonical"/);
  expect(readdirSync(dist)).not.toEqual(expect.arrayContaining(['oembed']));
  expect(readdirSync(dist)).toEqual(expect.arrayContaining(['robots.txt', 'story.json', 'cards']));
  expect(readdirSync(dist)).not.toEqual(expect.arrayContaining(['feed.xml']));
  expect(read('robots.txt', dist)).not.toContain('Sitemap');
});

test('the site map names the pages that are there, and the feed the edition', async ({ page }) => {
  const parse = (xml: string) =>
    page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      const texts = (name: string) =>
        [...document.getElementsByTagName(name)].map((each) => each.textContent);
      return {
        broken: texts('parsererror'),
        locs: texts('loc'),
        ids: texts('id'),
        updated: texts('updated'),
      };
    }, xml);
  const map = await parse(read('sitemap.xml'));
  expect(map.broken).toEqual([]);
  expect(map.locs).toContain(`${SITED}/`);
  for (const loc of map.locs) {
    const html = read(`${loc?.slice(SITED.length + 1)}index.html`);
    expect(html).toContain(`<link rel="canonical" href="${loc}"`);
    expect(html).not.toContain('noindex');
  }
  expect(read('robots.txt')).toContain(`Sitemap: ${SITED}/sitemap.xml`);

  const feed = await parse(read('feed.xml'));
  expect(feed.broken).toEqual([]);
  expect(feed.ids.length).toBeGreaterThan(1);
  expect(new Set(feed.ids).size).toBe(feed.ids.length);
  for (const time of feed.updated) expect(time).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
});

test('story.json is of the shape that its schema says', () => {
  const story = JSON.parse(read('story.json')) as { $schema: string; chapters: unknown[] };
  const parsed = publishedStory.strict().parse(story);
  expect(parsed.chapters.length).toBeGreaterThan(3);
  const schema = JSON.parse(read(story.$schema)) as { $schema: string };
  expect(schema).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(publishedStory))));
  expect(schema.$schema).toContain('json-schema.org');
});
