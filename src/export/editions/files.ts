/** An edition on its way: its files in memory, by their paths. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** The bytes of each file by its path from the edition's root, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** All files of a folder, in the order of their paths. */
export async function readFiles(dir: string): Promise<Files> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const files = new Map<string, Uint8Array>();
  for (const path of sorted(paths)) files.set(path, await readFile(join(dir, path)));
  return files;
}

/**
 * Writes files into a folder that is there. One after the other and each at a stroke, with room for signals in between:
 * whoever takes the folder away on a signal finds no write on its way.
 */
export async function writeFiles(dir: string, files: Files): Promise<void> {
  for (const [path, bytes] of files) {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    await setImmediate();
  }
}

/** Paths in the order of their characters, which no language of the machine changes. */
export const sorted = (paths: Iterable<string>): string[] =>
  [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** The same files under a folder. */
export const under = (folder: string, files: Files): Files =>
  new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
