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
import { isText, read, type Fields, type Limits, type Shape } from './read.ts';
import { parseValues } from './theme.ts';

/** A chapter's or step's id, or the anchor of one. */
const ANCHOR = /^[a-z\d-]+$/;
const LANGUAGE = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i;
const THEME = /^(light|dark|auto)$/;

const POSITION: Limits = [0, HEIGHT.most];
const EXTENT: Limits = [0, EXTENT_MOST];
const INSET: Limits = [0, INSET_MOST];
const COUNT: Limits = [1, STEPS_MOST, true];
const REV: Limits = [0, Number.MAX_SAFE_INTEGER, true];

/** What each field of each message may hold. */
type Shapes<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: Readonly<
    Record<Exclude<keyof Extract<Message, { type: Type }>, 'type'>, Shape>
  >;
};

const GUEST: Shapes<GuestMessage> = {
  layout: {
    rev: REV,
    height: [HEIGHT.least, HEIGHT.most],
    width: EXTENT,
    viewport: EXTENT,
    keep: [null, HEIGHT.most],
  },
  seek: { y: POSITION, reason: /^(inner|anchor|focus)$/ },
  page: { direction: [-1, 1, true] },
  step: { chapter: ANCHOR, step: ANCHOR, n: COUNT, of: COUNT },
  mode: { mode: /^(host|dialect|tall|inner|link)$/ },
  end: {},
  error: { reason: /^/ },
};

/** A story's greeting, heard over the window; undefined for anything else, also for one of another version. */
export function parseHello(data: unknown): Hello | undefined {
  return isGreeting(data, 'hello') ? (data as Hello) : undefined;
}

/** A host's answer, heard over the window; undefined for anything else, also for one of another version. */
export function parseInit(data: unknown): Init | undefined {
  if (!isGreeting(data, 'init')) return undefined;
  const { inset, transparent, values, anchor, language, theme } = data as Fields;
  const covered = read(INSET, inset);
  if (typeof covered !== 'number') return undefined;
  return {
    story: 1,
    type: 'init',
    version: VERSION,
    inset: covered,
    transparent: transparent === true,
    theme: themeOf(theme),
    values: parseValues(values),
    anchor: String(read(ANCHOR, anchor) ?? ''),
    language: String(read(LANGUAGE, language) ?? ''),
  };
}

/** What the story says over the port; undefined for what no story says. */
export function parseGuestMessage(data: unknown): GuestMessage | undefined {
  return parse(GUEST, data);
}

/** What the host says over the port; undefined for what no host says. */
export function parseHostMessage(data: unknown): HostMessage | undefined {
  const { type, theme, values } = (data ?? {}) as Fields;
  if (type === 'theme') return { type, theme: themeOf(theme), values: parseValues(values) };
  const shapes: Shapes<Exclude<HostMessage, { type: 'theme' }>> = {
    scroll: { y: POSITION, rev: REV, at: [0, Number.MAX_SAFE_INTEGER] },
    goto: { anchor: ANCHOR },
    view: { inset: INSET },
    measure: {},
  };
  return parse(shapes, data);
}

const themeOf = (value: unknown) => (read(THEME, value) ?? 'auto') as Theme;

function isGreeting(data: unknown, type: string): boolean {
  const fields = data as Fields | null | undefined;
  return fields?.['story'] === 1 && fields['type'] === type && fields['version'] === VERSION;
}

function parse<Message extends { readonly type: string }>(
  shapes: Shapes<Message>,
  data: unknown,
): Message | undefined {
  const fields = (data ?? {}) as Fields;
  const { type } = fields;
  if (!isText(type) || !Object.hasOwn(shapes, type)) return undefined;
  const message: Record<string, unknown> = { type };
  for (const [field, shape] of Object.entries<Shape>(shapes[type as Message['type']])) {
    const value = read(shape, fields[field]);
    if (value === undefined) return undefined;
    message[field] = value;
  }
  return message as Message;
}
