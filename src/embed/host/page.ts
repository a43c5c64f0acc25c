/** What the host's page does around a block: who scrolls it, who keeps it from sticking, what lies over its top. */

export interface Surroundings {
  /** The element that scrolls the block; undefined for the window. */
  readonly scroller: HTMLElement | undefined;
  /** The elements in between that make a scroll container where nothing scrolls. */
  readonly guilty: readonly HTMLElement[];
}

export function around(block: HTMLElement): Surroundings {
  const guilty: HTMLElement[] = [];
  const root = document.documentElement;
  let parent: HTMLElement | null = block;
  while ((parent = parent.parentElement) && parent !== root) {
    // The window takes the body's overflow over, unless the root has its own.
    if (parent === document.body && getComputedStyle(root).overflow === 'visible') break;
    const { overflowX, overflowY } = getComputedStyle(parent);
    const scrolls = (overflow: string, inside: number, room: number) =>
      /auto|scroll/.test(overflow) && inside > room + 1;
    const { clientHeight } = parent;
    if (scrolls(overflowY, parent.scrollHeight, clientHeight)) {
      // One that is taller than the block only scrolls what is beside it.
      if (clientHeight < block.offsetHeight) return { scroller: parent, guilty };
    } else if (
      /auto|scroll|hidden/.test(overflowY) &&
      !scrolls(overflowX, parent.scrollWidth, parent.clientWidth)
    ) {
      guilty.push(parent);
    }
  }
  return { scroller: undefined, guilty };
}

/**
 * How far the host's own header covers the frame.
 *
 * @param top of the view, px in the window
 * @returns px
 */
export function insetOver(frame: HTMLElement, top: number): number {
  const { left, width } = frame.getBoundingClientRect();
  let inset = 0;
  for (const over of document.elementsFromPoint(left + width / 2, top + 1)) {
    if (over === frame) break;
    const { bottom } = over.getBoundingClientRect();
    // What covers half of the window is no header.
    if (/fixed|sticky/.test(getComputedStyle(over).position) && bottom < innerHeight / 2) {
      inset = Math.max(inset, bottom - top);
    }
  }
  return inset;
}
