/** The WordPress plugin as a zip: `integrations/wordpress/` with the loader inside. */
import { join } from 'node:path';
import { bytesOf, readFiles, under } from '../../src/export/editions/files.ts';
import { zipOf } from '../../src/export/editions/zip.ts';
import { root } from './root.mjs';

/** The plugin's folder, here and in the zip. */
const FOLDER = 'story-embed';

/** The plugin does not change with the story: its files have no day of their own. */
const DAY = '1980-01-01';

/**
 * The plugin's zip.
 * @param {Uint8Array} loader the built `v1.js`
 * @param {string} [site] the address that the story is published at: the base address allowed from the start
 * @returns {Promise<Uint8Array>} the same bytes for the same files
 */
export async function wordpressZip(loader, site) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map(await readFiles(join(root, 'integrations/wordpress', FOLDER)));
  files.set('v1.js', loader);
  if (site) files.set('default-bases.txt', bytesOf(`${site.replace(/\/*$/, '/')}\n`));
  return zipOf(under(FOLDER, files), DAY);
}
