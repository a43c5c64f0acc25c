/** Bundles the loader for pages of others: `embed/v1.js`, a classic script, and `embed/v1.mjs`, a module. */
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './root.mjs';

/**
 * @param {string} dir of the finished site
 */
export async function makeLoader(dir) {
  await Promise.all([
    bundle('script.ts', 'iife', join(dir, 'embed/v1.js')),
    bundle('module.ts', 'es', join(dir, 'embed/v1.mjs')),
  ]);
}

/**
 * @param {string} entry
 * @param {'iife' | 'es'} format
 * @param {string} file
 */
async function bundle(entry, format, file) {
  const bundler = await rolldown({
    input: join(root, 'src/embed/host', entry),
    platform: 'browser',
    transform: { target: 'es2022' },
  });
  try {
    await bundler.write({ file, format, minify: true, comments: false, codeSplitting: false });
  } finally {
    await bundler.close();
  }
}
