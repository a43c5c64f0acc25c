/** Finds the embeds of a page, also those that come later, and stops those that go. */
import type { Bases } from './allow.ts';
import { mount } from './mount.ts';

/**
 * For as long as the page is there.
 *
 * @param bases what the addresses must lie under
 */
export function watchPage(bases: Bases): void {
  const started = new Map<HTMLElement, () => void>();

  function look(): void {
    for (const [element, stop] of started) {
      if (!element.isConnected) {
        stop();
        started.delete(element);
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>(
      '[data-story-embed],a[data-story-src],iframe',
    )) {
      // What stands in a block is its frame, or its link.
      if (started.has(element) || element.parentElement?.closest('[data-story-embed],story-embed')) continue;
      const stop = mount(element, bases);
      if (stop) started.set(element, stop);
    }
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}
