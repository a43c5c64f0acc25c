/** The two layouts of a chart. */
import type { Frame } from './chart.ts';

export const wide: Frame = {
  name: 'wide',
  width: 820,
  height: 480,
  range: { start: 2, end: 748 },
  title: 18,
  text: 17.6,
  heading: 30,
  headingLine: 16,
  rows: 46,
  gap: 18,
  foot: 436,
  axis: 448,
  axisLine: 22.5,
  tickGap: 7,
};

export const narrow: Frame = {
  name: 'narrow',
  width: 360,
  height: 336,
  range: { start: 2, end: 299 },
  title: 15.6,
  text: 15.2,
  heading: 22,
  headingLine: 14,
  rows: 57,
  gap: 10,
  foot: 301,
  axis: 310,
  axisLine: 18.5,
  tickGap: 4,
};
