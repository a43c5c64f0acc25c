/** The frame in its block: made, or adopted from the host's markup. */
import { placeOf, type Bases, type Place } from './allow.ts';

interface Movable {
  moveBefore(node: Node, before: Node | null): void;
}

export interface Framed {
  /** What becomes as tall as the story: the host's own element, or one put around its frame or link. */
  readonly block: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** The origin that the frame's messages come from; `null` for one without. */
  readonly origin: string;
}

/**
 * Puts a frame into an element of the host, or a block around the frame or link that the element is.
 *
 * @param place of what is to be in the frame
 * @param signal when it aborts, the host's markup is as it was
 */
export function frameIn(element: HTMLElement, place: Place, bases: Bases, signal: AbortSignal): Framed {
  const bare = element.matches('iframe,a');
  const block = bare ? document.createElement('div') : element;
  /** Without a reload where the browser can. */
  const take = (node: Element) => {
    const { moveBefore } = block as Partial<Movable>;
    if (moveBefore) moveBefore.call(block, node, null);
    else block.append(node);
  };
  if (bare) {
    // Inside it nothing else is looked for.
    block.dataset['storyEmbed'] = '';
    element.before(block);
    take(element);
  }
  let found: Place | undefined;
  const given = [...block.querySelectorAll('iframe')].find(({ src }) => (found = placeOf(src, bases)));
  const { address, origin } = found ?? place;
  const frame = given ?? document.createElement('iframe');
  const isOwn = origin === location.origin;
  if (!given) {
    frame.loading = 'lazy';
    frame.title = block.textContent.trim();
    frame.src = address;
  }
  if (!given || isOwn) {
    // On the host's own origin it would give the frame the run of the page.
    frame.sandbox.value =
      'allow-scripts allow-popups allow-popups-to-escape-sandbox' + (isOwn ? '' : ' allow-same-origin');
    // A sandbox counts from the next load on, and what is put in anew is loaded anew.
    block.append(frame);
  } else if (given.parentNode !== block) {
    take(given);
  }
  signal.addEventListener('abort', () => {
    if (!given) frame.remove();
    if (bare) block.replaceWith(element);
  });
  return { block, frame, origin: /^(?!.*allow-same-origin)./.test(frame.sandbox.value) ? 'null' : origin };
}
