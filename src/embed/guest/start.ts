/**
 * The story in a frame finds out what it was given. It greets, and either a host with our loader answers, or it helps
 * itself; the code for either is loaded when that is known.
 */
import { VERSION } from '../protocol/messages.ts';
import type { Alone } from './alone.ts';
import { guideLinks } from './links.ts';

/** ms until the second greeting, each time twice as long, up to the last: a loader may come late. */
const HELLO_FIRST = 200;
const HELLO_LAST = 12_800;

/** ms after which a frame helps itself. */
const WAIT = 250;

/** Starts; outside a frame nothing is to be done. */
export function startGuest(): void {
  if (parent === window) return;
  const names = document.documentElement.dataset['names']?.split(' ') ?? [];
  let hosted = false;
  let alone: Promise<Alone | undefined> | undefined;

  guideLinks();

  function greet(after: number): void {
    if (hosted) return;
    parent.postMessage({ story: 1, type: 'hello', version: VERSION, names }, '*');
    if (after <= HELLO_LAST) setTimeout(greet, after, after * 2);
  }

  async function goUnder(port: MessagePort, answer: MessageEvent['data']): Promise<void> {
    const { parseInit, runUnderHost } = await import('./host.ts');
    const init = parseInit(answer);
    if (!init || hosted) return;
    hosted = true;
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
  setTimeout(() => {
    if (!hosted) void goAlone();
  }, WAIT);
}
