/** Two statements that face each other, each with its day on an axis of time. */
import { civilDay, monthStart } from './calendar.ts';
import { clamp, mixNumber, scaleOf, soft } from './scale.ts';
import { presence, type Facing, type ScheduleChart, type ScheduleView, type TextLine } from './schedule.ts';
import type { ScheduleLayout } from './scheduleLayouts.ts';
import { measure, wrap } from './text.ts';
import { percent, round } from './timeline.ts';

/** Kept free at either end of the axis, for a mark. */
const END = 9;
const MOST_LINES = 9;

export function drawFacing(
  { heading, statements }: ScheduleChart['facing'],
  view: ScheduleView,
  layout: ScheduleLayout,
): Facing {
  const { type, line, quoteLine, width } = layout;
  const { boxes, axis, above, rule } = layout.facing;
  const days = statements.map(({ day }) => day);
  const from = monthStart(civilDay(Math.min(...days)).year, 1);
  const to = Math.max(...days) + 1;
  const scale = scaleOf({ from, to }, { start: END, end: width - END });
  const at = days.map((day) => scale(day + 0.5));
  const time = mixNumber(at[0] ?? 0, at.at(-1) ?? 0, view.clock);
  const quotes = statements.map(({ text }, i) => linesOf(text, layout.quote, boxes[i]?.width ?? 0));
  return {
    opacity: percent(presence(Math.max(...view.statements))),
    head: { text: heading, x: 0, y: layout.facing.head },
    top: `M0 ${layout.facing.top}H${width}`,
    rule,
    axis: `M0 ${axis}H${width}`,
    past: `M0 ${axis}H${round(time)}`,
    years: yearsOf(from, to, scale, layout),
    statements: statements.flatMap((statement, i) => {
      const box = boxes[i];
      if (!box) return [];
      const lines = quotes[i] ?? [];
      const office = wrap(statement.office, type, 'regular', box.width, 2);
      const lineAt = (text: string, y: number): TextLine => ({ text, x: box.x, y: round(y) });
      // Side by side, both speakers are named at the same height.
      const rows = Math.max(...quotes.filter((_, j) => boxes[j]?.y === box.y).map((quote) => quote.length));
      const nameAt = box.y + rows * quoteLine + 1.25 * line;
      const bottom = nameAt + (office.length + 0.35) * line;
      const below = above[i] ?? true;
      const x = at[i] ?? 0;
      const foot = round(clamp(x, box.x + 4, box.x + box.width - 4));
      const edge = below ? bottom + 4 : box.y - 2;
      return {
        statement: i,
        opacity: percent(soft(view.statements[i] ?? 0, 1, 0.8)),
        quote: lines.map((text, row) => lineAt(text, box.y + (row + 0.74) * quoteLine)),
        name: lineAt(statement.name, nameAt),
        office: office.map((text, row) => lineAt(text, nameAt + (row + 1) * line)),
        stem: `M${foot} ${round(edge)}V${round(mixNumber(edge, axis, 0.5))}L${round(x)} ${axis}`,
        mark: { x: round(x), y: axis },
        box: { x: box.x, y: box.y, width: box.width, height: round(bottom - box.y) },
      };
    }),
  };
}

/** Broken once, since they are drawn anew in every frame. */
const broken = new Map<string, readonly string[]>();

function linesOf(text: string, size: number, width: number): readonly string[] {
  const key = `${size} ${width} ${text}`;
  const lines = broken.get(key) ?? evenLines(text, size, width);
  broken.set(key, lines);
  return lines;
}

/** As few lines as the width allows, about equally long. */
function evenLines(text: string, size: number, width: number): readonly string[] {
  const lines = wrap(text, size, 'regular', width, MOST_LINES);
  for (let narrower = width * 0.7; narrower < width; narrower += size / 3) {
    const tried = wrap(text, size, 'regular', narrower, MOST_LINES + 1);
    if (tried.length === lines.length && tried.join(' ') === lines.join(' ')) return tried;
  }
  return lines;
}

/** The years as ticks with their numbers under the axis, fewer where they would run together. */
function yearsOf(
  from: number,
  to: number,
  scale: (day: number) => number,
  layout: ScheduleLayout,
): Facing['years'] {
  const { type, line, width } = layout;
  const { axis } = layout.facing;
  const first = civilDay(from).year;
  const starts = Array.from({ length: civilDay(to).year - first + 1 }, (_, i) => first + i);
  const room = measure('0000', type, 'regular') + 12;
  const every = Math.max(1, Math.ceil((room * starts.length) / width));
  const shown = starts.filter((year) => (year - first) % every === 0);
  const xOf = (year: number) => round(scale(monthStart(year, 1)));
  return {
    ticks: shown.map((year) => `M${xOf(year)} ${axis - 5}v10`).join(''),
    labels: shown
      .map((year) => ({ text: String(year), x: xOf(year), y: round(axis + line) }))
      .filter(({ text, x }) => x + measure(text, type, 'regular') <= width),
  };
}
