/**
 * The folder that an export goes to. What lies there is replaced whole, by a rename, and only if it is an earlier
 * export that nobody has changed since.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { readFiles, sha256, writeFiles } from '../../src/export/editions/files.ts';
import { MANIFEST, readManifest } from '../../src/export/editions/manifest.ts';

/** What keeps an export from being made, in the reader's terms: printed as it is, without a stack. */
export class ExportError extends Error {}

/** What file managers leave behind in folders that they showed. */
const STRAY = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/**
 * @param {string} dir where the export is to go
 * @param {string} [dist] the folder that each build replaces
 * @throws {ExportError} if something else lies there
 */
export async function checkOut(dir, dist) {
  const shown = shownPath(dir);
  if (dist && (resolve(dir) === dist || resolve(dir).startsWith(dist + sep))) {
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
  for (const [path, bytes] of await readFiles(dir)) {
    if (path === MANIFEST || STRAY.includes(basename(path))) continue;
    const known = manifest.files[path];
    const what = known ? 'was changed since it was exported' : 'was put there by someone else';
    if (!known || known.sha256 !== sha256(bytes))
      throw new ExportError(
        `${shown} was left as it is: ${path} in it ${what}. Move it away, or take another folder.`,
      );
  }
}

/**
 * Makes an export and puts it in the place of the earlier one. Whatever goes wrong, a signal too, the earlier one
 * stays and nothing else is left behind.
 * @param {string} dir
 * @param {() => Promise<import('../../src/export/editions/files.ts').Files>} make its files; called once the place is sure
 * @throws {ExportError} if it cannot be written; whatever `make` throws
 */
export async function replaceOut(dir, make) {
  const fresh = beside(dir, 'new', process.pid);
  const old = beside(dir, 'old', process.pid);
  const clear = () => rmSync(fresh, { recursive: true, force: true });
  process.once('exit', clear);
  try {
    await explaining(dir, () => {
      restore(dir);
      mkdirSync(fresh);
    });
    const files = await make();
    await explaining(dir, async () => {
      await writeFiles(fresh, files);
      swap(fresh, dir, old);
    });
  } finally {
    clear();
    process.off('exit', clear);
  }
  await rm(old, { recursive: true, force: true });
}

/**
 * A name beside an export's folder, on the same disk, so that it can be renamed into its place.
 * @param {string} dir
 * @param {'new' | 'old'} what
 * @param {number | string} pid of the process that it belongs to
 */
const beside = (dir, what, pid) => join(dirname(resolve(dir)), `.${basename(resolve(dir))}.${what}-${pid}`);

/**
 * Puts right what a process left that was killed without being asked: an earlier export goes back to its place, and
 * half of a new one goes.
 * @param {string} dir
 */
function restore(dir) {
  for (const name of readdirSync(dirname(resolve(dir)))) {
    const path = join(dirname(resolve(dir)), name);
    const [, what, pid = ''] = /\.(new|old)-(\d+)$/.exec(name) ?? [];
    if ((what !== 'new' && what !== 'old') || path !== beside(dir, what, pid) || runs(Number(pid))) continue;
    if (what === 'old' && !existsSync(dir)) renameSync(path, dir);
    else rmSync(path, { recursive: true, force: true });
  }
}

/** @param {number} pid */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Two renames with nothing between them: a signal waits until both are done.
 * @param {string} fresh
 * @param {string} dir
 * @param {string} old
 */
function swap(fresh, dir, old) {
  const there = existsSync(dir);
  if (there) renameSync(dir, old);
  try {
    renameSync(fresh, dir);
  } catch (error) {
    if (there) renameSync(old, dir);
    throw error;
  }
}

/**
 * Turns what the system says into what a reader can use.
 * @param {string} dir
 * @param {() => void | Promise<void>} action
 */
async function explaining(dir, action) {
  try {
    await action();
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
};

/** @param {string} dir */
function shownPath(dir) {
  const path = relative(process.cwd(), resolve(dir));
  return path === '' ? 'This folder' : path.startsWith('..') ? resolve(dir) : `${path}/`;
}
