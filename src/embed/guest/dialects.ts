/**
 * What hosts say that know nothing of this story, and how to answer: each in its own tongue. Nothing of theirs is
 * believed beyond a finite number.
 */
import type { Viewport } from '../../scene/viewport.ts';

/**
 * Who spoke. `guardian` pins the frame and says how far it has come, and before that says back each height that it was
 * asked for; the others give the frame any height.
 */
export interface Heard {
  readonly tongue: 'pym' | 'resizer' | 'guardian';
  /** The name that the host has for the frame. */
  readonly id: string;
  /** What the reader sees of the frame, where it says so. */
  readonly seen?: Viewport;
  /** px that the story has come, where it says so. */
  readonly y?: number;
}

const PYM = /^pymxPYMx(\S+?)xPYMx([\w-]+)xPYMx(.*)$/;
const RESIZER = /^\[iFrameSizer\](.*)$/s;
const MOST = 1e6;

/**
 * @param data of a message to the window
 * @returns what it says, or nothing where no host that we know speaks so
 */
export function hear(data: unknown): Heard | undefined {
  const text = typeof data === 'string' ? data : '';
  const [, pym, about, value = ''] = PYM.exec(text) ?? [];
  if (pym) {
    const heard = { tongue: 'pym', id: pym } as const;
    if (about !== 'viewport-iframe-position') return heard;
    const [, height, top] = value.split(' ').map(Number);
    return { ...heard, ...seenFrom(top, height) };
  }
  const [, resizer] = RESIZER.exec(text) ?? [];
  if (resizer !== undefined) return resizerSays(resizer);
  const object = text.startsWith('{') ? read(text) : data;
  const { kind, scroll, height } = (typeof object === 'object' && object ? object : {}) as Record<
    string,
    unknown
  >;
  const heard = { tongue: 'guardian', id: '' } as const;
  if (kind === 'interactive:height' && isPosition(height)) return heard;
  if (kind === 'interactive:scroll' && isPosition(scroll)) return { ...heard, y: Math.max(0, scroll) };
  return undefined;
}

/** The first message names the frame; those about the page do not. */
function resizerSays(text: string): Heard | undefined {
  const [, about, json = ''] = /^(parentInfo|pageInfo):(.*)$/s.exec(text) ?? [];
  if (!about) return /^[^:]+:/.test(text) ? { tongue: 'resizer', id: text.split(':')[0] ?? '' } : undefined;
  const info = read(json) as Record<string, Record<string, unknown> | number> | undefined;
  const { iframe, viewport, offsetTop, scrollTop, clientHeight } = info ?? {};
  const seen =
    about === 'parentInfo'
      ? seenFrom(
          (iframe as Record<string, unknown> | undefined)?.['top'],
          (viewport as Record<string, unknown> | undefined)?.['height'],
        )
      : seenFrom(Number(offsetTop) - Number(scrollTop), clientHeight);
  return { tongue: 'resizer', id: '', ...seen };
}

function seenFrom(top: unknown, height: unknown): { seen?: Viewport } {
  return isPosition(top) && isPosition(height) && height > 0 ? { seen: { top: -top, height } } : {};
}

const isPosition = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) < MOST;

function read(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What asks a host for a height, in the tongue in which it spoke. */
export function askHeight({ tongue, id }: Heard, height: number, width: number): readonly unknown[] {
  switch (tongue) {
    case 'pym':
      return [`pymxPYMx${id}xPYMxheightxPYMx${height}`];
    case 'resizer':
      return [`[iFrameSizer]${id}:${height}:${width}:init:1`];
    case 'guardian':
      return guardian({ kind: 'interactive:height', height });
  }
}

/** What asks a host to go on saying what the reader sees, or how far the story has come. */
export function askPosition({ tongue, id }: Heard): readonly unknown[] {
  switch (tongue) {
    case 'pym':
      return [];
    case 'resizer':
      return [`[iFrameSizer]${id}:0:0:parentInfo`, `[iFrameSizer]${id}:0:0:pageInfo`];
    case 'guardian':
      return guardian({ kind: 'interactive:scroll', scroll: 0 });
  }
}

/** What asks hosts that wait to be spoken to: AMP's and those like it for a height, the Guardian's to be pinned. */
export function announce(height: number): readonly unknown[] {
  const guardian = { tongue: 'guardian', id: '' } as const;
  return [
    { sentinel: 'amp', type: 'embed-size', height },
    ...askHeight(guardian, height, 0),
    ...askPosition(guardian),
  ];
}

/** Its sites read objects, its apps JSON. */
const guardian = (message: object) => [message, JSON.stringify(message)];
