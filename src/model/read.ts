/** A story from its folder; the one part of the model that touches the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Outcome } from './build.ts';
import { buildStory } from './build.ts';
import type { Files } from './content.ts';

/**
 * The files of a folder and the folders in it, without hidden ones.
 *
 * @returns paths within the folder, with `/` on every system, to bytes
 * @throws Error if the folder cannot be read
 */
export function readFiles(dir: string): Files {
  const files = new Map<string, Uint8Array>();
  const read = (folder: string, prefix: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) read(path, `${prefix}${entry.name}/`);
      else files.set(prefix + entry.name, readFileSync(path));
    }
  };
  read(dir, '');
  return files;
}

/** The story in a folder, or every mistake in it. Files are named as from the current directory. */
export function loadStory(dir: string): Outcome {
  const name = relative('.', resolve(dir)).replaceAll('\\', '/') || '.';
  let files: Files;
  try {
    files = readFiles(dir);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return {
      story: undefined,
      mistakes: [{ file: name, line: 1, column: 1, message: `cannot be read: ${cause}` }],
    };
  }
  return buildStory(files, name);
}
