/** What the islands get: small plain props, and the data that they share on a page. */
import type { ComponentProps } from 'svelte';
import { publishData } from '../islands/data.ts';
import { doorNotes, planData } from '../islands/plan/data.ts';
import type Plan from '../islands/plan/Plan.svelte';
import type PlanStrip from '../islands/plan/PlanStrip.svelte';
import { timelineData } from '../islands/timeline/data.ts';
import type Timeline from '../islands/timeline/Timeline.svelte';
import type { PlanSettings, PlanState } from '../model/kinds/plan.ts';
import type { TimelineState } from '../model/kinds/timeline.ts';
import type { Door, DoorState, Figure, Step, Story } from '../model/types.ts';
import type { Notes } from './notes.ts';
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

/**
 * Publishes what the islands of a page share, before any of them renders.
 *
 * @param kinds the kinds of figure on the page, besides the plan that every page has
 * @returns the data by key, to be written into the page
 */
export function shareData(story: Story, kinds: ReadonlySet<string>): ReadonlyMap<string, unknown> {
  const shared = new Map<string, unknown>();
  const plan = thePlan(story);
  shared.set(plan.id, planData(story.doors, plan.settings as PlanSettings, story.asOf, doorLabel(story)));
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
