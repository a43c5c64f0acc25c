/** The links of the editions that lie in a folder, as those of the site. */
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { brokenLinks } from '../links.ts';
import { editions } from './made.ts';

test('every link and every fragment of every edition leads somewhere', () => {
  const folders = readdirSync(editions, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/\\]+[/\\](web|file)$/.test(path))
    .sort();
  expect(folders.length).toBeGreaterThan(1);
  expect(
    folders.flatMap((folder) =>
      brokenLinks(editions + folder, !folder.endsWith('file')).map((each) => `${folder}/${each}`),
    ),
  ).toEqual([]);
});
