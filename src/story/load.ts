/** Hands the pages the one checked story. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadStory } from '../model/read.ts';
import type { Mistake, Story } from '../model/types.ts';

/** The story's folder: `content/`, or what `STORY` names. */
export const storyDir = (): string => resolve(process.env['STORY'] ?? 'content');

let loaded: { story: Story; stamp: number } | undefined;

/**
 * The story, read once for the whole build; while editing, again after each change of a file.
 *
 * @throws Error that lists every mistake, if there is any
 */
export function theStory(): Story {
  const dir = storyDir();
  const stamp = import.meta.env.DEV ? newestChange(dir) : 0;
  if (loaded?.stamp === stamp) return loaded.story;
  const { story, mistakes } = loadStory(dir);
  if (!story) throw new Error(mistakeLines(mistakes).join('\n'));
  const site = process.env['SITE'];
  loaded = { story: site ? { ...story, site: site.replace(/\/+$/, '') } : story, stamp };
  return loaded.story;
}

/** Mistakes as an editor reads them: `file:line:col message`. */
export function mistakeLines(mistakes: readonly Mistake[]): string[] {
  return mistakes.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

/** The time of the last change in a folder, in ms; files that went away show as a change of their folder. */
function newestChange(dir: string): number {
  const times = readdirSync(dir, { withFileTypes: true }).map((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs;
  });
  return Math.max(statSync(dir).mtimeMs, ...times);
}
