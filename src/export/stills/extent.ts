/** How far a drawing reaches, so that a still has no empty sheet around it. */

/** A transform: `x' = a x + c y + e`, `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function multiplied([a, b, c, d, e, f]: Matrix, inner: Matrix): Matrix {
  const [a2, b2, c2, d2, e2, f2] = inner;
  return [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ];
}

/** Reads a `transform` attribute. @throws Error for a function that it does not know */
export function readTransform(text: string): Matrix {
  let matrix = IDENTITY;
  for (const [whole, name, list = ''] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const own = FUNCTIONS[name ?? '']?.(numbers);
    if (!own || !own.every(Number.isFinite)) throw new Error(`Stills cannot draw the transform "${whole}".`);
    matrix = multiplied(matrix, own);
  }
  return matrix;
}

const FUNCTIONS: Readonly<Record<string, (numbers: readonly number[]) => Matrix>> = {
  translate: ([x = 0, y = 0]) => [1, 0, 0, 1, x, y],
  scale: ([x = 1, y = x]) => [x, 0, 0, y, 0, 0],
  rotate: ([degrees = 0, x = 0, y = 0]) => {
    const angle = (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
  },
  skewX: ([degrees = 0]) => [1, 0, Math.tan((degrees * Math.PI) / 180), 1, 0, 0],
  skewY: ([degrees = 0]) => [1, Math.tan((degrees * Math.PI) / 180), 0, 1, 0, 0],
  matrix: ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => [a, b, c, d, e, f],
};

/** By how much a transform enlarges, over both directions. */
export const enlargement = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

/** A box that grows with what is put into it. */
export class Extent {
  left = Infinity;
  top = Infinity;
  right = -Infinity;
  bottom = -Infinity;

  /**
   * @param points x and y in turn
   * @param around how far ink reaches beyond them, in the units of the points
   */
  add(points: readonly number[], [a, b, c, d, e, f]: Matrix, around = 0): void {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x = 0, y = 0] = [points[i], points[i + 1]];
      const [atX, atY] = [a * x + c * y + e, b * x + d * y + f];
      const reach = around * enlargement([a, b, c, d, e, f]);
      this.left = Math.min(this.left, atX - reach);
      this.top = Math.min(this.top, atY - reach);
      this.right = Math.max(this.right, atX + reach);
      this.bottom = Math.max(this.bottom, atY + reach);
    }
  }
}

/**
 * Points that enclose a shape: of curves their control points, of arcs the ends with the radii around them.
 *
 * @param number an attribute of the shape as a number
 */
export function outlineOf(
  shape: string,
  text: (name: string) => string,
  number: (name: string) => number,
): number[] {
  switch (shape) {
    case 'line':
      return [number('x1'), number('y1'), number('x2'), number('y2')];
    case 'rect':
      return boxOf(number('x'), number('y'), number('width'), number('height'));
    case 'circle':
      return boxOf(number('cx') - number('r'), number('cy') - number('r'), 2 * number('r'), 2 * number('r'));
    case 'ellipse':
      return boxOf(
        number('cx') - number('rx'),
        number('cy') - number('ry'),
        2 * number('rx'),
        2 * number('ry'),
      );
    case 'path':
      return pathPoints(text('d'));
    default:
      return (text('points').match(NUMBER) ?? []).map(Number);
  }
}

export function boxOf(x: number, y: number, width: number, height: number): number[] {
  return [x, y, x + width, y, x, y + height, x + width, y + height];
}

const NUMBER = /-?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi;
/** How many numbers a command of a path takes. */
const ARITY: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

function pathPoints(d: string): number[] {
  const points: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', list = ''] of d.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const command = letter.toLowerCase();
    const relative = letter === command;
    const numbers = command === 'a' ? arcNumbers(list) : (list.match(NUMBER) ?? []).map(Number);
    const arity = ARITY[command] ?? 0;
    if (command === 'z') [x, y] = [startX, startY];
    for (let i = 0; arity > 0 && i + arity <= numbers.length; i += arity) {
      const part = numbers.slice(i, i + arity);
      const [fromX, fromY] = relative ? [x, y] : [0, 0];
      if (command === 'h') x = fromX + (part[0] ?? 0);
      else if (command === 'v') y = fromY + (part[0] ?? 0);
      else {
        const pairs = command === 'a' ? part.slice(5) : part;
        const moved = pairs.map((value, index) => value + (index % 2 === 0 ? fromX : fromY));
        points.push(...moved);
        if (command === 'a') points.push(...arcReach(part, [x, y], moved));
        [x, y] = [moved.at(-2) ?? x, moved.at(-1) ?? y];
      }
      points.push(x, y);
      if (command === 'm' && i === 0) [startX, startY] = [x, y];
    }
  }
  return points;
}

/** An arc bulges beyond its ends by at most what its radius is longer than half its chord, or is a large one. */
function arcReach(
  [rx = 0, ry = 0, , large = 0]: readonly number[],
  from: readonly number[],
  to: readonly number[],
): number[] {
  const radius = Math.max(Math.abs(rx), Math.abs(ry));
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const depth = Math.sqrt(Math.max(0, radius * radius - half * half));
  const bulge = large === 1 ? radius + depth : radius - depth;
  const [middleX, middleY] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return boxOf(middleX - bulge, middleY - bulge, 2 * bulge, 2 * bulge);
}

/** The flags of an arc may stand without a space after them. */
function arcNumbers(list: string): number[] {
  const numbers: number[] = [];
  let rest = list;
  while (rest !== '') {
    const flag = numbers.length % 7 === 3 || numbers.length % 7 === 4;
    const found = (flag ? /^[\s,]*([01])/ : /^[\s,]*(-?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?)/i).exec(rest);
    if (!found) break;
    numbers.push(Number(found[1]));
    rest = rest.slice(found[0].length);
  }
  return numbers;
}
