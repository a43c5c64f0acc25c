/**
 * A frame without our loader around it: a host may speak another tongue (`dialect`), the frame may be as tall as the
 * story (`tall`), or low (`inner`).
 */
import type { Mode } from '../protocol/index.ts';
import { announce, askHeight, askPosition, hear, type Heard } from './dialects.ts';
import type { Pinned } from './pinned.ts';
import { layTall, readNeeds, type Needs, type Tall } from './tall.ts';
import { growth } from './spread.ts';

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
  let pinning: Promise<typeof import('./pinned.ts')> | undefined;
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
    if (pinned) return;
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
      become(speaker ? 'dialect' : 'tall', () => {
        tall = layTall();
        return tall.stop;
      });
    } else {
      become('inner', () => {
        root.dataset['embedLayout'] = layout;
        return layout === 'pages' ? readInSteps() : () => {};
      });
    }
  }

  /** Asks a host that gives any height for the one that the story would like, in a window `view` px high. */
  function ask(view = GUESS * screen.availHeight): void {
    const height = Math.ceil(needs.height + growth(needs.scenes, STEP * view));
    say(speaker ? askHeight(speaker, height, innerWidth) : announce(height));
  }

  async function pinToDialect(y: number): Promise<void> {
    const { pin } = await (pinning ??= import('./pinned.ts'));
    if (stopping.signal.aborted) return;
    if (!pinned) {
      become('dialect', () => {
        // Its host cannot be asked to scroll: what is found or focused within stays until the reader scrolls on.
        pinned = pin(
          ({ height }) => {
            say(askHeight({ tongue: 'guardian', id: '' }, height, innerWidth));
          },
          () => {},
        );
        return pinned.stop;
      });
    }
    pinned?.follow(y);
  }

  // A frame's size is not final when its script starts, and may be another any time.
  addEventListener(
    'resize',
    () => {
      clearTimeout(again);
      again = window.setTimeout(() => {
        if (pinned) return;
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
        void pinToDialect(heard.y ?? 0);
        return;
      }
      if (!speaker && heard.id) {
        speaker = heard;
        ask(heard.seen?.height);
        say(askPosition(heard));
        if (tall) root.dataset['embedMode'] = mode = 'dialect';
      }
      if (heard.seen) tall?.tell(heard.seen);
    },
    stop() {
      stopping.abort();
      clearTimeout(again);
      leave();
    },
  };
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
