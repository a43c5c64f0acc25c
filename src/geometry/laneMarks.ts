/** The lower halves of marks, for those that are filled to half: the same size and origin as in `marks.ts`. */
import type { MarkShape } from '../model/types.ts';

export const HALVES: Readonly<Record<MarkShape, string>> = {
  circle: 'M-7 0a7 7 0 0 0 14 0z',
  ring: 'M-3 0a3 3 0 0 0 6 0z',
  square: 'M-6.2 0h12.4v6.2h-12.4z',
  diamond: 'M-8.6 0 0 8.6 8.6 0z',
  triangle: 'M-4.6 0 -8.2 6.2h16.4L4.6 0z',
  bar: 'M-3.4 0v8.2h6.8v-8.2z',
};
