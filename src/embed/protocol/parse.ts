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
  type Mode,
  type SeekReason,
  type Theme,
} from './messages.ts';
import { anchor, count, fieldsOf, number, oneOf, text, type Fields } from './read.ts';
import { parseValues } from './theme.ts';

const MODES: readonly Mode[] = ['host', 'dialect', 'tall', 'inner', 'link'];
const REASONS: readonly SeekReason[] = ['inner', 'anchor', 'focus'];
const THEMES: readonly Theme[] = ['light', 'dark', 'auto'];
const LANGUAGE = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i;

/** A story's greeting, heard over the window; undefined for anything else, also for one of another version. */
export function parseHello(data: unknown): Hello | undefined {
  return isGreeting(fieldsOf(data), 'hello') ? { story: 1, type: 'hello', version: VERSION } : undefined;
}

/** A host's answer, heard over the window; undefined for anything else, also for one of another version. */
export function parseInit(data: unknown): Init | undefined {
  const fields = fieldsOf(data);
  const inset = number(fields['inset'], 0, INSET_MOST);
  if (!isGreeting(fields, 'init') || inset === undefined) return undefined;
  const language = text(fields['language']) ?? '';
  return {
    story: 1,
    type: 'init',
    version: VERSION,
    inset,
    transparent: fields['transparent'] === true,
    theme: themeOf(fields),
    values: parseValues(fields['values']),
    anchor: anchor(fields['anchor']) ?? '',
    language: LANGUAGE.test(language) ? language : '',
  };
}

/** What the story says over the port; undefined for what no story says. */
export function parseGuestMessage(data: unknown): GuestMessage | undefined {
  const fields = fieldsOf(data);
  const type = fields['type'];
  switch (type) {
    case 'layout':
      return complete({
        type,
        rev: count(fields['rev'], 0, Number.MAX_SAFE_INTEGER),
        height: number(fields['height'], HEIGHT.least, HEIGHT.most),
        width: number(fields['width'], 0, EXTENT_MOST),
        viewport: number(fields['viewport'], 0, EXTENT_MOST),
        keep: fields['keep'] === null ? null : position(fields['keep']),
      });
    case 'seek':
      return complete({ type, y: position(fields['y']), reason: oneOf(fields['reason'], REASONS) });
    case 'page':
      return complete({ type, direction: oneOf(fields['direction'], [1, -1]) });
    case 'step': {
      const of = count(fields['of'], 1, STEPS_MOST);
      return complete({
        type,
        chapter: anchor(fields['chapter']),
        step: anchor(fields['step']),
        n: count(fields['n'], 1, of ?? 0),
        of,
      });
    }
    case 'mode':
      return complete({ type, mode: oneOf(fields['mode'], MODES) });
    case 'end':
      return { type };
    case 'error':
      return complete({ type, reason: text(fields['reason']) });
    default:
      return undefined;
  }
}

/** What the host says over the port; undefined for what no host says. */
export function parseHostMessage(data: unknown): HostMessage | undefined {
  const fields = fieldsOf(data);
  const type = fields['type'];
  switch (type) {
    case 'scroll':
      return complete({
        type,
        y: position(fields['y']),
        rev: count(fields['rev'], 0, Number.MAX_SAFE_INTEGER),
        at: number(fields['at'], 0, Number.MAX_SAFE_INTEGER),
      });
    case 'goto':
      return complete({ type, anchor: anchor(fields['anchor']) });
    case 'view':
      return complete({ type, inset: number(fields['inset'], 0, INSET_MOST) });
    case 'measure':
      return { type };
    case 'theme':
      return { type, theme: themeOf(fields), values: parseValues(fields['values']) };
    default:
      return undefined;
  }
}

function isGreeting(fields: Fields, type: string): boolean {
  return fields['story'] === 1 && fields['type'] === type && fields['version'] === VERSION;
}

function position(value: unknown): number | undefined {
  return number(value, 0, HEIGHT.most);
}

function themeOf(fields: Fields): Theme {
  return oneOf(fields['theme'], THEMES) ?? 'auto';
}

/** The message, if none of its fields is missing. */
function complete<Message extends object>(
  message: Message,
): { [Field in keyof Message]: Exclude<Message[Field], undefined> } | undefined {
  return Object.values(message).includes(undefined)
    ? undefined
    : (message as { [Field in keyof Message]: Exclude<Message[Field], undefined> });
}
