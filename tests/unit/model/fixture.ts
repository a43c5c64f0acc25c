/** The fixture story and small changes to it. */
import { fileURLToPath } from 'node:url';
import { buildStory } from '../../../src/model/build.ts';
import type { Files } from '../../../src/model/content.ts';
import { mistakeLine } from '../../../src/model/mistakes.ts';
import { readFiles } from '../../../src/model/read.ts';
import type { Story } from '../../../src/model/types.ts';

export const fixtureDir = fileURLToPath(new URL('../../fixtures/story', import.meta.url));

/** The texts that the fixture's `ui.yaml` has; the real pages need more. */
export const fixtureUi = ['chapter.next', 'quote.translated'];

const original = readFiles(fixtureDir);

/** A change: a file, and what to put in the place of a text in it, of the whole file, or the file away. */
export type Change =
  | { readonly file: string; readonly find: string; readonly put: string }
  | { readonly file: string; readonly write: string | Uint8Array }
  | { readonly file: string; readonly remove: true };

/** The fixture's files after some changes; each text to be found must be there once. */
export function changed(...changes: readonly Change[]): Files {
  const files = new Map(original);
  for (const change of changes) {
    if ('remove' in change) {
      if (!files.delete(change.file)) throw new Error(`There is no ${change.file}.`);
    } else if ('write' in change) {
      files.set(change.file, typeof change.write === 'string' ? encode(change.write) : change.write);
    } else {
      const text = new TextDecoder().decode(files.get(change.file));
      const parts = text.split(change.find);
      if (parts.length !== 2) {
        throw new Error(`"${change.find}" is ${parts.length - 1} times in ${change.file}; expected once.`);
      }
      files.set(change.file, encode(parts.join(change.put)));
    }
  }
  return files;
}

/** The lines of mistakes that some changes bring. */
export function mistakesOf(...changes: readonly Change[]): string[] {
  return buildStory(changed(...changes), 'content', fixtureUi).mistakes.map(mistakeLine);
}

/** The story after some changes, which must be without a mistake. */
export function storyOf(...changes: readonly Change[]): Story {
  const { story, mistakes } = buildStory(changed(...changes), 'content', fixtureUi);
  if (!story) throw new Error(mistakes.map(mistakeLine).join('\n'));
  return story;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A mistake, or several that come together, and every line that the check says about it. */
export interface Case {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly says: readonly string[];
}
