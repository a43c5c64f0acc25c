/** The lettering of a plan: numbers, names, the line that says who stands there, and the room's name. */
import { measure, wrap, type Weight } from './text.ts';

/** A line of text; `y` is its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Type size in drawing units. */
  readonly size: number;
  readonly weight: Weight;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly role: 'number' | 'name' | 'who' | 'room' | 'initial';
}

/** Type sizes and the distance from line to line, in drawing units. */
export interface PlanType {
  readonly number: number;
  readonly name: number;
  readonly who: number;
  readonly line: number;
  readonly initial: number;
}

interface Labelled {
  readonly number: number;
  readonly name: string;
  readonly who: string;
}

/** The clear distance between two labels. */
const GAP = 10;

/** The share of the type size that stands above the baseline, and below it. */
const RISE = 0.74;
const DROP = 0.24;

/** Where a line's ink may be. */
export function lineBox(line: TextLine): { x: number; y: number; width: number; height: number } {
  const width = measure(line.text, line.size, line.weight);
  const shift = { start: 0, middle: width / 2, end: width }[line.anchor];
  return {
    x: line.x - shift,
    y: line.y - line.size * RISE,
    width,
    height: line.size * (RISE + DROP),
  };
}

/**
 * `text` in as few lines as `width` allows, broken so that the lines are about equally long.
 */
function balanced(text: string, size: number, weight: Weight, width: number, most: number): string[] {
  const lines = wrap(text, size, weight, width, most);
  if (lines.length < 2) return lines;
  const fullest = measure(text, size, weight);
  for (let narrower = fullest / lines.length; narrower < width; narrower += size / 4) {
    const tried = wrap(text, size, weight, narrower, lines.length);
    if (
      tried.join(' ').replaceAll('- ', '-').length >= lines.join(' ').replaceAll('- ', '-').length &&
      !tried.some(cut)
    ) {
      return tried;
    }
  }
  return lines;
}

const cut = (line: string) => line.endsWith('…');

/** The widest word of a label: less room than that, and it must be cut. */
function widestWord({ name, who }: Labelled, type: PlanType): number {
  const widest = (text: string, size: number, weight: Weight) =>
    Math.max(0, ...text.split(' ').map((word) => measure(word, size, weight)));
  return Math.max(widest(name, type.name, 'bold'), widest(who, type.who, 'regular'));
}

/** A label's lines for a width, with baselines from 0 for the first. */
function block(door: Labelled, type: PlanType, width: number) {
  const names = balanced(door.name, type.name, 'bold', width, 2);
  const whos = balanced(door.who, type.who, 'regular', width, 3);
  const widths = [
    ...names.map((text) => measure(text, type.name, 'bold')),
    ...whos.map((text) => measure(text, type.who, 'regular')),
  ];
  return { names, whos, width: Math.max(0, ...widths), rows: names.length + whos.length };
}

interface Below {
  readonly doors: readonly Labelled[];
  /** Where the doors stand, from left to right. */
  readonly stations: readonly number[];
  /** Left and right limits of the labels before the room, and of those after it. */
  readonly walls: readonly [number, number, number, number];
  readonly before: number;
  /** How far the corridor's outer edge lies from its middle. */
  readonly edge: number;
  readonly type: PlanType;
  /** Whether doors carry their names, or their numbers only. */
  readonly names: boolean;
}

/**
 * Labels under a lying plan, numbers over it; heights are counted from the corridor's middle. A label takes the width
 * it needs where its neighbours leave it, and wraps where they do not. Where doors stand so close that a word would
 * have to be cut, every other label moves to a second row.
 *
 * @returns for each door its number and its lines, and the lowest point of all of them
 */
export function labelsBelow({ doors, stations, walls, before, edge, type, names: named }: Below) {
  const spacing = Math.min(...stations.slice(1).map((x, i) => x - (stations[i] ?? 0)), Infinity);
  const rows = doors.some((door) => widestWord(door, type) > spacing - GAP) ? 2 : 1;
  const centre = (index: number) => stations[index] ?? 0;
  const same = (a: number, b: number) => a < before === b < before;

  /** The width that is free for a label if its neighbours in its row take what `taken` says. */
  const free = (index: number, taken: (neighbour: number) => number) => {
    const x = centre(index);
    const [left, right] = index < before ? [walls[0], walls[1]] : [walls[2], walls[3]];
    const halves = [x - left, right - x];
    for (const neighbour of [index - rows, index + rows]) {
      if (neighbour < 0 || neighbour >= doors.length || !same(index, neighbour)) continue;
      halves.push(Math.abs(centre(neighbour) - x) - GAP - taken(neighbour));
    }
    return Math.max(0, 2 * Math.min(...halves));
  };

  // First each within its fair share, half of the way to its neighbours; then what broke may spread, names first.
  const fair = doors.map((_, index) =>
    free(index, (neighbour) => (Math.abs(centre(neighbour) - centre(index)) - GAP) / 2),
  );
  const blocks = named ? doors.map((door, index) => block(door, type, fair[index] ?? 0)) : [];
  for (const role of ['name', 'who'] as const) {
    blocks.forEach((_, index) => {
      const door = doors[index];
      if (!door) return;
      const whole = Math.max(
        measure(door.name, type.name, 'bold'),
        role === 'who' ? measure(door.who, type.who, 'regular') : 0,
      );
      const spread = free(index, (neighbour) => (blocks[neighbour]?.width ?? 0) / 2);
      if (whole > (fair[index] ?? 0) && whole <= spread) blocks[index] = block(door, type, whole);
    });
  }

  const first = edge + 6 + type.name * RISE;
  const tallest = Math.max(0, ...blocks.filter((_, index) => index % rows === 0).map((each) => each.rows));
  const lines = blocks.map(({ names, whos }, index) =>
    stacked(names, whos, type, {
      x: centre(index),
      y: first + (index % rows) * (tallest * type.line + 4),
      anchor: 'middle',
    }),
  );
  const numbers = doors.map((door, index): TextLine => ({
    text: String(door.number),
    x: centre(index),
    y: -edge - 8,
    size: type.number,
    weight: 'bold',
    anchor: 'middle',
    role: 'number',
  }));
  const bottom = Math.max(edge, ...lines.flat().map((line) => line.y + line.size * DROP));
  return { numbers, lines, bottom };
}

/**
 * Labels beside a standing plan; heights are counted from each door.
 *
 * @param x where they begin
 * @param width how wide they may be
 */
export function labelsBeside(doors: readonly Labelled[], x: number, width: number, type: PlanType) {
  const indent = Math.max(0, ...doors.map(({ number }) => measure(`${number} `, type.number, 'bold'))) + 2;
  return doors.map((door) => {
    const { names, whos, rows } = block(door, type, width - indent);
    const height = rows * type.line;
    const y = -height / 2 + type.line * 0.76;
    const number: TextLine = {
      text: String(door.number),
      x,
      y,
      size: type.number,
      weight: 'bold',
      anchor: 'start',
      role: 'number',
    };
    return { number, lines: stacked(names, whos, type, { x: x + indent, y, anchor: 'start' }), height };
  });
}

function stacked(
  names: readonly string[],
  whos: readonly string[],
  type: PlanType,
  start: Pick<TextLine, 'x' | 'y' | 'anchor'>,
): TextLine[] {
  const line = (text: string, row: number, role: 'name' | 'who'): TextLine => ({
    ...start,
    text,
    y: start.y + row * type.line,
    size: type[role],
    weight: role === 'name' ? 'bold' : 'regular',
    role,
  });
  return [
    ...names.map((text, row) => line(text, row, 'name')),
    ...whos.map((text, row) => line(text, names.length + row, 'who')),
  ];
}

/**
 * The room's name above a lying plan, in one line, kept inside the sheet.
 *
 * @param middle where the room's middle is
 * @param width the sheet's width
 * @returns the line, its baseline at 0, and how far it rises above that; none for an empty name
 */
export function roomAbove(name: string, middle: number, width: number, type: PlanType) {
  const [text] = wrap(name, type.who, 'regular', width, 1);
  if (text === undefined) return { lines: [], height: 0 };
  const half = measure(text, type.who, 'regular') / 2;
  const x = Math.min(width - half, Math.max(half, middle));
  const line: TextLine = {
    text,
    x,
    y: 0,
    size: type.who,
    weight: 'regular',
    anchor: 'middle',
    role: 'room',
  };
  return { lines: [line], height: type.who * RISE };
}

/** The room's name beside a standing plan, centred on the room's middle `y`. */
export function roomBeside(name: string, x: number, y: number, width: number, type: PlanType): TextLine[] {
  const lines = balanced(name, type.who, 'regular', width - x, 4);
  return lines.map((text, row) => ({
    text,
    x,
    y: y + (row - (lines.length - 1) / 2) * type.line + type.who * 0.34,
    size: type.who,
    weight: 'regular',
    anchor: 'start',
    role: 'room',
  }));
}
