/** What an export says when it is done. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exportStory } from '../../../scripts/export.mjs';
import { dist } from '../site.ts';
import { FIGURE, sitedDist } from './made.ts';

const NO_ADDRESS =
  'No address is known at which the story is published. Everything works without one, but left out are: ';

test('that no address is known, what is lost by it, and what to do', async () => {
  const out = join(test.info().outputDir, '../told');
  const said = await exportStory({ from: dist, out, only: FIGURE });
  expect(said.slice(0, 2)).toEqual([
    `${NO_ADDRESS}canonical addresses, pictures and texts for shared links, feed and oEmbed; links out of what is only a part.`,
    'To have them, build with --site URL, or with `site` in story.yaml.',
  ]);
  expect(said.at(-1)).toMatch(/^Exported to .*told\/ in [\d.]+ s\.$/);
  expect(said.length).toBe(3);
});

test('nothing of it where the build knows its address', async () => {
  const out = join(test.info().outputDir, '../told-sited');
  const said = await exportStory({ from: sitedDist, out, only: FIGURE, wordpress: true });
  expect(said.length).toBe(1);
  expect(said[0]).toMatch(/^Exported to /);
});
