/** Every edition, made twice: in another folder, time zone and language, the bytes are the same. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Manifest } from '../../../src/export/editions/manifest.ts';
import { root } from '../../../scripts/lib/root.mjs';

const OPTIONS = ['--no-build', '--zip', '--file', '--single', '--pdf', '--archive'];

/** Makes all editions in a copy of the project, and gives back the hash of every file. */
function editionsIn(folder: string, env: Record<string, string>): Manifest['files'] {
  const made = (name: string) => join(folder, name);
  for (const part of ['content', 'dist', 'integrations', 'scripts', 'src', 'LICENSE', 'package.json'])
    cpSync(join(root, part), made(part), { recursive: true });
  // Packages are the same in both; a link to them is enough.
  symlinkSync(join(root, 'node_modules'), made('node_modules'), 'junction');
  const ran = spawnSync(process.execPath, ['scripts/export.mjs', ...OPTIONS, '--out', made('out')], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(ran.status, ran.stderr).toBe(0);
  const { files } = JSON.parse(readFileSync(made('out/export.json'), 'utf8')) as Manifest;
  return files;
}

test('two makers far apart make the same bytes', () => {
  test.setTimeout(600_000);
  const { outputDir } = test.info();
  const one = editionsIn(join(outputDir, 'one'), { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'C' });
  const two = editionsIn(join(outputDir, 'another with a longer name'), {
    TZ: 'America/Los_Angeles',
    LC_ALL: 'sv_SE.UTF-8',
    LANG: 'sv_SE.UTF-8',
  });
  expect(Object.keys(one).length).toBeGreaterThan(100);
  expect(two).toEqual(one);
  rmSync(outputDir, { recursive: true });
});
