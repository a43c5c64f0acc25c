/** The frame in its block: made, or adopted from the host's markup. */
import { frameAt, linkTo, type Bases } from './allow.ts';

export type Framed = readonly [
  /** What becomes as tall as the story: the host's own element, or one put around its frame or link. */
  block: HTMLElement,
  frame: HTMLIFrameElement,
  /** The origin that the frame's messages come from; `null` for one without. */
  origin: string,
];

/**
 * Puts a frame into an element of the host, or a block around the frame or link that the element is.
 *
 * @param address of what is to be in the frame; one that the host has is taken as it is
 */
export function frameIn(element: HTMLElement, address: string, bases: Bases): Framed {
  let block = element;
  /** Without a reload where the browser can. */
  const take = (node: Element) =>
    ((block as Partial<Movable>).moveBefore ?? block.insertBefore).call(block, node, null);
  if (element.matches('iframe,a')) {
    block = document.createElement('div');
    // Inside it nothing else is looked for.
    block.dataset['storyEmbed'] = '';
    element.before(block);
    take(element);
  }
  const given = [...block.querySelectorAll('iframe')].find(({ src }) => frameAt(src, bases));
  const frame =
    given ??
    Object.assign(document.createElement('iframe'), {
      src: address,
      loading: 'lazy',
      title: block.textContent.trim() || address,
    });
  const { origin: from } = linkTo(frame.src);
  const isOwn = from === origin;
  if (!given || isOwn) {
    // On the host's own origin it would give the frame the run of the page.
    frame.sandbox =
      'allow-scripts allow-popups allow-popups-to-escape-sandbox' + (isOwn ? '' : ' allow-same-origin');
    // A sandbox counts from the next load on, and what is put in anew is loaded anew.
    block.append(frame);
  } else if (frame.parentElement !== block) {
    take(frame);
  }
  // In a sandbox, and not let out of it, however that is written.
  return [
    block,
    frame,
    /^(?!.*allow-same-origin)./is.test(frame.sandbox as unknown as string) ? 'null' : from,
  ];
}

interface Movable {
  moveBefore(node: Node, before: Node | null): void;
}
