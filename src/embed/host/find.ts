/** Finds the embeds of a page, also those that come later, and stops those that go. */
import type { Bases } from './allow.ts';
import { mount } from './mount.ts';

/**
 * For as long as the page is there.
 *
 * @param bases what the addresses must lie under
 */
export function watchPage(bases: Bases): void {
  const started = new Map<Element, () => void>();

  function start(element: HTMLElement): void {
    const stop = !started.has(element) && mount(element, bases);
    if (stop) started.set(element, stop);
  }

  function look(): void {
    for (const [element, stop] of started) {
      if (!element.isConnected) {
        stop();
        started.delete(element);
      }
    }
    // What stands in a block is its frame, or its link.
    document
      .querySelectorAll<HTMLElement>(
        ':is([data-story-embed],a[data-story-src],iframe):not([data-story-embed] *,story-embed *)',
      )
      .forEach(start);
  }

  // For hosts that like elements: inside it is the same frame.
  customElements.define(
    'story-embed',
    class extends HTMLElement {
      connectedCallback() {
        start(this);
      }
    },
  );
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}
