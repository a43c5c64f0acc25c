/**
 * The frame is as high as the reader's window and stays there, and the host says how far the story has come: the
 * story scrolls itself to it, and everything works as on the site.
 */
import type { GuestMessage, SeekReason } from '../protocol/index.ts';
import { rememberPlace } from './place.ts';

type Layout = Omit<Extract<GuestMessage, { type: 'layout' }>, 'type'>;

export interface Pinned {
  /** The host has the reader `y` px into the layout `rev`; into the last one where it counts none. */
  readonly follow: (y: number, rev?: number) => void;
  /** Goes to an anchor; what is none is passed over. */
  readonly go: (anchor: string) => void;
  /** Tells the layout again, changed or not. */
  readonly measure: () => void;
  readonly stop: () => void;
}

/** ms in which what the host says may still be older than what the story asked for. */
const ASKING = 400;

/** ms after a focus or an anchor in which a scroll belongs to it. */
const CAUSE = 200;

/**
 * Pins the story.
 *
 * @param onLayout called at once and whenever the layout changes
 * @param onSeek called when the story was scrolled from within, with the position in px
 */
export function pin(
  onLayout: (layout: Layout) => void,
  onSeek: (y: number, reason: SeekReason) => void,
): Pinned {
  const root = document.documentElement;
  const stopping = new AbortController();
  const { signal } = stopping;
  const place = rememberPlace();
  let rev = 0;
  let told = '';
  let most = 0;
  let expected = 0;
  let asked: { readonly y: number; later?: number } | undefined;
  let asking = 0;
  let cause: SeekReason = 'inner';
  let causing = 0;
  /** Where an anchor led to, until the reader scrolls on: a new layout leads there again. */
  let goal: Element | undefined;
  let soon = 0;

  function scroll(y: number): void {
    scrollTo({ top: y, behavior: 'instant' });
    expected = scrollY;
    place.remember();
  }

  /** By itself: `scrollIntoView` would have the browser scroll the host as well, which knows nothing of what sticks here. */
  function goTo(target: Element): void {
    const over =
      parseFloat(getComputedStyle(root).scrollPaddingTop) +
      parseFloat(getComputedStyle(target).scrollMarginTop);
    scrollBy({ top: target.getBoundingClientRect().top - over, behavior: 'instant' });
  }

  /** Whether something within has scrolled the story; if so the host is asked to follow. */
  function wandered(): boolean {
    if (Math.abs(scrollY - expected) <= 1) return false;
    seek();
    return true;
  }

  /** Asks the host to come to where the story is. */
  function seek(): void {
    expected = scrollY;
    place.remember();
    asked = { y: expected };
    clearTimeout(asking);
    // A host that can not or will not follow has the last word.
    asking = window.setTimeout(() => {
      const later = asked?.later;
      asked = undefined;
      if (later !== undefined) scroll(later);
    }, ASKING);
    onSeek(expected, cause);
  }

  function measure(again = false): void {
    const layout = { height: root.scrollHeight, width: innerWidth, viewport: innerHeight };
    const now = Object.values(layout).join();
    const changed = now !== told;
    if (!changed && !again) return;
    let keep = -1;
    if (changed && goal) {
      goTo(goal);
      keep = scrollY;
    } else if (changed && told !== '' && expected > 0 && expected < most - 1) {
      // Whoever has not come to the story yet, or is past it, has no place in it to keep.
      const y = Math.max(0, Math.min(place.back(), layout.height - layout.viewport));
      if (Math.abs(y - expected) > 1) keep = y;
    }
    told = now;
    most = layout.height - layout.viewport;
    if (changed) rev += 1;
    if (keep < 0) expected = scrollY;
    else scroll(keep);
    onLayout({ rev, ...layout, keep });
    // Whom a link has sent here may not have come to the story yet: no layout moves them.
    if (changed && goal) seek();
  }

  function because(reason: SeekReason): void {
    cause = reason;
    clearTimeout(causing);
    causing = window.setTimeout(() => (cause = 'inner'), CAUSE);
  }

  // Off screen a frame's sizes are not observed, but what changes in it is.
  const later = () => {
    clearTimeout(soon);
    soon = window.setTimeout(measure, 100);
  };
  const sizes = new ResizeObserver(() => measure());
  const nodes = new MutationObserver(later);
  root.dataset['embedLayout'] = 'pinned';
  // At first the frame may still be as tall as the story.
  root.style.setProperty('--view', `min(100svh, ${screen.height}px)`);
  measure();
  sizes.observe(document.body);
  nodes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['open'] });
  addEventListener('resize', () => measure(), { signal });
  addEventListener('scroll', wandered, { signal, passive: true });
  addEventListener('focusin', () => because('focus'), { signal });
  addEventListener('load', later, { signal, capture: true });
  document.fonts.addEventListener('loadingdone', later, { signal });

  return {
    follow(y, of = rev) {
      if (of !== rev) return;
      if (asked && Math.abs(y - asked.y) > 2) {
        asked.later = y;
        return;
      }
      asked = undefined;
      if (wandered()) return;
      if (Math.abs(y - expected) > 2) goal = undefined;
      scroll(y);
    },
    go(anchor) {
      const target = document.getElementById(anchor);
      if (!target) return;
      because('anchor');
      goal = target;
      goTo(target);
      wandered();
    },
    measure: () => measure(true),
    stop() {
      stopping.abort();
      root.style.removeProperty('--view');
      sizes.disconnect();
      nodes.disconnect();
      for (const timer of [asking, causing, soon]) clearTimeout(timer);
    },
  };
}
