/**
 * The frame is as tall as the story: it lies over all of the frame, and what sticks to the window on the site is moved
 * along with what the reader sees.
 */
import { viewport, type Viewport } from '../../scene/viewport.ts';
import { readNeeds } from './needs.ts';
import { watchSight } from './sight.ts';
import { spread } from './spread.ts';

/** px: in a lower window the figure does not stay, as on the site. */
const STAYS_FROM = 480;

/** Where a stage may go: px from its place. */
interface Way {
  readonly stage: HTMLElement;
  readonly top: number;
  readonly height: number;
  readonly most: number;
  readonly beside: boolean;
}

export interface Tall {
  /** The host says what the reader sees, in px of the frame. */
  readonly tell: (seen: Viewport) => void;
  /** Shares the height anew. */
  readonly arrange: () => void;
  readonly stop: () => void;
}

/** Lays the story out over the frame and follows the reader. */
export function layTall(): Tall {
  const root = document.documentElement;
  const strip = document.querySelector<HTMLElement>('.top');
  const own = viewport.seen;
  let ways: readonly Way[] = [];
  let stripTop = 0;
  let stripHeight = 0;
  // The window's height is a guess until both its edges cross the frame.
  let seen: Viewport = { top: 0, height: Math.min(innerHeight, 0.8 * screen.availHeight) };

  function arrange(): void {
    const { height, scenes } = readNeeds();
    const left = innerHeight - height - 2;
    root.style.setProperty('--step', `${spread(scenes, left)}px`);
    root.style.setProperty('--over', `${Math.max(0, -left)}px`);
    if (strip) strip.style.transform = '';
    for (const { stage } of scenes) stage.style.transform = '';
    stripTop = strip?.getBoundingClientRect().top ?? 0;
    stripHeight = strip?.getBoundingClientRect().height ?? 0;
    ways = scenes.map(({ element, stage, beside }) => {
      const box = stage.getBoundingClientRect();
      const most = element.getBoundingClientRect().bottom - box.bottom;
      return { stage, beside, top: box.top, height: box.height, most: Math.max(0, most) };
    });
    move();
  }

  function move(): void {
    const stays = seen.height >= STAYS_FROM;
    const at = (y: number, most: number) =>
      `translateY(${stays ? Math.round(Math.max(0, Math.min(y, most))) : 0}px)`;
    const put = (element: HTMLElement, transform: string) => {
      if (element.style.transform !== transform) element.style.transform = transform;
    };
    if (strip) put(strip, at(seen.top - stripTop, innerHeight - stripTop - stripHeight));
    for (const { stage, beside, top, height, most } of ways) {
      const free = seen.height - stripHeight - height;
      put(stage, at(seen.top + stripHeight + (beside ? Math.max(0, free / 2) : 0) - top, most));
    }
    // Whoever reads where the reader is listens for scrolling, which a frame as tall as its page never does.
    document.dispatchEvent(new Event('scroll', { bubbles: true }));
  }

  const sight = watchSight((top, bottom) => {
    const [fromWindow, toWindow] = [top > 1, bottom < innerHeight - 1];
    const height = fromWindow && toWindow ? bottom - top : Math.max(seen.height, bottom - top);
    // Where an edge of the frame is in sight, only the other edge is the window's.
    const from = fromWindow ? top : toWindow ? bottom - height : (innerHeight - height) / 2;
    seen = { top: from, height };
    move();
  });

  arrange();
  viewport.seen = () => seen;
  // What opens, grows or comes later takes its height from the steps.
  let soon = 0;
  const sizes = new ResizeObserver(() => {
    clearTimeout(soon);
    soon = window.setTimeout(arrange, 50);
  });
  for (const element of [document.body, ...ways.map(({ stage }) => stage)]) sizes.observe(element);

  return {
    arrange,
    tell(told) {
      seen = told;
      sight.wake();
      move();
    },
    stop() {
      sizes.disconnect();
      clearTimeout(soon);
      sight.stop();
      viewport.seen = own;
      for (const element of [strip, ...ways.map(({ stage }) => stage)])
        element?.style.removeProperty('transform');
    },
  };
}
