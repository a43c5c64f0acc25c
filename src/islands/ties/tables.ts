import type { TiesSettings } from '../../model/kinds/ties.ts';
import type { Figure, Story } from '../../model/types.ts';
import { typographic } from '../../model/typography.ts';
import { wordsOf } from '../../model/words.ts';
import type { FigureTable } from '../tables.ts';
import { dateOf, inRows, tiesData } from './data.ts';

/** Ties as tables: one row for each, and the span. */
export function tiesTables(story: Story, figure: Figure): FigureTable[] {
  const settings = figure.settings as TiesSettings;
  const words = wordsOf(story);
  const everybody = [...settings.left.flatMap(({ nodes }) => nodes), ...settings.right];
  const nameOf = (id: string) => typographic(everybody.find((each) => each.id === id)?.name ?? id);
  const sortOf = (id: string) => typographic(settings.sorts.find((each) => each.id === id)?.name ?? id);
  const tables: FigureTable[] = [
    {
      title: figure.title,
      columns: [
        words('ties.table.from'),
        words('ties.table.to'),
        words('ties.table.sort'),
        words('table.date'),
        words('table.what'),
      ],
      rows: inRows(settings).map((tie) => ({
        cells: [
          nameOf(tie.from),
          nameOf(tie.to),
          sortOf(tie.sort),
          dateOf(tie, story),
          typographic(tie.text),
        ],
        cites: tie.cite,
      })),
      caveats: [],
    },
  ];
  const span = tiesData(story, figure).marks.find(({ id }) => id === 'span');
  if (span) {
    tables.push({
      title: span.title,
      columns: [words('table.date'), words('table.what')],
      rows: [{ cells: [span.when, span.text], cites: span.cites }],
      caveats: [],
    });
  }
  return tables;
}
