import type { LanesSettings } from '../../model/kinds/lanes.ts';
import type { Figure, Story } from '../../model/types.ts';
import { wordsOf } from '../../model/words.ts';
import type { FigureTable } from '../tables.ts';
import { asOfRows, dateOf, lanesData } from './data.ts';

/** What was said, in order, with its lane, its kind and what it is tied to in words. */
export function lanesTables(story: Story, figure: Figure): FigureTable[] {
  const words = wordsOf(story);
  const { lanes, stances } = figure.settings as LanesSettings;
  const { sayings } = lanesData(story, figure);
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  const short = new Map(sayings.map(({ id, label }) => [id, label]));
  return figure.data.flatMap((name) => {
    const table = story.tables.find((each) => each.name === name);
    if (!table) return [];
    return [
      {
        title: table.title,
        columns: [
          words('table.date'),
          words('lanes.table.who'),
          words('lanes.table.lane'),
          words('lanes.table.short'),
          words('lanes.table.text'),
          words('lanes.table.kind'),
          words('lanes.table.answers'),
        ],
        rows: asOfRows(story, [name]).map((cell) => ({
          cells: [
            dateOf(cell, story.language),
            cell('who'),
            nameIn(lanes, cell('lane')),
            cell('label'),
            cell('text'),
            nameIn(stances, cell('stance')),
            cell('answers')
              .split(' ')
              .filter(Boolean)
              .map((id) => short.get(id) ?? id)
              .join('; '),
          ],
          cites: cell('sources').split('|').filter(Boolean),
        })),
        caveats: table.caveats,
      },
    ];
  });
}
