import { expect, test } from 'vitest';
import { changeAddresses } from '../../../../src/export/editions/addresses.ts';
import { onSite, targetOf, wayTo } from '../../../../src/export/editions/links.ts';

test.each([
  ['index.html', './', 'index.html', ''],
  ['index.html', './sources/#a', 'sources/index.html', '#a'],
  ['index.html', 'data/a%20b.csv', 'data/a b.csv', ''],
  ['chapters/one/index.html', '../../', 'index.html', ''],
  ['chapters/one/index.html', '../../#one', 'index.html', '#one'],
  ['chapters/one/index.html', '../two/', 'chapters/two/index.html', ''],
  ['chapters/one/index.html', '../../stills/one/a.svg#bare', 'stills/one/a.svg', '#bare'],
  ['chapters/one/index.html', '../../?doors=a,b#c', 'index.html', '?doors=a,b#c'],
])('%s leads by %s to %s', (page, address, path, rest) => {
  expect(targetOf(page, address)).toEqual({ path, rest });
});

test.each([
  '',
  '#one',
  '?doors=a',
  'https://example.org/',
  'mailto:a@example.org',
  '//example.org',
  'data:,a',
])('leaves "%s" alone', (address) => {
  expect(targetOf('index.html', address)).toBeUndefined();
});

test('finds the way from file to file', () => {
  expect(wayTo('index.html', 'sources/index.html')).toBe('./sources/index.html');
  expect(wayTo('chapters/one/index.html', 'index.html')).toBe('../../index.html');
  expect(wayTo('index.html', 'a b/é.txt')).toBe('./a%20b/%C3%A9.txt');
});

test('names folders, not their pages, on the web', () => {
  const site = 'https://example.org/story';
  expect(onSite(site, { path: 'index.html', rest: '#a' })).toBe('https://example.org/story/#a');
  expect(onSite(site, { path: 'sources/index.html', rest: '' })).toBe('https://example.org/story/sources/');
  expect(onSite(site, { path: 'data/a.csv', rest: '' })).toBe('https://example.org/story/data/a.csv');
});

test('changes addresses in attributes, in the props of islands and in data, and nothing else', () => {
  const html =
    '<!doctype html><p title="./a">Text ./a <a class="x" href="./a">a</a><a href="./gone">b</a>' +
    '<img srcset="./s.svg 1x, ./t.svg 2x" src="./s.svg">' +
    '<astro-island props="{&quot;href&quot;:[0,&quot;./a&quot;],&quot;n&quot;:[0,&quot;a ./a&quot;]}"></astro-island>' +
    '<script type="application/json">{"href":"../gone","text":"\\u003cb>"}</script>';
  const change = (address: string) => (address.endsWith('gone') ? undefined : address.replace('./', 'new/'));
  expect(changeAddresses(html, change)).toBe(
    '<!doctype html><p title="./a">Text ./a <a class="x" href="new/a">a</a><a >b</a>' +
      '<img srcset="new/s.svg 1x, new/t.svg 2x" src="new/s.svg">' +
      '<astro-island props="{&quot;href&quot;:[0,&quot;new/a&quot;],&quot;n&quot;:[0,&quot;a ./a&quot;]}"></astro-island>' +
      '<script type="application/json">{"href":null,"text":"\\u003cb>"}</script>',
  );
});

test('tells what readers follow from what pages need', () => {
  const seen: [string, boolean][] = [];
  changeAddresses('<link href="./x"><a href="./y"></a>', (address, link) => {
    seen.push([address, link]);
    return address;
  });
  expect(seen).toEqual([
    ['./x', false],
    ['./y', true],
  ]);
});
