/**
 * What a host page and the story in its frame say to each other, version 1. The first two go over the window, where
 * anyone can speak, so they carry nothing that matters; everything after them goes over a private port.
 *
 * px are CSS px of the frame, which are the host's too. `rev` counts the
 * story's layouts: an answer to an older one is stale and is dropped.
 */

/** The version of this protocol; a change that old hosts would misread gets a new one. */
export const VERSION = 1;

/** How far down the ladder a story in a frame stands. `link`: no frame is left, which only the host can know. */
export type Mode = 'host' | 'dialect' | 'tall' | 'inner' | 'link';

/** What the host can set of the story's looks: the custom properties that it has set on the embed element. */
export type ThemeValues = Readonly<Record<string, string>>;

export type Theme = 'light' | 'dark' | 'auto';

/** The story, over the window: it is there and can speak. */
export interface Hello {
  readonly story: 1;
  readonly type: 'hello';
  readonly version: number;
  /** The custom properties that the host may set. */
  readonly names: readonly string[];
}

/** The host, over the window, with a port: it has the story pinned and will say where the reader is. */
export interface Init {
  readonly story: 1;
  readonly type: 'init';
  readonly version: number;
  /** px at the top of the frame that the host's own header covers. */
  readonly inset: number;
  /** `transparent` where the host wants no sheet behind the story. */
  readonly background: string | undefined;
  readonly theme: Theme;
  readonly values: ThemeValues;
  /** The anchor in the story that the host's address asks for: `{chapter}-{step}`; undefined for none. */
  readonly anchor: string | undefined;
}

/** What the story tells its host. */
export type GuestMessage =
  /** Its height in all, in px, for a frame of `width` by `viewport` px; `keep` is where the reader's place is now. */
  | {
      readonly type: 'layout';
      readonly rev: number;
      readonly height: number;
      readonly width: number;
      readonly viewport: number;
      /** The scroll position, in px, that keeps the reader at the same place; under 0 where nothing is to be kept. */
      readonly keep: number;
    }
  /** It was scrolled from within (focus, an anchor, finding text) and asks the host to follow, to `y` px. */
  | { readonly type: 'seek'; readonly y: number; readonly reason: SeekReason }
  /** A key that does not leave a frame by itself asks to scroll by `y` px, smoothly unless the reader wants less motion. */
  | { readonly type: 'page'; readonly y: number; readonly behavior: 'smooth' | 'instant' }
  /** The reader has come to a step: `n` of `of` in what is embedded, counted from 1. */
  | {
      readonly type: 'step';
      readonly chapter: string;
      readonly step: string;
      readonly n: number;
      readonly of: number;
    }
  | { readonly type: 'mode'; readonly mode: Mode }
  /** The reader has come to the end. */
  | { readonly type: 'end' }
  | { readonly type: 'error'; readonly reason: string };

/** What the host tells the story. */
export type HostMessage =
  /** Where the reader is: `y` px into the layout `rev`; at most once a frame, and only when it changed. */
  | { readonly type: 'scroll'; readonly y: number; readonly rev: number }
  /** Go to an anchor. */
  | { readonly type: 'goto'; readonly anchor: string }
  /** The host's header covers `inset` px now. */
  | { readonly type: 'view'; readonly inset: number }
  /** Say your layout again: off screen a frame does not notice that it changed. */
  | { readonly type: 'measure' }
  | { readonly type: 'theme'; readonly theme: Theme; readonly values: ThemeValues };

export type SeekReason = 'inner' | 'anchor' | 'focus';
