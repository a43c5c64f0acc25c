import { describe, expect, it } from 'vitest';
import { doorsAt } from '../../../../src/geometry/doors.ts';
import { livePlanProps, shareData, thePlan } from '../../../../src/components/islandProps.ts';
import { notesFor } from '../../../../src/components/notes.ts';
import { readDoors, writeDoors } from '../../../../src/islands/plan/address.ts';
import type { PlanData } from '../../../../src/islands/plan/data.ts';
import { tellWay, type WayOptions } from '../../../../src/islands/plan/live.ts';
import { loadStory } from '../../../../src/model/read.ts';

const { story } = loadStory(new URL('../../../../content', import.meta.url).pathname);
if (!story) throw new Error('The content has mistakes.');
const chapter = story.chapters.find(({ live }) => live !== undefined);
if (!chapter) throw new Error('No chapter has a live plan.');
const notes = notesFor(
  story,
  story.doors.flatMap((door) => door.entries.flatMap((entry) => entry.cite)),
);
const props = livePlanProps(story, chapter, notes, (number) => `Note ${number}`, 2);
const { doors } = shareData(story, new Set()).get(thePlan(story).id) as PlanData;
const ids = doors.map((door) => door.chapter);
/** Every choice of doors that a reader can make. */
const choices = [...Array(2 ** ids.length).keys()].map((bits) =>
  ids.map((_, index) => (bits >> index) % 2 === 1),
);

describe('every choice of doors', () => {
  it('has an answer of its own, complete, that says whether the way is open', () => {
    expect(choices.length).toBe(2 ** story.doors.length);
    const told = choices.map((opened) => tellWay(doors, opened, props as WayOptions));
    for (const [index, opened] of choices.entries()) {
      const { way, record, most } = told[index] ?? { way: '', record: '', most: '' };
      expect(way.length).toBeGreaterThan(20);
      expect(most !== '').toBe(opened.every(Boolean));
      expect(`${way} ${record} ${most}`).not.toMatch(/[{}|]|undefined/);
      const [before, after] = [doorsAt(doors, props.term.from), doorsAt(doors, props.term.to)];
      for (const [at, door] of doors.entries()) {
        const stands = (opened[at] ? after : before)[at];
        const bars = `${door.name} (${props.words.states[stands?.state ?? 'shut']})`;
        expect(record.includes(bars)).toBe(stands?.state !== 'open');
      }
      expect(way).toContain(props.people[0]);
      expect(way).toContain(props.people[1]);
    }
    expect(new Set(told.map(({ record }) => record)).size).toBe(choices.length);
  });

  it('can be shared by its address', () => {
    for (const opened of choices) expect(readDoors(writeDoors('', ids, opened), ids)).toEqual(opened);
  });
});

describe('every door', () => {
  it('answers with what is told of it afterwards, each time with sources that have a note', () => {
    expect(props.answers.map((answer) => answer.chapter)).toEqual(ids);
    for (const [index, { verdict, entries }] of props.answers.entries()) {
      expect(verdict.length).toBeGreaterThan(5);
      expect(entries.map(({ text }) => text)).toEqual(
        story.doors[index]?.entries.filter((entry) => entry.later).map((entry) => entry.note),
      );
      expect(entries.length).toBeGreaterThan(0);
      for (const { cites } of entries) {
        expect(cites.length).toBeGreaterThan(0);
        expect(cites.every(({ number }) => number > 0)).toBe(true);
      }
    }
  });
});

describe('the words of the way', () => {
  const term = { from: '2012-08-28', to: '2012-09-30' };
  const options: WayOptions = {
    ...props,
    term,
    language: 'en-GB',
    people: ['Finch', 'Reed'],
    words: { ...props.words, numbers: 'none|one' },
  };
  const entry = (from: string, state: 'open' | 'shut') => ({
    from,
    state,
    angle: state === 'open' ? 90 : 0,
    label: '',
  });
  const opens = (chapter: string, day: string) => ({
    chapter,
    number: 1,
    name: chapter,
    who: '',
    side: 'east',
    entries: [entry('2012-08-01', 'shut'), entry(day, 'open')],
  });
  const two = [opens('mill', '2012-09-01'), opens('quay', '2012-09-02')];

  it.each([
    [[false, false], /^None of the 2 doors is open/],
    [[true, false], /^One of the 2 doors is open\. The way from Finch to Reed is not/],
    [[true, true], /^All 2 doors are open, and so is the way/],
  ])('%j', (opened, expected) => {
    expect(tellWay(two, opened, options).way).toMatch(expected);
  });

  it('say numbers without a word in figures, and say when all stood open', () => {
    const three = [...two, { ...opens('weir', '2012-10-02') }];
    expect(tellWay(three, [true, true, true], options).way).toMatch(/^2 of the 3 doors are open/);
    expect(tellWay(two, [true, true], options).most).toContain('2\u00a0September');
  });
});
