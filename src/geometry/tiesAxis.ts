/** The axis of ties in time: years, and the bar of a span. */
import { clamp, scaleOf, type Range } from './scale.ts';
import { fit, measure } from './text.ts';
import { percent, round, type TextLine } from './timeline.ts';
import type { ChartSpan, TiesChart } from './ties.ts';
import { axisOf, MARK, type TiesStyle } from './tiesStyle.ts';

export interface AxisSpot {
  readonly opacity: number;
  readonly line: string;
  /** As far as time has come. */
  readonly past: string;
  readonly ticks: string;
  readonly years: readonly TextLine[];
  /** The bar of the span: the part in which it began, then the rest. */
  readonly open: Bar;
  readonly bar: Bar;
  readonly label: TextLine;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** px along the axis. */
export const rangeOf = ({ width }: TiesStyle): Range => ({ start: MARK, end: width - MARK });

/** Where a day lies on the axis, px. */
export function onAxis({ span }: TiesChart, style: TiesStyle): (day: number) => number {
  const [from, to] = span?.axis ?? [0, 1];
  return scaleOf({ from, to }, rangeOf(style));
}

/** Years between labelled ticks. */
const STEPS = [1, 2, 5, 10, 20, 50];

/** The axis, with the bar of the span as far as time has come. */
export function axisSpot(
  chart: TiesChart,
  span: ChartSpan,
  now: number,
  opacity: number,
  style: TiesStyle,
): AxisSpot {
  const place = onAxis(chart, style);
  const range = rangeOf(style);
  const y = axisOf(style);
  const reached = clamp(place(now), range.start, range.end);
  const years = yearsOf(span.axis);
  const room = 2 * measure('0000', style.plain, 'regular');
  const [a = 0, b = 0] = [years[0], years[1]].map((year) => place(year?.day ?? 0));
  const step = STEPS.find((each) => each * (b - a) >= room) ?? 100;
  const labelled = years.filter(({ year }) => year % step === 0);
  const bar = (from: number, to: number): Bar => {
    const [left, right] = [place(from), place(to)].map((x) => clamp(x, range.start, reached)) as [
      number,
      number,
    ];
    return { x: round(left), y, width: round(Math.max(0, right - left)), height: style.bar };
  };
  return {
    opacity: percent(opacity),
    line: `M${range.start} ${y}H${range.end}`,
    past: `M${range.start} ${y}H${round(reached)}`,
    ticks: years.map(({ year, day }) => `M${round(place(day))} ${y}v${year % step === 0 ? -8 : -4}`).join(''),
    years: labelled.flatMap(({ year, day }) =>
      yearLabel(String(year), place(day), y + style.years, style, range),
    ),
    open: bar(span.from[0], span.from[1]),
    bar: bar(span.from[1], span.to + 1),
    label: { text: fit(span.label, style.plain, 'regular', style.width), x: 0, y: y + style.label },
  };
}

function yearLabel(text: string, at: number, y: number, { plain }: TiesStyle, range: Range): TextLine[] {
  const width = measure(text, plain, 'regular');
  const x = clamp(at - width / 2, range.start, range.end - width);
  return [{ text, x: round(x), y }];
}

/** The first days of the years that an axis shows. */
function yearsOf([from, to]: readonly [number, number]): { readonly year: number; readonly day: number }[] {
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const years: { year: number; day: number }[] = [];
  for (let year = yearOf(from); year <= yearOf(to - 1); year++) {
    years.push({ year, day: Date.UTC(year, 0, 1) / 86_400_000 });
  }
  return years;
}
