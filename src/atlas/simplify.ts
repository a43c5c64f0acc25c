/** Lines with fewer points: those go first that change the drawing least. */

export type Point = readonly [x: number, y: number];

/**
 * A line or ring without the points that matter least. Its ends are kept, and so are points that `keep` names.
 *
 * Source: M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points", 1993.
 *
 * @param area the least area, in square units of the line, of the triangle of a point that stays with its neighbours
 */
export function simplify(
  line: readonly Point[],
  area: number,
  keep: (point: Point) => boolean = () => false,
): Point[] {
  const before = line.map((_, i) => i - 1);
  const after = line.map((_, i) => i + 1);
  const last = line.length - 1;
  const areaAt = (i: number) => {
    const [a, b, c] = [line[before[i] ?? -1], line[i], line[after[i] ?? -1]];
    return a && b && c && !keep(b) ? triangle(a, b, c) : Infinity;
  };
  const areas = line.map((_, i) => (i === 0 || i === last ? Infinity : areaAt(i)));
  for (;;) {
    const least = areas.reduce((best, each, i) => (each < (areas[best] ?? Infinity) ? i : best), 0);
    const removed = areas[least] ?? Infinity;
    if (removed >= area) break;
    areas[least] = Infinity;
    const [a, c] = [before[least] ?? 0, after[least] ?? last];
    after[a] = c;
    before[c] = a;
    before[least] = after[least] = -2;
    // Never less than what has just gone: the order of elimination is that of importance.
    for (const i of [a, c]) if (i > 0 && i < last) areas[i] = Math.max(removed, areaAt(i));
  }
  return line.filter((_, i) => before[i] !== -2);
}

const triangle = (a: Point, b: Point, c: Point) =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

/** The area that a ring encloses, in square units. */
export function ringArea(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
    sum += x * nextY - nextX * y;
  });
  return Math.abs(sum) / 2;
}
