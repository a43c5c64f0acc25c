/** Shares the height that a frame has left among the steps of the story. */

export interface SceneHeights {
  /** px that the scene needs however low its steps are: the stage's height where it stands beside them, else 0. */
  readonly least: number;
  /** px that each step's text needs. */
  readonly steps: readonly number[];
}

/** How much higher the scenes are, in px, when every step is at least `step` px high. */
export function growth(scenes: readonly SceneHeights[], step: number): number {
  const height = ({ least, steps }: SceneHeights, at: number) =>
    Math.max(
      least,
      steps.reduce((sum, each) => sum + Math.max(each, at), 0),
    );
  return scenes.reduce((sum, scene) => sum + height(scene, step) - height(scene, 0), 0);
}

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
