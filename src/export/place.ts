/** Puts a finished folder in its place: whole or not at all, whatever ends the process that makes it. */
import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A folder on its way to its place. */
export interface Making {
  /** Where it is made: an empty folder. */
  readonly fresh: string;
  /** Puts it in its place; what lay there goes with `end`. Throws what the system says, and has changed nothing then. */
  readonly put: () => void;
  /** Takes away what is left of it. Happens by itself if the process ends before. */
  readonly end: () => void;
}

/**
 * Begins to make a folder. What processes left that were killed while they made the same one is put right first: an
 * earlier folder goes back to its place, and half of a new one goes.
 *
 * @param dir its place
 * @param stem a path on the same disk, which the names of the folders beside it begin with
 * @throws Error of the system, if the folder of `stem` is not there or may not be written to
 */
export function makeBeside(dir: string, stem: string): Making {
  const paths = (pid: number | string) => ({ fresh: `${stem}.new-${pid}`, old: `${stem}.old-${pid}` });
  const tidy = (pid: number | string) => {
    const { fresh, old } = paths(pid);
    if (isThere(old) && !isThere(dir)) renameSync(old, dir);
    for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true });
  };
  for (const name of readdirSync(dirname(stem))) {
    if (!name.startsWith(basename(stem))) continue;
    const [, pid] = /^\.(?:new|old)-(\d+)$/.exec(name.slice(basename(stem).length)) ?? [];
    if (pid !== undefined && !runs(Number(pid))) tidy(pid);
  }

  const { fresh, old } = paths(process.pid);
  mkdirSync(fresh);
  const end = () => {
    process.off('exit', end);
    tidy(process.pid);
  };
  process.prependListener('exit', end);
  const put = () => {
    // Nothing between the renames: a signal waits until both are done.
    const there = isThere(dir);
    if (there) renameSync(dir, old);
    try {
      renameSync(fresh, dir);
    } catch (error) {
      if (there) renameSync(old, dir);
      throw error;
    }
  };
  return { fresh, put, end };
}

/** Whether anything lies at a path, a link that leads nowhere too. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Whether a process runs that may be making something; with this one's number only an earlier one can have been. */
function runs(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
