import { expect, test } from 'vitest';
import { knownOn } from '../../../src/model/vantage.ts';

test.each([
  [{ date: '2019-08-27' }, true],
  [{ date: '2019-08-28' }, true],
  [{ date: '2019-08-29' }, false],
  [{ date: '2019-08-25', public: '2019-08-29' }, false],
  [{ date: '2019-08-25', public: '2019-08-26' }, true],
  [{ date: '2019-09-17', scheduled: true }, true],
  [{ date: '2019-09-17', scheduled: true, public: '2019-08-29' }, false],
  [{ date: '2019-09-17', scheduled: false }, false],
])('%j on 28 August 2019: %s', (thing, known) => {
  expect(knownOn(thing, '2019-08-28')).toBe(known);
});
