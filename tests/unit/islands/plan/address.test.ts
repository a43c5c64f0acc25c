import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDoors, writeDoors } from '../../../../src/islands/plan/address.ts';

const ids = ['one', 'two', 'three-and-four'];

describe('the address of opened doors', () => {
  it('names them in the order of the corridor', () => {
    expect(writeDoors('', ids, [true, false, true])).toBe('?doors=one,three-and-four');
  });

  it('carries nothing where nothing is opened', () => {
    expect(writeDoors('?doors=two', ids, [false, false, false])).toBe('');
    expect(readDoors('', ids)).toEqual([false, false, false]);
  });

  it('leaves the rest of the address as it was', () => {
    expect(writeDoors('?a=1&doors=two&b=2', ids, [true, false, false])).toBe('?a=1&b=2&doors=one');
    expect(writeDoors('?a=1&doors=two', ids, [false, false, false])).toBe('?a=1');
  });

  it('is read in any order, escaped or not, whatever else it names', () => {
    expect(readDoors('?doors=three-and-four,nowhere,one,one&x', ids)).toEqual([true, false, true]);
    expect(readDoors('?doors=one%2Ctwo', ids)).toEqual([true, true, false]);
    expect(readDoors('?doors=', ids)).toEqual([false, false, false]);
  });

  it('brings back what it was given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        fc.webQueryParameters(),
        (opened, query) => {
          expect(readDoors(writeDoors(query && `?${query}`, ids, opened), ids)).toEqual(opened);
        },
      ),
    );
  });
});
