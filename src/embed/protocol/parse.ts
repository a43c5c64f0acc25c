/**
 * Makes messages of what came from the other side, which is never believed: what is of no known type, or has no
 * number where one belongs, is undefined and is to be dropped; whoever uses a number keeps it within its limits.
 * Wishes (colours, an anchor) that cannot be read are dropped and the message stands. Fields that nobody knows are
 * passed over: a later edition may have more to say.
 */
import { INSET_MOST } from './limits.ts';
import {
  VERSION,
  type GuestMessage,
  type Hello,
  type HostMessage,
  type Init,
  type Theme,
} from './messages.ts';
import { isNumber, isText } from './read.ts';
import { parseValues } from './theme.ts';

/** Something that came, of which nothing is known. */
type Raw = Partial<Readonly<Record<string, unknown>>> | null | undefined;

/** The numbers that the loader uses. What else messages hold goes to listeners on the host's page as it is. */
const NUMBERS: Readonly<
  Record<string, { every?: (test: (name: string) => boolean) => boolean } | undefined>
> = {
  layout: ['rev', 'height', 'keep'],
  seek: ['y'],
  page: ['y'],
  step: [],
  mode: [],
  end: [],
  error: [],
} satisfies Record<GuestMessage['type'], readonly string[]>;

/** A story's greeting, heard over the window; undefined for anything else, also for one of another version. */
export function parseHello(data: Raw): Hello | undefined {
  return isGreeting(data, 'hello') && Array.isArray(data.names) ? (data as unknown as Hello) : undefined;
}

/** What the story says over the port; undefined for what no story says. */
export function parseGuestMessage(data: Raw): GuestMessage | undefined {
  // What objects have by themselves, under names that no message has, is no list.
  return data && NUMBERS[data.type as string]?.every?.((name) => isNumber(data[name]))
    ? (data as GuestMessage)
    : undefined;
}

/** A host's answer, heard over the window; undefined for anything else, also for one of another version. */
export function parseInit(data: Raw): Init | undefined {
  if (!isGreeting(data, 'init') || !isNumber(data.inset)) return undefined;
  const { inset, background, theme, values, anchor } = data;
  return {
    story: 1,
    type: 'init',
    version: VERSION,
    inset: insetOf(inset),
    background: background === 'transparent' ? background : undefined,
    theme: themeOf(theme),
    values: parseValues(values),
    anchor: anchorOf(anchor),
  };
}

/** What the host says over the port; undefined for what no host says. */
export function parseHostMessage(data: Raw): HostMessage | undefined {
  const { type, y, rev, anchor, inset, theme, values } = data ?? {};
  if (type === 'scroll' && isNumber(y) && isNumber(rev)) return { type, y, rev };
  if (type === 'view' && isNumber(inset)) return { type, inset: insetOf(inset) };
  if (type === 'goto' && anchorOf(anchor)) return { type, anchor: anchor as string };
  if (type === 'theme') return { type, theme: themeOf(theme), values: parseValues(values) };
  return type === 'measure' ? { type } : undefined;
}

function isGreeting(data: Raw, type: string): data is NonNullable<Raw> {
  return data?.story === 1 && data.type === type && data.version === VERSION;
}

const insetOf = (value: number) => Math.min(INSET_MOST, Math.max(0, value));
/** A step's id with its chapter's before it. */
const anchorOf = (value: unknown) => (isText(value) && /^[a-z\d-]+$/.test(value) ? value : undefined);
const themeOf = (value: unknown): Theme => (value === 'light' || value === 'dark' ? value : 'auto');
