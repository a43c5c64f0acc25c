import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorsAt, type Standing } from '../../../src/geometry/doors.ts';
import {
  entriesWithin,
  mostOpen,
  outcomeOf,
  routeOf,
  standingOf,
  wayThrough,
  type RecordEntry,
} from '../../../src/geometry/planRecord.ts';

const term = { from: '2012-08-28', to: '2012-09-30' };
const open = (from: string, by?: 'events' | 'words'): RecordEntry => ({
  from,
  state: 'open',
  angle: 90,
  ...(by && { by }),
});
const ajar = (from: string, angle: number): RecordEntry => ({ from, state: 'ajar', angle });
const shut = (from: string): RecordEntry => ({ from, state: 'shut', angle: 0 });
const locked = (from: string): RecordEntry => ({ from, state: 'locked', angle: 0 });

const standing: fc.Arbitrary<Standing> = fc
  .record({
    day: fc.integer({ min: 1, max: 31 }),
    month: fc.constantFrom('07', '08', '09', '10'),
    state: fc.constantFrom('open', 'ajar', 'shut', 'locked'),
    angle: fc.integer({ min: 1, max: 89 }),
  })
  .map(({ day, month, state, angle }) => ({
    from: `2012-${month}-${String(day).padStart(2, '0')}`,
    state,
    angle: { open: 90, ajar: angle, shut: 0, locked: 0 }[state],
  }));
const door = fc
  .uniqueArray(standing, { minLength: 1, maxLength: 6, selector: ({ from }) => from })
  .map((entries) => ({ entries: entries.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }));
const someDoors = fc.array(fc.tuple(door, fc.boolean()), { minLength: 1, maxLength: 8 });

describe('entriesWithin', () => {
  it('leaves out the first day and what comes after the last', () => {
    const entries = ['2012-08-28', '2012-08-29', '2012-09-30', '2012-10-01'].map(shut);
    expect(entriesWithin({ entries }, term).map(({ from }) => from)).toEqual(['2012-08-29', '2012-09-30']);
  });
});

describe('outcomeOf', () => {
  it.each([
    ['opened and kept', [ajar('2012-08-01', 20), open('2012-09-03', 'words')], ['opened', 'words', true]],
    [
      'opened and drawn back',
      [ajar('2012-08-01', 20), open('2012-09-03', 'events'), ajar('2012-09-05', 60)],
      ['opened', 'events', false],
    ],
    ['opened by nobody knows what', [shut('2012-08-01'), open('2012-09-03')], ['opened', undefined, true]],
    ['open from the start', [open('2012-08-01')], ['opened', undefined, true]],
    ['open only afterwards', [shut('2012-08-01'), open('2012-10-01')], ['shut']],
    ['open only before', [open('2012-08-01'), ajar('2012-08-20', 9)], ['same']],
    ['wider', [shut('2012-08-01'), ajar('2012-09-01', 5)], ['wider']],
    ['less wide', [ajar('2012-08-01', 9), ajar('2012-09-01', 5)], ['narrower']],
    ['as it was', [ajar('2012-08-01', 9), ajar('2012-09-01', 5), ajar('2012-09-02', 9)], ['same']],
    ['shut', [ajar('2012-08-01', 9), shut('2012-09-01')], ['shut']],
    ['locked', [locked('2012-08-01')], ['locked']],
  ] as const)('%s', (_, entries, [kind, by, kept]) => {
    expect(outcomeOf({ entries }, term)).toEqual(kind === 'opened' ? { kind, by, kept } : { kind });
  });
});

describe('routeOf', () => {
  it('passes through every pose once, from the first day to the last', () => {
    const entries = [ajar('2012-08-01', 9), ajar('2012-09-01', 9), open('2012-09-02'), locked('2012-09-09')];
    expect(routeOf({ entries }, term)).toEqual([
      { state: 'ajar', angle: 9, bolt: 0 },
      { state: 'open', angle: 90, bolt: 0 },
      { state: 'locked', angle: 0, bolt: 1 },
    ]);
  });

  it('ends as the door stands on the last day', () => {
    fc.assert(
      fc.property(door, (each) => {
        const [last] = doorsAt([each], term.to);
        expect(routeOf(each, term).at(-1)).toMatchObject({ angle: last?.angle, bolt: last?.bolt });
      }),
    );
  });
});

describe('standingOf', () => {
  it('shows the last day for doors that are opened, the first for all others', () => {
    fc.assert(
      fc.property(someDoors, (pairs) => {
        const doors = pairs.map(([each]) => each);
        const opened = pairs.map(([, is]) => is);
        const [first, last] = [doorsAt(doors, term.from), doorsAt(doors, term.to)];
        expect(standingOf(doors, opened, term)).toEqual(opened.map((is, i) => (is ? last[i] : first[i])));
      }),
    );
  });
});

describe('wayThrough', () => {
  it('is open only where every door is', () => {
    fc.assert(
      fc.property(someDoors, (pairs) => {
        const poses = standingOf(
          pairs.map(([each]) => each),
          pairs.map(([, is]) => is),
          term,
        );
        const { open: isOpen, count, barring } = wayThrough(poses);
        expect(isOpen).toBe(poses.every(({ state }) => state === 'open'));
        expect(count + barring.length).toBe(poses.length);
        expect(barring.every((index) => poses[index]?.state !== 'open')).toBe(true);
      }),
    );
  });

  it('is not open through a door that stands ajar', () => {
    expect(wayThrough([{ state: 'open' }, { state: 'ajar' }])).toEqual({
      open: false,
      count: 1,
      barring: [1],
    });
  });
});

describe('mostOpen', () => {
  it('finds the first day on which most doors stood open', () => {
    const doors = [
      { entries: [open('2012-08-01'), shut('2012-09-10')] },
      { entries: [shut('2012-08-01'), open('2012-09-05'), shut('2012-09-20')] },
      { entries: [shut('2012-08-01'), open('2012-09-12')] },
    ];
    expect(mostOpen(doors, term)).toEqual({ count: 2, day: '2012-09-05' });
    expect(mostOpen(doors.slice(2), { from: '2012-08-28', to: '2012-09-11' })).toEqual({
      count: 0,
      day: '2012-08-28',
    });
  });

  it('is what a look at every day finds', () => {
    const days = [...Array(34).keys()].map((n) =>
      new Date(Date.UTC(2012, 7, 28 + n)).toISOString().slice(0, 10),
    );
    fc.assert(
      fc.property(fc.array(door, { minLength: 1, maxLength: 6 }), (doors) => {
        const counts = days.map((day) => wayThrough(doorsAt(doors, day)).count);
        const count = Math.max(...counts);
        expect(mostOpen(doors, term)).toEqual({ count, day: days[counts.indexOf(count)] });
      }),
    );
  });
});
