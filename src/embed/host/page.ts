/** What the host's page does around a block: who scrolls it, who keeps it from sticking, what lies over its top. */

export type Surroundings = readonly [
  /** The elements in between that make a scroll container where nothing scrolls. */
  guilty: readonly HTMLElement[],
  /** The element that scrolls the block; undefined for the window. */
  scroller?: HTMLElement,
];

export function around(block: HTMLElement): Surroundings {
  const guilty: HTMLElement[] = [];
  const root = document.documentElement;
  let parent: HTMLElement | null = block;
  while ((parent = parent.parentElement) && parent !== root) {
    // The window takes the body's overflow over, unless the root has its own.
    if (parent === document.body && getComputedStyle(root).overflow === 'visible') break;
    const { overflow } = getComputedStyle(parent);
    if (/auto|scroll/.test(overflow) && parent.scrollHeight > parent.clientHeight + 1)
      return [guilty, parent];
    // What scrolls sideways must go on doing so.
    if (/^hidden/.test(overflow)) guilty.push(parent);
  }
  return [guilty];
}

/**
 * How far the host's own header covers the view.
 *
 * @param top of the view, px in the window
 * @returns px; undefined where none does
 */
export function insetOver(frame: HTMLElement, top: number): number | undefined {
  for (const over of document.elementsFromPoint(innerWidth / 2, top + 1)) {
    const { bottom } = over.getBoundingClientRect();
    // What covers half of the window is no header.
    if (frame !== over && bottom < innerHeight / 2 && /fixed|sticky/.test(getComputedStyle(over).position))
      return bottom - top;
  }
  return undefined;
}
