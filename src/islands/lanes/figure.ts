/** From a scene's states to views of lanes: pure, the same in the build and in the browser. */
import { calendarWords } from '../../geometry/calendarWords.ts';
import {
  lanesView,
  type LanesChart,
  type LanesScene,
  type LanesView,
  type Saying,
} from '../../geometry/lanes.ts';
import { narrow } from '../../geometry/lanesNarrow.ts';
import { wide } from '../../geometry/lanesWide.ts';
import { domainOf, type Domain } from '../../geometry/scale.ts';
import { dayNumber } from '../../model/dates.ts';
import type { LanesState } from '../../model/kinds/lanes.ts';
import type { LanesData, SayingData } from './data.ts';

export interface LanesFigure {
  readonly chart: LanesChart;
  /** The view of a state, by its index, with the reader `progress` (0 to 1) into it. */
  readonly at: (index: number, progress: number) => LanesView;
}

/**
 * The figure of a scene.
 *
 * @throws Error if there is no state, or one names a row that is not there or shows no row
 */
export function lanesFigure(data: LanesData, states: readonly LanesState[]): LanesFigure {
  const chart = chartOf(data);
  const scenes = states.map((state) => sceneOf(data, chart, state));
  // A state is arranged when it is first needed, and then kept.
  const arranged = new Map<LanesScene, Pick<LanesView, 'wide' | 'narrow'>>();
  return {
    chart,
    at: (index, progress) => {
      const scene = scenes[Math.min(Math.max(index, 0), scenes.length - 1)];
      if (!scene) throw new Error('Lanes without a state show nothing.');
      const arrangement = arranged.get(scene) ?? {
        wide: wide.arrange(chart, scene.domain, scene.label),
        narrow: narrow.arrange(chart, scene.domain, scene.label),
      };
      arranged.set(scene, arrangement);
      return lanesView(chart, scene, arrangement, progress);
    },
  };
}

function chartOf({ axis, language, lanes, voices, stances, sayings }: LanesData): LanesChart {
  const indices = new Map(sayings.map(({ id }, index) => [id, index]));
  const inLane = (saying: SayingData) => lanes.findIndex(({ id }) => id === saying.lane);
  const days = [...new Set(sayings.map(({ date }) => date))].map((date) => ({
    day: dayNumber(date),
    from: Math.min(...sayings.filter((saying) => saying.date === date).map(({ rank }) => rank)) - 0.5,
  }));
  return {
    axis,
    words: calendarWords(language),
    lanes,
    days: axis === 'order' ? days : [],
    sayings: sayings.map((saying): Saying => {
      const [first, last] = [dayNumber(saying.date), dayNumber(saying.last ?? saying.date)];
      return {
        id: saying.id,
        at: axis === 'order' ? saying.rank : (first + last + 1) / 2,
        within: axis === 'order' || last === first ? 0 : last + 1 - first,
        day: first,
        lane: inLane(saying),
        answers: saying.answers.flatMap((id) => indices.get(id) ?? []),
        voice: saying.voice,
        shape: voices.find(({ id }) => id === saying.voice)?.shape ?? 'circle',
        fill: stances.find(({ id }) => id === saying.stance)?.fill ?? 'full',
        label: saying.label,
        when: saying.dated,
        brief: saying.brief,
      };
    }),
  };
}

function sceneOf({ axis, sayings }: LanesData, chart: LanesChart, state: LanesState): LanesScene {
  const [first, last] = state.view;
  for (const id of [...state.label, ...(state.threads === 'all' ? [] : state.threads)]) {
    const named = sayings.find((saying) => saying.id === id);
    if (!named) throw new Error(`A state names "${id}", which is no row of the figure's tables.`);
    if (state.label.includes(id) && (named.date < first || named.date > last)) {
      throw new Error(`A state names "${id}" of ${named.date}, outside its view, ${first} to ${last}.`);
    }
  }
  const [from, to] = [dayNumber(first), dayNumber(last)];
  return {
    domain: axis === 'time' ? domainOf(from, to) : orderOf(chart, from, to),
    label: state.label,
    arrive: dayNumber(state.arrive ?? first),
    focus: new Set(state.focus),
    threads: state.threads === 'all' ? undefined : new Set(state.threads),
  };
}

/** The stretch of an axis of order that holds what was said in a stretch of days. */
function orderOf(chart: LanesChart, from: number, to: number): Domain {
  const ranks = chart.sayings.filter(({ day }) => day >= from && day <= to).map(({ at }) => at);
  if (ranks.length === 0) throw new Error('A state shows days on which nothing was said.');
  return { from: Math.min(...ranks) - 0.5, to: Math.max(...ranks) + 0.5 };
}
