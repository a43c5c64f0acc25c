import type { IsoDay, Story } from '../model/types.ts';

/** The last day that the story tells of: that of its last event. */
export function lastDay(story: Story): IsoDay {
  return story.events.reduce((last, event) => {
    const day = event.end ?? event.date;
    return day > last ? day : last;
  }, story.asOf);
}
