/** What a bucket is told of each file by integrations/hosts/s3.sh, with an `aws` that only writes down its arguments. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { root } from '../../../scripts/lib/root.mjs';
import { dist } from '../site.ts';
import { cacheOf, typeOf } from './due.ts';

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
  .flatMap((file) => [file, `v/1.0.0/${file}`]);
const forReaders = (file: string) => !/\.(br|gz)$|(^|\/)_(headers|redirects)$/.test(file);

/** The commands that the script gives, in order, each as its arguments. */
async function commands(): Promise<string[][]> {
  const dir = test.info().outputPath('bin');
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'aws'), '#!/bin/sh\nprintf "%s\\n" "$@" "" >>"$AWS_SAID"\n', { mode: 0o755 });
  const said = join(dir, 'said');
  const path = `${dir}${delimiter}${process.env['PATH'] ?? ''}`;
  await promisify(execFile)(
    'sh',
    [join(root, 'integrations/hosts/s3.sh'), 'dist', 's3://BUCKET/some/folder'],
    { env: { ...process.env, PATH: path, AWS_SAID: said } },
  );
  return (await readFile(said, 'utf8'))
    .trimEnd()
    .split('\n\n')
    .map((command) => command.split('\n'));
}

/** Whether a command is about a file: of its filters, in which `*` is any text, the last that fits counts. */
function isAbout(command: readonly string[], file: string): boolean {
  const filters = command.flatMap((word, index) =>
    word === '--include' || word === '--exclude' ? [[word, command[index + 1] ?? ''] as const] : [],
  );
  const last = filters.findLast(([, pattern]) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 's').test(file);
  });
  return last?.[0] !== '--exclude';
}

const option = (command: readonly string[], name: string) => command[command.indexOf(name) + 1] ?? '';

test.skip(process.platform === 'win32', 'The script is one for a POSIX shell.');

test('a bucket is told the type of every file and how long it may be kept', async () => {
  const all = await commands();
  const copies = all.filter((command) => command[1] === 'cp');
  for (const command of copies)
    expect(command.slice(2, 5)).toEqual(['dist', 's3://BUCKET/some/folder/', '--recursive']);
  const found = files.flatMap((file) => {
    const last = copies.findLast((command) => isAbout(command, file));
    if (!forReaders(file)) return last ? [`${file}: is sent`] : [];
    if (!last) return [`${file}: is not sent`];
    const [type, cache] = [option(last, '--content-type'), option(last, '--cache-control')];
    return typeOf(file).test(type) && cache === cacheOf(file) ? [] : [`${file}: ${type}, ${cache}`];
  });
  expect(found).toEqual([]);

  const sentBy = (file: string) => copies.findIndex((command) => isAbout(command, file));
  const hashed = files.filter((file) => /(^|\/)_astro\//.test(file) && forReaders(file));
  expect(Math.max(...hashed.map(sentBy)), 'pages come after what they ask for').toBeLessThan(
    sentBy('index.html'),
  );
});

test('what was there before goes, but for old hashed files and kept editions', async () => {
  const last = (await commands()).at(-1)!;
  expect(last.slice(0, 4)).toEqual(['s3', 'sync', 'dist', 's3://BUCKET/some/folder/']);
  expect(last).toContain('--delete');
  expect(isAbout(last, 'chapters/gone/index.html')).toBe(true);
  for (const file of ['_astro/Old.abc.js', 'v/0.9.0/index.html', '_headers', 'index.html.br'])
    expect(isAbout(last, file), file).toBe(false);
});
