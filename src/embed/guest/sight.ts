/**
 * What the reader sees of a frame that nobody tells: the frame observes its own crossing with the window again and
 * again while it is in sight, and not at all while it is not.
 */

/** Observations without a change after which they come slower, and ms between them then. */
const QUIET = 45;
const PAUSE = 100;

/**
 * Watches.
 *
 * @param onSight called with the upper and the lower edge of what is seen, in px of the frame, when they change
 * @returns `wake`, to be called when something is likely to move, and `stop`
 */
export function watchSight(onSight: (top: number, bottom: number) => void): {
  wake: () => void;
  stop: () => void;
} {
  const root = document.documentElement;
  const stopping = new AbortController();
  let [top, bottom] = [NaN, NaN];
  let quiet = 0;
  let timer = 0;
  let inSight = false;

  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1);
    inSight = entry?.isIntersecting ?? false;
    // Out of sight it is left observing: that tells when it comes back, and costs nothing until then.
    if (!entry || !inSight) return;
    const box = entry.intersectionRect;
    if (box.top === top && box.bottom === bottom) quiet += 1;
    else {
      quiet = 0;
      [top, bottom] = [box.top, box.bottom];
      onSight(top, bottom);
    }
    if (quiet < QUIET) again();
    else timer = window.setTimeout(again, PAUSE);
  });

  /** To observe anew is to be told anew, with the next frame. */
  function again(): void {
    clearTimeout(timer);
    observer.unobserve(root);
    observer.observe(root);
  }

  function wake(): void {
    if (inSight && quiet >= QUIET) again();
    quiet = 0;
  }

  again();
  for (const name of ['wheel', 'touchmove', 'keydown', 'focusin'])
    addEventListener(name, wake, { signal: stopping.signal, passive: true });
  return {
    wake,
    stop() {
      stopping.abort();
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}
