/** The reader's place in the text, which a new layout must not lose. */

const BLOCKS =
  '[data-step], [data-chapter] > :not([data-scene]), body > section, [data-notes], [data-credit]';

/** A frame that is taller than so many screens is not pinned yet; a page may be zoomed out to half. */
const TALLER = 2;

/**
 * Whether the frame is what the reader looks through: until its host has pinned it, it may be as tall as the story,
 * and no place in it is the reader's.
 */
export const isWindow = (): boolean => innerHeight <= TALLER * screen.height;

interface Place {
  readonly block: HTMLElement;
  /** How far the reading line is through the block, as a share of its height. */
  readonly share: number;
  /** px that the line is below the block. */
  readonly beyond: number;
}

/**
 * Remembers places.
 *
 * @returns `remember`, which notes what is at the reading line now, and `back`, which gives the scroll position (px)
 *   that puts it there again
 */
export function rememberPlace(): { remember: () => void; back: () => number } {
  const blocks = [...document.querySelectorAll<HTMLElement>(BLOCKS)];
  let place: Place | undefined;

  function line(): number {
    const share = Number(getComputedStyle(document.documentElement).getPropertyValue('--reading-line'));
    return (share || 0.5) * innerHeight;
  }

  return {
    remember() {
      if (!isWindow()) return;
      const y = line();
      let [low, high] = [0, blocks.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((blocks[middle]?.getBoundingClientRect().top ?? Infinity) <= y) low = middle + 1;
        else high = middle;
      }
      const block = blocks[low - 1];
      if (!block) return;
      const { top, height } = block.getBoundingClientRect();
      const share = Math.min(1, height > 0 ? (y - top) / height : 0);
      place = { block, share, beyond: Math.max(0, y - top - height) };
    },
    back() {
      if (!place) return scrollY;
      const { top, height } = place.block.getBoundingClientRect();
      return scrollY + top + place.share * height + place.beyond - line();
    },
  };
}
