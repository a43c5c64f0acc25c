import { describe, expect, it } from 'vitest';
import { doorNotes, planData } from '../../../../src/islands/plan/data.ts';
import type { PlanSettings } from '../../../../src/model/kinds/plan.ts';
import type { Door, DoorState } from '../../../../src/model/types.ts';

const doors: Door[] = [
  {
    chapter: 'first',
    number: 1,
    name: 'First',
    who: 'Someone',
    side: 'one',
    entries: [
      { from: '2000-01-01', state: 'shut', angle: 0, note: 'It was shut.', cite: ['a'], later: false },
      { from: '2000-02-01', state: 'ajar', angle: 30, note: 'It moved.', cite: ['b', 'a'], later: true },
    ],
  },
  {
    chapter: 'second',
    number: 2,
    name: 'Second',
    who: 'Others',
    side: 'two',
    entries: [{ from: '2000-01-15', state: 'locked', angle: 0, note: 'Never.', cite: [], later: false }],
  },
];
const settings = (after: string): PlanSettings => ({
  room: { name: 'Room', after },
  ends: [
    { person: 'p', initial: 'P', side: 'one' },
    { person: 'q', initial: 'Q', side: 'two' },
  ],
});
const chapters = ['start', 'first', 'second', 'end'];
const label = (door: Door, state: DoorState) => `${door.number} ${state}`;

describe('planData', () => {
  it('draws every plan, and names each way a door stands', () => {
    const data = planData(doors, settings('first'), chapters, '2000-01-20', label);
    expect(data.day).toBe('2000-01-20');
    for (const drawing of Object.values(data.drawings)) {
      expect(drawing.doors.map(({ chapter }) => chapter)).toEqual(['first', 'second']);
      expect(drawing.discs.map(({ side }) => side)).toEqual(['one', 'two']);
    }
    const texts = data.drawings.wide.room.map(({ text }) => text);
    expect(texts).toEqual(['Room']);
    expect(data.strip.wide.places.map(({ chapter }) => chapter)).toEqual([
      'start',
      'first',
      undefined,
      'second',
      'end',
    ]);
    expect(data.doors[0]?.entries).toEqual([
      { from: '2000-01-01', state: 'shut', angle: 0, label: '1 shut' },
      { from: '2000-02-01', state: 'ajar', angle: 30, label: '1 ajar' },
    ]);
  });

  it('refuses a room after a chapter without a door', () => {
    expect(() => planData(doors, settings('frist'), chapters, '2000-01-20', label)).toThrow(
      new RangeError('The room is to lie after "frist", which has no door.'),
    );
  });

  it('refuses a corridor without two ends', () => {
    expect(() => planData(doors, { ...settings('first'), ends: [] }, chapters, '2000-01-20', label)).toThrow(
      new RangeError('A corridor has two ends.'),
    );
  });
});

describe('doorNotes', () => {
  it('says why each door stands as it does on the day, with the numbers of the page', () => {
    const cite = (source: string) => ({ number: source === 'a' ? 4 : 9, label: `Note on ${source}` });
    expect(doorNotes(doors, '2000-02-01', label, cite)).toEqual([
      {
        chapter: 'first',
        label: '1 ajar',
        text: 'It moved.',
        cites: [
          { id: 'b', number: 9, label: 'Note on b' },
          { id: 'a', number: 4, label: 'Note on a' },
        ],
      },
      { chapter: 'second', label: '2 locked', text: 'Never.', cites: [] },
    ]);
  });
});
