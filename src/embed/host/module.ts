/** `v1.mjs`: the same for hosts that start it themselves. */
import { basesOf, frameAt } from './allow.ts';
import { mount as mountIn } from './mount.ts';

/**
 * Embeds the story that an element names by `data-story-embed`, `data-story-src` or `src`.
 *
 * @param options `allow`: addresses of sites, between spaces, from which stories may be framed, beside the one that
 *   this module was loaded from
 * @returns a function that stops it and leaves the page as it was; undefined if the address is not allowed
 */
export function mount(
  element: HTMLElement,
  { allow = '' }: { allow?: string } = {},
): (() => void) | undefined {
  const markup = new Map(
    [...element.querySelectorAll('*')].map((node) => [node, [node.parentElement, node.nextSibling]] as const),
  );
  const bases = basesOf(import.meta.url, allow);
  const stop = mountIn(element, bases);
  return (
    stop &&
    (() => {
      stop();
      for (const node of element.querySelectorAll('*')) if (!markup.has(node)) node.remove();
      for (const [node, [parent, next]] of markup) {
        if (node.parentElement !== parent) parent?.insertBefore(node, next);
        // What stays where it is would go on waiting for a host that says no more.
        else if (node instanceof HTMLIFrameElement && frameAt(node.src, bases))
          node.contentWindow?.location.replace(node.src);
      }
    })
  );
}
