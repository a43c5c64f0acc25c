/** The numbered notes of a page. */
import type { Source, Story } from '../model/types.ts';

export interface Notes {
  /** A source's number on this page, from 1 in the order of citation. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The sources in the order of their numbers. */
  readonly list: readonly Source[];
}

/**
 * Numbers the sources that a page cites.
 *
 * @param cites source ids in the order of citation; repeats are welcome
 */
export function notesFor(story: Story, cites: Iterable<string>): Notes {
  const byId = new Map(story.sources.map((source) => [source.id, source]));
  const list = [...new Set(cites)].flatMap((id) => byId.get(id) ?? []);
  return { list, numbers: new Map(list.map((source, index) => [source.id, index + 1])) };
}

/**
 * Puts the page's own numbers into citations, which the model leaves carrying their source's id.
 *
 * @param name the words a screen reader gets for a citation, from number and source id
 */
export function numbered(
  html: string,
  notes: Notes,
  name: (number: number, source: string) => string,
): string {
  return html.replace(
    /(<a\b[^>]*data-cite="([^"]+)"[^>]*)>[^<]*<\/a>/g,
    (_, open: string, source: string) => {
      const number = notes.numbers.get(source);
      if (number === undefined) throw new Error(`The source "${source}" has no note on this page.`);
      return `${open} aria-label="${name(number, source)}">${number}</a>`;
    },
  );
}
