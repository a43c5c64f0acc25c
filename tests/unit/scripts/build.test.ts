/** What a build refuses before it begins; there is no story here, so that none can be built. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { build } from '../../../scripts/build.mjs';
import { root } from '../../../scripts/lib/root.mjs';

beforeEach(() => vi.stubEnv('STORY', 'no/where'));
afterEach(() => vi.unstubAllEnvs());

test.each([
  '',
  'foo',
  'ftp://example.org',
  'https://example.org/?a=1',
  'https://example.org/#x',
  'https://me:pw@example.org',
])('the address "%s"', async (site) => {
  await expect(build({ site })).rejects.toThrow(
    `--site must be an address such as https://example.org/story, not "${site}".`,
  );
});

test('the command takes no folder that it would replace', () => {
  const args = [join(root, 'scripts/build.mjs'), '--out', 'no/where'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toContain("Unknown option '--out'");
  expect(status).toBe(1);
});
