import { mkdirSync, rmSync } from 'node:fs';
import { test as setup } from '@playwright/test';
import { exportStory } from '../../../scripts/export.mjs';
import { dist } from '../site.ts';
import { editions } from './made.ts';

setup('the editions are made from the build', async () => {
  rmSync(editions, { recursive: true, force: true });
  mkdirSync(editions, { recursive: true });
  await exportStory({ from: dist, out: `${editions}all`, zip: true, file: true });
});
