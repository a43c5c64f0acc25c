/** The data of a figure as a table, for readers who want the values, and for the CSV that they can take away. */
import type { Figure, Story } from '../model/types.ts';
import { lanesTables } from './lanes/tables.ts';
import { scheduleTables } from './schedule/tables.ts';
import { tiesTables } from './ties/tables.ts';
import { timelineTables } from './timeline/tables.ts';

/** A table as it is shown: all text. */
export interface FigureTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly cites: readonly string[] }[];
  /** What to mind about the data. */
  readonly caveats: readonly string[];
}

/**
 * The tables that a figure names in `data`, as they stand in `data/*.csv`: the form for kinds that have no better.
 */
export function plainTables(story: Story, figure: Figure): FigureTable[] {
  return figure.data.flatMap((name) => {
    const table = story.tables.find((each) => each.name === name);
    if (!table) return [];
    const columns = table.columns.filter((column) => column.type !== 'sources');
    const sources = table.columns.filter((column) => column.type === 'sources').map((column) => column.name);
    return [
      {
        title: table.title,
        columns: columns.map((column) => column.label),
        caveats: table.caveats,
        rows: table.rows.map((row) => ({
          cells: columns.map((column) => String(row[column.name] ?? '')),
          cites: sources.flatMap((column) =>
            String(row[column] ?? '')
              .split('|')
              .filter(Boolean),
          ),
        })),
      },
    ];
  });
}

type Tables = (story: Story, figure: Figure, later: boolean) => FigureTable[];

/** Kinds that know better than their tables what a reader wants to see. */
const own: Readonly<Record<string, Tables>> = {
  lanes: lanesTables,
  schedule: scheduleTables,
  ties: tiesTables,
  timeline: timelineTables,
};

/**
 * The tables of a figure, whatever its kind; none where it draws no data.
 *
 * @param later whether what became known after the as-of date is told
 */
export function figureTables(story: Story, figure: Figure, later: boolean): FigureTable[] {
  return (own[figure.kind] ?? plainTables)(story, figure, later);
}
