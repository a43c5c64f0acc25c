import { longDate } from '../../model/dates.ts';
import type { ScheduleSettings } from '../../model/kinds/schedule.ts';
import type { Figure, Story } from '../../model/types.ts';
import { wordsOf } from '../../model/words.ts';
import type { FigureTable } from '../tables.ts';
import { scheduleData } from './data.ts';

/** A schedule as tables: its entries with what was named of them, the points that were named, the two statements. */
export function scheduleTables(story: Story, figure: Figure): FigureTable[] {
  const { list, counter } = figure.settings as ScheduleSettings;
  const { chart, marks } = scheduleData(story, figure);
  const words = wordsOf(story);
  const kind = (loose: boolean) => (loose ? chart.words.loose : chart.words.direct);
  const cites = (id: string) => marks.find((mark) => mark.id === id)?.cites ?? [];
  const points = chart.counter.items;
  return [
    {
      title: words('schedule.said', { who: chart.list.name, date: chart.list.dateText }),
      columns: [words('schedule.table.number'), words('schedule.table.item'), chart.counter.name],
      rows: chart.list.items.map(({ text }, i) => ({
        cells: [
          String(i + 1),
          text,
          points
            .flatMap(({ label, ties }) =>
              ties
                .filter(({ to }) => to === i)
                .map(({ loose }) => words('schedule.tie', { label, kind: kind(loose) })),
            )
            .join(', ') || chart.words.unnamed,
        ],
        cites: cites(`item-${i + 1}`),
      })),
      caveats: list.items.flatMap(({ note }) => note ?? []),
    },
    {
      title: words('schedule.said', {
        who: chart.counter.name,
        date: longDate(counter.date, story.language),
      }),
      columns: [words('schedule.table.point'), words('schedule.table.how'), words('schedule.table.touches')],
      rows: points.map(({ label, ties }, i) => ({
        cells: [
          label,
          counter.items[i]?.text ?? '',
          ties
            .map(({ to, loose }) => words('schedule.tie', { label: to + 1, kind: kind(loose) }))
            .join(', ') || chart.words.none,
        ],
        cites: cites(`point-${i + 1}`),
      })),
      caveats: [],
    },
    {
      title: chart.facing.heading,
      columns: [words('schedule.table.said'), words('schedule.table.office'), words('schedule.table.words')],
      rows: chart.facing.statements.map(({ name, office, text }, i) => ({
        cells: [name, office, text],
        cites: cites(`statement-${i + 1}`),
      })),
      caveats: [],
    },
  ];
}
