/** Plays a figure's states as the reader scrolls through the steps of its scene. */
import { untrack } from 'svelte';
import { motionAllowed, prepareMotion, tween } from './motion.ts';
import { followReading, positionIn } from './reading.ts';
import { viewport } from './viewport.ts';

/** What a figure tells its playback: all pure. */
export interface Score<V> {
  /** The `data-step` keys of the scene's steps, in order. */
  readonly keys: readonly string[];
  /** The view of a step with the reader `progress` (0 to 1) into it; at 1 it is complete. */
  readonly at: (index: number, progress: number) => V;
  /** The view between two, `t` from 0 (the first) to 1 (the second). */
  readonly mix: (a: V, b: V, t: number) => V;
}

const TWEEN_SECONDS = 0.8;

/** The part of a step's progress that is scrubbed: the text is on its way in before, on its way out after. */
const SCRUB_FROM = 0.08;
const SCRUB_TO = 0.42;

const scrubbed = (progress: number) =>
  Math.min(1, Math.max(0, (progress - SCRUB_FROM) / (SCRUB_TO - SCRUB_FROM)));

/**
 * A figure's view over time. Inside a step the view follows the reader both ways; between steps it moves to the next
 * state. Without motion each step shows its complete state at once.
 */
export class Playback<V> {
  readonly #score: Score<V>;
  #progress = 1;
  #stopTween: () => void = () => {};

  /** What is to be drawn. */
  view: V;
  /** The step whose state is shown or moved to. */
  index = $state(0);
  /** A move between two states is under way. */
  moving = $state(false);
  /** The figure's script runs. */
  ready = $state(false);

  constructor(score: Score<V>) {
    this.#score = score;
    this.view = $state.raw(score.at(0, 1));
  }

  get key(): string {
    return this.#score.keys[this.index] ?? '';
  }

  /** An attachment for the figure's root: starts following the reader, gives back the way to stop. */
  readonly follow = (figure: HTMLElement): (() => void) => {
    let first = true;
    // The first reading comes at once: what it reads must not make the attachment start over at each step.
    const stop = untrack(() =>
      followReading((reading) => {
        const { index, progress } = positionIn(reading, this.#score.keys);
        this.#go(index, progress, !first && inSight(figure));
        first = false;
      }),
    );
    this.ready = true;
    if (motionAllowed()) prepareMotion();
    return () => {
      stop();
      this.#stopTween();
      this.moving = false;
      this.ready = false;
    };
  };

  #go(index: number, progress: number, seen: boolean): void {
    const still = !motionAllowed();
    this.#progress = still ? 1 : scrubbed(progress);
    if (index === this.index || still || !seen) {
      if (this.moving && index === this.index && !still) return; // the running move reads the progress itself
      this.#stopTween();
      this.moving = false;
      this.index = index;
      this.view = this.#score.at(index, this.#progress);
      return;
    }
    const from = this.view;
    this.#stopTween();
    this.index = index;
    this.moving = true;
    this.#stopTween = tween(
      TWEEN_SECONDS,
      (t) => (this.view = this.#score.mix(from, this.#score.at(this.index, this.#progress), t)),
      () => {
        this.view = this.#score.at(this.index, this.#progress);
        this.moving = false;
      },
    );
  }
}

function inSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const seen = viewport.seen();
  return bottom > seen.top && top < seen.top + seen.height;
}
