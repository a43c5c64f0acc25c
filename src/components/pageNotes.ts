/** What the pages that hold chapters share: their notes, and the first citation of each. */
import { notesFor, type Notes } from './notes.ts';
import { sourceLine, wordsOf } from '../model/words.ts';
import type { Chapter, Story } from '../model/types.ts';

export interface PageNotes {
  readonly notes: Notes;
  /** The words a screen reader gets for a citation. */
  readonly citeName: (number: number, source: string) => string;
  /** The anchor of the first citation of a source in the chapters' prose. */
  readonly firstCites: ReadonlyMap<string, string>;
}

/**
 * The notes of a page that holds chapters: numbered as the reader meets them in the prose, then those of captions
 * and doors.
 */
export function pageNotes(story: Story, chapters: readonly Chapter[]): PageNotes {
  const words = wordsOf(story);
  const figures = new Set(chapters.flatMap((chapter) => chapter.steps.map((step) => step.figure)));
  const notes = notesFor(story, [
    ...chapters.flatMap((chapter) => chapter.cites),
    ...story.figures.filter((figure) => figures.has(figure.id)).flatMap((figure) => figure.cites),
    ...story.doors.flatMap((door) => door.entries.flatMap((entry) => entry.cite)),
  ]);
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const here = new Set(chapters.map((chapter) => chapter.id));
  const firstCites = new Map<string, string>();
  for (const { source, chapter, anchor } of story.statements) {
    if (here.has(chapter) && !firstCites.has(source)) firstCites.set(source, anchor);
  }
  return {
    notes,
    firstCites,
    citeName: (number, id) => {
      const source = sources.get(id);
      return words('notes.open', { n: number, source: source ? sourceLine(source).replaceAll('"', '') : id });
    },
  };
}
