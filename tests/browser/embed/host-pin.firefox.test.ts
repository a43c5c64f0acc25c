/** The main host pages in Firefox. */
import { needs } from '../needs.ts';
import { staysPinned } from './pinned.ts';
import { test } from './servers.ts';

test.beforeAll(() => needs('firefox'));

for (const host of [
  'plain',
  'overflow-hidden',
  'overflow-root',
  'sideways',
  'nested',
  'strict',
  'opaque',
  'hostile',
]) {
  test(`${host}: pinned`, ({ page, servers }) => staysPinned(page, servers, host));
}
