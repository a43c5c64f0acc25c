import { describe, expect, it } from 'vitest';
import {
  INSET_MOST,
  TEXT_MOST,
  VERSION,
  parseGuestMessage,
  parseHello,
  parseHostMessage,
  parseInit,
  parseValues,
  type GuestMessage,
  type Hello,
  type HostMessage,
  type Init,
} from '../../../src/embed/protocol/index.ts';

const hello: Hello = { story: 1, type: 'hello', version: VERSION, names: ['--sheet', '--side-east'] };

const init: Init = {
  story: 1,
  type: 'init',
  version: VERSION,
  inset: 60,
  background: 'transparent',
  theme: 'dark',
  values: { '--sheet': '#102030', '--font-text': '"Gill Sans", serif', '--side-east': 'rgb(1 2 3 / 50%)' },
  anchor: 'cabinet-twelve-demands',
};

const guest: GuestMessage[] = [
  { type: 'layout', rev: 3, height: 5000.5, width: 342, viewport: 800, keep: 1200 },
  { type: 'layout', rev: 0, height: 5000, width: 342, viewport: 800, keep: -1 },
  { type: 'seek', y: 1234.5, reason: 'inner' },
  { type: 'seek', y: 0, reason: 'anchor' },
  { type: 'seek', y: 1, reason: 'focus' },
  { type: 'page', y: 640, behavior: 'smooth' },
  { type: 'page', y: -640, behavior: 'instant' },
  { type: 'step', chapter: 'cabinet', step: 'twelve-demands', n: 2, of: 9 },
  { type: 'mode', mode: 'inner' },
  { type: 'end' },
  { type: 'error', reason: 'no room' },
];

const host: HostMessage[] = [
  { type: 'scroll', y: 400.25, rev: 3 },
  { type: 'goto', anchor: 'cabinet-twelve-demands' },
  { type: 'view', inset: 0 },
  { type: 'measure' },
  { type: 'theme', theme: 'light', values: { '--ink': 'black' } },
];

/** What is left of a message after it went through a window or a port. */
const sent = (message: object) => structuredClone(message) as Record<string, unknown>;

describe('every message comes through as it was sent', () => {
  it('hello', () => {
    expect(parseHello(sent(hello))).toEqual(hello);
  });
  it('init', () => {
    expect(parseInit(sent(init))).toEqual(init);
  });
  it.each(guest)('guest: $type', (message) => {
    expect(parseGuestMessage(sent(message))).toEqual(message);
  });
  it.each(host)('host: $type', (message) => {
    expect(parseHostMessage(sent(message))).toEqual(message);
  });
});

/** Whatever may come. */
const came = (data: unknown) => data as Record<string, unknown>;

describe('what is no message is dropped', () => {
  const nonsense = [
    undefined,
    null,
    0,
    '',
    'hello',
    '{"story":1,"type":"hello","version":1,"names":[]}',
    [],
    [hello],
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: {} },
    () => {},
  ];
  it.each(nonsense)('%j', (data) => {
    const parsers = [parseHello, parseInit, parseGuestMessage, parseHostMessage];
    for (const parse of parsers) expect(parse(came(data))).toBeUndefined();
  });

  it.each([0, 2, 1.5, '1', null, undefined, NaN])('version %j', (version) => {
    expect(parseHello({ ...hello, version })).toBeUndefined();
    expect(parseInit({ ...init, version })).toBeUndefined();
  });

  it('of another sender', () => {
    expect(parseHello({ ...hello, story: 2 })).toBeUndefined();
    expect(parseHello(came(init))).toBeUndefined();
    expect(parseInit(came(hello))).toBeUndefined();
    for (const message of host) expect(parseGuestMessage(came(message))).toBeUndefined();
    for (const message of guest) expect(parseHostMessage(came(message))).toBeUndefined();
  });

  it.each([undefined, null, 7, '--sheet', {}])('a greeting whose names are %j', (names) => {
    expect(parseHello({ ...hello, names })).toBeUndefined();
  });

  it.each([...guest, ...host])('$type without one of its numbers', (message) => {
    const parse = guest.includes(message as GuestMessage) ? parseGuestMessage : parseHostMessage;
    // What nothing here uses goes to those who listen as it is.
    const numbers = Object.entries(message).filter(
      ([name, value]) => typeof value === 'number' && !['width', 'viewport', 'n', 'of'].includes(name),
    );
    for (const [name] of numbers)
      for (const value of [
        undefined,
        null,
        NaN,
        Infinity,
        -Infinity,
        '1',
        [1],
        {},
        { valueOf: () => 1 },
        true,
      ])
        expect(parse({ ...message, [name]: value }), `${name} ${String(value)}`).toBeUndefined();
    expect(parse({ ...message, type: undefined })).toBeUndefined();
  });
});

describe('what of a host’s words cannot be true', () => {
  it('is brought in: a header', () => {
    expect(parseHostMessage({ type: 'view', inset: 1e9 })).toMatchObject({ inset: INSET_MOST });
    expect(parseInit({ ...init, inset: -1 })).toMatchObject({ inset: 0 });
  });

  it.each(['', 'A', 'a b', 'a/b', '#a', 'a"]', 'ä', '../a', 'a'.repeat(TEXT_MOST + 1), 7, null])(
    'is left out: anchor %j',
    (anchor) => {
      expect(parseHostMessage({ type: 'goto', anchor })).toBeUndefined();
      expect(parseInit({ ...init, anchor })).toMatchObject({ anchor: undefined, inset: 60 });
    },
  );

  it.each(['', 'DARK', 'sepia', 1, undefined])('is passed over: theme %j', (theme) => {
    expect(parseInit({ ...init, theme })).toMatchObject({ theme: 'auto' });
    expect(parseHostMessage({ type: 'theme', theme, values: {} })).toMatchObject({ theme: 'auto' });
  });

  it.each(['url(a)', 'red', true, 1, {}, null])('is passed over: background %j', (background) => {
    expect(parseInit({ ...init, background })).toMatchObject({ background: undefined });
  });
});

describe('custom properties', () => {
  it.each([
    ['--sheet', '#fff'],
    ['--sheet', '#0a1B2c'],
    ['--sheet', '#0a1b2c80'],
    ['--ink', 'rebeccapurple'],
    ['--mute', 'rgb(10, 20, 30)'],
    ['--rule', 'rgb(10 20 30 / 0.5)'],
    ['--hot', 'hsl(210.5deg 50% 40%)'],
    ['--hot', 'oklch(0.6 0.2 -30)'],
    ['--hot', 'color(display-p3 1 0 0)'],
    ['--side-east', 'currentcolor'],
    ['--font-text', 'Georgia, serif'],
    ['--font-text', '"Gill Sans MT", \'Trebuchet 2\', sans-serif'],
    ['--font-label', 'system-ui'],
    ['--font-label', '"ヒラギノ角ゴ"'],
  ])('%s: %s passes', (name, value) => {
    expect(parseValues({ [name]: ` ${value} ` })).toEqual({ [name]: value });
  });

  it.each([
    ['--page', '#fff'],
    ['color', 'red'],
    ['--side-', 'red'],
    ['--side-A', 'red'],
    ['--side-a;color', 'red'],
    ['--sheet', ''],
    ['--sheet', '#ff'],
    ['--sheet', '#fffff'],
    ['--sheet', 'url(https://example.org/a.png)'],
    ['--sheet', 'URL(a)'],
    ['--sheet', 'image-set("a.png" 1x)'],
    ['--sheet', 'rgb(url(a))'],
    ['--sheet', 'var(--ink)'],
    ['--sheet', 'env(x)'],
    ['--sheet', 'red; background: url(a)'],
    ['--sheet', 'red}'],
    ['--sheet', 'red/**/'],
    ['--sheet', 'red!important'],
    ['--sheet', '\\75 rl(a)'],
    ['--sheet', 'inherit'],
    ['--sheet', 'revert-layer'],
    ['--sheet', 'rgb(1 2 3) rgb(1 2 3)'],
    ['--sheet', 'red, blue'],
    ['--sheet', '10px'],
    ['--font-text', 'url(a)'],
    ['--font-text', '"a"; }'],
    ['--font-text', 'Georgia,'],
    ['--font-text', '"Georgia'],
    ['--font-text', '"a\\"b"'],
    ['--font-text', 'a, (b)'],
    ['--font-text', 'unset'],
    ['--font-text', 'a'.repeat(TEXT_MOST + 1)],
    ['--sheet', 7],
    ['--sheet', ['red']],
  ])('%s: %j does not', (name, value) => {
    expect(parseValues({ [name]: value })).toEqual({});
  });

  it('are read without end only up to a number', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`--side-s${i}`, 'red']));
    expect(Object.keys(parseValues(many))).toHaveLength(40);
  });

  it('leave nothing behind on what all objects share', () => {
    parseInit(
      JSON.parse('{"story":1,"type":"init","version":1,"inset":0,"values":{"__proto__":{"x":"red"}}}'),
    );
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('take no time over a value made to be slow', () => {
    const began = performance.now();
    parseValues({ '--font-text': 'a '.repeat(TEXT_MOST / 2 - 1) + '!' });
    parseValues({ '--font-text': 'a,'.repeat(TEXT_MOST / 2 - 1) + '!' });
    expect(performance.now() - began).toBeLessThan(50);
  });
});
