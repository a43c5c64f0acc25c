/** What is left where no story answers: the link, with the share card in it where images are allowed. */
import type { Place } from './allow.ts';

/**
 * Shows the card in the block's link; makes the link if the host has none.
 *
 * @param title what a link of ours says
 * @param signal when it aborts, what was put in is taken away
 */
export function showLink(
  block: HTMLElement,
  { site, part }: Place,
  title: string,
  signal: AbortSignal,
): void {
  const put = (node: HTMLElement, into: HTMLElement) => {
    into.prepend(node);
    signal.addEventListener('abort', () => {
      node.remove();
    });
  };
  let link = block.querySelector('a');
  if (!link) {
    link = document.createElement('a');
    link.href = site + part.replace('story/', '');
    link.append(title || link.href);
    put(link, block);
  }
  const card = new Image();
  card.alt = '';
  card.style.width = '100%';
  card.onerror = () => {
    card.remove();
  };
  card.src = `${site}cards/${/^chapters\/([^/]+)/.exec(part)?.[1] ?? 'story'}.png`;
  put(card, link);
}
