/** What the figure of each kind gets to know of its scene. */
import { atlasOf } from '../atlas/atlas.ts';
import { chartData } from '../islands/chart/data.ts';
import { legendOf } from '../islands/chart/legend.ts';
import type { ChartScene } from '../islands/chart/scene.ts';
import { lanesData } from '../islands/lanes/data.ts';
import type { LanesScene } from '../islands/lanes/scene.ts';
import { arrangeStates, mapData } from '../islands/map/data.ts';
import type { MapScene } from '../islands/map/scene.ts';
import { scheduleData } from '../islands/schedule/data.ts';
import type { ScheduleScene } from '../islands/schedule/scene.ts';
import type { FigureWords, LegendWords } from '../islands/shared/scene.ts';
import { tiesData, tiesScenes } from '../islands/ties/data.ts';
import type { TiesScene } from '../islands/ties/scene.ts';
import type { TimelineScene } from '../islands/timeline/scene.ts';
import type { ChartSettings, ChartState } from '../model/kinds/chart.ts';
import type { LanesState } from '../model/kinds/lanes.ts';
import type { MapState } from '../model/kinds/map.ts';
import type { ScheduleState } from '../model/kinds/schedule.ts';
import type { TiesState } from '../model/kinds/ties.ts';
import type { TimelineState } from '../model/kinds/timeline.ts';
import type { Figure, Step, Story } from '../model/types.ts';
import { wordsOf } from '../model/words.ts';

type SceneOf<T> = (story: Story, figure: Figure, steps: readonly Step[]) => T;

const keysOf = (steps: readonly Step[]) => steps.map((step) => step.key);
const statesOf = <S>(steps: readonly Step[]) => steps.map((step) => step.state as S);

type Legended = 'timeline' | 'ties' | 'lanes' | 'chart' | 'map';

function figureWords(story: Story, figure: Figure, kind: Legended | 'schedule'): FigureWords {
  const words = wordsOf(story);
  return {
    label: figure.title,
    hint: words(`${kind}.hint`),
    sources: words(`${kind}.sources`),
    close: words(`${kind}.close`),
  };
}

const legendWords = (story: Story, figure: Figure, kind: Legended): LegendWords => ({
  ...figureWords(story, figure, kind),
  legend: wordsOf(story)(`${kind}.legend`),
});

const timelineScene: SceneOf<TimelineScene> = (story, figure, steps) => {
  const words = wordsOf(story);
  return {
    figure: figure.id,
    keys: keysOf(steps),
    states: statesOf<TimelineState>(steps),
    words: {
      ...legendWords(story, figure, 'timeline'),
      later: words('timeline.later'),
      planned: words('timeline.planned'),
    },
  };
};

const scheduleScene: SceneOf<ScheduleScene> = (story, figure, steps) => ({
  figure: figure.id,
  keys: keysOf(steps),
  states: statesOf<ScheduleState>(steps),
  data: scheduleData(story, figure),
  words: figureWords(story, figure, 'schedule'),
});

const tiesScene: SceneOf<TiesScene> = (story, figure, steps) => ({
  figure: figure.id,
  keys: keysOf(steps),
  scenes: tiesScenes(figure, statesOf<TiesState>(steps)),
  data: tiesData(story, figure),
  words: legendWords(story, figure, 'ties'),
});

const lanesScene: SceneOf<LanesScene> = (story, figure, steps) => ({
  figure: figure.id,
  keys: keysOf(steps),
  states: statesOf<LanesState>(steps),
  data: lanesData(story, figure),
  words: legendWords(story, figure, 'lanes'),
});

const chartScene: SceneOf<ChartScene> = (story, figure, steps) => {
  const words = wordsOf(story);
  const states = statesOf<ChartState>(steps);
  const data = chartData(story, figure, states, (value) => words('chart.at-most', { value }));
  return {
    figure: figure.id,
    keys: keysOf(steps),
    states,
    data,
    legend: legendOf(data.panels, (figure.settings as ChartSettings).panels, {
      range: words('chart.range'),
      most: words('chart.most'),
      day: words('chart.day'),
      days: words('chart.days'),
    }),
    words: legendWords(story, figure, 'chart'),
  };
};

const mapScene: SceneOf<MapScene> = (story, figure, steps) => {
  const words = wordsOf(story);
  const text = (key: string) => story.ui[key] ?? '';
  const data = mapData(story, figure, atlasOf);
  return {
    figure: figure.id,
    keys: keysOf(steps),
    states: arrangeStates(figure, data, statesOf<MapState>(steps), atlasOf),
    data,
    words: {
      ...legendWords(story, figure, 'map'),
      derived: words('map.derived'),
      unknown: words('map.unknown'),
      kilometres: text('map.kilometres'),
      days: text('map.days'),
      day: text('map.day'),
    },
  };
};

/** By the kind of figure; a plan gets its few properties directly. */
export const sceneOf: Readonly<Record<string, SceneOf<unknown>>> = {
  timeline: timelineScene,
  schedule: scheduleScene,
  ties: tiesScene,
  lanes: lanesScene,
  band: chartScene,
  line: chartScene,
  map: mapScene,
};
