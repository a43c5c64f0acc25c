import { expect, test } from 'vitest';
import { slug } from '../../../src/model/slug.ts';

test.each([
  ['Twelve demands', 'twelve-demands'],
  ['26 August: open', '26-august-open'],
  ["The keeper's key", 'the-keepers-key'],
  ['The keeper’s key', 'the-keepers-key'],
  ['Élysée – again', 'elysee-again'],
  ['…', ''],
])('%s', (text, expected) => {
  expect(slug(text)).toBe(expected);
});
