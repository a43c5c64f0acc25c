/** The same of every edition that is handed out. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exportStory } from '../../../scripts/export.mjs';
import { dist } from '../site.ts';
import { contentsOf, makeTwin } from './twin.ts';

const kinds = ['zip', 'file', 'single', 'pdf', 'archive', 'wordpress'] as const;

test('editions made in another folder, time zone and language have the same bytes', async () => {
  test.setTimeout(1_200_000);
  const ours = test.info().outputPath('export');
  const twin = await makeTwin();
  try {
    await exportStory({ from: dist, out: ours, ...Object.fromEntries(kinds.map((kind) => [kind, true])) });
    await twin.run('export.mjs', ...kinds.map((kind) => `--${kind}`));
    expect((await contentsOf(ours)).length).toBeGreaterThan(100);
    expect(await contentsOf(join(twin.dir, 'export'))).toEqual(await contentsOf(ours));
  } finally {
    await twin.remove();
  }
});
