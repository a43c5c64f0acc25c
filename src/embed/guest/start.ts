/**
 * The story in a frame finds out what it was given: a host with our loader (`host`), one that speaks another tongue
 * (`dialect`), a frame as tall as the story (`tall`), or a low one (`inner`).
 */
import { VERSION, parseInit, type Mode } from '../protocol/index.ts';
import { announce, askHeight, askPosition, hear, type Heard } from './dialects.ts';
import { runUnderHost } from './host.ts';
import { guideLinks } from './links.ts';
import { pin, type Pinned } from './pinned.ts';
import { layTall, readNeeds, wishedHeight, type Tall } from './tall.ts';

/** ms until the first and the last greeting: a loader may come late. */
const HELLO_FIRST = 200;
const HELLO_LAST = 12_800;

/** ms after which a frame helps itself. */
const WAIT = 250;

/** px: in a lower frame there is room for a link only. */
const LINK_BELOW = 320;

/** The window's height as a share of the screen's, while nobody has said it. */
const GUESS = 0.8;

/** Starts; outside a frame nothing is to be done. */
export function startGuest(): void {
  if (parent === window) return;
  const root = document.documentElement;
  let mode: Mode | undefined;
  let stop = () => {};
  let tall: Tall | undefined;
  let pinned: Pinned | undefined;
  let speaker: Heard | undefined;
  /** px that the story needs at the width (px) at which it was last measured. */
  let needs = { width: -1, height: 0 };
  let again = 0;

  guideLinks();

  function become(next: Mode, run: () => () => void): void {
    stop();
    stop = () => {};
    tall = pinned = undefined;
    mode = next;
    root.dataset['embedMode'] = next;
    stop = run();
  }

  const say = (messages: readonly unknown[]) => {
    for (const message of messages) parent.postMessage(message, '*');
  };

  function greet(after: number): void {
    if (mode === 'host') return;
    say([{ story: 1, type: 'hello', version: VERSION }]);
    if (after <= HELLO_LAST) setTimeout(greet, after, after * 2);
  }

  /** Lays the story out in the frame as it is. */
  function settle(): void {
    if (mode === 'host' || pinned) return;
    if (needs.width !== innerWidth) {
      if (mode === 'inner') stop();
      needs = { width: innerWidth, height: readNeeds().height };
      mode = undefined;
    }
    if (innerHeight < LINK_BELOW) {
      become('inner', () => {
        root.dataset['embedLayout'] = 'link';
        return () => {};
      });
    } else if (innerHeight + 1 >= needs.height) {
      if (tall) tall.arrange();
      else
        become(speaker ? 'dialect' : 'tall', () => {
          const laid = layTall();
          tall = laid;
          return laid.stop;
        });
    } else if (mode !== 'inner' || root.dataset['embedLayout'] !== 'pages') {
      become('inner', () => {
        root.dataset['embedLayout'] = 'pages';
        return readInSteps();
      });
    }
  }

  /** Asks a host that gives any height for the one that the story would like. */
  function askFor(seen: number): void {
    const height = wishedHeight(seen);
    say(speaker ? askHeight(speaker, height, innerWidth) : announce(height));
  }

  function pinnedByDialect(): void {
    if (pinned) return;
    become('dialect', () => {
      // Its host cannot be asked to scroll: what is found or focused within stays until the reader scrolls on.
      const laid = pin(
        ({ height }) => say(askHeight({ tongue: 'guardian', id: '' }, height, innerWidth)),
        () => {},
      );
      pinned = laid;
      return laid.stop;
    });
  }

  addEventListener('message', (event) => {
    if (event.source !== parent || mode === 'host') return;
    const init = parseInit(event.data);
    const port = event.ports[0];
    if (init && port) {
      become('host', () => runUnderHost(port, init));
      return;
    }
    const heard = hear(event.data);
    if (!heard) return;
    if (heard.tongue === 'guardian') {
      pinnedByDialect();
      if (heard.y !== undefined) pinned?.follow(heard.y);
      return;
    }
    if (!speaker && heard.id) {
      speaker = heard;
      askFor(heard.seen?.height ?? GUESS * screen.availHeight);
      say(askPosition(heard));
      if (tall) root.dataset['embedMode'] = mode = 'dialect';
    }
    if (heard.seen) tall?.tell(heard.seen);
  });

  // A frame's size is not final when its script starts, and may be another any time.
  addEventListener('resize', () => {
    if (mode === undefined || mode === 'host' || pinned) return;
    clearTimeout(again);
    again = window.setTimeout(() => {
      const turned = needs.width !== innerWidth;
      settle();
      if (turned) askFor(GUESS * screen.availHeight);
    }, 100);
  });

  greet(HELLO_FIRST);
  setTimeout(() => {
    if (mode === 'host' || pinned) return;
    if (!speaker) askFor(GUESS * screen.availHeight);
    settle();
  }, WAIT);
}

/** Lays the story out step by step as soon as that is loaded. @returns a function that takes it back */
function readInSteps(): () => void {
  let left = false;
  let stop = () => {};
  void import('../../scene/pager.ts').then(({ startPager }) => {
    if (!left) stop = startPager('frame');
  });
  return () => {
    left = true;
    stop();
  };
}
