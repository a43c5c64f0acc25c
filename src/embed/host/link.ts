/** What is left where no story answers: the link, with the share card in it where images are allowed. */
import { linkTo } from './allow.ts';

/**
 * Shows the card in the block's link; makes the link if the host has none.
 *
 * @param address of the frame
 * @param title what a link of ours says
 */
export function showLink(block: HTMLElement, address: string, title: string): void {
  let link = block.querySelector('a');
  if (!link) {
    link = linkTo(address.replace(/embed\/(story\/)?/, ''));
    link.append(title || link.href);
    block.prepend(link);
  }
  link.prepend(
    Object.assign(new Image(), {
      alt: '',
      style: 'width:100%',
      src: address.replace(/embed\/.*/, 'cards/story.png'),
    }),
  );
}
