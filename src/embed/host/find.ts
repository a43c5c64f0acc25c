/** Finds the embeds of a page, also those that come later, and stops those that go. */
import type { Bases } from './allow.ts';
import { mount } from './mount.ts';

/** What the class of `story-embed` has, for the scripts that come after the first. */
export interface Watch {
  /** Takes further addresses, and looks for what lies under them. */
  readonly allow: (more: string[]) => void;
}

/**
 * For as long as the page is there.
 *
 * @param bases what the addresses must lie under; more may come
 */
export function watchPage(bases: string[]): void {
  const started = new Map<Element, (() => void) | undefined>();

  function start(element: HTMLElement): void {
    started.set(element, started.get(element) ?? mount(element, bases));
  }

  function look(): void {
    for (const [element, stop] of started) {
      if (!element.isConnected) {
        stop?.();
        started.delete(element);
      }
    }
    // What stands in a block is its frame, or its link.
    document
      .querySelectorAll<HTMLElement>(
        ':is([data-story-embed],a[data-story-src],iframe,story-embed):not([data-story-embed] *,story-embed *)',
      )
      .forEach(start);
  }

  // For hosts that like elements: inside it is the same frame.
  customElements.define(
    'story-embed',
    class extends HTMLElement {
      static allow(more: Bases) {
        bases.push(...more);
        look();
      }
      connectedCallback() {
        start(this);
      }
    },
  );
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}
