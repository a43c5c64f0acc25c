/** One embed, from the host's element to the pinned story. */
import { VERSION, type GuestMessage } from '../protocol/index.ts';
import { placeOf, type Bases } from './allow.ts';
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
 * @returns a function that stops it and leaves everything as it was; undefined, with nothing done, if the address is
 *   not allowed
 */
export function mount(element: HTMLElement, bases: Bases): (() => void) | undefined {
  const { dataset } = element;
  const place = placeOf(dataset['storyEmbed'] ?? dataset['storySrc'] ?? element.getAttribute('src'), bases);
  if (!place) return undefined;

  const stopping = new AbortController();
  const { signal } = stopping;
  const framed = frameIn(element, place, bases, signal);
  const { block, frame } = framed;
  const set = styleUntil(signal);
  const pin = pinIn(block, frame, set);

  let layout: Extract<GuestMessage, { type: 'layout' }> | undefined;
  let held = pin.hold();
  /** What was last said of where the reader is and of how the host looks, and the size that the layout is for. */
  let sent = '';
  let looks = '';
  let size = 0;
  let resizing = false;
  /** The anchor to start with. */
  let anchor = '';
  let rest: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout>;

  const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener, { signal, capture: true });
  };
  const tell = (name: string, detail: object) =>
    element.dispatchEvent(new CustomEvent(`story:${name}`, { bubbles: true, detail }));
  const isFocused = () => document.activeElement === frame;
  const sizeNow = () => block.offsetWidth * 1e5 + innerHeight;
  /** To `y` px into the story. */
  const scrollTo = (y: number) => {
    const { past, room } = pin.hold();
    pin.scroll(clamp(y, room) - past, 'instant');
    held = pin.hold();
  };

  const say = talkTo(
    framed,
    () => ({
      story: 1,
      type: 'init',
      version: VERSION,
      transparent: dataset['background'] === 'transparent',
      language: dataset['lang'] ?? '',
      anchor,
      ...lookUp(),
    }),
    (message) => {
      const { type, ...detail } = message;
      if (message.type === 'layout') {
        if (!layout) tell('ready', {});
        layout = message;
        anchor = '';
        resizing = false;
        show();
        if (message.keep !== null && Math.abs(held.past - clamp(held.past, held.room)) < 1)
          scrollTo(message.keep);
        follow();
      } else if (message.type === 'seek') {
        // A story moves its reader within itself; it does not fetch one who is elsewhere on the page.
        if (held.visible || isFocused()) scrollTo(message.y);
      } else if (message.type === 'page') {
        if (isFocused()) pin.scroll(message.direction * frame.offsetHeight * 0.8, 'smooth');
      } else {
        tell(type, detail);
      }
    },
    signal,
  );

  const show = () => {
    if (!layout) return;
    for (const child of block.children) if (child !== frame) set(child as HTMLElement, 'display:none');
    pin.fit(layout.height);
    size = sizeNow();
  };

  /** On paper, and where no story answers, the rest of the block takes its place. */
  const collapse = () => {
    for (const child of block.children) set(child as HTMLElement, 'display:revert');
    set(frame, 'display:none');
    set(block, 'height:auto');
  };

  /**
   * Gives up on a frame that has loaded and says nothing. One that had loaded before the loader did does not say so:
   * if it was in view for as long it must have.
   */
  const wait = (loaded: boolean) => {
    clearTimeout(patience);
    const due = loaded || pin.hold().visible;
    patience = setTimeout(() => {
      if (layout) return;
      if (!due) {
        wait(false);
        return;
      }
      showLink(block, place, frame.title, signal);
      collapse();
      tell('mode', { mode: 'link' });
      tell('error', { reason: 'no answer' });
    }, PATIENCE);
  };

  const follow = () => {
    settle();
    if (!layout || resizing) return;
    held = pin.hold();
    const y = clamp(held.past, held.room);
    const { rev } = layout;
    if (sent !== (sent = y + ' ' + rev)) say({ type: 'scroll', y, rev, at: performance.now() });
  };

  /** Looks at what lies over the frame and what looks the host wishes for, and says so if it is new. */
  const lookUp = () => {
    rest = undefined;
    const inset = parseFloat(dataset['inset'] ?? (insetOver(frame, held.top) as unknown as string)) || 0;
    const theme = themeOf(element);
    if (looks !== (looks = JSON.stringify([inset, theme]))) {
      say({ type: 'view', inset });
      say({ type: 'theme', ...theme });
    }
    return { inset, ...theme };
  };
  const settle = () => (rest ??= setTimeout(lookUp, REST));

  const onResize = () => {
    if (!layout || sizeNow() === size) return;
    // Until the story has said its new layout, no place in the old one means anything.
    resizing = true;
    show();
    say({ type: 'measure' });
  };

  /** To the anchor that the host's address names behind the element's id. */
  const goTo = () => {
    anchor = (element.id && location.hash.split(`#${element.id}/`)[1]) ?? '';
    if (!anchor) return;
    frame.loading = 'eager';
    if (!pin.hold().visible) block.scrollIntoView({ behavior: 'instant' });
    held = pin.hold();
    say({ type: 'goto', anchor });
  };

  on(window, 'scroll', follow);
  on(window, 'resize', onResize);
  on(window, 'hashchange', goTo);
  on(window, 'beforeprint', collapse);
  on(window, 'afterprint', show);
  on(matchMedia('(prefers-color-scheme:dark)'), 'change', settle);
  on(frame, 'load', () => {
    wait(true);
  });
  wait(false);
  const sizes = new ResizeObserver(onResize);
  sizes.observe(block);
  const attributes = new MutationObserver(settle);
  attributes.observe(document, { attributes: true, subtree: true });
  on(signal, 'abort', () => {
    sizes.disconnect();
    attributes.disconnect();
    clearTimeout(patience);
  });
  // A reader who has been here before is left where the browser has put them.
  if (!scrollY) goTo();

  return () => {
    stopping.abort();
  };
}
