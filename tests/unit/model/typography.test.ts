import { expect, test } from 'vitest';
import { plain, typographic, typographicRuns } from '../../../src/model/typography.ts';

const show = (text: string): string => typographic(text).replaceAll('\u00a0', '_');

test.each([
  ['He said: "No."', 'He said: “No.”'],
  ['"Why?" he asked.', '“Why?” he asked.'],
  ['("aside")', '(“aside”)'],
  ['a week—"or two"', 'a week—“or two”'],
  ["Iran's and the allies' lines", 'Iran’s and the allies’ lines'],
  ["he doesn't", 'he doesn’t'],
  ["'flexibility' in talks", '‘flexibility’ in talks'],
  [`"He said 'no'", she says`, '“He said ‘no’”, she says'],
  ["the '90s", 'the ’90s'],
  ['“set already”', '“set already”'],
])('marks are curly: %s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  ['on 26 August 2019 in', 'on 26_August_2019 in'],
  ['24 to 26 August', '24 to 26_August'],
  ['24–26 August', '24–26_August'],
  ['in August 2019', 'in August_2019'],
  ['3.67 per cent of', '3.67_per_cent of'],
  ['15 billion dollars by', '15_billion_dollars by'],
  ['300 kg', '300_kg'],
  ['5 kgs', '5 kgs'],
  ['Mr Reed and Dr. No', 'Mr_Reed and Dr._No'],
  ['a pause – and on', 'a pause_– and on'],
  ['in 26 ways', 'in 26 ways'],
])('spaces hold together what belongs together: %s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test('a mark takes its direction from the letters around it, across pieces of a paragraph', () => {
  expect(typographicRuns(['He said "', 'no', '" and left: the keeper', "'s word"])).toEqual([
    'He said “',
    'no',
    '” and left: the keeper',
    '’s word',
  ]);
});

test('setting a text twice changes nothing', () => {
  const once = typographic(`"It's 3 per cent", he said on 26 August 2019`);
  expect(typographic(once)).toBe(once);
});

test('plain undoes what was set', () => {
  const text = `"It's 3 per cent", he said on 26 August 2019`;
  expect(plain(typographic(text))).toBe(text);
});
