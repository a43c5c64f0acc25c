/**
 * Stands in for the library that moves things, where every byte is counted: of all that it can, pages use the move of
 * one number, eased at both ends. The same curve in the same time.
 */
interface Move {
  t: number;
  duration: number;
  onUpdate: () => void;
  onComplete: () => void;
}

/** Half of the way with growing speed, half with falling, by the third power. */
const eased = (share: number) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

export default {
  /** @returns the move, with the way to stop it */
  to(mix: { t: number }, { t, duration, onUpdate, onComplete }: Move): { kill: () => void } {
    const from = mix.t;
    let begun: number | undefined;
    let frame = requestAnimationFrame(function step(now) {
      begun ??= now;
      const share = Math.min(1, (now - begun) / 1000 / duration);
      mix.t = from + (t - from) * eased(share);
      onUpdate();
      if (share < 1) frame = requestAnimationFrame(step);
      else onComplete();
    });
    return { kill: () => cancelAnimationFrame(frame) };
  },
};
