/**
 * What the reader sees of the page: the window, unless a frame knows better. In a frame that is as tall as its page
 * the window is all of the page, and the reader sees a part of it.
 */

/** In px of the window. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

export const viewport = {
  /** The part that is seen now. Whoever puts another function here tells of each move by a scroll event. */
  seen: (): Viewport => ({ top: 0, height: innerHeight }),
};
