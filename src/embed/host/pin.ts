/**
 * Keeps the frame still in the view while its block passes. Whether it holds is measured, never assumed: where a
 * way fails the next is taken. By itself it sticks; then with the overflow around it clipped instead of hidden; then
 * fixed while the block spans the view; at last moved with every scroll, which trembles.
 */
import { HEIGHT_LEAST, HEIGHT_MOST } from '../protocol/index.ts';
import { around } from './page.ts';
import type { SetStyles } from './styles.ts';

const CLIPPED = 1;
const FIXED = 2;
const MOVED = 3;

/** px that a frame may lie off before it counts as not held. */
const TOLERANCE = 2;

/** A list where names would be plainer: each name of a property counts among the loader's bytes. */
export type Pin = readonly [
  /** Holds the frame where the reader is now. */
  hold: () => Held,
  /** Makes the block as tall as the story, px, and looks anew at what is around it. */
  fit: (height: number) => void,
  /** Scrolls the block by so many px. */
  scroll: (top: number, behavior?: ScrollBehavior) => void,
];

export type Held = readonly [
  /** px into the story: `past`, but not under 0 or over `room` where the reader is beside it. */
  y: number,
  /** Whether anything of the block is in view. */
  visible: boolean,
  /** px that the block's top is above the view's. */
  past: number,
  /** px between the story's first and last position. */
  room: number,
  /** px, of the view in the window. */
  top: number,
];

export const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

export function pinIn(block: HTMLElement, frame: HTMLElement, set: SetStyles): Pin {
  /** Before the story has said its height nothing is held. */
  let way = -1;
  /** The styles that hold it on the last two ways: set again they would be heard of, and looked after, again. */
  let held = '';
  let [guilty, scroller] = around(block);

  const scroll = (top: number, behavior: ScrollBehavior = 'instant') => {
    (scroller ?? window).scrollBy({ top, behavior });
  };

  return [
    () => {
      for (;;) {
        const box = block.getBoundingClientRect();
        // A border is not of the view.
        const top = scroller ? scroller.getBoundingClientRect().top + scroller.clientTop : 0;
        const room = box.height - frame.clientHeight;
        const past = top - box.top;
        const y = clamp(past, 0, room);
        if (way >= FIXED) {
          // In its block's own width it would grow while it is fixed, say so, and grow.
          const fixed = way === FIXED && !scroller && y === past;
          const css = fixed
            ? `position:fixed;top:${top}px;left:${box.left}px;width:${box.width}px`
            : `position:absolute;top:${y}px;left:0;width:100%`;
          if (css !== held) set(frame, (held = css));
        }
        if (y !== past || way < 0 || way === MOVED || top - frame.getBoundingClientRect().top <= TOLERANCE) {
          return [y, past < box.height && box.top < innerHeight, past, room, top];
        }
        if (++way === CLIPPED) {
          for (const parent of guilty) set(parent, 'overflow:clip');
          // Margins collapse through it now, which the reader must not see.
          scroll(block.getBoundingClientRect().top - box.top);
        }
      }
    },
    (height) => {
      const px = clamp(height, HEIGHT_LEAST, HEIGHT_MOST) + 'px';
      set(
        block,
        `display:block;position:relative;height:${px};max-height:none;padding:0;border:0;overflow:visible;overflow-anchor:none;transition:none`,
      );
      [guilty, scroller] = around(block);
      way = 0;
      held = '';
      // A transparent story says that it is light, whatever its theme: where the two differ it gets an opaque ground.
      set(
        frame,
        `all:initial;overflow-anchor:none;color-scheme:light;display:block;position:sticky;top:0;width:100%;height:min(${scroller ? scroller.clientHeight + 'px' : '100svh'},${px})`,
      );
    },
    scroll,
  ];
}
