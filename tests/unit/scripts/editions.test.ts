/** What an export is made of, and what is said of it: of a small build, and of content that is not this project's own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeEditions } from '../../../scripts/lib/editions.mjs';
import { root } from '../../../scripts/lib/root.mjs';
import { textOf } from '../../../src/export/editions/files.ts';
import { publish } from '../../../src/model/published.ts';
import { loadStory } from '../../../src/model/read.ts';

// Whole editions are made, which takes seconds where others work beside it.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
const content = () => join(folder, 'content');
const dist = () => join(folder, 'dist');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editions-'));
  cpSync(join(root, 'content'), content(), { recursive: true });
  vi.stubEnv('STORY', content());
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Changes `story.yaml`. */
function edit(find: RegExp, put: string): void {
  const file = join(content(), 'story.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(find);
  writeFileSync(file, text.replace(find, put));
}

/** Makes what an export needs of a build of the content. */
function build(text = 'Words'): void {
  mkdirSync(dist(), { recursive: true });
  writeFileSync(
    join(dist(), 'index.html'),
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A</title></head><body><p>${text}</p></body></html>`,
  );
  writeFileSync(join(dist(), 'story.json'), JSON.stringify(publish(loadStory(content()).story!, 'a schema')));
}

test('hidden files of the content are not deposited', async () => {
  build();
  mkdirSync(join(content(), '.git'));
  writeFileSync(join(content(), '.git/config'), 'a secret');
  writeFileSync(join(content(), '.env'), 'a secret');
  const { files } = await makeEditions(dist(), { archive: true });
  const kept = [...files.keys()].filter((path) => path.startsWith('archive/content/'));
  expect(kept).toContain('archive/content/story.yaml');
  expect(kept.filter((path) => path.includes('/.'))).toEqual([]);
});

test('a story whose title has no Latin letters has files with names', async () => {
  edit(/^title: .*$/m, 'title: Шесть дверей');
  build();
  const { files } = await makeEditions(dist(), { archive: true, single: true, zip: true });
  const names = [...files.keys()].filter((path) => !/^(web|archive\/(site|content))\//.test(path)).sort();
  expect(names).toEqual([
    'archive/LICENSE',
    'archive/READ ME.txt',
    'archive/manifest.json',
    'archive/story.wacz',
    'export.json',
    'story-archive.zip',
    'story-web.zip',
    'story.html',
  ]);
});

test.each([
  ['the licence that the story names', 'licence: CC0-1.0', { code: 'MIT', text: 'CC0-1.0' }],
  ['none for the text of a story that names none', '', { code: 'MIT' }],
])('the manifests say %s', async (_, line, licence) => {
  edit(/^licence: .*$/m, line);
  build();
  const { files } = await makeEditions(dist(), { archive: true });
  for (const manifest of ['export.json', 'archive/manifest.json'])
    expect(JSON.parse(textOf(files.get(manifest)!))).toHaveProperty('licence', licence);
});

test('pages that were built from other content are refused', async () => {
  build();
  await expect(makeEditions(dist(), { from: dist() })).resolves.toBeDefined();
  edit(/version: [\d.]+/, 'version: 9.9.9');
  await expect(makeEditions(dist(), { from: dist() })).rejects.toThrow(
    /^The pages were not built from .*content\/ as it is now: leave out --no-build, or build first\.$/,
  );
});

test('what a file weighs is said where it is more than it should', async () => {
  const said = async () => (await makeEditions(dist(), { single: true })).notes.join('\n');
  build();
  expect(await said()).not.toContain('weighs');
  // Letters in an order that nothing can pack.
  const noise = Array.from({ length: 5e5 }, (_, n) =>
    ((n * n * 7919 + n * 104729) % 65521).toString(36),
  ).join('');
  build(noise);
  expect(await said()).toMatch(
    /^six-doors\.html weighs \d{3,} KB, more than the 450 KB it should: there is no more to leave out of it\.$/m,
  );
});
