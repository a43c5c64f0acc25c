/** Checks that kinds with an axis of time share: what a state names must lie in the stretch that it shows. */
import type { IsoDay } from '../types.ts';
import { knownOn } from '../vantage.ts';
import type { Complaint, Surroundings } from './kind.ts';

type Span = readonly [IsoDay, IsoDay];

/** What is wrong with a state's stretch of time, `view`, and the way of its playhead, `now`. */
export function checkSpans(view: Span, now: Span): Complaint[] {
  const [from, to] = view;
  const complaints: Complaint[] = [];
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
  return complaints;
}

/** What is wrong with a state's list of events, of which each stands once, in the view, and not before it is known. */
export function checkEvents(
  names: readonly string[],
  key: string,
  [from, to]: Span,
  { asOf, later, events }: Surroundings,
): Complaint[] {
  const complaints: Complaint[] = [];
  names.forEach((name, index) => {
    const path = [key, index];
    if (names.indexOf(name) < index) complaints.push({ path, message: `event "${name}" is named twice` });
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
}
