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

export interface Pin {
  /** Makes the block as tall as the story, px, and looks anew at what is around it. */
  fit(height: number): void;
  /** Holds the frame where the reader is now. */
  hold(): Held;
  /** Scrolls the block by so many px. */
  scroll(top: number, behavior?: ScrollBehavior): void;
}

export interface Held {
  /** px, of the view in the window. */
  readonly top: number;
  /** px that the block's top is above the view's. */
  readonly past: number;
  /** px into the story: `past`, but not under 0 or over `room` where the reader is beside it. */
  readonly y: number;
  /** px between the story's first and last position. */
  readonly room: number;
  /** Whether anything of the block is in view. */
  readonly visible: boolean;
}

export const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

export function pinIn(block: HTMLElement, frame: HTMLElement, set: SetStyles): Pin {
  /** Before the story has said its height nothing is held. */
  let way = -1;
  let [scroller, guilty] = around(block);

  const scroll = (top: number, behavior: ScrollBehavior = 'instant') => {
    (scroller ?? window).scrollBy({ top, behavior });
  };

  return {
    hold() {
      for (;;) {
        const box = block.getBoundingClientRect();
        const top = scroller ? scroller.getBoundingClientRect().top : 0;
        const room = Math.max(box.height - frame.clientHeight, 0);
        const past = top - box.top;
        const y = clamp(past, 0, room);
        if (way >= FIXED) {
          // In its block's own width it would grow while it is fixed, say so, and grow.
          const fixed = way === FIXED && y === past;
          set(
            frame,
            fixed
              ? `position:fixed;top:${top}px;left:${box.left}px;width:${box.width}px`
              : `position:absolute;top:${y}px;left:0;width:100%`,
          );
        }
        if (
          y !== past ||
          way < 0 ||
          way === MOVED ||
          Math.abs(frame.getBoundingClientRect().top - top) <= TOLERANCE
        ) {
          return { top, past, y, room, visible: past < box.height && box.top < innerHeight };
        }
        if (++way === CLIPPED) {
          for (const parent of guilty) set(parent, 'overflow:clip');
          // Margins collapse through it now, which the reader must not see.
          scroll(block.getBoundingClientRect().top - box.top);
        }
      }
    },
    fit(height) {
      const px = clamp(height, HEIGHT_LEAST, HEIGHT_MOST) + 'px';
      set(
        block,
        `display:block;position:relative;height:${px};max-height:none;padding:0;border:0;overflow:visible;overflow-anchor:none;transition:none`,
      );
      [scroller, guilty] = around(block);
      way = 0;
      // A transparent story says that it is light, whatever its theme: where the two differ it gets an opaque ground.
      set(
        frame,
        `all:initial;color-scheme:light;display:block;position:sticky;top:0;width:100%;height:min(${scroller ? scroller.clientHeight + 'px' : '100svh'},${px})`,
      );
    },
    scroll,
  };
}
