/**
 * A frame without our loader around it: a host may speak another tongue (`dialect`), the frame may be as tall as the
 * story (`tall`), or low (`inner`).
 */
import type { Mode } from '../protocol/index.ts';
import type { Viewport } from '../../scene/viewport.ts';
import { announce, askHeight, askPosition, hear, type Heard } from './dialects.ts';
import { growth, readNeeds, type Needs } from './needs.ts';
import type { Pinned } from './pinned.ts';
import type { Tall } from './tall.ts';

/** px: in a lower frame there is room for a link only. */
const LINK_BELOW = 320;

/** The window's height as a share of the screen's, while nobody has said it. */
const GUESS = 0.8;

/** What a step has of the window's height where there is a choice: as on the site. */
const STEP = 0.62;

export interface Alone {
  /** Something that the page around the frame said, whatever it is. */
  readonly hear: (data: unknown) => void;
  readonly stop: () => void;
}

/** Lays the story out in the frame as it is, and speaks to hosts that wait to be spoken to. */
export function startAlone(): Alone {
  const root = document.documentElement;
  const stopping = new AbortController();
  let mode: Mode | undefined;
  let leave = () => {};
  let tall: Tall | undefined;
  let pinned: Pinned | undefined;
  let isPinned = false;
  /** What the host last said, while that which follows it is being loaded. */
  let seen: Viewport | undefined;
  let y = 0;
  // Pym's parent says who it is in the address, and nothing more until the reader scrolls.
  const pym = new URLSearchParams(location.search).get('childId');
  let speaker: Heard | undefined = pym ? { tongue: 'pym', id: pym } : undefined;
  /** What the story needs in a frame of the size at which it was last measured. */
  let needs: { readonly size: string } & Needs = { size: '', height: 0, scenes: [] };
  let again = 0;

  /** All of the size that the style sheets ask for. */
  const sizeNow = () => `${innerWidth} ${matchMedia('(height >= 30rem)').matches}`;

  const say = (messages: readonly unknown[]) => {
    for (const message of messages) parent.postMessage(message, '*');
  };

  function become(next: Mode, run: () => () => void): void {
    leave();
    tall = undefined;
    root.dataset['embedMode'] = mode = next;
    leave = run();
  }

  /** Lays the story out in the frame as it is. */
  function settle(): void {
    if (isPinned) return;
    if (needs.size !== sizeNow()) {
      // To be measured it must lie tall.
      if (mode === 'inner') {
        leave();
        leave = () => {};
        mode = undefined;
      }
      needs = { size: sizeNow(), ...readNeeds() };
    }
    const layout = innerHeight < LINK_BELOW ? 'link' : innerHeight + 1 >= needs.height ? 'tall' : 'pages';
    if (mode !== undefined && root.dataset['embedLayout'] === layout) {
      tall?.arrange();
      return;
    }
    if (layout === 'tall') {
      become(speaker ? 'dialect' : 'tall', () =>
        start(import('./tall.ts'), ({ layTall }) => {
          tall = layTall();
          if (seen) tall.tell(seen);
          return tall.stop;
        }),
      );
    } else {
      become('inner', () => {
        root.dataset['embedLayout'] = layout;
        if (layout === 'link') return () => {};
        return start(import('../../scene/pager.ts'), ({ startPager }) => startPager('frame'));
      });
    }
  }

  /** Asks a host that gives any height for the one that the story would like, in a window `view` px high. */
  function ask(view = GUESS * screen.availHeight): void {
    const height = Math.ceil(needs.height + growth(needs.scenes, STEP * view));
    say(speaker ? askHeight(speaker, height, innerWidth) : announce(height));
  }

  /** The host pins the frame, as soon as it knows that the story would be pinned. */
  function pinToDialect(heard: Heard): void {
    if (!isPinned) {
      isPinned = true;
      say(askPosition(heard));
      become('dialect', () =>
        start(import('./pinned.ts'), ({ pin }) => {
          // Its host cannot be asked to scroll: what is found or focused within stays until the reader scrolls on.
          pinned = pin(
            ({ height }) => {
              say(askHeight(heard, height, innerWidth));
            },
            () => {},
          );
          pinned.follow(y);
          return pinned.stop;
        }),
      );
    }
    if (heard.y === undefined) return;
    y = heard.y;
    pinned?.follow(y);
  }

  // A frame's size is not final when its script starts, and may be another any time.
  addEventListener(
    'resize',
    () => {
      clearTimeout(again);
      again = window.setTimeout(() => {
        if (isPinned) return;
        const turned = needs.size !== sizeNow();
        settle();
        if (turned) ask();
      }, 100);
    },
    { signal: stopping.signal },
  );

  settle();
  ask();
  return {
    hear(data) {
      const heard = hear(data);
      if (!heard) return;
      if (heard.tongue === 'guardian') {
        pinToDialect(heard);
        return;
      }
      if (!speaker && heard.id) {
        speaker = heard;
        ask(heard.seen?.height);
        say(askPosition(heard));
        if (mode === 'tall') root.dataset['embedMode'] = mode = 'dialect';
      }
      if (heard.seen) {
        seen = heard.seen;
        tall?.tell(seen);
      }
    },
    stop() {
      stopping.abort();
      clearTimeout(again);
      leave();
    },
  };
}

/**
 * Starts what has to be loaded first.
 *
 * @returns a function that stops it, or keeps it from starting
 */
function start<Module>(loading: Promise<Module>, run: (module: Module) => () => void): () => void {
  let left = false;
  let stop = () => {};
  void loading.then((module) => {
    if (!left) stop = run(module);
  });
  return () => {
    left = true;
    stop();
  };
}
