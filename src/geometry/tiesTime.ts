/** Ties in time: each mark over an axis at its date, its words beside it, the latest on top. */
import { mixNumber } from './scale.ts';
import { fit } from './text.ts';
import type { Curve, Piece, Run, TiePlace, TiesArrangement, TiesChart, TiesScene } from './ties.ts';
import { endOf, piece, tieRuns } from './tiesText.ts';
import { onAxis } from './tiesAxis.ts';
import { axisOf, CLEAR, middleOf, type TiesStyle } from './tiesStyle.ts';

/** px between rows at least and at most. */
const GAP = [4, 34] as const;
/** Less room than this beside a mark is too little for its words. */
const LEAST = 120;

/** The words of a row: all, the name alone, none. */
const FORMS = ['all', 'name', 'none'] as const;
type Form = (typeof FORMS)[number];

export function arrangeTime(chart: TiesChart, scene: TiesScene, style: TiesStyle): TiesArrangement {
  const axis = axisOf(style);
  const room = axis - style.over;
  const heightOf = (rows: readonly TimeRow[], gap: number) =>
    rows.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, rows.length - 1);
  const forms = FORMS.map((form) => rowsOf(chart, scene, style, form));
  const rows = forms.find((each) => heightOf(each, GAP[0]) <= room) ?? forms.at(-1) ?? [];
  // Rows without words may lie as close as they must.
  const gap = rows.length > 1 ? Math.min((room - heightOf(rows, 0)) / (rows.length - 1), GAP[1]) : 0;
  let top = room - heightOf(rows, gap);
  const pieces: Piece[] = [];
  const ties: TiePlace[] = [];
  for (const { tie, x, text, height } of rows) {
    if (text) pieces.push({ ...text, y: top });
    const y = top + middleOf(style);
    ties.push({ tie, weight: 1, x, y, curve: drop(x, y + CLEAR, axis), head: 0, waits: 1 });
    top += height + gap;
  }
  return { pieces, ties: ties.sort((a, b) => a.tie - b.tie), walls: [], axis: 1 };
}

interface TimeRow {
  readonly tie: number;
  readonly x: number;
  readonly height: number;
  readonly text?: Piece;
}

/** The rows of a state, the latest first. */
function rowsOf(chart: TiesChart, scene: TiesScene, style: TiesStyle, form: Form): TimeRow[] {
  const place = onAxis(chart, style);
  const dateOf = (tie: number) => chart.ties[tie]?.date ?? 0;
  return [...scene.show]
    .sort((a, b) => dateOf(b) - dateOf(a) || a - b)
    .map((tie) => {
      const x = place(dateOf(tie));
      if (form === 'none') return { tie, x, height: style.line };
      const text = wordsOf(chart, tie, x, style, form === 'all');
      return { tie, x, height: text.height, text };
    });
}

/** The words of a tie beside its mark: before it, flush with it, where there is room, else after it. */
function wordsOf(chart: TiesChart, tie: number, x: number, style: TiesStyle, all: boolean): Piece {
  const { node = 0 } = chart.ties[tie] ?? {};
  const before = x - CLEAR;
  const fits = before >= LEAST;
  const width = fits ? before : style.width - x - CLEAR;
  const name = fit(chart.nodes[node]?.short ?? '', style.bold, 'bold', width);
  const runs: Run[] = [
    { text: name, x: 0, y: style.base, look: 'bold' },
    ...(all ? tieRuns(chart, tie, style, width) : []).map((run) => ({ ...run, y: run.y + style.line })),
  ];
  const text = piece('row', tie, 0, 0, runs, style);
  if (!fits) return { ...text, x: x + CLEAR };
  return { ...text, x: before - text.width, runs: flushRight(text, style) };
}

function flushRight({ runs, width }: Piece, style: TiesStyle): Run[] {
  return runs.map((run) => {
    const end = Math.max(...runs.filter(({ y }) => y === run.y).map((other) => endOf(other, style)));
    return { ...run, x: run.x + width - end };
  });
}

const drop = (x: number, from: number, to: number): Curve => [
  x,
  from,
  x,
  mixNumber(from, to, 1 / 3),
  x,
  mixNumber(from, to, 2 / 3),
  x,
  to,
];
