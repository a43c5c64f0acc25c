/** What the islands get: small plain props, and the data that they share on a page. */
import type { ComponentProps } from 'svelte';
import { publishData } from '../islands/data.ts';
import { doorNotes, planData } from '../islands/plan/data.ts';
import { doorAnswers } from '../islands/plan/live.ts';
import type Live from '../islands/plan/Live.svelte';
import type Plan from '../islands/plan/Plan.svelte';
import type PlanStrip from '../islands/plan/PlanStrip.svelte';
import { timelineData } from '../islands/timeline/data.ts';
import type { PlanSettings, PlanState } from '../model/kinds/plan.ts';
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
