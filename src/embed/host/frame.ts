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
  if (element.matches('iframe,a')) {
    block = document.createElement('div');
    // Inside it nothing else is looked for.
    block.dataset['storyEmbed'] = '';
    element.replaceWith(block);
    block.append(element);
  }
  const given = [...block.querySelectorAll('iframe')].find(({ src }) => frameAt(src, bases));
  const frame =
    given ??
    Object.assign(document.createElement('iframe'), {
      src: address,
      loading: 'lazy',
      title: block.textContent || address,
    });
  const { origin: from } = linkTo(frame.src);
  const isOwn = from === origin;
  // On the host's own origin it would give the frame the run of the page.
  if (!given || isOwn)
    frame.sandbox =
      'allow-scripts allow-popups allow-popups-to-escape-sandbox' + (isOwn ? '' : ' allow-same-origin');
  // A sandbox counts from the next load on, and what is put in anew is loaded anew.
  if (isOwn || frame.parentElement !== block) block.append(frame);
  // In a sandbox, and not let out of it.
  return [
    block,
    frame,
    /^(?!.*allow-same-origin)./s.test(frame.sandbox as unknown as string) ? 'null' : from,
  ];
}
