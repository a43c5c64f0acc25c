/** From a scene's states to views of the chart: pure, the same in the build and in the browser. */
import { calendarWords } from '../../geometry/calendarWords.ts';
import { viewOf, type Chart, type ChartScene, type ChartView } from '../../geometry/chart.ts';
import { narrow, wide } from '../../geometry/chartFrames.ts';
import { arrange } from '../../geometry/chartLabels.ts';
import { dayNumber } from '../../model/dates.ts';
import type { ChartState } from '../../model/kinds/chart.ts';
import type { IsoDay } from '../../model/types.ts';
import type { Inspected } from '../shared/inspector.svelte.ts';
import type { ChartData, Said } from './data.ts';

export interface ChartFigure {
  readonly chart: Chart;
  /** The view of a state, by its index, with the playhead `progress` (0 to 1) on its way. */
  readonly at: (index: number, progress: number) => ChartView;
  /** What the marks of the drawing say, by id. */
  readonly inspected: ReadonlyMap<string, Inspected>;
  /** The colours of panels and marks, by id. */
  readonly colours: ReadonlyMap<string, string>;
}

const days = ([from, to]: readonly [IsoDay, IsoDay]) => [dayNumber(from), dayNumber(to)] as const;

/** The figure of a scene. @throws Error if there is no state */
export function chartFigure(data: ChartData, states: readonly ChartState[]): ChartFigure {
  const { panels, marks, language } = data;
  const chart: Chart = { panels, marks, words: calendarWords(language) };
  const scenes = states.map((state): ChartScene => ({
    view: days(state.view),
    now: days(state.now),
    show: state.show,
    mark: state.mark.map((id) => `event/${id}`),
    label: Object.entries(state.label).flatMap(([panel, from]) => from.map((day) => `${panel}/${day}`)),
  }));
  // A state is arranged when it is first needed, and then kept.
  const arranged = new Map<ChartScene, Pick<ChartView, 'wide' | 'narrow'>>();
  const arrangementsOf = (scene: ChartScene) => {
    const found = arranged.get(scene) ?? {
      wide: arrange(chart, scene, wide),
      narrow: arrange(chart, scene, narrow),
    };
    arranged.set(scene, found);
    return found;
  };
  return {
    chart,
    inspected: new Map(
      [...marks, ...panels.flatMap((panel) => panel.data)].map((mark) => [mark.id, said(mark, data)]),
    ),
    colours: new Map([...marks, ...panels].map(({ id, colour }) => [id, colour])),
    at: (index, progress) => {
      const scene = scenes[Math.min(Math.max(index, 0), scenes.length - 1)];
      if (!scene) throw new Error('A chart without a state shows nothing.');
      return viewOf(chart, scene, arrangementsOf(scene), progress);
    },
  };
}

function said(
  { id, when, title, text, sources }: Said & { readonly id: string },
  data: ChartData,
): Inspected {
  return {
    id,
    when,
    title,
    text,
    sources: sources.flatMap((source) => {
      const [name, href] = data.sources[source] ?? [];
      return name === undefined ? [] : [{ id: source, text: name, ...(href === undefined ? {} : { href }) }];
    }),
  };
}
