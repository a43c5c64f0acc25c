/** A map's data as its geometry needs it. */
import { calendarWords } from '../../geometry/calendarWords.ts';
import type { MapChart } from '../../geometry/map.ts';
import { fill } from '../../model/words.ts';
import type { MapData } from './data.ts';
import type { MapWords } from './words.ts';

export function chartOf(
  { sheet, points, names, inset, unitsPerKm, strip, language }: MapData,
  words: Pick<MapWords, 'kilometres' | 'day' | 'days'>,
): MapChart {
  const { goal, ...days } = strip;
  const left = (n: number) => fill(n === 1 ? words.day : words.days, { n });
  return {
    sheet,
    points: points.map((point) => ({ ...point, inset: point.inset === true, said: point.said ?? '' })),
    names,
    inset,
    strip: goal ? { ...days, goal: { ...goal, left } } : days,
    words: calendarWords(language),
    unitsPerKm,
    kilometres: (n) => fill(words.kilometres, { n }),
  };
}
