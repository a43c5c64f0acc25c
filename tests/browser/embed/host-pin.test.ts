/** The frame stands still on pages of every kind, and the story follows the reader. */
import { staysPinned } from './pinned.ts';
import { test } from './servers.ts';

const HOSTS = [
  'plain',
  'overflow-hidden',
  'overflow-root',
  'transform',
  'transform-overflow',
  'sideways',
  'sideways-transform',
  'contain',
  'container',
  'flex',
  'nested',
  'header',
  'hostile',
  'strict',
  'opaque',
  'bare',
  'element',
  'component',
  'link',
  'right-to-left',
  'dark',
];

for (const host of HOSTS) {
  test(`${host}: pinned`, ({ page, servers }) => staysPinned(page, servers, host));
}
