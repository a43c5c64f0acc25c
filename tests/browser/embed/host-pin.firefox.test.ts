/** The main host pages in Firefox. */
import { needs } from '../needs.ts';
import { staysPinned } from './pinned.ts';
import { test } from './servers.ts';

test.beforeAll(() => needs('firefox'));

for (const host of [
  'plain',
  'overflow-hidden',
  'overflow-root',
  'transform',
  'transform-overflow',
  'sideways',
  'nested',
  'header',
  'strict',
  'opaque',
  'hostile',
]) {
  test(`${host}: pinned`, ({ page, servers }) => staysPinned(page, servers, host));
}
