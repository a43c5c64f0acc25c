import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { headersFile, headersOf, redirectsFile } from '../../../src/export/hosting.ts';
import { pack, packFiles } from '../../../src/export/pack.ts';
import { headersAt, parseHeaders } from '../../fixtures/hostFiles.ts';

const pages = [
  '404.html',
  'chapters/one/index.html',
  'embed/chapters/one/index.html',
  'embed/story/index.html',
  'index.html',
  'sources/index.html',
];
const kept = pages.map((page) => `v/1.0.0/${page}`);

/** Files of every sort, in the site itself and in an edition that was kept. */
const paths = [
  'index.html',
  'chapters/one/index.html',
  'embed/story/index.html',
  '_astro/Plan.abc.js',
  'embed/v1.js',
  'embed/v1.mjs',
  'stills/one/two.svg',
].flatMap((path) => [path, `v/1.0.0/${path}`]);

test.each(paths)('_headers says of %s what headersOf says', (path) => {
  const address = `/${path.replace(/index\.html$/, '')}`;
  const sent = headersAt(parseHeaders(headersFile([...pages, ...kept])), address);
  // What names no time is asked about each time by hosts of this kind, and only pages are framed.
  const due = Object.entries(headersOf(path)).filter(
    ([name, value]) => value !== 'no-cache' && (name !== 'Content-Security-Policy' || path.endsWith('.html')),
  );
  expect(sent).toEqual(Object.fromEntries(due));
});

test('pages may be framed only below embed/, whatever a chapter is called', () => {
  const closed = { 'Content-Security-Policy': "frame-ancestors 'self'" };
  expect(headersOf('chapters/embed/index.html')).toMatchObject(closed);
  expect(headersOf('v/2.0.0/index.html')).toMatchObject(closed);
  expect(headersOf('embed/chapters/one/index.html')).not.toHaveProperty('Content-Security-Policy');
  expect(headersOf('v/2.0.0/embed/story/index.html')).not.toHaveProperty('Content-Security-Policy');
});

test('a site with more folders than hosts read rules for is refused', () => {
  const many = Array.from({ length: 100 }, (_, index) => `folder-${index}/index.html`);
  expect(() => headersFile(many)).toThrow('_headers has 105 rules; hosts read 100 of at most 2000 letters.');
});

test('folders without a page of their own lead to the story', () => {
  expect(redirectsFile([...pages, ...kept])).toBe('/chapters/ / 302\n/embed/ /embed/story/ 302\n/v/ / 302\n');
});

test('packs text, leaves the rest, and makes the same bytes each time', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    const text = '<p>one and the same line</p>\n'.repeat(200);
    await writeFile(join(dir, 'page.html'), text);
    await writeFile(join(dir, 'small.css'), 'a{}');
    await writeFile(join(dir, 'picture.png'), text);
    await packFiles(dir);
    expect((await readdir(dir)).sort()).toEqual([
      'page.html',
      'page.html.br',
      'page.html.gz',
      'picture.png',
      'small.css',
    ]);
    const [br, gz] = await Promise.all(['br', 'gz'].map((kind) => readFile(join(dir, `page.html.${kind}`))));
    expect(brotliDecompressSync(br!).toString()).toBe(text);
    expect(gunzipSync(gz!).toString()).toBe(text);
    expect(await pack(Buffer.from(text))).toEqual({ br, gz });
    // Neither a time nor the name of a system.
    expect([...gz!.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
