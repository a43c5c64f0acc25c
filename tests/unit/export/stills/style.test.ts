import { describe, expect, it } from 'vitest';
import { readColour } from '../../../../src/export/stills/colour.ts';
import { holds } from '../../../../src/export/stills/conditions.ts';
import { toPx } from '../../../../src/export/stills/length.ts';
import { compile } from '../../../../src/export/stills/selector.ts';
import { find, looked, pageOf } from './page.ts';

const fill = (css: string | readonly string[], body = '<svg><path id="it" class="a b" fill="blue"/></svg>') =>
  looked(typeof css === 'string' ? [css] : css, body).light.get('fill');

describe('the cascade', () => {
  it.each([
    ['an attribute is weaker than any rule', 'path{fill:red}', 'red'],
    ['the later of two equal rules', '.a{fill:red}.b{fill:green}', 'green'],
    ['the more specific rule', 'svg .a{fill:red}.b{fill:green}', 'red'],
    [
      'the later layer, whatever the selector',
      '@layer one,two;@layer two{path{fill:red}}@layer one{svg .a.b{fill:green}}',
      'red',
    ],
    ['what lies outside of layers', 'path{fill:red}@layer one{.a.b{fill:green}}', 'red'],
    [
      'what is important, in the earlier layer first',
      '@layer one{.a{fill:red!important}}@layer two{.a.b{fill:green!important}}',
      'red',
    ],
    ['a rule within a rule', 'svg{& .a{fill:red}}', 'red'],
    [
      'a rule within a rule, for a state of the element around it',
      'svg{.a &{fill:red}.b{fill:green}}',
      'green',
    ],
    ['nothing that a reader would have to do', '.a:hover,.a:focus-visible{fill:red}', 'blue'],
    ['nothing for pseudo-elements', '.a::before{fill:red}', 'blue'],
    [':where without weight', 'path.b{fill:red}path:where(.a.b){fill:green}', 'red'],
    [':is and :not', 'path:is(.x,.a):not(.c){fill:red}', 'red'],
  ])('%s', (_, css, expected) => {
    expect(fill(css)).toBe(expected);
  });

  it('takes conditions for the layout and the theme', () => {
    const css = '.a{fill:red}@container plan (width>=760px){.a{fill:green}}@media print{.a{fill:black}}';
    expect(fill(css)).toBe('green');
    expect(
      looked([css], '<svg><path id="it" class="a"/></svg>', { window: 390, frame: 360 }).light.get('fill'),
    ).toBe('red');
    const { light, dark } = looked(
      [
        ':root{--c:white}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--c:black}}.a{fill:var(--c)}',
      ],
      '<svg><path id="it" class="a"/></svg>',
    );
    expect([light.get('fill'), dark.get('fill')]).toEqual(['white', 'black']);
  });
});

describe('computed values', () => {
  const body = '<div class="out"><svg class="in"><text id="it">x</text></svg></div>';

  it.each([
    [
      'variables, of the element that uses them',
      '.out{--c:var(--d);--d:red}.in{--d:green;fill:var(--c)}',
      'fill',
      'red',
    ],
    [
      'a variable that is not set, by its second choice',
      'text{fill:var(--none,var(--also,#123456))}',
      'fill',
      '#123456',
    ],
    [
      'a variable without a value, as if nothing were said',
      '.in{fill:red}text{fill:var(--none)}',
      'fill',
      'red',
    ],
    ['currentcolor', '.out{color:red}text{fill:currentcolor}', 'fill', 'red'],
    ['inherit', '.in{opacity:.5}text{opacity:inherit}', 'opacity', '.5'],
    ['what is not inherited', '.in{opacity:.5}', 'opacity', '1'],
    [
      'the font shorthand',
      '.in{font:600 17.6px/1 var(--f)}:root{--f:"Archivo",Arial}',
      'font-family',
      '"Archivo",Arial',
    ],
    ['its weight', '.in{font:italic 600 17.6px/1 X}', 'font-weight', '600'],
    ['its style', '.in{font:italic 600 17.6px/1 X}', 'font-style', 'italic'],
    ['its size', '.in{font:600 17.6px / 1 X}', 'font-size', '17.6px'],
    [
      'a size in rem of a root whose type grows with the window',
      'html{font-size:clamp(18px,10px + 1vw,21px)}.in{font-size:.5rem}',
      'font-size',
      '10.5px',
    ],
  ])('%s', (_, css, property, expected) => {
    expect(looked([css], body).light.get(property)).toBe(expected);
  });
});

it.each([
  ['(width >= 56rem) and (height >= 30rem)', true],
  ['(width<56rem)', false],
  ['(400px <= width < 1500px)', true],
  ['(min-width: 1500px)', false],
  ['print', false],
  ['screen and (prefers-reduced-motion: no-preference)', false],
  ['not (hover: hover)', true],
  ['print, screen and (prefers-color-scheme: light)', true],
  ['(forced-colors: active)', false],
  ['((width < 10px) or (hover: none)) and (not (pointer: fine))', true],
])('@media %s: %s', (query, expected) => {
  expect(holds({ kind: 'media', query }, { theme: 'light', window: 1440, frame: 820 })).toBe(expected);
});

it.each([
  ['li:nth-child(2n+1)', 'abc', 'a c'],
  ['li:first-child + li', 'abc', 'b'],
  ['li:last-child', 'abc', 'c'],
  ['li ~ li', 'abc', 'b c'],
  ['ul > [id|="b"], ul > #a', 'abc', 'a b'],
  ['ul:has(> #b) li[id^="c"]', 'abc', 'c'],
  ['ul:has(#none) li', 'abc', ''],
  ['li:nth-child(even)', 'abc', 'b'],
])('%s', (selector, ids, expected) => {
  const html = pageOf([], `<ul>${[...ids].map((id) => `<li id="${id}"></li>`).join('')}</ul>`);
  const parent = find(html, 'a').element.parentNode;
  const all = parent && 'childNodes' in parent ? parent.childNodes : [];
  const matching = all.filter(
    (each) => 'tagName' in each && compile(selector).some(({ matches }) => matches(each)),
  );
  expect(matching.map((each) => ('attrs' in each ? each.attrs[0]?.value : '')).join(' ')).toBe(expected);
});

it.each([
  ['#C2273B', '#c2273b', 1],
  ['#abc', '#aabbcc', 1],
  ['#0000', '#000000', 0],
  ['#11223380', '#112233', 0.502],
  ['rgb(1 2 3 / 50%)', '#010203', 0.5],
  ['transparent', 'none', 0],
  ['color-mix(in srgb, #ffffff 25%, #000000)', '#404040', 1],
  ['color-mix(in srgb, #102030 20%, transparent)', '#102030', 0.2],
  ['url(#land)', 'url(#land)', 1],
])('the colour %s', (text, value, alpha) => {
  expect(readColour(text)).toEqual({ value, alpha });
});

it('refuses colours that it cannot write down', () => {
  expect(() => readColour('oklch(0.5 0.1 20)')).toThrow('The colour "oklch(0.5 0.1 20)" is not one');
});

it.each([
  ['17.6px', 17.6],
  ['2em', 40],
  ['.5rem', 9],
  ['calc(100vw - 2 * (1rem + 2px))', 960],
  ['min(1em, 3px)', 3],
  ['wide', NaN],
  ['10svh', NaN],
])('the length %s', (text, expected) => {
  expect(toPx(text, { em: 20, rem: 18, window: 1000 })).toBe(expected);
});
