/** What the islands get: small plain props, and the data that they share on a page. */
import type { ComponentProps } from 'svelte';
import type Chart from '../islands/chart/Chart.svelte';
import { chartData } from '../islands/chart/data.ts';
import { legendOf } from '../islands/chart/legend.ts';
import { atlasOf } from '../atlas/atlas.ts';
import { publishData } from '../islands/data.ts';
import { lanesData } from '../islands/lanes/data.ts';
import type Lanes from '../islands/lanes/Lanes.svelte';
import { arrangeStates, mapData } from '../islands/map/data.ts';
import type MapFigure from '../islands/map/Map.svelte';
import { doorNotes, planData } from '../islands/plan/data.ts';
import { doorAnswers } from '../islands/plan/live.ts';
import type Live from '../islands/plan/Live.svelte';
import type Plan from '../islands/plan/Plan.svelte';
import type PlanStrip from '../islands/plan/PlanStrip.svelte';
import { scheduleData } from '../islands/schedule/data.ts';
import type Schedule from '../islands/schedule/Schedule.svelte';
import { tiesData, tiesScenes } from '../islands/ties/data.ts';
import type Ties from '../islands/ties/Ties.svelte';
import { timelineData } from '../islands/timeline/data.ts';
import type Timeline from '../islands/timeline/Timeline.svelte';
import type { LanesState } from '../model/kinds/lanes.ts';
import type { ChartSettings, ChartState } from '../model/kinds/chart.ts';
import type { MapState } from '../model/kinds/map.ts';
import type { PlanSettings, PlanState } from '../model/kinds/plan.ts';
import type { ScheduleState } from '../model/kinds/schedule.ts';
import type { TiesState } from '../model/kinds/ties.ts';
import type { TimelineState } from '../model/kinds/timeline.ts';
import type { Chapter, Door, DoorState, Figure, Step, Story } from '../model/types.ts';
import { lastDay } from './lastDay.ts';
import type { Notes } from './notes.ts';
import { liveAnchor } from './paths.ts';
import { sourceLine, wordsOf } from '../model/words.ts';

/** The plan that serves as the story's opening picture and navigation: the first of its kind. */
export function thePlan(story: Story): Figure {
  const plan = story.figures.find((figure) => figure.kind === 'plan');
  if (!plan) throw new Error('The story has no figure of the kind "plan".');
  return plan;
}

function doorLabel(story: Story) {
  const words = wordsOf(story);
  return (door: Door, state: DoorState) =>
    words('door.label', { n: door.number, name: door.name, state: words(`door.${state}`) });
}

/** The kinds of figure that steps show. */
export function kindsOf(story: Story, steps: readonly Step[]): ReadonlySet<string> {
  const kinds = new Map(story.figures.map((figure) => [figure.id, figure.kind]));
  return new Set(steps.map((step) => kinds.get(step.figure) ?? ''));
}

/**
 * Publishes what the islands of a page share, before any of them renders.
 *
 * @param kinds the kinds of figure on the page, besides the plan that every page has
 * @returns the data by key, to be written into the page
 */
export function shareData(story: Story, kinds: ReadonlySet<string>): ReadonlyMap<string, unknown> {
  const shared = new Map<string, unknown>();
  const plan = thePlan(story);
  shared.set(
    plan.id,
    planData(
      story.doors,
      plan.settings as PlanSettings,
      story.chapters.map(({ id }) => id),
      story.asOf,
      doorLabel(story),
    ),
  );
  if (kinds.has('timeline')) shared.set('timeline', timelineData(story));
  for (const [key, data] of shared) publishData(key, data);
  return shared;
}

/** The plan as the opening picture. */
export function heroPlanProps(
  story: Story,
  notes: Notes,
  chapterHref: (chapter: string) => string,
): ComponentProps<typeof Plan> {
  const words = wordsOf(story);
  const figure = thePlan(story);
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  return {
    figure: figure.id,
    hrefs: Object.fromEntries(story.doors.map((door) => [door.chapter, chapterHref(door.chapter)])),
    label: figure.title,
    notes: doorNotes(story.doors, story.asOf, doorLabel(story), (id) => {
      const number = notes.numbers.get(id) ?? 0;
      const source = sources.get(id);
      return { number, label: words('notes.open', { n: number, source: source ? sourceLine(source) : id }) };
    }),
    hint: words('plan.hint'),
    notesTitle: words('plan.notes'),
  };
}

/** The plan as the figure of a scene. */
export function planProps(figure: Figure, steps: readonly Step[]): ComponentProps<typeof Plan> {
  return {
    figure: figure.id,
    keys: steps.map((step) => step.key),
    states: steps.map((step) => step.state as PlanState),
    days: steps.map((step) => step.doors),
  };
}

/**
 * The plan whose doors the reader opens.
 *
 * @param chapter one that has a live plan
 * @param level that of the chapter's heading
 * @throws Error if it has none
 */
export function livePlanProps(
  story: Story,
  chapter: Chapter,
  notes: Notes,
  citeName: (number: number, source: string) => string,
  level: 1 | 2,
): ComponentProps<typeof Live> {
  const figure = story.figures.find(({ id }) => id === chapter.live);
  if (!figure) throw new Error(`The chapter "${chapter.id}" has no live plan.`);
  const [start, end] = (figure.settings as PlanSettings).ends;
  const nameOf = (person?: string) => story.people.find(({ id }) => id === person)?.name ?? '';
  const text = (key: string) => story.ui[key] ?? '';
  const words = wordsOf(story);
  const term = { from: story.asOf, to: lastDay(story) };
  return {
    figure: figure.id,
    id: liveAnchor(chapter.id),
    level: level === 1 ? 2 : 3,
    term,
    language: story.language,
    people: [nameOf(start?.person), nameOf(end?.person)],
    answers: doorAnswers(story.doors, {
      term,
      language: story.language,
      words: {
        opened: text('live.opened'),
        events: text('live.opened.events'),
        words: text('live.opened.words'),
        drawnBack: text('live.drawn-back'),
        others: {
          locked: text('live.locked'),
          shut: text('live.shut'),
          wider: text('live.wider'),
          narrower: text('live.narrower'),
          same: text('live.same'),
        },
      },
      when: (day, state) => words('live.from', { date: day, state: words(`door.${state}`) }),
      cite: (id) => {
        const number = notes.numbers.get(id) ?? 0;
        return { number, label: citeName(number, id) };
      },
    }),
    words: {
      title: text('live.title'),
      still: text('live.still'),
      hint: text('live.hint'),
      caption: text('live.caption'),
      reset: text('live.reset'),
      open: text('live.open'),
      back: text('live.back'),
      on: text('live.on'),
      states: {
        open: text('door.open'),
        ajar: text('door.ajar'),
        shut: text('door.shut'),
        locked: text('door.locked'),
      },
      way: {
        none: text('live.way.none'),
        one: text('live.way.one'),
        other: text('live.way.other'),
        every: text('live.way.every'),
      },
      barring: text('live.barring'),
      barringDoor: text('live.barring.door'),
      shows: {
        start: text('live.shows.start'),
        some: text('live.shows.some'),
        end: text('live.shows.end'),
      },
      most: {
        none: text('live.most.none'),
        some: text('live.most.some'),
        every: text('live.most.every'),
      },
      numbers: text('live.numbers'),
    },
  };
}

/** The plan as the story's navigation. */
export function stripProps(
  story: Story,
  chapterHref: (chapter: string) => string,
  current: string | undefined,
): ComponentProps<typeof PlanStrip> {
  const words = wordsOf(story);
  return {
    figure: thePlan(story).id,
    label: words('plan.navigation'),
    chapters: story.chapters.map(({ id, title }) => ({ id, title, href: chapterHref(id) })),
    current,
  };
}

/** A timeline as the figure of a scene. */
export function timelineProps(
  story: Story,
  figure: Figure,
  steps: readonly Step[],
): ComponentProps<typeof Timeline> {
  const words = wordsOf(story);
  return {
    figure: figure.id,
    keys: steps.map((step) => step.key),
    states: steps.map((step) => step.state as TimelineState),
    words: {
      label: figure.title,
      hint: words('timeline.hint'),
      legend: words('timeline.legend'),
      later: words('timeline.later'),
      planned: words('timeline.planned'),
      sources: words('timeline.sources'),
      close: words('timeline.close'),
    },
  };
}

/** A schedule as the figure of a scene. */
export function scheduleProps(
  story: Story,
  figure: Figure,
  steps: readonly Step[],
): ComponentProps<typeof Schedule> {
  const words = wordsOf(story);
  return {
    figure: figure.id,
    keys: steps.map((step) => step.key),
    states: steps.map((step) => step.state as ScheduleState),
    data: scheduleData(story, figure),
    words: {
      label: figure.title,
      hint: words('schedule.hint'),
      sources: words('schedule.sources'),
      close: words('schedule.close'),
    },
  };
}

/** Ties as the figure of a scene. */
export function tiesProps(story: Story, figure: Figure, steps: readonly Step[]): ComponentProps<typeof Ties> {
  const words = wordsOf(story);
  return {
    figure: figure.id,
    keys: steps.map((step) => step.key),
    scenes: tiesScenes(
      figure,
      steps.map((step) => step.state as TiesState),
    ),
    data: tiesData(story, figure),
    words: {
      label: figure.title,
      hint: words('ties.hint'),
      legend: words('ties.legend'),
      sources: words('ties.sources'),
      close: words('ties.close'),
    },
  };
}

/** Lanes as the figure of a scene. */
export function lanesProps(
  story: Story,
  figure: Figure,
  steps: readonly Step[],
): ComponentProps<typeof Lanes> {
  const words = wordsOf(story);
  return {
    figure: figure.id,
    keys: steps.map((step) => step.key),
    states: steps.map((step) => step.state as LanesState),
    data: lanesData(story, figure),
    words: {
      label: figure.title,
      hint: words('lanes.hint'),
      legend: words('lanes.legend'),
      sources: words('lanes.sources'),
      close: words('lanes.close'),
    },
  };
}

/** Values over time as the figure of a scene. */
export function chartProps(
  story: Story,
  figure: Figure,
  steps: readonly Step[],
): ComponentProps<typeof Chart> {
  const words = wordsOf(story);
  const states = steps.map((step) => step.state as ChartState);
  const data = chartData(story, figure, states, (value) => words('chart.at-most', { value }));
  return {
    figure: figure.id,
    keys: steps.map((step) => step.key),
    states,
    data,
    legend: legendOf(data.panels, (figure.settings as ChartSettings).panels, {
      range: words('chart.range'),
      most: words('chart.most'),
      day: words('chart.day'),
      days: words('chart.days'),
    }),
    words: {
      label: figure.title,
      hint: words('chart.hint'),
      legend: words('chart.legend'),
      sources: words('chart.sources'),
      close: words('chart.close'),
    },
  };
}

/** A map as the figure of a scene. */
export function mapProps(
  story: Story,
  figure: Figure,
  steps: readonly Step[],
): ComponentProps<typeof MapFigure> {
  const words = wordsOf(story);
  const text = (key: string) => story.ui[key] ?? '';
  const data = mapData(story, figure, atlasOf);
  return {
    figure: figure.id,
    keys: steps.map((step) => step.key),
    states: arrangeStates(
      figure,
      data,
      steps.map((step) => step.state as MapState),
      atlasOf,
    ),
    data,
    words: {
      label: figure.title,
      hint: words('map.hint'),
      legend: words('map.legend'),
      derived: words('map.derived'),
      unknown: words('map.unknown'),
      kilometres: text('map.kilometres'),
      days: text('map.days'),
      day: text('map.day'),
      sources: words('map.sources'),
      close: words('map.close'),
    },
  };
}
