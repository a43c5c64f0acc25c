import { longDate, longSpan } from '../../model/dates.ts';
import type { Figure, Story } from '../../model/types.ts';
import { knownOn } from '../../model/vantage.ts';
import { wordsOf } from '../../model/words.ts';
import type { FigureTable } from '../tables.ts';

/**
 * The events of the story in the order of time.
 *
 * @param later whether what became known after the as-of date is told
 */
export function timelineTables(story: Story, figure: Figure, later: boolean): FigureTable[] {
  const words = wordsOf(story);
  const strands = new Map(story.strands.map((strand) => [strand.id, strand.name]));
  return [
    {
      title: figure.title,
      columns: [words('table.date'), words('table.event'), words('table.strand'), words('table.what')],
      rows: story.events
        .filter((event) => later || knownOn(event, story.asOf))
        .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
        .map(({ date, end, precision, title, strand, summary, cite }) => ({
          cells: [
            end ? longSpan(date, end, story.language) : longDate(date, story.language, precision),
            title,
            strands.get(strand) ?? strand,
            summary,
          ],
          cites: cite,
        })),
      caveats: [],
    },
  ];
}
