/**
 * The story in a frame finds out what it was given. It greets, and either a host with our loader answers, or it helps
 * itself; the code for either is loaded when that is known.
 */
import { VERSION } from '../protocol/messages.ts';
import type { Alone } from './alone.ts';
import { guideLinks } from './links.ts';

/** ms until the second greeting, each time twice as long, but no longer than hosts have patience with a frame in sight. */
const HELLO_FIRST = 200;
const HELLO_MOST = 6400;

/** ms after which a frame helps itself. */
const WAIT = 250;

/** Starts; outside a frame nothing is to be done. */
export function startGuest(): void {
  if (parent === window) return;
  const names = document.documentElement.dataset['names']?.split(' ') ?? [];
  let hosted = false;
  let alone: Promise<Alone | undefined> | undefined;
  let inSight = false;
  let greeting = 0;

  guideLinks();

  function greet(after: number): void {
    greeting = 0;
    if (hosted) return;
    parent.postMessage({ story: 1, type: 'hello', version: VERSION, names }, '*');
    if (inSight || after < HELLO_MOST)
      greeting = window.setTimeout(greet, after, Math.min(after * 2, HELLO_MOST));
  }

  // A loader may come at any time; but a frame that nobody sees does nothing for long.
  const sight = new IntersectionObserver((entries) => {
    inSight = entries.at(-1)?.isIntersecting ?? false;
    if (inSight && !greeting) greet(HELLO_MOST);
  });

  async function goUnder(port: MessagePort, answer: MessageEvent['data']): Promise<void> {
    const { parseInit, runUnderHost } = await import('./host.ts');
    const init = parseInit(answer);
    if (!init || hosted) return;
    hosted = true;
    sight.disconnect();
    (await alone)?.stop();
    runUnderHost(port, init);
  }

  function goAlone(): Promise<Alone | undefined> {
    return (alone ??= import('./alone.ts').then(({ startAlone }) => (hosted ? undefined : startAlone())));
  }

  addEventListener('message', (event) => {
    if (event.source !== parent || hosted) return;
    const port = event.ports[0];
    if (port) void goUnder(port, event.data);
    // Whoever says something else may be a host of another kind.
    else void goAlone().then((self) => self?.hear(event.data));
  });
  // The site's own preview closes with Escape, also while the focus is in here.
  if (/\/embed\/preview\//.test(document.referrer)) {
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !document.querySelector(':popover-open')) parent.postMessage(key, '*');
    });
  }
  greet(HELLO_FIRST);
  sight.observe(document.documentElement);
  setTimeout(() => {
    if (!hosted) void goAlone();
  }, WAIT);
}
