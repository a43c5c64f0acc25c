/** What the pages that hold chapters share: their notes, and the first citation of each. */
import { notesFor, type Notes } from './notes.ts';
import { sourceLine, wordsOf } from '../model/words.ts';
import type { Chapter, Step, Story } from '../model/types.ts';

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
  const here = new Set(chapters.map((chapter) => chapter.id));
  return notesOf(
    story,
    chapters.flatMap((chapter) => chapter.cites),
    chapters.flatMap((chapter) => chapter.steps),
    story.doors.flatMap((door) => door.entries.flatMap((entry) => entry.cite)),
    (chapter) => here.has(chapter),
  );
}

/** The notes of a page that holds one figure and its steps, in the same order. */
export function figureNotes(story: Story, steps: readonly Step[]): PageNotes {
  const cites = steps.flatMap((step) => step.cites);
  const anchors = new Set(
    steps.flatMap((step) => [...step.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
  );
  return notesOf(story, cites, steps, [], (_, anchor) => anchors.has(anchor));
}

function notesOf(
  story: Story,
  cites: readonly string[],
  steps: readonly Step[],
  others: readonly string[],
  isHere: (chapter: string, anchor: string) => boolean,
): PageNotes {
  const words = wordsOf(story);
  const figures = new Set(steps.map((step) => step.figure));
  const shown = story.figures.filter((figure) => figures.has(figure.id));
  const notes = notesFor(story, [...cites, ...shown.flatMap((figure) => figure.cites), ...others]);
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const firstCites = new Map<string, string>();
  for (const { source, chapter, anchor } of story.statements) {
    if (isHere(chapter, anchor) && !firstCites.has(source)) firstCites.set(source, anchor);
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
