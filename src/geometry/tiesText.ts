/** The blocks of text of ties: names, ties with their dates. */
import { measure, wrap } from './text.ts';
import type { Piece, PieceRole, Run, TiesChart } from './ties.ts';
import type { TiesStyle } from './tiesStyle.ts';

/** A name in one line or two. */
export function nameRuns(name: string, style: TiesStyle): Run[] {
  return wrap(name, style.bold, 'bold', style.nameWidth, 2).map((text, i) => ({
    text,
    x: 0,
    y: style.base + i * style.line,
    look: 'bold',
  }));
}

/** What a tie is and its date, in one line where they fit, if need be with the short date; else one under the other. */
export function tieRuns(chart: TiesChart, tie: number, style: TiesStyle, width: number): Run[] {
  const { label = '', dateText = '', dateShort = '' } = chart.ties[tie] ?? {};
  const { plain, base, line } = style;
  const lead = measure(`${label}, `, plain, 'regular');
  const date = [dateText, dateShort].find((text) => lead + measure(text, plain, 'regular') <= width);
  if (date !== undefined) {
    return [
      { text: `${label}, `, x: 0, y: base, look: 'plain' },
      { text: date, x: lead, y: base, look: 'mute' },
    ];
  }
  const lines = wrap(label, plain, 'regular', width, 2);
  return [
    ...lines.map((text, i): Run => ({ text, x: 0, y: base + i * line, look: 'plain' })),
    ...wrap(dateText, plain, 'regular', width, 2).map((text, i): Run => ({
      text,
      x: 0,
      y: base + (lines.length + i) * line,
      look: 'mute',
    })),
  ];
}

/** How many lines runs take. */
export const linesOf = (runs: readonly Run[]) => new Set(runs.map(({ y }) => y)).size;

/** Its right edge, px. */
export const endOf = ({ text, x, look }: Run, { bold, plain }: TiesStyle) =>
  x + (look === 'bold' ? measure(text, bold, 'bold') : measure(text, plain, 'regular'));

/** A block of text with its upper left corner at `x`, `y`. */
export function piece(
  role: PieceRole,
  of: number,
  x: number,
  y: number,
  runs: readonly Run[],
  style: TiesStyle,
): Piece {
  const width = Math.max(0, ...runs.map((run) => endOf(run, style)));
  return { role, of, x, y, width, height: linesOf(runs) * style.line, runs, weight: 1 };
}
