import { describe, expect, it } from 'vitest';
import {
  HEIGHT,
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

const hello: Hello = { story: 1, type: 'hello', version: VERSION };

const init: Init = {
  story: 1,
  type: 'init',
  version: VERSION,
  inset: 60,
  transparent: true,
  theme: 'dark',
  values: { '--sheet': '#102030', '--font-text': '"Gill Sans", serif', '--side-east': 'rgb(1 2 3 / 50%)' },
  anchor: 'cabinet-twelve-demands',
  language: 'pt-BR',
};

const guest: GuestMessage[] = [
  { type: 'layout', rev: 3, height: 5000.5, width: 342, viewport: 800, keep: 1200 },
  { type: 'layout', rev: 0, height: 5000, width: 342, viewport: 800, keep: null },
  { type: 'seek', y: 1234.5, reason: 'inner' },
  { type: 'seek', y: 0, reason: 'anchor' },
  { type: 'seek', y: 1, reason: 'focus' },
  { type: 'page', direction: 1 },
  { type: 'page', direction: -1 },
  { type: 'step', chapter: 'cabinet', step: 'twelve-demands', n: 2, of: 9 },
  { type: 'mode', mode: 'inner' },
  { type: 'end' },
  { type: 'error', reason: 'no room' },
];

const host: HostMessage[] = [
  { type: 'scroll', y: 400.25, rev: 3, at: 1234.5 },
  { type: 'goto', anchor: 'cabinet-twelve-demands' },
  { type: 'view', inset: 0 },
  { type: 'measure' },
  { type: 'theme', theme: 'light', values: { '--ink': 'black' } },
];

/** What is left of a message after it went through a window or a port. */
const sent = (message: unknown): unknown => structuredClone(message);

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

describe('what is no message is dropped', () => {
  const nonsense = [
    undefined,
    null,
    0,
    '',
    'hello',
    '{"story":1,"type":"hello","version":1}',
    [],
    [hello],
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: ['layout'] },
    () => {},
  ];
  it.each(nonsense)('%j', (data) => {
    expect([parseHello(data), parseInit(data), parseGuestMessage(data), parseHostMessage(data)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([0, 2, 1.5, '1', null, undefined, NaN])('version %j', (version) => {
    expect(parseHello({ ...hello, version })).toBeUndefined();
    expect(parseInit({ ...init, version })).toBeUndefined();
  });

  it('of another sender', () => {
    expect(parseHello({ ...hello, story: 2 })).toBeUndefined();
    expect(parseHello(init)).toBeUndefined();
    expect(parseInit(hello)).toBeUndefined();
    for (const message of host) expect(parseGuestMessage(message)).toBeUndefined();
    for (const message of guest) expect(parseHostMessage(message)).toBeUndefined();
  });

  it.each([...guest, ...host])('$type without one of its fields', (message) => {
    // What a story's looks should be is a wish: without it the message still says something.
    const wishes = ['type', 'theme', 'values'];
    const parse = guest.includes(message as GuestMessage) ? parseGuestMessage : parseHostMessage;
    for (const field of Object.keys(message).filter((name) => !wishes.includes(name))) {
      expect(parse({ ...message, [field]: undefined }), field).toBeUndefined();
      expect(parse({ ...message, [field]: {} }), field).toBeUndefined();
    }
    expect(parse({ ...message, type: undefined })).toBeUndefined();
  });
});

describe('numbers', () => {
  const layout = { type: 'layout', rev: 1, height: 5000, width: 342, viewport: 800, keep: 0 };

  it.each([NaN, Infinity, -Infinity, '5000', null, [5000], { valueOf: () => 1 }])(
    'that are none are dropped: %j',
    (height) => {
      expect(parseGuestMessage({ ...layout, height })).toBeUndefined();
      expect(parseGuestMessage({ type: 'seek', y: height, reason: 'inner' })).toBeUndefined();
      expect(parseHostMessage({ type: 'view', inset: height })).toBeUndefined();
    },
  );

  it('that are absurd are brought in', () => {
    expect(parseGuestMessage({ ...layout, height: 1e9 })).toMatchObject({ height: HEIGHT.most });
    expect(parseGuestMessage({ ...layout, height: -5 })).toMatchObject({ height: HEIGHT.least });
    expect(parseGuestMessage({ ...layout, keep: -1e300 })).toMatchObject({ keep: 0 });
    expect(parseGuestMessage({ type: 'seek', y: 1e300, reason: 'inner' })).toMatchObject({ y: HEIGHT.most });
    expect(parseHostMessage({ type: 'view', inset: 1e9 })).toMatchObject({ inset: INSET_MOST });
    expect(parseInit({ ...init, inset: -1 })).toMatchObject({ inset: 0 });
  });

  it.each([1.5, NaN, '1', null])('of layouts are counted: %j is no number of one', (rev) => {
    expect(parseGuestMessage({ ...layout, rev })).toBeUndefined();
    expect(parseHostMessage({ type: 'scroll', y: 0, at: 0, rev })).toBeUndefined();
  });

  it.each([1.5, NaN, '1', null])('of steps are counted: not %j', (n) => {
    expect(parseGuestMessage({ type: 'step', chapter: 'a', step: 'b', n, of: 9 })).toBeUndefined();
    expect(parseGuestMessage({ type: 'step', chapter: 'a', step: 'b', n: 1, of: n })).toBeUndefined();
  });

  it('of pages are one up or one down', () => {
    expect(parseGuestMessage({ type: 'page', direction: 2e9 })).toMatchObject({ direction: 1 });
    expect(parseGuestMessage({ type: 'page', direction: '1' })).toBeUndefined();
  });
});

describe('texts', () => {
  it.each(['', 'A', 'a b', 'a/b', '#a', 'a"]', 'ä', '../a', 'a'.repeat(TEXT_MOST + 1)])(
    'anchor %j is none',
    (anchor) => {
      expect(parseHostMessage({ type: 'goto', anchor })).toBeUndefined();
      expect(parseGuestMessage({ type: 'step', chapter: anchor, step: 'b', n: 1, of: 1 })).toBeUndefined();
      expect(parseInit({ ...init, anchor })).toMatchObject({ anchor: '', inset: 60 });
    },
  );

  it.each(['en', 'en-GB', 'zh-Hant-TW', ''])('language %j', (language) => {
    expect(parseInit({ ...init, language })).toMatchObject({ language });
  });
  it.each(['e', 'en_GB', '"><b>', 'en-', 7])('language %j is none', (language) => {
    expect(parseInit({ ...init, language })).toMatchObject({ language: '' });
  });

  it('of no bearable length are dropped', () => {
    expect(parseGuestMessage({ type: 'error', reason: 'x'.repeat(TEXT_MOST + 1) })).toBeUndefined();
  });

  it.each(['', 'DARK', 'sepia', 1])('theme %j is auto', (theme) => {
    expect(parseInit({ ...init, theme })).toMatchObject({ theme: 'auto' });
  });

  it.each(['true', 1, {}, null])('transparent %j is not', (transparent) => {
    expect(parseInit({ ...init, transparent })).toMatchObject({ transparent: false });
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
