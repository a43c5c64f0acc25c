/** Ties as a list: rows on the left, threads, walls with names on the right. */
import { placeColumn, rising } from './column.ts';
import { clamp, mixNumber } from './scale.ts';
import { fit, wrap } from './text.ts';
import { axisOf, CLEAR, middleOf, type TiesStyle } from './tiesStyle.ts';
import type { Piece, Run, TiePlace, TiesArrangement, TiesChart, TiesScene, Wall } from './ties.ts';
import { linesOf, nameRuns, piece, tieRuns } from './tiesText.ts';

/** Least and most px between things of a list, as room allows. */
const GAPS = {
  groups: [7, 40],
  heads: [1, 16],
  nodes: [4, 56],
  ties: [0, 26],
} as const;

/** px between the marks of one row. */
const BESIDE = 17;
/** px between threads of one row where they leave it. */
const FAN = 4.6;
/** px between names on the right. */
const BETWEEN_ENDS = 12;

type Gap = keyof typeof GAPS;

/** Something that takes height; with the pieces and marks that it puts at its top. */
interface Block {
  readonly before: Gap | undefined;
  readonly height: number;
  place(top: number): { readonly pieces: readonly Piece[]; readonly rows: readonly Row[] };
}

/** A tie's mark, and from how far beside its row its thread leaves. */
interface Row {
  readonly tie: number;
  readonly x: number;
  readonly y: number;
  readonly fan: number;
}

/** The list of a state: in full where it fits, else a row for each name, without the words of its ties. */
export function arrangeList(chart: TiesChart, scene: TiesScene, style: TiesStyle): TiesArrangement {
  const room = scene.span ? axisOf(style) - style.over : style.height;
  const full = blocksOf(chart, scene, style, false);
  const blocks = heightOf(full, 0) <= room ? full : blocksOf(chart, scene, style, true);
  const [least, most] = [heightOf(blocks, 0), heightOf(blocks, 1)];
  const spread = most > least ? clamp((room - least) / (most - least), 0, 1) : 0;
  let top = Math.max(0, (room - heightOf(blocks, spread)) / 2);
  const pieces: Piece[] = [];
  const rows: Row[] = [];
  for (const block of blocks) {
    top += gapOf(block, spread);
    const placed = block.place(top);
    pieces.push(...placed.pieces);
    rows.push(...placed.rows);
    top += block.height;
  }
  const right = arrangeEnds(chart, rows, style, room);
  return {
    pieces: [...pieces, ...right.pieces],
    ties: right.ties,
    walls: right.walls,
    axis: scene.span ? 1 : 0,
  };
}

const gapOf = ({ before }: Block, spread: number) =>
  before ? mixNumber(GAPS[before][0], GAPS[before][1], spread) : 0;

const heightOf = (blocks: readonly Block[], spread: number) =>
  blocks.reduce((sum, block) => sum + block.height + gapOf(block, spread), 0);

function blocksOf(chart: TiesChart, scene: TiesScene, style: TiesStyle, compact: boolean): Block[] {
  const blocks: Block[] = [];
  chart.groups.forEach((name, group) => {
    const nodes = chart.nodes.flatMap((node, index) => {
      const ties = scene.show.filter((tie) => chart.ties[tie]?.node === index).sort((a, b) => a - b);
      return node.group === group && ties.length > 0 ? [{ index, ties }] : [];
    });
    if (nodes.length === 0) return;
    blocks.push(headBlock(name, group, style, blocks.length > 0));
    nodes.forEach(({ index, ties }, i) => {
      const before = i === 0 ? 'heads' : 'nodes';
      if (compact) blocks.push(compactBlock(chart, index, ties, style, before));
      else if (style.stacked) blocks.push(...stackedBlocks(chart, index, ties, style, before));
      else blocks.push(...levelBlocks(chart, index, ties, style, before));
    });
  });
  return blocks;
}

function headBlock(name: string, of: number, style: TiesStyle, follows: boolean): Block {
  const text = fit(name, style.plain, 'regular', style.mark - CLEAR);
  const runs = [{ text, x: 0, y: style.base, look: 'mute' }] as const;
  return {
    before: follows ? 'groups' : undefined,
    height: style.line,
    place: (y) => ({ pieces: [piece('head', of, 0, y, runs, style)], rows: [] }),
  };
}

/** A name over its ties. */
function stackedBlocks(
  chart: TiesChart,
  node: number,
  ties: readonly number[],
  style: TiesStyle,
  before: Gap,
): Block[] {
  const name = nameRuns(chart.nodes[node]?.name ?? '', style);
  return [
    {
      before,
      height: linesOf(name) * style.line,
      place: (y) => ({ pieces: [piece('name', node, 0, y, name, style)], rows: [] }),
    },
    ...ties.map((tie, i) => tieBlock(chart, tie, style, i === 0 ? undefined : 'ties')),
  ];
}

/** A name beside its ties. */
function levelBlocks(
  chart: TiesChart,
  node: number,
  ties: readonly number[],
  style: TiesStyle,
  before: Gap,
): Block[] {
  const name = nameRuns(chart.nodes[node]?.name ?? '', style);
  const rows = ties.map((tie, i) => tieBlock(chart, tie, style, i === 0 ? before : 'ties'));
  const taken = rows.reduce((sum, row) => sum + row.height, 0);
  const missing = Math.max(0, linesOf(name) * style.line - taken);
  return rows.map((row, i) => ({
    ...row,
    height: row.height + (i === rows.length - 1 ? missing : 0),
    place: (y) => {
      const placed = row.place(y);
      return i === 0
        ? { ...placed, pieces: [piece('name', node, 0, y, name, style), ...placed.pieces] }
        : placed;
    },
  }));
}

function tieBlock(chart: TiesChart, tie: number, style: TiesStyle, before: Gap | undefined): Block {
  const runs = tieRuns(chart, tie, style, style.labelWidth);
  return {
    before,
    height: linesOf(runs) * style.line,
    place: (y) => ({
      pieces: [piece('label', tie, style.labelX, y, runs, style)],
      rows: [{ tie, x: style.mark, y: y + middleOf(style), fan: 0 }],
    }),
  };
}

/** A name with the marks of its ties in one row. */
function compactBlock(
  chart: TiesChart,
  node: number,
  ties: readonly number[],
  style: TiesStyle,
  before: Gap,
): Block {
  const { short = '' } = chart.nodes[node] ?? {};
  const room = style.mark - BESIDE * ties.length;
  const text = fit(short, style.bold, 'bold', room);
  const runs = [{ text, x: 0, y: style.base, look: 'bold' }] as const;
  return {
    before,
    height: style.line,
    place: (y) => ({
      pieces: [piece('name', node, 0, y, runs, style)],
      rows: ties.map((tie, i) => ({
        tie,
        x: style.mark - BESIDE * (ties.length - 1 - i),
        y: y + middleOf(style),
        fan: FAN * (i - (ties.length - 1) / 2),
      })),
    }),
  };
}

/** The walls as near to the rows they are tied to as their order lets them be, and the threads. */
function arrangeEnds(chart: TiesChart, rows: readonly Row[], style: TiesStyle, room: number) {
  const ends = chart.ends.flatMap((name, end) => {
    const own = rows
      .filter(({ tie }) => chart.ties[tie]?.end === end)
      .sort((a, b) => a.y + a.fan - b.y - b.fan);
    if (own.length === 0) return [];
    const lines = wrap(name, style.bold, 'bold', style.endWidth, 3);
    const wall = own.length * style.slot + 10;
    return [{ end, own, lines, wall, height: Math.max(wall, lines.length * style.line) }];
  });
  const wishes = rising(ends.map(({ own }) => own.reduce((sum, { y }) => sum + y, 0) / own.length));
  const column = ends.map(({ end, height }, i) => ({
    id: String(end),
    at: wishes[i] ?? 0,
    height,
    level: height / 2,
  }));
  const starts = new Map(
    placeColumn(column, { start: 0, end: room, gap: BETWEEN_ENDS }).map(({ id, start }) => [id, start]),
  );
  const pieces: Piece[] = [];
  const walls: Wall[] = [];
  const ties: TiePlace[] = [];
  for (const { end, own, lines, wall, height } of ends) {
    const middle = (starts.get(String(end)) ?? 0) + height / 2;
    const runs = lines.map((text, i): Run => ({ text, x: 0, y: style.base + i * style.line, look: 'bold' }));
    const top = middle - (lines.length * style.line) / 2;
    pieces.push(piece('end', end, style.endX, top, runs, style));
    walls.push({ end, weight: 1, x: style.wall, top: middle - wall / 2, bottom: middle + wall / 2 });
    own.forEach(({ tie, x, y, fan }, i) => {
      const [fromX, fromY] = [style.mark + CLEAR, y + fan];
      const [toX, toY] = [style.wall - 2.5, middle + (i - (own.length - 1) / 2) * style.slot];
      const bend = (toX - fromX) * 0.5;
      ties.push({
        tie,
        weight: 1,
        x,
        y,
        curve: [fromX, fromY, fromX + bend, fromY, toX - bend, toY, toX, toY],
        head: 1,
        waits: 0,
      });
    });
  }
  return { pieces, walls, ties: ties.sort((a, b) => a.tie - b.tie) };
}
