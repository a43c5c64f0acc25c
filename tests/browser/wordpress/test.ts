/** Tests with a real WordPress and the story on another origin, one of each for a worker. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test as base } from '@playwright/test';
import { unzipSync } from 'fflate';
import { wordpressZip } from '../../../scripts/lib/wordpress.mjs';
import { needs } from '../needs.ts';
import { sited } from '../sited.ts';
import { startStory, type StoryServer } from './story.ts';
import { startWordPress, type WordPress } from './wordpress.ts';

/** Starting a database and a web server on a busy machine. */
const START = 180_000;

export const test = base.extend<object, { story: StoryServer; wordpress: WordPress }>({
  story: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
    async ({}, use) => {
      const story = await startStory();
      await use(story);
      await story.stop();
    },
    { scope: 'worker' },
  ],
  wordpress: [
    async ({ story }, use) => {
      const wordpress = await startWordPress(story.port);
      await installPlugin(wordpress, story.url);
      await use(wordpress);
      await wordpress.stop();
    },
    { scope: 'worker', timeout: START },
  ],
});

/** Debian's packages, if they are not there yet. */
const INSTALL = 600_000;

/** Before all tests of a file: finds or installs what WordPress needs, or skips them. */
export async function haveWordPress(): Promise<void> {
  test.setTimeout(INSTALL);
  await needs('wordpress');
}

/** The plugin's name in WordPress. */
export const PLUGIN = 'story-embed/story-embed';

/** Unpacks the plugin's zip, as WordPress does with one that is uploaded; it stays inactive. */
async function installPlugin({ plugins }: WordPress, site: string): Promise<void> {
  const zip = await wordpressZip(await readFile(join(sited, 'embed/v1.js')), site);
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const file = join(plugins, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Switches the plugin on or off. */
export async function setPlugin(wordpress: WordPress, status: 'active' | 'inactive'): Promise<void> {
  await wordpress.rest('admin', `wp/v2/plugins/${PLUGIN}`, { status });
}
