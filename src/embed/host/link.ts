/** What is left where no story answers: the link, with the share card in it where images are allowed. */
import type { Place } from './allow.ts';

/**
 * Shows the card in the block's link; makes the link if the host has none.
 *
 * @param title what a link of ours says
 * @returns a function that takes away what was put in
 */
export function showLink(block: HTMLElement, { site, part }: Place, title: string): () => void {
  const given = block.querySelector('a');
  const link = given ?? document.createElement('a');
  if (!given) {
    link.href = site + part.replace('story/', '');
    link.append(title || link.href);
    block.append(link);
  }
  const card = new Image();
  card.alt = '';
  card.style.cssText = 'display:block;width:100%';
  card.onerror = () => {
    card.remove();
  };
  card.src = `${site}cards/${/^chapters\/([^/]+)/.exec(part)?.[1] ?? 'story'}.png`;
  link.prepend(card);
  return () => {
    card.remove();
    if (!given) link.remove();
  };
}
