import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as setup } from '@playwright/test';
import { build } from '../../scripts/build.mjs';
import { dist } from './site.ts';
import { SITED, sited, sitedKept } from './sited.ts';

setup('the site is built for a known address', async () => {
  setup.setTimeout(300_000);
  const age = (dir: string) => statSync(join(dir, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // One that is younger than dist/ was made from the same.
  if (age(sited) < age(dist)) {
    await rm(sitedKept, { recursive: true, force: true });
    await build({ site: SITED, out: sited, keep: sitedKept, packed: false });
  }
});
