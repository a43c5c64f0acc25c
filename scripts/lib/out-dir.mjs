/**
 * The folder that an export goes to. What lies there is replaced whole, by a rename, and only if it is an earlier
 * export that nobody has changed since.
 */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { sha256, writeFiles } from '../../src/export/editions/files.ts';
import { MANIFEST, readManifest } from '../../src/export/editions/manifest.ts';
import { makeBeside } from '../../src/export/place.ts';

/** What keeps an export from being made, in the reader's terms: printed as it is, without a stack. */
export class ExportError extends Error {}

/** What file managers leave behind in folders that they showed. */
const STRAY = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/**
 * Makes an export and puts it in the place of the earlier one. Whatever goes wrong, a signal too, the earlier one
 * stays and nothing else is left behind.
 * @param {string} dir
 * @param {() => Promise<import('../../src/export/editions/files.ts').Files>} make its files; called once the place is sure
 * @param {string} [dist] the folder that each build replaces
 * @throws {ExportError} if something else lies there, or it cannot be written; whatever `make` throws
 */
export async function replaceOut(dir, make, dist) {
  await checkOut(dir, dist);
  const place = await explaining(dir, () => makeBeside(dir, join(dirname(dir), `.${basename(dir)}`)));
  try {
    const files = await make();
    await explaining(dir, () => writeFiles(place.fresh, files));
    // A build takes its time: what was put there meanwhile is someone's too.
    await checkOut(dir, dist);
    await explaining(dir, place.put);
  } finally {
    place.end();
  }
}

/**
 * @param {string} dir where the export is to go
 * @param {string} [dist] the folder that each build replaces
 * @throws {ExportError} if something else lies there
 */
async function checkOut(dir, dist) {
  const shown = shownPath(dir);
  if (dist && `${realPath(dir)}${sep}`.startsWith(realPath(dist) + sep)) {
    throw new ExportError(
      `${shown} lies in ${shownPath(dist)}, which each build replaces: take another folder.`,
    );
  }
  const place = lstatSync(dir, { throwIfNoEntry: false });
  if (!place) return;
  if (!place.isDirectory()) throw new ExportError(`${shown} is not a folder; it was left as it is.`);
  const manifest = await readFile(join(dir, MANIFEST)).then(readManifest, () => undefined);
  if (!manifest)
    throw new ExportError(
      `${shown} is not an earlier export; it was left as it is. Take a folder that is not there yet.`,
    );
  const folders = new Set(Object.keys(manifest.files).flatMap(foldersOf));
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isDirectory() ? folders.has(path) : path === MANIFEST) continue;
    if (entry.isFile() && STRAY.includes(entry.name)) continue;
    const known = manifest.files[path];
    const same = entry.isFile() && known?.sha256 === sha256(await readFile(join(dir, path)));
    const what = known ? 'was changed since it was exported' : 'was put there by someone else';
    if (!same)
      throw new ExportError(
        `${shown} was left as it is: ${path} in it ${what}. Move it away, or take another folder.`,
      );
  }
}

/**
 * The folders that a file lies in: `a` and `a/b` for `a/b/c.txt`.
 * @param {string} path
 */
const foldersOf = (path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));

/**
 * A path without links in the folders above it, in the letters that the disk has it in.
 * @param {string} path
 */
function realPath(path) {
  try {
    return join(realpathSync.native(dirname(path)), basename(path));
  } catch {
    // Where the folder above is not there, nothing can be lost.
    return path;
  }
}

/**
 * Turns what the system says into what a reader can use.
 * @template T
 * @param {string} dir
 * @param {() => T | Promise<T>} action
 */
async function explaining(dir, action) {
  try {
    return await action();
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    const reason = reasons[/** @type {keyof typeof reasons} */ (code)] ?? message;
    const kept = existsSync(dir) ? 'the earlier export is as it was' : 'nothing was written';
    throw new ExportError(`${shownPath(dir)} could not be written: ${reason}; ${kept}.`, { cause: error });
  }
}

const reasons = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk can only be read',
  EACCES: 'the folder above it may not be written to',
  EPERM: 'the folder above it may not be written to',
  ENOENT: 'the folder above it is not there',
  ENOTDIR: 'a part of its path is a file',
  ENOTEMPTY: 'something else was put there meanwhile',
};

/** @param {string} dir */
function shownPath(dir) {
  const path = relative(process.cwd(), resolve(dir));
  return path === '' ? 'This folder' : path.startsWith('..') ? resolve(dir) : `${path}/`;
}
