/** Zip archives whose bytes depend on nothing but the files and the day they are given. */
import { zipSync, type Zippable } from 'fflate';
import { sorted, type Files } from './files.ts';

/** Packed already: packing them again costs time and gains nothing. */
const PACKED = /\.(png|webp|woff2|br|gz|zip|wacz|pdf)$/;
/** Made on a system with the rights of Unix: a plain file that its owner may write and all may read. */
const UNIX = 3;
const RIGHTS = (0o100644 << 16) >>> 0;

/**
 * @param files are put in the order of their paths
 * @param day the time of every file, an ISO day from 1980 on
 * @param options `packed: false` keeps all files as they are
 */
export function zipOf(files: Files, day: string, { packed = true } = {}): Uint8Array {
  const tree: Zippable = {};
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // A zip holds the local time of day; noon of that day is the same fields in every time zone.
  const mtime = new Date(year, month - 1, date, 12);
  for (const path of sorted(files.keys())) {
    const level = packed && !PACKED.test(path) ? 6 : 0;
    tree[path] = [files.get(path) ?? new Uint8Array(), { level, mtime, os: UNIX, attrs: RIGHTS }];
  }
  return zipSync(tree);
}
