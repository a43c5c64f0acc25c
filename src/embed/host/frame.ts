/** The frame in its block: made, or adopted from the host's markup. */
import { placeOf, type Bases, type Place } from './allow.ts';

export interface Framed {
  /** What becomes as tall as the story: the host's own element, or one put around its frame or link. */
  readonly block: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** The origin that the frame's messages come from; `null` for one without. */
  readonly origin: string;
  readonly restore: () => void;
}

/**
 * Puts a frame into an element of the host, or a block around the frame or link that the element is.
 *
 * @param place what is to be in the frame
 */
export function frameIn(element: HTMLElement, place: Place, bases: Bases): Framed {
  const bare = element.matches('iframe,a');
  const block = bare ? document.createElement('div') : element;
  if (bare) {
    // Inside it nothing else is looked for.
    block.dataset['storyEmbed'] = '';
    element.before(block);
    move(element, block);
  }
  const given = [block, ...block.querySelectorAll('iframe')].find(
    (child) => child instanceof HTMLIFrameElement && placeOf(child.src, bases),
  ) as HTMLIFrameElement | undefined;
  const frame = given ?? document.createElement('iframe');
  const address = given?.src ?? place.address;
  const { origin } = new URL(address);
  const own = origin === location.origin;
  if (!given) {
    frame.allow = 'fullscreen';
    frame.loading = 'lazy';
    frame.title = block.textContent.trim();
  }
  if (!given || own) {
    // On the host's own origin it would give the frame the run of the page. It counts from the next load on.
    frame.sandbox.value =
      'allow-scripts allow-popups allow-popups-to-escape-sandbox' + (own ? '' : ' allow-same-origin');
    frame.src = address;
  }
  if (frame.parentNode !== block) move(frame, block);
  return {
    block,
    frame,
    origin: /^(?!.*allow-same-origin)./.test(frame.sandbox.value) ? 'null' : origin,
    restore() {
      if (!given) frame.remove();
      if (bare) block.replaceWith(element);
    },
  };
}

/** Moves to the start of a block, without a reload where the browser can. */
function move(node: Element, block: Element): void {
  const { firstChild } = block;
  const { moveBefore } = block as Partial<Record<'moveBefore', Element['insertBefore']>>;
  if (moveBefore && node.isConnected) moveBefore.call(block, node, firstChild);
  else block.insertBefore(node, firstChild);
}
