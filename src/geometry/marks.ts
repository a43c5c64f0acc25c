/** The shapes of marks, drawn around the origin at the size of a labelled mark, about 16 px across. */
import type { MarkShape } from '../model/types.ts';

export interface MarkPath {
  /** The outline: filled for what has happened, unless there is a core. */
  readonly body: string;
  /** A smaller shape inside, which then carries the filling instead. */
  readonly core?: string;
}

const circle = (r: number) => `M0-${r}a${r} ${r} 0 1 1 0 ${2 * r}a${r} ${r} 0 1 1 0-${2 * r}z`;

export const MARKS: Readonly<Record<MarkShape, MarkPath>> = {
  circle: { body: circle(7) },
  ring: { body: circle(7.2), core: circle(3) },
  square: { body: 'M-6.2-6.2h12.4v12.4h-12.4z' },
  diamond: { body: 'M0-8.6 8.6 0 0 8.6-8.6 0z' },
  triangle: { body: 'M0-8 8.2 6.2h-16.4z' },
  bar: { body: 'M-3.4-8.2h6.8v16.4h-6.8z' },
};
