/** Whoever builds the site, wherever and whenever, gets the same bytes. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dist } from '../site.ts';
import { contentsOf, makeTwin } from './twin.ts';

test('a build in another folder, time zone and language has the same bytes', async () => {
  test.setTimeout(600_000);
  const twin = await makeTwin();
  try {
    await twin.run('build.mjs');
    const ours = await contentsOf(dist);
    expect(ours.length).toBeGreaterThan(100);
    expect(await contentsOf(join(twin.dir, 'dist'))).toEqual(ours);
  } finally {
    await twin.remove();
  }
});
