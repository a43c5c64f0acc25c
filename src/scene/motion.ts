/**
 * The one place that knows GSAP. It moves a single number from 0 to 1; what the number means is the caller's.
 * GSAP is loaded on first use, after the first paint, since a reader who never scrolls does not need it; and only
 * its core, since the half that knows style sheets would never be used.
 */

type Gsap = typeof import('gsap').gsap;

let loading: Promise<Gsap> | undefined;

function load(): Promise<Gsap> {
  return (loading ??= import('gsap/gsap-core.js').then((module) => module.default));
}

/** Starts loading the motion library, so that the first tween does not wait for it. */
export function prepareMotion(): void {
  load().catch(() => (loading = undefined));
}

/** Whether the reader welcomes motion; asked anew each time, since the setting can change while reading. */
export function motionAllowed(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Moves a number from 0 to 1, eased at both ends.
 *
 * @param seconds how long it takes
 * @param onUpdate called at most once a frame with the number
 * @param onDone called once when 1 has been reached; never after a stop
 * @returns a function that stops it where it is
 */
export function tween(seconds: number, onUpdate: (t: number) => void, onDone?: () => void): () => void {
  let stopped = false;
  let stop = () => {};
  const finish = () => {
    onUpdate(1);
    onDone?.();
  };
  load().then(
    (gsap) => {
      if (stopped) return;
      const mix = { t: 0 };
      const running = gsap.to(mix, {
        t: 1,
        duration: seconds,
        ease: 'power2.inOut',
        onUpdate: () => onUpdate(mix.t),
        onComplete: () => onDone?.(),
      });
      stop = () => running.kill();
    },
    () => {
      // The library did not arrive: the state must be complete without motion.
      loading = undefined;
      if (!stopped) finish();
    },
  );
  return () => {
    stopped = true;
    stop();
  };
}
