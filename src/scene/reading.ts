/**
 * Where the reader is. One watcher serves the whole page, however many figures follow it: it finds the step at the
 * reading line and how far the reader is in it, once a frame and only while something changes.
 */
import { watchSteps } from './scroll.ts';
import { viewport } from './viewport.ts';

/** Where the reader is: shares run from 0 to 1. */
export interface Reading {
  /** The chapter at the reading line; the first one above it. */
  readonly chapter: string;
  /** The key of the last step that has reached the reading line; undefined before the first. */
  readonly step: string | undefined;
  /** The place of that step among all steps of the page, -1 before the first. */
  readonly place: number;
  /** How far the reading line is through that step. */
  readonly progress: number;
  /** The day whose doors the plan shows, an ISO day; undefined for the story's own. */
  readonly doors: string | undefined;
  readonly chapterProgress: number;
  readonly storyProgress: number;
}

type Listener = (reading: Reading) => void;

/** Something that knows where the reader is. */
export interface ReadingSource {
  /** Where the reader is now. */
  now(): Reading;
  /** The place of each step among all steps of the page, by its key. */
  readonly places: ReadonlyMap<string, number>;
  stop(): void;
}

/** Starts a source; it calls `changed` whenever the reading is another one. */
export type StartSource = (changed: Listener) => ReadingSource;

const listeners = new Set<Listener>();
let start: StartSource = watch;
let watching: ReadingSource | undefined;

/**
 * Follows the reader through the page.
 *
 * @param listener called at once, and then after each frame in which the reading changed
 * @returns a function that stops following
 */
export function followReading(listener: Listener): () => void {
  listeners.add(listener);
  if (!watching) {
    watching = start(tell);
    // Islands wake while the page is still arriving: what is not there yet is looked for when it is.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', watchAnew, { once: true });
    }
  }
  listener(watching.now());
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    watching?.stop();
    watching = undefined;
  };
}

/**
 * Lets another source say where the reader is, instead of the scroll: to all who follow, and to all who will.
 *
 * @returns a function that hands the reading back to the scroll
 */
export function takeOver(source: StartSource): () => void {
  start = source;
  watchAnew();
  return () => {
    if (start !== source) return;
    start = watch;
    watchAnew();
  };
}

function tell(reading: Reading): void {
  for (const listener of listeners) listener(reading);
}

function watchAnew(): void {
  if (!watching) return;
  watching.stop();
  watching = start(tell);
  tell(watching.now());
}

/**
 * The reader's position in a scene.
 *
 * @param reading where the reader is
 * @param keys the keys of the scene's steps, in order
 * @returns the index of the step in the scene and the progress in it: the start of the first step for a reader who
 *   has not come to the scene, the end of the last for one who has passed it
 */
export function positionIn(
  reading: Reading,
  keys: readonly string[],
): { readonly index: number; readonly progress: number } {
  const index = reading.step === undefined ? -1 : keys.indexOf(reading.step);
  if (index >= 0) return { index, progress: reading.progress };
  const first = watching?.places.get(keys[0] ?? '') ?? Infinity;
  return reading.place < first ? { index: 0, progress: 0 } : { index: keys.length - 1, progress: 1 };
}

const share = (part: number, whole: number) => Math.min(1, Math.max(0, whole > 0 ? part / whole : 0));

/** The reading line as a share of the viewport, which the style sheet knows: it differs with the page's layout. */
function readingLine(): number {
  const value = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
  return value > 0 && value < 1 ? value : 0.5;
}

function watch(changed: Listener): ReadingSource {
  const steps = [...document.querySelectorAll<HTMLElement>('[data-step]')];
  const chapters = [...document.querySelectorAll<HTMLElement>('[data-chapter]')];
  const places = new Map(steps.map((step, place) => [step.dataset['step'] ?? '', place]));
  const stopping = new AbortController();
  let line = readingLine();
  let place = -1;
  let chapterPlace = 0;
  let frame = 0;

  /** The last element whose top has reached the line, looked for from where it was. */
  function lastReached(elements: readonly HTMLElement[], from: number, least: number, y: number): number {
    const top = (index: number) => elements[index]?.getBoundingClientRect().top ?? Infinity;
    let index = Math.max(from, least);
    while (index + 1 < elements.length && top(index + 1) <= y) index += 1;
    while (index > least && top(index) > y) index -= 1;
    return index;
  }

  function measure(): Reading {
    const { top, height } = viewport.seen();
    const y = top + line * height;
    place = lastReached(steps, place, -1, y);
    chapterPlace = lastReached(chapters, chapterPlace, 0, y);
    const step = steps[place];
    const chapter = chapters[chapterPlace];
    const box = step?.getBoundingClientRect();
    const section = chapter?.getBoundingClientRect();
    const id = chapter?.dataset['chapter'] ?? '';
    const inChapter = step !== undefined && chapter?.contains(step);
    return {
      chapter: id,
      step: step?.dataset['step'],
      place,
      progress: box ? share(y - box.top, box.height) : 0,
      doors: inChapter ? step.dataset['doors'] : undefined,
      chapterProgress: section ? share(y - section.top, section.height) : 0,
      storyProgress: share(scrollY + top, document.documentElement.scrollHeight - height),
    };
  }

  let reading = measure();

  function settle(): void {
    frame = 0;
    const next = measure();
    const same = (Object.keys(next) as (keyof Reading)[]).every((key) => next[key] === reading[key]);
    if (same) return;
    reading = next;
    changed(reading);
  }

  const wake = () => (frame ||= requestAnimationFrame(settle));
  const scroller = watchSteps(steps, line, wake);
  const remeasure = () => {
    line = readingLine();
    scroller.measure(line);
    wake();
  };
  const sizes = new ResizeObserver(remeasure);
  sizes.observe(document.body);
  addEventListener('scroll', wake, { passive: true, signal: stopping.signal });
  addEventListener('resize', remeasure, { signal: stopping.signal });

  return {
    places,
    now: measure,
    stop() {
      cancelAnimationFrame(frame);
      stopping.abort();
      sizes.disconnect();
      scroller.stop();
    },
  };
}
