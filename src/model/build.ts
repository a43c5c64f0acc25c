/** From the files of a story to the story, or to every mistake in them. */
import { assembleStory } from './assemble/story.ts';
import { checkStory } from './checks/story.ts';
import type { Files } from './content.ts';
import { readContent } from './content.ts';
import { freezeDeep } from './freeze.ts';
import { fileStart, Mistakes } from './mistakes.ts';
import type { Mistake, Story } from './types.ts';
import { uiKeys } from './ui.ts';

export type Outcome =
  | { readonly story: Story; readonly mistakes: readonly [] }
  | { readonly story: undefined; readonly mistakes: readonly Mistake[] };

/**
 * Reads, checks and cross-checks a story. Never throws: what goes wrong within is a mistake too.
 *
 * @param files paths within the story's folder to their bytes
 * @param name the folder as the editor names it, which every mistake begins with: `content`
 * @param keys the texts that `ui.yaml` must have; those of the pages unless said
 * @returns the story, frozen, or at least one mistake; never both
 */
export function buildStory(files: Files, name: string, keys: readonly string[] = uiKeys): Outcome {
  const mistakes = new Mistakes();
  try {
    const content = readContent(files, name, keys, mistakes);
    checkStory(content);
    if (mistakes.sorted.length === 0) return { story: freezeDeep(assembleStory(content)), mistakes: [] };
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    mistakes.in(name)(fileStart, `the check itself failed: ${cause}`);
  }
  return { story: undefined, mistakes: mistakes.sorted };
}
