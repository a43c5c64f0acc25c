/** Links: those within the site lead somewhere, those out of it are addresses. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { brokenLinks } from './links.ts';
import { dist } from './site.ts';

test('every link and every fragment leads somewhere', () => {
  expect(brokenLinks(dist)).toEqual([]);
});

test('what leads nowhere is found', () => {
  const dir = test.info().outputPath('site');
  mkdirSync(`${dir}/a`, { recursive: true });
  writeFileSync(
    `${dir}/index.html`,
    '<p id="here"><a href="a/">a</a> <a href="#there">b</a> <a href="a">c</a>',
  );
  writeFileSync(
    `${dir}/a/index.html`,
    '<style>p{background:url(x.png)}</style><a href="../#here">a</a> <a href="../../b/">b</a> <img srcset="y.png 2x">' +
      '<a href="https://example.org/">c</a> <a href="https://example/ x">d</a> <a href="javascript:1">e</a>',
  );
  expect(brokenLinks(dir)).toEqual([
    'a/index.html: x.png leads nowhere',
    'a/index.html: ../../b/ leads out of the site',
    'a/index.html: y.png leads nowhere',
    'a/index.html: https://example/ x holds letters that addresses may not',
    'a/index.html: javascript:1 is not an address of the web',
    'index.html: #there has no such place',
    'index.html: a leads to a folder without its slash',
  ]);
  rmSync(dir, { recursive: true });
});
