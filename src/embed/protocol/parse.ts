/**
 * Makes messages of what came from the other side, which is never believed: what lacks a field or holds the wrong
 * kind of thing is undefined and is to be dropped, numbers are brought into their limits, fields that nobody knows
 * are left out. Wishes (colours, a language, an anchor) that cannot be read are dropped and the message stands.
 */
import { EXTENT_MOST, HEIGHT, INSET_MOST, STEPS_MOST } from './limits.ts';
import {
  VERSION,
  type GuestMessage,
  type Hello,
  type HostMessage,
  type Init,
  type Theme,
} from './messages.ts';
import { anchor, count, number, oneOf, text, type Fields, type Read } from './read.ts';
import { parseValues } from './theme.ts';

const THEMES = oneOf<Theme>(['light', 'dark', 'auto']);
const LANGUAGE = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i;

const position = number(0, HEIGHT.most);
const extent = number(0, EXTENT_MOST);
const inset = number(0, INSET_MOST);
const rev = count(0, Number.MAX_SAFE_INTEGER);
const theme: Read<Theme> = (value) => THEMES(value) ?? 'auto';

/** How each field of each message is read. */
type Shapes<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: {
    readonly [Field in Exclude<keyof Extract<Message, { type: Type }>, 'type'>]: Read<
      Extract<Message, { type: Type }>[Field]
    >;
  };
};

const GUEST: Shapes<GuestMessage> = {
  layout: {
    rev,
    height: number(HEIGHT.least, HEIGHT.most),
    width: extent,
    viewport: extent,
    keep: (value) => (value === null ? value : position(value)),
  },
  seek: { y: position, reason: oneOf(['inner', 'anchor', 'focus']) },
  page: { direction: oneOf([1, -1]) },
  step: {
    chapter: anchor,
    step: anchor,
    n: (value, { of }) => count(1, of as number)(value),
    of: count(1, STEPS_MOST),
  },
  mode: { mode: oneOf(['host', 'dialect', 'tall', 'inner', 'link']) },
  end: {},
  error: { reason: text },
};

/** A story's greeting, heard over the window; undefined for anything else, also for one of another version. */
export function parseHello(data: unknown): Hello | undefined {
  return isGreeting(data, 'hello') ? (data as Hello) : undefined;
}

/** A host's answer, heard over the window; undefined for anything else, also for one of another version. */
export function parseInit(data: unknown): Init | undefined {
  if (!isGreeting(data, 'init')) return undefined;
  const fields = data as Fields;
  const covered = inset(fields['inset']);
  if (covered === undefined) return undefined;
  const language = text(fields['language']) ?? '';
  return {
    story: 1,
    type: 'init',
    version: VERSION,
    inset: covered,
    transparent: fields['transparent'] === true,
    theme: theme(fields['theme'], fields) ?? 'auto',
    values: parseValues(fields['values']),
    anchor: anchor(fields['anchor']) ?? '',
    language: LANGUAGE.test(language) ? language : '',
  };
}

/** What the story says over the port; undefined for what no story says. */
export function parseGuestMessage(data: unknown): GuestMessage | undefined {
  return parse(GUEST, data);
}

/** What the host says over the port; undefined for what no host says. */
export function parseHostMessage(data: unknown): HostMessage | undefined {
  const shapes: Shapes<HostMessage> = {
    scroll: { y: position, rev, at: number(0, Number.MAX_SAFE_INTEGER) },
    goto: { anchor },
    view: { inset },
    measure: {},
    theme: { theme, values: parseValues },
  };
  return parse(shapes, data);
}

function isGreeting(data: unknown, type: string): boolean {
  const fields = data as Fields | null | undefined;
  return fields?.['story'] === 1 && fields['type'] === type && fields['version'] === VERSION;
}

function parse<Message extends { readonly type: string }>(
  shapes: Shapes<Message>,
  data: unknown,
): Message | undefined {
  const fields = (data ?? {}) as Fields;
  const type = fields['type'];
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const message: Record<string, unknown> = { type };
  for (const [field, read] of Object.entries<Read<unknown>>(shapes[type as Message['type']])) {
    const value = read(fields[field], fields);
    if (value === undefined) return undefined;
    message[field] = value;
  }
  return message as Message;
}
