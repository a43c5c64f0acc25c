/** Bundles what pages load by themselves, beside the site generator: one file each, with nothing else to load. */
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './root.mjs';

/**
 * @param {string} entry from the project's root
 * @param {string} file where it goes
 */
export async function bundle(entry, file) {
  const bundler = await rolldown({
    input: join(root, entry),
    platform: 'browser',
    transform: { target: 'es2022' },
  });
  try {
    await bundler.write({ file, format: 'es', minify: true, comments: false, codeSplitting: false });
  } finally {
    await bundler.close();
  }
}
