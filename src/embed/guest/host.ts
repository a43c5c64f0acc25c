/** The mode `host`: our loader runs in the page around the frame. */
import { motionAllowed } from '../../scene/motion.ts';
import { followReading } from '../../scene/reading.ts';
import { parseHostMessage, parseInit, type GuestMessage, type Init } from '../protocol/index.ts';
import { pin } from './pinned.ts';
import { isWindow } from './place.ts';
import { applyTheme } from './theme.ts';

export { parseInit };

/** ms after which a host has dressed its frame, also one that says nothing. */
const DRESSED = 1000;

/** Of the window: how far a page is. */
const PAGE = 0.8;

/** Of errors a host is told this many: the first says what is wrong. */
const ERRORS_MOST = 3;

/**
 * Runs the story under its host.
 *
 * @param port to the host
 * @param init what it said first
 * @returns a function that stops it
 */
export function runUnderHost(port: MessagePort, init: Init): () => void {
  const root = document.documentElement;
  const stopping = new AbortController();
  const { signal } = stopping;
  const send = (message: GuestMessage) => port.postMessage(message);
  const cover = (inset: number) => root.style.setProperty('--inset', `${inset}px`);

  // Not before the host has dressed the frame, which it has when it says where the reader is: until then the frame's
  // scheme may be another, and its ground white. A host that held the frame before may have nothing new to say.
  const bare = () => {
    if (init.background) root.dataset['embedBackground'] = init.background;
  };
  const dressed = setTimeout(bare, DRESSED);

  root.dataset['embedMode'] = 'host';
  applyTheme(init.theme, init.values);
  cover(init.inset);
  send({ type: 'mode', mode: 'host' });
  const pinned = pin(
    (layout) => send({ type: 'layout', ...layout }),
    (y, reason) => send({ type: 'seek', y, reason }),
  );

  port.addEventListener(
    'message',
    ({ data }) => {
      const message = parseHostMessage(data);
      switch (message?.type) {
        case 'scroll':
          bare();
          pinned.follow(message.y, message.rev);
          break;
        case 'goto':
          pinned.go(message.anchor);
          break;
        case 'view':
          cover(message.inset);
          break;
        case 'measure':
          pinned.measure();
          break;
        case 'theme':
          applyTheme(message.theme, message.values);
          break;
        default: // no host says so
      }
    },
    { signal },
  );
  port.start();
  if (init.anchor) pinned.go(init.anchor);

  // Of all keys that scroll only this one does not leave a frame that cannot scroll.
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== ' ' || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey)
        return;
      if ((event.target as Element).closest('button, summary, input, select, textarea, [tabindex="0"]'))
        return;
      event.preventDefault();
      const y = innerHeight * (event.shiftKey ? -PAGE : PAGE);
      send({ type: 'page', y, behavior: motionAllowed() ? 'smooth' : 'instant' });
    },
    { signal },
  );

  let errors = 0;
  const report = (reason: string) => {
    if ((errors += 1) <= ERRORS_MOST) send({ type: 'error', reason: reason.slice(0, 200) });
  };
  // Without an error it is the browser's note that sizes changed while they were told of.
  addEventListener('error', ({ error, message }) => error && report(message), { signal });
  addEventListener('unhandledrejection', (event) => report(String(event.reason)), { signal });

  const unfollow = tellSteps(send);
  return () => {
    stopping.abort();
    clearTimeout(dressed);
    unfollow();
    pinned.stop();
    port.close();
  };
}

/** Tells of each step that the reader comes to, and once of the end: when the notes come to the reading line. */
function tellSteps(send: (message: GuestMessage) => void): () => void {
  const of = document.querySelectorAll('[data-step]').length;
  const last = document.querySelector('[data-notes]');
  let step: string | undefined;
  let ended = false;
  return followReading((reading) => {
    if (!isWindow()) return;
    if (reading.step !== step) {
      step = reading.step;
      const [chapter = '', id = ''] = step?.split('/') ?? [];
      if (step) send({ type: 'step', chapter, step: id, n: reading.place + 1, of });
    }
    if (ended || reading.progress < 1 || reading.place + 1 < of || !last) return;
    if (last.getBoundingClientRect().top > innerHeight) return;
    ended = true;
    send({ type: 'end' });
  });
}
