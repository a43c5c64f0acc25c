/** What the two layouts of the timeline share: piles, marks, the softening of labels that meet on the way. */
import { heaps, pile, type Bead } from './dodge.ts';
import { mixNumber, type Range } from './scale.ts';
import {
  HALF,
  inRange,
  percent,
  round,
  type Arrangement,
  type Chart,
  type MarkSpot,
  type TimelineView,
} from './timeline.ts';

export { frameOf, visibility, type Box } from './boxes.ts';

/** Sizes of marks without labels, relative to those with one: the first that lets the piles fit is taken. */
const SIZES = [0.68, 0.58, 0.48] as const;
/** px between marks that lie side by side or on each other. */
const GAP = 1.5;

/**
 * Piles up the marks of each lane.
 *
 * @param lanes the indices of the events in each
 * @param labelled the indices of the events with a label
 * @param reach how far from its side of the axis a mark may lie, px
 */
export function pileMarks(
  lanes: readonly (readonly number[])[],
  places: readonly Range[],
  range: Range,
  labelled: ReadonlySet<number>,
  reach: number,
): Pick<Arrangement, 'lifts' | 'small'> {
  const seen = (index: number) => inRange(places[index]?.start ?? NaN, range, 0) > 0;
  const liftsFor = (small: number) => {
    const lifts = new Array<number>(places.length).fill(0);
    for (const own of lanes) {
      const beads = own.map((index): Bead => {
        const top = labelled.has(index);
        // What is out of view must not lift what is seen.
        const turn = seen(index) ? 0 : 1;
        return { at: places[index]?.start ?? 0, half: top ? HALF : HALF * small, turn, top };
      });
      const heights = pile(beads, GAP);
      // A pile that is too high even so is pressed together.
      for (const heap of heaps(beads, GAP)) {
        const highest = Math.max(...heap.map((i) => heights[i] ?? 0));
        const press = fits(highest) || small > LEAST ? 1 : reach / highest;
        for (const i of heap) lifts[own[i] ?? -1] = (heights[i] ?? 0) * press;
      }
    }
    return lifts;
  };
  const fits = (height: number) => height <= reach + 1e-6;
  for (const small of SIZES) {
    const lifts = liftsFor(small);
    if (lifts.every((lift, index) => fits(lift) || !seen(index))) return { lifts, small };
  }
  return { lifts: liftsFor(LEAST), small: LEAST };
}

const LEAST = SIZES[2];

/** The indices of the events above the axis and below it. */
export const lanesOf = (chart: Chart): number[][] =>
  (['above', 'below'] as const).map((lane) =>
    chart.events.flatMap((event, index) => (event.lane === lane ? [index] : [])),
  );

/** The marks in view. @param place gives x and y from px along the axis and from its side of the axis */
export function marksOf(
  chart: Chart,
  view: TimelineView,
  places: readonly Range[],
  { labels, small }: Arrangement,
  range: Range,
  margin: number,
  place: (index: number, at: number) => { readonly x: number; readonly y: number },
): MarkSpot[] {
  const weights = new Map(labels.map(({ event, weight }) => [event, weight]));
  const marks: MarkSpot[] = [];
  for (const [index, event] of chart.events.entries()) {
    const { start, end } = places[index] ?? range;
    const opacity = percent(inRange(start, range, margin * view.loose));
    if (opacity === 0) continue;
    const { x, y } = place(index, start);
    const scale = mixNumber(small, 1, weights.get(index) ?? 0);
    marks.push({
      event: index,
      x: round(x),
      y: round(y),
      scale: Math.round(scale * 1000) / 1000,
      opacity,
      past: !event.scheduled && event.date <= view.now + 1e-6,
      lasts: end - start > HALF ? round(Math.min(end, range.end + margin) - start) : 0,
    });
  }
  return marks;
}
