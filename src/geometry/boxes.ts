/** Boxes on a drawing, px: what covers what, and what gives way where two meet. */
import { clamp, soft } from './scale.ts';
import { percent, presence, round } from './timeline.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A box by its corner and size. */
export const frameOf = ({ left, top, right, bottom }: Box) => ({
  x: round(left),
  y: round(top),
  width: round(right - left),
  height: round(bottom - top),
});

/** px over which a label that leaves the frame, or meets another on the way, goes. */
const YIELD = 14;

/**
 * How visible labels are: by their weight, less where they leave the frame, less where they run into another on the
 * way from state to state (of two, the one with less weight gives way; of equals, the later).
 */
export function visibility(
  labels: readonly { readonly weight: number }[],
  boxes: readonly Box[],
  frame: Box,
): number[] {
  return labels.map(({ weight }, i) => {
    const box = boxes[i];
    const own = presence(weight);
    if (!box || own === 0) return 0;
    const inside = Math.min(
      box.left - frame.left,
      frame.right - box.right,
      box.top - frame.top,
      frame.bottom - box.bottom,
    );
    const met = boxes.reduce((most, other, j) => {
      const rival = labels[j]?.weight ?? 0;
      const yields = j !== i && presence(rival) > 0 && (rival > weight || (rival === weight && j < i));
      return yields ? Math.max(most, overlap(box, other)) : most;
    }, 0);
    return percent(own * soft(inside, -0.01, YIELD) * soft(-met, -0.01, YIELD));
  });
}

/** How deep two boxes overlap, px; 0 where they do not. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.max(0, Math.min(across, down));
}

/** Whether one box lies wholly in another. */
export const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

/** A box with a margin around it. */
export const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

export interface Segment {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

/** The line from a mark to the nearest point of its label's box. */
export function leaderOf(x: number, y: number, box: Box): Segment {
  return {
    fromX: x,
    fromY: y,
    toX: clamp(x, box.left, box.right),
    toY: clamp(y, box.top, box.bottom),
  };
}
