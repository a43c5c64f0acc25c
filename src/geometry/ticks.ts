/**
 * The ticks of an axis of time at any scale. Each boundary of the calendar has a rank, the coarsest that falls on it:
 * the first of January is a year however near we are. What a rank shows depends on the room between its ticks alone,
 * so that zooming never swaps one set of ticks for another: finer ones appear between those that are there.
 */
import { civilDay, monthStart } from './calendar.ts';
import type { CalendarWords } from './calendarWords.ts';
import { mixNumber, pxPerDay, scaleOf, soft, type Domain, type Range } from './scale.ts';

/** From coarse to fine. A week begins on the 1st, 8th, 15th and 22nd of a month. */
export const RANKS = ['year', 'quarter', 'month', 'week', 'day'] as const;
export type Rank = (typeof RANKS)[number];

const DAYS: Readonly<Record<Rank, number>> = { year: 365, quarter: 90, month: 28, week: 7, day: 1 };

/** The least px between two ticks that carry no label. */
const LEAST_GAP = 6;

/** How labels lie on the axis. */
export interface TickStyle {
  /** px that a text takes along the axis, with the room it keeps from the next. */
  readonly extent: (text: string) => number;
  /** Whether a text fits across the axis. */
  readonly fits: (text: string) => boolean;
  /** px beyond either end of the range in which ticks come and go while the view moves. */
  readonly margin: number;
}

export interface TickView {
  readonly domain: Domain;
  readonly range: Range;
  /** How much the view is on the move: 0 for still, up to 1. */
  readonly loose: number;
  /** A stretch of the axis, in px, to be kept free of labels. */
  readonly avoid?: Range | undefined;
}

/** The ticks of one rank. */
export interface TickRow {
  readonly rank: Rank;
  /** px along the axis. */
  readonly at: readonly number[];
  /** How much they are there, 0 to 1. */
  readonly opacity: number;
  /** How much they are ticks with labels rather than marks between such, 0 to 1. */
  readonly labelled: number;
}

/** A text after a tick. A fuller one can stand in its place: the weekday where there is room, the month at the first. */
export interface TickLabel {
  /** The day number of its tick. */
  readonly day: number;
  /** px of its tick along the axis. */
  readonly at: number;
  readonly text: string;
  readonly opacity: number;
  readonly full: string;
  readonly fullOpacity: number;
}

export interface Ticks {
  readonly rows: readonly TickRow[];
  readonly labels: readonly TickLabel[];
}

/** The rank of a day: the coarsest boundary that falls on it. */
export function rankOf(day: number): Rank {
  const date = civilDay(day);
  if (date.day === 1) return date.month === 1 ? 'year' : date.month % 3 === 1 ? 'quarter' : 'month';
  return date.day % 7 === 1 && date.day < 29 ? 'week' : 'day';
}

/** The first days of the ranks down to `finest` in a stretch of time, in order; years only every `step`th. */
export function boundaries(domain: Domain, finest: Rank, step = 1): number[] {
  const first = Math.ceil(domain.from);
  const last = Math.floor(domain.to);
  if (finest === 'day') return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const days: number[] = [];
  const push = (day: number) => void (day >= first && day <= last && days.push(day));
  const { year, month } = civilDay(first);
  if (finest === 'year') {
    for (let y = Math.ceil(year / step) * step; monthStart(y, 1) <= last; y += step) push(monthStart(y, 1));
    return days;
  }
  for (let m = month; monthStart(year, m) <= last; m += 1) {
    if (finest === 'quarter' && m % 3 !== 1) continue;
    for (let week = 0; week < (finest === 'week' ? 4 : 1); week += 1) push(monthStart(year, m) + 7 * week);
  }
  return days;
}

/** The ticks of a view, with their labels in order. */
export function ticksOf(view: TickView, words: CalendarWords, style: TickStyle): Ticks {
  const { domain, range, loose } = view;
  const rate = pxPerDay(domain, range);
  const scale = scaleOf(domain, range);
  const room = needs(words, style, domain);
  const labelled = (rank: Rank) => soft(DAYS[rank] * rate, room[rank], room[rank] * 0.25 * loose);
  const drawn = (rank: Rank) => soft(DAYS[rank] * rate, LEAST_GAP, 3 * loose);
  const shown = RANKS.filter((rank) => rank === 'year' || drawn(rank) > 0);
  const margin = (style.margin * loose) / rate;
  const spaced = (step: number) => soft(DAYS.year * rate * step, room.year, room.year * 0.25 * loose);
  const finest = STEPS.find((step) => spaced(step) > 0) ?? STEPS[6];
  const days = boundaries(
    { from: domain.from - margin, to: domain.to + margin },
    shown.at(-1) ?? 'year',
    finest,
  );
  const ranks = days.map(rankOf);
  const rows = shown.map((rank) => ({
    rank,
    at: days.filter((_, i) => ranks[i] === rank).map(scale),
    opacity: rank === 'year' ? 1 : drawn(rank),
    labelled: rank === 'year' ? 1 : labelled(rank),
  }));
  const strengths = new Map(rows.map((row) => [row.rank, row.labelled]));
  const strength = (day: number) => {
    const rank = rankOf(day);
    return rank === 'year' ? yearStrength(day, spaced) : (strengths.get(rank) ?? 0);
  };
  const named = days.filter((day) => strength(day) > 0);
  return { rows, labels: labelsOf(named, strength, strengths.get('day') ?? 0, view, words, style) };
}

/** The labels of ticks: their texts, and how much each is there. */
function labelsOf(
  days: readonly number[],
  strength: (day: number) => number,
  byDay: number,
  { domain, range, loose, avoid }: TickView,
  words: CalendarWords,
  style: TickStyle,
): TickLabel[] {
  const scale = scaleOf(domain, range);
  const rate = pxPerDay(domain, range);
  const weekdayRoom = style.extent(words.weekdayOfMonth(WIDE_DAY)) * 1.02;
  const weekdays = byDay > 0 && style.fits(words.weekday(WIDE_DAY)) ? soft(rate, weekdayRoom, 30 * loose) : 0;
  const labels: TickLabel[] = [];
  // The first label says more. It is the first as much as those before it are gone.
  let first = 1;
  for (const [i, day] of days.entries()) {
    const rank = rankOf(day);
    const at = scale(day);
    const text = plainText(rank, day, words);
    const next = days[i + 1];
    const inside = Math.min(
      soft(at, range.start - 0.01, style.margin * loose),
      soft(-at, -range.end + 0.01, style.margin * loose),
    );
    const within = (words: string) =>
      style.fits(words) && (next === undefined || style.extent(words) <= scale(next) - at);
    const starts = first > 0.01;
    const full =
      [
        { first: starts, weekdays: weekdays > 0 },
        { first: starts, weekdays: false },
        { first: false, weekdays: weekdays > 0 },
      ]
        .map((wish) => fullText(rank, day, { ...wish, days: byDay > 0 }, words))
        .find(within) ?? text;
    const fullness = full === text ? 0 : Math.max(first, weekdays, monthOfDays(rank) ? byDay : 0);
    const end = at + mixNumber(style.extent(text), style.extent(full), fullness);
    const fit = soft(-end, -(range.end + style.margin), style.margin * loose);
    const free = avoid ? clearance(at, end, avoid) : 1;
    const there = inside * fit * free * strength(day);
    first *= 1 - inside * strength(day);
    if (there > 0.01) {
      labels.push({ day, at, text, opacity: there * (1 - fullness), full, fullOpacity: there * fullness });
    }
  }
  return labels;
}

const monthOfDays = (rank: Rank) => rank === 'quarter' || rank === 'month';

function plainText(rank: Rank, day: number, words: CalendarWords): string {
  if (rank === 'year') return words.year(day);
  return monthOfDays(rank) ? words.month(day) : words.day(day);
}

/** What a label says where there is room: what it is the first of, the weekday; among days, a month's first day. */
function fullText(
  rank: Rank,
  day: number,
  { first, weekdays, days }: { readonly first: boolean; readonly weekdays: boolean; readonly days: boolean },
  words: CalendarWords,
): string {
  if (rank === 'year') return words.year(day);
  if (monthOfDays(rank)) {
    if (weekdays) return words.weekdayOfMonth(day);
    if (first) return words.monthOfYear(day);
    return days ? words.dayOfMonth(day) : words.month(day);
  }
  if (weekdays) return first ? words.weekdayOfMonth(day) : words.weekday(day);
  return first ? words.dayOfMonth(day) : words.day(day);
}

/** Whether a label is free of a stretch that something else takes, 0 or 1. */
function clearance(start: number, end: number, avoid: Range): number {
  return Math.max(avoid.start - end, start - avoid.end) >= 0 ? 1 : 0;
}

/** A Wednesday in September: among the widest of days in most languages. */
const WIDE_DAY = monthStart(2020, 9) + 29;

/** More room than texts take: a row of ticks that just fits is restless. */
const CALM = 1.3;

/** px that each rank's labels need from one tick to the next. The widest of a row of days is a month's name. */
function needs(words: CalendarWords, style: TickStyle, domain: Domain): Readonly<Record<Rank, number>> {
  const { year } = civilDay(domain.from);
  const months = Array.from({ length: 12 }, (_, m) => style.extent(words.month(monthStart(2020, m + 1))));
  const month = Math.max(...months);
  const calm = month * CALM;
  return {
    year: style.extent(words.year(monthStart(year, 1))),
    quarter: calm,
    month: calm,
    week: calm,
    day: month,
  };
}

/** Every how many years there may be labels where not every year has room: each contains the next finer one. */
const STEPS = [1, 5, 10, 50, 100, 500, 1000] as const;

/** How much a year's label is there: the rounder the year, the longer. */
const yearStrength = (day: number, strengthOf: (step: number) => number): number =>
  strengthOf(STEPS.findLast((step) => civilDay(day).year % step === 0) ?? 1);
