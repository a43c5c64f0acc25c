/** What the island of ties gets: its chart, what its marks say, and their sources, ready to be shown. */
import { calendarWords } from '../../geometry/calendarWords.ts';
import type { ChartTie, TiesChart, TiesScene } from '../../geometry/ties.ts';
import { dayNumber, longDate } from '../../model/dates.ts';
import type { Tie, TiesSettings, TiesState } from '../../model/kinds/ties.ts';
import type { Figure, MarkShape, Story } from '../../model/types.ts';
import { typographic } from '../../model/typography.ts';
import { wordsOf } from '../../model/words.ts';
import type { Inspected, InspectedSource } from '../shared/inspector.svelte.ts';
import { inspectedSources } from '../shared/sources.ts';

/** A sort of tie as it is drawn. */
export interface SortData {
  readonly name: string;
  readonly shape: MarkShape;
  readonly colour: string;
}

/** A mark before its sources are looked up. */
export interface TiesMark {
  readonly id: string;
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly cites: readonly string[];
  /** The index of its sort; the span has none. */
  readonly sort?: number;
}

/** What a mark says when it is opened. */
export interface TiesInspected extends Inspected {
  readonly sort?: number;
}

export interface TiesData {
  readonly chart: TiesChart;
  readonly sorts: readonly SortData[];
  /** That of the span, if there is one. */
  readonly spanColour: string;
  /** Those of the ties, in the order of the chart, then that of the span if there is one. */
  readonly marks: readonly TiesMark[];
  readonly sources: readonly InspectedSource[];
}

/** The ties of a figure in the order of the rows on the left. */
export function inRows({ left, ties }: TiesSettings): readonly Tie[] {
  return left.flatMap(({ nodes }) =>
    nodes.flatMap(({ id }) => ties.filter(({ from, to }) => from === id || to === id)),
  );
}

export function tiesData(story: Story, figure: Figure): TiesData {
  const settings = figure.settings as TiesSettings;
  const words = wordsOf(story);
  const rows = inRows(settings);
  const nodes = settings.left.flatMap((group, index) =>
    group.nodes.map((node) => ({ ...node, name: typographic(node.name), group: index })),
  );
  const nameOf = (id: string) =>
    typographic([...nodes, ...settings.right].find((each) => each.id === id)?.name ?? id);
  const chartTie = (tie: Tie): ChartTie => {
    const outward = nodes.some(({ id }) => id === tie.from);
    const [left, right] = outward ? [tie.from, tie.to] : [tie.to, tie.from];
    return {
      node: nodes.findIndex(({ id }) => id === left),
      end: settings.right.findIndex(({ id }) => id === right),
      outward,
      label: typographic(tie.label),
      dateText: dateOf(tie, story),
      dateShort: dateOf(tie, story, 'short'),
      date: dayNumber(tie.date),
    };
  };
  const { span } = settings;
  const spanDates = span && words('ties.span', { from: span.from, to: longDate(span.to, story.language) });
  const marks = [
    ...rows.map((tie): TiesMark => ({
      id: tie.id,
      when: words('ties.when', { from: nameOf(tie.from), to: nameOf(tie.to), date: dateOf(tie, story) }),
      title: capital(typographic(tie.label)),
      text: typographic(tie.text),
      cites: tie.cite,
      sort: settings.sorts.findIndex(({ id }) => id === tie.sort),
    })),
    ...(span && spanDates !== undefined
      ? [
          {
            id: 'span',
            when: words('ties.when-span', { who: nameOf(span.node), date: spanDates }),
            title: typographic(span.label),
            text: typographic(span.text),
            cites: span.cite,
          },
        ]
      : []),
  ];
  return {
    chart: {
      groups: settings.left.map(({ name }) => typographic(name)),
      nodes: nodes.map(({ name, short, group }) => ({ name, short: short ?? name, group })),
      ends: settings.right.map(({ name }) => typographic(name)),
      ties: rows.map(chartTie),
      ...(span && {
        span: {
          label: words('ties.span-label', { label: typographic(span.label), dates: spanDates ?? '' }),
          from: [newYear(span.from), newYear(span.from + 1)],
          to: dayNumber(span.to),
          axis: [newYear(span.axis[0]), newYear(span.axis[1] + 1)],
        } as const,
      }),
      now: dayNumber(story.asOf),
    },
    sorts: settings.sorts.map(({ name, shape, colour }) => ({ name: typographic(name), shape, colour })),
    spanColour: span?.colour ?? 'ink',
    marks,
    sources: inspectedSources(
      [...new Set(marks.flatMap(({ cites }) => cites))],
      new Map(story.sources.map((source) => [source.id, source])),
    ),
  };
}

/** A figure's states with ties by their place in the chart. */
export function tiesScenes(figure: Figure, states: readonly TiesState[]): TiesScene[] {
  const ids = inRows(figure.settings as TiesSettings).map(({ id }) => id);
  const places = (names: readonly string[]) => names.map((name) => ids.indexOf(name));
  return states.map(({ show, draw, view, span }) => {
    const shown = show === 'all' ? ids.map((_, index) => index) : places(show);
    return { show: shown, draw: draw ? places(draw) : shown, view, span: span || view === 'time' };
  });
}

/** A tie's date in words, with what it is the date of. */
export function dateOf(
  { date, end, precision, dated }: Tie,
  story: Story,
  length: 'long' | 'short' = 'long',
): string {
  const words = wordsOf(story);
  const { monthOfYear, date: ofDay } = calendarWords(story.language);
  const one = (day: string) => {
    if (length === 'long') return longDate(day, story.language, precision);
    const text = (precision === 'month' ? monthOfYear : ofDay)(dayNumber(day));
    return text.replaceAll(' ', '\u00a0');
  };
  const text = end ? words('ties.span', { from: one(date), to: one(end) }) : one(date);
  return dated === 'on' ? text : words(`ties.${dated}`, { date: text });
}

const newYear = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-01-01`);

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
