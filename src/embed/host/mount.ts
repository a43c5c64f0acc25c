/** One embed, from the host's element to the pinned story. */
import { VERSION, type GuestMessage } from '../protocol/index.ts';
import { frameAt, type Bases } from './allow.ts';
import { frameIn } from './frame.ts';
import { showLink } from './link.ts';
import { insetOver } from './page.ts';
import { clamp, pinIn } from './pin.ts';
import { styleUntil } from './styles.ts';
import { talkTo } from './talk.ts';
import { themeOf } from './theme.ts';

/** ms after its load in which a story must have answered. */
const PATIENCE = 10_000;

/** ms between two looks at the host's header and its colours. */
const REST = 150;

/**
 * Embeds a story in an element of the host, or around the frame or link that it is.
 *
 * @param bases what its address, in `data-story-embed`, `data-story-src` or `src`, must lie under
 * @returns a function that stops it and takes its styles back; undefined, with nothing done, if the address is not
 *   allowed
 */
export function mount(element: HTMLElement, bases: Bases): (() => void) | undefined {
  const { dataset } = element;
  const address = frameAt(dataset['storyEmbed'] ?? dataset['storySrc'] ?? element.getAttribute('src'), bases);
  if (!address) return undefined;

  const stopping = new AbortController();
  const { signal } = stopping;
  const [block, frame, origin] = frameIn(element, address, bases);
  const set = styleUntil(signal);
  const [hold, fit, scroll] = pinIn(block, frame, set);

  let layout: Extract<GuestMessage, { type: 'layout' }> | undefined;
  /**
   * What was last said of where the reader is, and the size of the frame that the layout is for: under 0 once the link
   * stands for the story.
   */
  let sent = '';
  let size = 0;
  /** The anchor to start with. */
  let anchor: string | undefined;
  /** The custom properties that the story asks for. */
  let names: readonly string[] = [];
  let rest: ReturnType<typeof setTimeout> | undefined;
  /** px that the reader was past the block's top before printing. */
  let was: number;
  let patience: ReturnType<typeof setTimeout>;

  const on = (type: string, listener: (event: Event) => void, target: EventTarget = window) => {
    target.addEventListener(type, listener, { signal, capture: true });
  };
  const tell = (name: string, detail: object) =>
    element.dispatchEvent(new CustomEvent('story:' + name, { bubbles: true, detail }));
  const sizeNow = () => block.clientWidth + innerHeight / 1e5;
  /** To `y` px into the story. */
  const scrollTo = (y: number) => {
    const [, , past, room] = hold();
    scroll(clamp(y, 0, room) - past);
  };

  const say = talkTo(
    frame,
    origin,
    (hello) => {
      ({ names } = hello);
      // Whoever greets was loaded just now, and knows nothing of what was said before.
      sent = '';
      return {
        story: 1,
        type: 'init',
        version: VERSION,
        background: dataset['background'],
        anchor,
        ...lookUp(),
      };
    },
    (message) => {
      const { type, ...detail } = message;
      // A story moves its reader within itself; it does not fetch one who is elsewhere on the page.
      const [y, visible, past] = hold();
      if (type === 'layout') {
        if (!layout) tell('ready', {});
        layout = message;
        anchor = undefined;
        size = sizeNow();
        show(true);
        if (message.keep >= 0 && past === y) scrollTo(message.keep);
        follow();
      } else if (type === 'seek') {
        if (visible) scrollTo(message.y);
      } else if (type === 'page') {
        if (document.activeElement === frame)
          scroll(clamp(message.y, -innerHeight, innerHeight), message.behavior);
      } else {
        tell(type, detail);
      }
    },
    signal,
  );

  /** Shows the story; on paper, and where none answers, the rest of the block takes its place. */
  const show = (story: boolean) => {
    for (const child of block.children)
      set(
        child as HTMLElement,
        `display:${(child === frame) !== story ? 'none' : story ? 'block' : 'revert'}`,
      );
    if (!story) set(block, 'height:auto');
    else if (layout) fit(layout.height);
  };

  /**
   * Gives up on a frame that has loaded and says nothing. One that had loaded before the loader did does not say so:
   * if it was in view for as long, on a page that was, it must have.
   */
  const wait = (loaded?: Event) => {
    clearTimeout(patience);
    const due = loaded || (!document.hidden && hold()[1]);
    patience = setTimeout(() => {
      if (layout) return;
      if (!due) {
        wait();
        return;
      }
      showLink(block, address, frame.title);
      size = -1;
      show(false);
      tell('mode', { mode: 'link' });
      tell('error', { reason: 'no answer' });
    }, PATIENCE);
  };

  const follow = () => {
    settle();
    const [y] = hold();
    if (layout && size === sizeNow() && sent !== (sent = y + ' ' + layout.rev))
      say({ type: 'scroll', y, rev: layout.rev });
  };

  /** Looks at what lies over the frame and what looks the host wishes for, and says so; the story knows what is new. */
  const lookUp = () => {
    rest = undefined;
    // Laid out, the block is what the browser keeps in its place while the page above it grows.
    if (block.style.overflowAnchor === 'none') set(block, 'overflow-anchor:auto');
    const inset = parseFloat(dataset['inset'] ?? (insetOver(frame, hold()[4]) as unknown as string)) || 0;
    const theme = themeOf(element, names);
    say({ type: 'view', inset });
    say({ type: 'theme', ...theme });
    return { inset, ...theme };
  };
  const settle = () => (rest ??= setTimeout(lookUp, REST));

  const onResize = () => {
    if (!layout || size === sizeNow()) return;
    // Until the story has said its new layout, no place in the old one means anything.
    show(true);
    say({ type: 'measure' });
  };

  /** To the anchor that the host's address names behind the element's id. */
  const goTo = () => {
    anchor = element.id && location.hash.split(`#${element.id}/`)[1];
    if (!anchor) return;
    if (!hold()[1]) scrollTo(0);
    say({ type: 'goto', anchor });
  };

  on('scroll', follow);
  on('resize', onResize);
  on('hashchange', goTo);
  on('beforeprint', () => {
    was = hold()[2];
    show(false);
  });
  on('afterprint', () => {
    show(size >= 0);
    // The page was shorter, and its reader elsewhere.
    scroll(was - hold()[2]);
  });
  on('load', wait, frame);
  wait();
  const sizes = new ResizeObserver(onResize);
  sizes.observe(block);
  const attributes = new MutationObserver(settle);
  attributes.observe(document, { attributes: true, subtree: true });
  // A reader who has been here before is left where the browser has put them.
  if (!scrollY) goTo();

  return () => {
    stopping.abort();
    sizes.disconnect();
    attributes.disconnect();
    clearTimeout(patience);
    clearTimeout(rest);
    // Put back it is found again.
    if (element.parentElement === block) block.replaceWith(element);
  };
}
