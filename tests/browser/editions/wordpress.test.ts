import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { dist } from '../site.ts';
import { editions, manifest } from './made.ts';

test('the plugin for WordPress carries the loader of the build', () => {
  const name = 'wordpress-story-embed.zip';
  expect(manifest().files).toHaveProperty([name]);
  const files = unzipSync(readFileSync(`${editions}all/${name}`));
  expect(Buffer.compare(files['story-embed/v1.js']!, readFileSync(`${dist}embed/v1.js`))).toBe(0);
});
