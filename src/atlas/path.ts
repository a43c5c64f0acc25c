/** Lines as the shortest SVG paths: whole numbers, each relative to the one before. */
import type { Point } from './simplify.ts';

/**
 * @param lines in units of the drawing; points that round to the one before are left out
 * @param closed whether each line is a ring, whose last point repeats its first
 */
export function pathOf(lines: readonly (readonly Point[])[], closed: boolean): string {
  let [x, y] = [0, 0];
  let path = '';
  for (const line of lines) {
    const whole = line
      .map(([px, py]) => [Math.round(px), Math.round(py)] as const)
      .filter(([px, py], i, all) => i === 0 || px !== all[i - 1]?.[0] || py !== all[i - 1]?.[1]);
    const points = closed ? whole.slice(0, -1) : whole;
    const [first, ...rest] = points;
    if (!first || rest.length < (closed ? 2 : 1)) continue;
    path += `m${pair(first[0] - x, first[1] - y)}`;
    const start = first;
    [x, y] = first;
    rest.forEach(([px, py], i) => {
      const step = pair(px - x, py - y);
      path += i === 0 ? `l${step}` : step.startsWith('-') ? step : ` ${step}`;
      [x, y] = [px, py];
    });
    if (closed) {
      path += 'z';
      // After a ring is closed the pen is where it began.
      [x, y] = start;
    }
  }
  return path;
}

const pair = (dx: number, dy: number) => (dy < 0 ? `${dx}${dy}` : `${dx} ${dy}`);
