import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test as setup } from '@playwright/test';
import { exportStory } from '../../../scripts/export.mjs';
import { dist } from '../site.ts';
import { CHAPTER, editions, FIGURE, SITE, sitedDist } from './made.ts';

setup('the editions are made from the build', async () => {
  setup.setTimeout(180_000);
  for (const dir of [editions, sitedDist]) rmSync(dir, { recursive: true, force: true });
  mkdirSync(editions, { recursive: true });
  const all = { zip: true, file: true, single: true, pdf: true, archive: true, wordpress: true };
  await exportStory({ from: dist, out: `${editions}all`, ...all });
  const part = { file: true, single: true, pdf: true };
  await exportStory({ from: dist, out: `${editions}figure`, only: FIGURE, ...part });
  // The same build as if it knew its address: parts lead there.
  cpSync(dist, sitedDist, { recursive: true });
  const page = `${sitedDist}/index.html`;
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('</title>', `</title><link rel="canonical" href="${SITE}/">`),
  );
  const kept = { ...part, zip: true, archive: true };
  await exportStory({ from: sitedDist, out: `${editions}chapter`, only: CHAPTER, ...kept });
});
