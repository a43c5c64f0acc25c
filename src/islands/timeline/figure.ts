/** From a scene's states to views of the timeline: pure, the same in the build and in the browser. */
import { calendarWords } from '../../geometry/calendarWords.ts';
import { domainOf } from '../../geometry/scale.ts';
import { viewOf, type Chart, type TimelineScene, type TimelineView } from '../../geometry/timeline.ts';
import { narrow } from '../../geometry/timelineNarrow.ts';
import { wide } from '../../geometry/timelineWide.ts';
import { dayNumber } from '../../model/dates.ts';
import type { TimelineState } from '../../model/kinds/timeline.ts';
import type { IsoDay } from '../../model/types.ts';
import type { Inspected } from '../shared/inspector.svelte.ts';
import type { StoredEvent, TimelineData } from './data.ts';

/** An event as a scene shows and opens it. */
export type EventData = Omit<StoredEvent, 'sources'> & Inspected;

export interface TimelineFigure {
  /** The events of this scene, in the order of the chart. */
  readonly events: readonly EventData[];
  readonly chart: Chart;
  /** The view of a state, by its index, with the playhead `progress` (0 to 1) on its way. */
  readonly at: (index: number, progress: number) => TimelineView;
}

const days = ([from, to]: readonly [IsoDay, IsoDay]) => [dayNumber(from), dayNumber(to)] as const;

/**
 * The figure of a scene. What became known only after the story's as-of date is part of it where the scene itself
 * names such an event.
 *
 * @throws Error if there is no state, or an event's strand is unknown
 */
export function timelineFigure(data: TimelineData, states: readonly TimelineState[]): TimelineFigure {
  const named = new Set(states.flatMap((state) => state.label));
  const later = data.events.some((event) => event.later && named.has(event.id));
  const strands = new Map(data.strands.map((strand) => [strand.id, strand]));
  // Told afterwards, what was planned has given way to what happened.
  const events = data.events
    .filter((event) => (later ? !event.scheduled : !event.later))
    .map((event): EventData => ({
      ...event,
      when: [event.dateText, strands.get(event.strand)?.name].filter(Boolean).join(' · '),
      text: event.summary,
      sources: event.sources.flatMap((id) => {
        const [text, href] = data.sources[id] ?? [];
        return text === undefined ? [] : [{ id, text, ...(href === undefined ? {} : { href }) }];
      }),
    }));
  const chart: Chart = {
    words: calendarWords(data.language),
    events: events.map((event) => {
      const strand = strands.get(event.strand);
      if (!strand) throw new Error(`The event "${event.id}" is of an unknown strand, "${event.strand}".`);
      return { ...event, lane: strand.lane };
    }),
  };
  const scenes = states.map((state): TimelineScene => ({
    view: days(state.view),
    label: state.label,
    now: days(state.now),
  }));
  // A state is arranged when it is first needed, and then kept.
  const arranged = new Map<TimelineScene, Pick<TimelineView, 'wide' | 'narrow'>>();
  const arrange = (scene: TimelineScene) => {
    const domain = domainOf(...scene.view);
    const arrangement = arranged.get(scene) ?? {
      wide: wide.arrange(chart, domain, scene.label),
      narrow: narrow.arrange(chart, domain, scene.label),
    };
    arranged.set(scene, arrangement);
    return arrangement;
  };
  return {
    events,
    chart,
    at: (index, progress) => {
      const scene = scenes[Math.min(Math.max(index, 0), scenes.length - 1)];
      if (!scene) throw new Error('A timeline without a state shows nothing.');
      return viewOf(scene, arrange(scene), progress);
    },
  };
}
