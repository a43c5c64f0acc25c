/** The timeline: events on an axis, of which a state shows a stretch. */
import { z } from 'zod';
import { id, span } from '../schemas/common.ts';
import type { IsoDay } from '../types.ts';
import { strict } from '../validate.ts';
import { checkEvents, checkSpans } from './inView.ts';
import type { Kind } from './kind.ts';

/** A timeline has nothing to set: its events are those of the story. */
export type TimelineSettings = Readonly<Record<string, never>>;

export interface TimelineState {
  /** The first and last day of the stretch that is shown. */
  readonly view: readonly [IsoDay, IsoDay];
  /** The ids of the events that are named; others in view are marks. */
  readonly label: readonly string[];
  /** Where the playhead goes, from and to, while the reader passes through the step; both the same where it rests. */
  readonly now: readonly [IsoDay, IsoDay];
}

/** More names than this do not fit into a phone's frame. */
const mostLabels = 8;

export const timeline: Kind<TimelineSettings, TimelineState> = {
  settings: strict({}),
  settingsReferences: [],
  state: strict({
    view: span,
    label: z.array(id).max(mostLabels),
    now: z.preprocess((value) => (typeof value === 'string' ? [value, value] : value), span),
  }),
  stateReferences: [{ path: ['label', '*'], noun: 'event', to: 'events' }],
  checkState: ({ view, label, now }, surroundings) => [
    ...checkSpans(view, now),
    ...checkEvents(label, 'label', view, surroundings),
  ],
};
