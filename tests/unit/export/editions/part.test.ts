import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesOf, textOf } from '../../../../src/export/editions/files.ts';
import { partOf, partsOf } from '../../../../src/export/editions/part.ts';

const page =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>@font-face{src:url(../../_astro/f.woff2)}</style></head>' +
  '<body id="top"><a href="../../">Story</a><a href="../two/">Next</a><a href="../../sources/#s">S</a><a href="../../sources/#t">T</a>' +
  '<a href="../../data/d.csv">D</a><a href="../../embed/#one" data-offer>Embed</a><p id="note-s"></p>' +
  '<astro-island component-url="../../_astro/a.js" props="{}"></astro-island></body></html>';
const web = new Map(
  Object.entries({
    'index.html': '',
    'chapters/one/index.html': page,
    'chapters/two/index.html': '',
    'figures/three/index.html': '',
    '_astro/a.js': 'import"./b.js";import(`./c.js`)',
    '_astro/b.js': '',
    '_astro/c.js': 'import"./a.js"',
    '_astro/unused.js': '',
    '_astro/f.woff2': 'font',
    '_astro/a.js.br': 'a, packed',
    '_astro/unused.js.br': 'unused, packed',
    'data/d.csv': 'a,b',
    '404.html': 'missing',
    'editions.json': '{}',
    _headers: 'the headers of the whole',
  }).map(([path, text]) => [path, bytesOf(text)]),
);

test('a site knows its parts', () => {
  expect(partsOf(web)).toEqual(['chapters/one', 'chapters/two', 'figures/three']);
});

test('a part takes with it what it needs, and the modules that those need', async () => {
  const part = await partOf(web, 'chapters/one', undefined);
  expect([...part.keys()]).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    '_headers',
    '404.html',
    '_astro/a.js',
    '_astro/a.js.br',
    '_astro/b.js',
    '_astro/c.js',
    '_astro/f.woff2',
    'data/d.csv',
    'editions.json',
  ]);
  const html = textOf(part.get('index.html')!);
  expect(brotliDecompressSync(part.get('index.html.br')!).toString()).toBe(html);
  expect(gunzipSync(part.get('index.html.gz')!).toString()).toBe(html);
  expect(textOf(part.get('_headers')!)).toContain("/\n  Content-Security-Policy: frame-ancestors 'self'\n");
  expect(html).toContain('url(./_astro/f.woff2)');
  expect(html).toContain('component-url="./_astro/a.js"');
  expect(html).toContain('href="./data/d.csv"');
  expect(html).not.toContain('Embed');
});

test('what leads out of it is text, or leads to the whole story on the web', async () => {
  const links = async (site?: string) =>
    [...textOf((await partOf(web, 'chapters/one', site)).get('index.html')!).matchAll(/<a ([^>]*)>/g)].map(
      ([, rest]) => rest,
    );
  expect(await links()).toEqual(['', '', 'href="#note-s"', '', 'href="./data/d.csv"']);
  expect(await links('https://example.org/six')).toEqual([
    'href="https://example.org/six/"',
    'href="https://example.org/six/chapters/two/"',
    'href="#note-s"',
    'href="https://example.org/six/sources/#t"',
    'href="./data/d.csv"',
  ]);
});
