import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorAt, doorsAt, mixDoors, type DoorPose, type Standing } from '../../../src/geometry/doors.ts';

const entries: readonly Standing[] = [
  { from: '2019-07-31', state: 'shut', angle: 0 },
  { from: '2019-08-26', state: 'open', angle: 90 },
  { from: '2019-08-27', state: 'ajar', angle: 17 },
];
const locked: readonly Standing[] = [{ from: '2018-08-13', state: 'locked', angle: 0 }];

describe('doorAt', () => {
  it.each([
    ['2013-01-01', 'shut', 0],
    ['2019-07-30', 'shut', 0],
    ['2019-07-31', 'shut', 0],
    ['2019-08-25', 'shut', 0],
    ['2019-08-26', 'open', 90],
    ['2019-08-27', 'ajar', 17],
    ['2020-02-29', 'ajar', 17],
  ])('holds each entry from its day on: %s', (day, state, angle) => {
    expect(doorAt({ entries }, day)).toMatchObject({ state, angle, bolt: 0 });
  });

  it('gives the entry that says so', () => {
    expect(doorAt({ entries }, '2019-08-26').entry).toBe(entries[1]);
  });

  it('shoots the bolt of a locked door', () => {
    expect(doorAt({ entries: locked }, '2019-08-28')).toMatchObject({ state: 'locked', angle: 0, bolt: 1 });
  });

  it('refuses a door without entries', () => {
    expect(() => doorAt({ entries: [] }, '2019-08-28')).toThrow(
      new RangeError('A door needs at least one entry.'),
    );
  });

  it('keeps the order of the doors', () => {
    const states = doorsAt([{ entries: locked }, { entries }], '2019-08-26').map(({ state }) => state);
    expect(states).toEqual(['locked', 'open']);
  });
});

describe('mixDoors', () => {
  const shut: DoorPose = { state: 'shut', angle: 0, bolt: 0 };
  const open: DoorPose = { state: 'open', angle: 90, bolt: 0 };
  const bolted: DoorPose = { state: 'locked', angle: 0, bolt: 1 };

  it('turns leaves and bolts in step, under the name of the state they go to', () => {
    expect(mixDoors([shut, open, bolted], [open, shut, shut], 0.25)).toEqual([
      { state: 'open', angle: 22.5, bolt: 0 },
      { state: 'shut', angle: 67.5, bolt: 0 },
      { state: 'shut', angle: 0, bolt: 0.75 },
    ]);
  });

  it('begins and ends exactly where it should, and stays between', () => {
    const angle = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(angle, angle, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, t) => {
        const mix = (at: number) =>
          mixDoors([{ ...open, angle: from }], [{ ...open, angle: to }], at)[0]?.angle;
        expect(mix(0)).toBe(from);
        expect(mix(1)).toBe(to);
        expect(mix(t)).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9);
        expect(mix(t)).toBeLessThanOrEqual(Math.max(from, to) + 1e-9);
      }),
    );
  });

  it('refuses poses of different corridors', () => {
    expect(() => mixDoors([shut], [shut, open], 0.5)).toThrow(new RangeError('1 doors cannot become 2.'));
  });
});
