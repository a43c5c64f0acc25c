import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBeside } from '../../../src/export/place.ts';

let folder: string;
const dir = () => join(folder, 'dist');
const stem = () => join(folder, 'work/dist');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'place-'));
  mkdirSync(join(folder, 'work'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a folder with one file in its place. */
function put(text: string): void {
  const place = makeBeside(dir(), stem());
  writeFileSync(join(place.fresh, 'a.txt'), text);
  place.put();
  place.end();
}
const held = () => readFileSync(join(dir(), 'a.txt'), 'utf8');
const left = () => readdirSync(join(folder, 'work'));

test('a folder takes the place of an earlier one, and leaves nothing', () => {
  for (const text of ['first', 'second']) {
    put(text);
    expect(held()).toBe(text);
    expect(left()).toEqual([]);
  }
});

test('what cannot be put leaves the earlier one in its place', () => {
  put('first');
  const place = makeBeside(dir(), stem());
  rmSync(place.fresh, { recursive: true });
  expect(place.put).toThrow('ENOENT');
  place.end();
  expect(held()).toBe('first');
  expect(left()).toEqual([]);
});

test('what a killed process had moved away comes back; what is of others stays', () => {
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const others = [`dist.new-${process.ppid}`, `dist-2.new-${gone}`, 'dist.new-', 'stills'];
  for (const name of others) mkdirSync(join(folder, 'work', name));
  mkdirSync(join(folder, `work/dist.old-${gone}`));
  mkdirSync(join(folder, `work/dist.new-${gone}`));
  makeBeside(dir(), stem()).end();
  expect(existsSync(dir())).toBe(true);
  expect(left()).toEqual(others.sort());
});
