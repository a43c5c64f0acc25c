/** Shares the height that a frame has left among the steps of the story. */
import { growth, type SceneHeights } from './needs.ts';

/**
 * @param scenes those of the page
 * @param extra px to share
 * @returns the least height of every step, in px, that uses up no more than `extra`
 */
export function spread(scenes: readonly SceneHeights[], extra: number): number {
  if (extra <= 0 || scenes.every(({ steps }) => steps.length === 0)) return 0;
  let [low, high] = [0, extra + Math.max(...scenes.flatMap(({ least, steps }) => [least, ...steps]))];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (growth(scenes, middle) <= extra) low = middle;
    else high = middle;
  }
  return Math.floor(low);
}
