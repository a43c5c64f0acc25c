/** The story from its folder, and the command that checks it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { loadStory, readFiles } from '../../../src/model/read.ts';
import { uiKeys } from '../../../src/model/ui.ts';
import { fixtureDir } from './fixture.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const made: string[] = [];

/** A copy of the fixture with every text that the pages need. */
function copy(): string {
  const dir = mkdtempSync(join(tmpdir(), 'story-'));
  made.push(dir);
  cpSync(fixtureDir, dir, { recursive: true });
  writeFileSync(join(dir, 'ui.yaml'), uiKeys.map((key) => `${key}: text\n`).join(''));
  return dir;
}

const check = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['scripts/check.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

test('files are named by their path within the folder; hidden ones are left out', () => {
  const dir = copy();
  writeFileSync(join(dir, '.DS_Store'), 'x');
  const names = [...readFiles(dir).keys()];
  expect(names).toContain('chapters/mill.md');
  expect(names).toContain('data/levels.csv');
  expect(names).not.toContain('.DS_Store');
});

test('a folder gives its story', () => {
  const { story, mistakes } = loadStory(copy());
  expect(mistakes).toEqual([]);
  expect(story?.title).toBe('Two keys');
});

test('a folder that there is not is a mistake', () => {
  const { story, mistakes } = loadStory(join(root, 'no-such-story'));
  expect(story).toBeUndefined();
  expect(mistakes).toEqual([
    { file: 'no-such-story', line: 1, column: 1, message: expect.stringMatching(/^cannot be read: ENOENT/) },
  ]);
});

test('the command says in a line what is in order', () => {
  const { status, stdout, stderr } = check(['--story', copy()]);
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: 'Content in order: 4 chapters, 5 steps, 198 words, 3 sources.\n',
    stderr: '',
  });
});

test('the command lists every mistake on standard error and ends with 1', () => {
  const dir = copy();
  writeFileSync(join(dir, 'notes.txt'), 'x');
  writeFileSync(join(dir, 'events.yaml'), '');
  const { status, stdout, stderr } = check([], { STORY: dir });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => line.replace(/^.*\/(?=[a-z]+\.)/, '')),
  ).toEqual([
    'events.yaml:1:1 the file is empty',
    'notes.txt:1:1 nothing reads this file; remove it',
    '2 mistakes.',
  ]);
});

test('the story of this repository is in order, and checked within three seconds', () => {
  // The best of three, for a machine that does other things too.
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    const { status, stderr } = check(['--story', 'content']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(3000);
}, 60_000);
