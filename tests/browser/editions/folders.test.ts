/** The folders of an export and what is packed of them. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readFiles, sha256, under, type Files } from '../../../src/export/editions/files.ts';
import { dist } from '../site.ts';
import { editions, manifest } from './made.ts';

const hashes = (files: Files) => Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));

test('the web edition is the build', async () => {
  expect(hashes(await readFiles(`${editions}all/web`))).toEqual(hashes(await readFiles(dist)));
});

for (const edition of ['all', 'chapter']) {
  test(`each zip of ${edition} holds its folder, below one of its own name`, async () => {
    const zips = Object.keys(manifest(edition).files)
      .map((path) => /^(.+)-(web|file|archive)\.zip$/.exec(path))
      .filter((match) => match !== null);
    expect(zips.length).toBe(3);
    for (const [zip, name, folder] of zips) {
      const held = unzipSync(readFileSync(`${editions}${edition}/${zip}`));
      const files = await readFiles(`${editions}${edition}/${folder}`);
      expect(hashes(new Map(Object.entries(held))), zip).toEqual(hashes(under(name!, files)));
    }
  });
}
