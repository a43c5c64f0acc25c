/**
 * Checks a story's content: prints every mistake as `file:line:col message` and ends with 1, or says what was found
 * to be in order. `STORY=DIR` or `--story DIR` checks another story than `content/`.
 */
import { parseArgs } from 'node:util';
import { loadStory } from '../src/model/read.ts';
import { mistakeLine } from '../src/model/mistakes.ts';

const { values } = parseArgs({ options: { story: { type: 'string' } } });
const { story, mistakes } = loadStory(values.story ?? process.env.STORY ?? 'content');

if (story) {
  const steps = story.chapters.reduce((sum, chapter) => sum + chapter.steps.length, 0);
  console.log(
    `Content in order: ${story.chapters.length} chapters, ${steps} steps, ${story.words} words, ${story.sources.length} sources.`,
  );
} else {
  for (const mistake of mistakes) console.error(mistakeLine(mistake));
  console.error(`${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}.`);
  process.exitCode = 1;
}
