/**
 * The timeline: events on an axis, of which a view shows a stretch at any scale. A state is arranged once (which
 * marks pile up where, where the labels go); a view between two states mixes their arrangements, so nothing jumps.
 */
import type { Lane } from '../model/types.ts';
import type { CalendarWords } from './calendarWords.ts';
import type { Range } from './scale.ts';
import { clamp, domainOf, mixDomain, mixNumber, scaleOf, soft, type Domain } from './scale.ts';
import type { TickLabel } from './ticks.ts';

/** An event as the drawing needs it. */
export interface TimelineEvent {
  readonly id: string;
  /** First and last day, as day numbers. */
  readonly date: number;
  readonly end: number;
  readonly scheduled: boolean;
  readonly lane: Lane;
  readonly label: string;
  readonly dateText: string;
}

/** What does not change while the drawing moves. */
export interface Chart {
  /** In the order of time. */
  readonly events: readonly TimelineEvent[];
  readonly words: CalendarWords;
}

/** What a state asks for; days as day numbers, both of a pair included. */
export interface TimelineScene {
  readonly view: readonly [number, number];
  /** Ids of the events to be named, the most important first. */
  readonly label: readonly string[];
  readonly now: readonly [number, number];
}

/** A label's place, relative to its mark so that it travels with it. */
export interface LabelPlace {
  /** The event's index in the chart. */
  readonly event: number;
  /** How much it is there, 0 to 1. */
  readonly weight: number;
  /** px from the mark to the label's beginning along the axis. */
  readonly along: number;
  /** px from the axis to the label's nearest edge; 0 where labels stand in a column. */
  readonly out: number;
}

/** Where things lie at one state in one layout. */
export interface Arrangement {
  /** How far each event's mark lies from the axis, px, in the order of the chart's events. */
  readonly lifts: readonly number[];
  /** The size of marks without labels, relative to those with one. */
  readonly small: number;
  readonly labels: readonly LabelPlace[];
}

/** A value that says all of a moment of the timeline; two of them can be mixed. */
export interface TimelineView {
  readonly domain: Domain;
  /** The playhead, a day number; a fraction is on its way to the next day. */
  readonly now: number;
  /** 0 for a still, up to 1 in the middle of a move of the scale: gives what comes and goes a soft edge. */
  readonly loose: number;
  readonly wide: Arrangement;
  readonly narrow: Arrangement;
}

/** A line of text at its baseline, within what it belongs to. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface MarkSpot {
  readonly event: number;
  readonly x: number;
  readonly y: number;
  /** 1 for a labelled mark. */
  readonly scale: number;
  readonly opacity: number;
  /** It has happened by now. */
  readonly past: boolean;
  /** Where it lasts longer than its mark is wide: px to its end along the axis. */
  readonly lasts: number;
}

export interface LabelSpot {
  readonly event: number;
  /** The box of its text. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  /** One or two lines, then the date. */
  readonly lines: readonly TextLine[];
  /** The line from its mark, as a path. */
  readonly stem: string;
}

/** The playhead's date in its box. */
export interface Flag {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  readonly lines: readonly TextLine[];
  /** From the box to the axis, as a path; absent where the box lies on the axis. */
  readonly line?: string;
}

/** All that is drawn, in px. */
export interface Drawing {
  readonly marks: readonly MarkSpot[];
  readonly labels: readonly LabelSpot[];
  /** Tick lines of equal strength, as one path each. */
  readonly rules: readonly { readonly rank: string; readonly path: string; readonly opacity: number }[];
  readonly ticks: readonly (Omit<TickLabel, 'at'> & { readonly x: number; readonly y: number })[];
  readonly flag: Flag;
  /** The axis as a path: all of it, and as far as the playhead. */
  readonly axis: string;
  readonly past: string;
}

/** What a layout does with a chart: both its parts are pure. */
export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  arrange(chart: Chart, domain: Domain, label: readonly string[]): Arrangement;
  draw(chart: Chart, view: TimelineView): Drawing;
}

/** A day's place is its middle. */
export const MIDDAY = 0.5;

/** Half of what a labelled mark takes along the axis, px. */
export const HALF = 8;

/**
 * The view of a state.
 *
 * @param progress how far the playhead has come, 0 to 1
 */
export function viewOf(
  scene: TimelineScene,
  arrangements: Pick<TimelineView, 'wide' | 'narrow'>,
  progress: number,
): TimelineView {
  return {
    domain: domainOf(...scene.view),
    now: mixNumber(scene.now[0], scene.now[1], clamp(progress, 0, 1)),
    loose: 0,
    wide: arrangements.wide,
    narrow: arrangements.narrow,
  };
}

/** The view between two, `t` from 0 (exactly `a`) to 1 (exactly `b`). */
export function mixViews(a: TimelineView, b: TimelineView, t: number): TimelineView {
  if (t <= 0) return a;
  if (t >= 1) return b;
  return {
    ...mixTime(a, b, t),
    wide: mixArrangements(a.wide, b.wide, t),
    narrow: mixArrangements(a.narrow, b.narrow, t),
  };
}

/** The part of a view that is about time. */
export type TimeView = Pick<TimelineView, 'domain' | 'now' | 'loose'>;

/** The same of time alone, for other drawings with an axis of time. */
export function mixTime(a: TimeView, b: TimeView, t: number): TimeView {
  const domain = mixDomain(a.domain, b.domain, t);
  const share = mixNumber(shareOf(a), shareOf(b), t);
  const change = Math.min(1, 3 * strain(a.domain, b.domain));
  return {
    domain,
    // In px, not in days: the playhead rests while time flows under it.
    now: domain.from - MIDDAY + share * (domain.to - domain.from),
    loose: Math.max(mixNumber(a.loose, b.loose, t), change * Math.min(1, 5 * t * (1 - t))),
  };
}

/** Where the playhead is in the view, as a share of it. */
const shareOf = ({ domain, now }: TimeView) => (now + MIDDAY - domain.from) / (domain.to - domain.from);

/** How far two stretches are from being the same: about 1 where one is more than twice the other, or beside it. */
export function strain(a: Domain, b: Domain): number {
  const [widthA, widthB] = [a.to - a.from, b.to - b.from];
  const shift = Math.abs(a.from + a.to - b.from - b.to) / 2;
  return Math.abs(Math.log(widthB / widthA)) + shift / Math.min(widthA, widthB);
}

/** The arrangement between two: what both have moves, what one has comes or goes by its weight. */
export function mixArrangements(a: Arrangement, b: Arrangement, t: number): Arrangement {
  if (a === b) return a;
  const others = new Map(b.labels.map((label) => [label.event, label]));
  const labels: LabelPlace[] = [];
  for (const label of a.labels) {
    const other = others.get(label.event);
    others.delete(label.event);
    labels.push({
      event: label.event,
      weight: mixNumber(label.weight, other?.weight ?? 0, t),
      along: mixNumber(label.along, other?.along ?? label.along, t),
      out: mixNumber(label.out, other?.out ?? label.out, t),
    });
  }
  for (const label of others.values()) labels.push({ ...label, weight: label.weight * t });
  return {
    lifts: a.lifts.map((lift, i) => mixNumber(lift, b.lifts[i] ?? lift, t)),
    small: mixNumber(a.small, b.small, t),
    labels,
  };
}

/** How visible a label is at a weight: what goes is gone before what comes appears. */
export const presence = (weight: number): number => soft(weight, 1, 0.5);

/** How visible something is at a place along the axis: wholly in the range, not at all `margin` px beyond. */
export function inRange(at: number, range: Range, margin: number): number {
  // A tolerance, since a mark at the very edge must not depend on the last binary digit.
  return Math.min(soft(at, range.start - 1e-6, margin), soft(-at, -range.end - 1e-6, margin));
}

/** Where each event begins and ends along the axis, px. */
export function spans(chart: Chart, domain: Domain, range: Range): Range[] {
  const scale = scaleOf(domain, range);
  return chart.events.map(({ date, end }) => ({ start: scale(date + MIDDAY), end: scale(end + MIDDAY) }));
}

/** The indices of events by id. */
export function indexOf(chart: Chart): ReadonlyMap<string, number> {
  return new Map(chart.events.map((event, index) => [event.id, index]));
}

/** To a tenth of a px: finer than any screen shows, shorter in HTML. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** An opacity, to a hundredth. */
export const percent = (value: number): number => Math.round(clamp(value, 0, 1) * 100) / 100;
