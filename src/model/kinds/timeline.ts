/** The timeline: events on an axis, of which a state shows a stretch. */
import { z } from 'zod';
import { id, span } from '../schemas/common.ts';
import type { IsoDay } from '../types.ts';
import { strict } from '../validate.ts';
import { knownOn } from '../vantage.ts';
import type { Complaint, Kind } from './kind.ts';

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
  checkState({ view, label, now }, { asOf, later, events }) {
    const complaints: Complaint[] = [];
    const [from, to] = view;
    if (from === to)
      complaints.push({ path: ['view'], message: 'view shows a single day; expected at least two' });
    now.forEach((day, index) => {
      if (day < from || day > to) {
        complaints.push({
          path: ['now', index],
          message: `now ${day} is outside the view, ${from} to ${to}`,
        });
      }
    });
    label.forEach((name, index) => {
      const path = ['label', index];
      if (label.indexOf(name) < index) complaints.push({ path, message: `event "${name}" is named twice` });
      const event = events.get(name);
      if (!event) return;
      if (event.date < from || event.date > to) {
        complaints.push({
          path,
          message: `event "${name}" is of ${event.date}, outside the view, ${from} to ${to}`,
        });
      }
      if (!later && !knownOn(event, asOf)) {
        const known = event.public ?? event.date;
        complaints.push({
          path,
          message: `event "${name}" became known on ${known}, after the as-of date, ${asOf}; it belongs to the later chapter`,
        });
      }
    });
    return complaints;
  },
};
