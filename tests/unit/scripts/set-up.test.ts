import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { stamp } from '../../../scripts/set-up.mjs';

const scripts = new URL('../../../scripts/', import.meta.url);

test('the stamp changes with the lockfile and the machine', async () => {
  const lock = await readFile(new URL('../package-lock.json', scripts));
  const hash = createHash('sha256').update(lock).digest('hex');
  expect(stamp()).toBe(`${hash} ${process.platform} ${process.arch}`);
});

test.each(['set-up.mjs', 'with-node.mjs'])(
  '%s needs no package, since it runs before there are any',
  async (name) => {
    const source = await readFile(new URL(name, scripts), 'utf8');
    const imported = [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((path) => !path?.startsWith('node:'))).toEqual([]);
  },
);
