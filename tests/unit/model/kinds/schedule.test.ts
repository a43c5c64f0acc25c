import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf, storyOf } from '../fixture.ts';

const figure = `
  demands:
    kind: schedule
    title: Two demands
    caption: What the book has.
    settings:
      list:
        speaker: ada-finch
        date: 2012-08-01
        cite: [courier-2012-08-20]
        items:
          - { text: Open the lock, label: Open, short: Lock }
          - { text: Shut the mill, label: Shut, short: Mill }
      counter:
        speaker: tom-reed
        date: 2012-08-02
        items:
          - { label: The lock, text: Named once, cite: [courier-2012-08-20], ties: [{ to: 1, kind: direct }] }
      facing:
        heading: On floods
        statements:
          - { quote: QUOTE, office: Keeper }
          - { quote: QUOTE, office: Keeper }
`;
const { quotes } = storyOf();
const quote = quotes[0]?.id ?? '';
const withFigure = (find = '', put = '') => [
  {
    file: 'story.yaml',
    find: '\ncorrections:',
    put: `${figure.replaceAll('QUOTE', quote).replace(find, put)}\ncorrections:`,
  },
];

test('settings that hold', () => {
  const story = storyOf(...withFigure());
  expect(story.figures.find(({ id }) => id === 'demands')?.settings).toMatchObject({
    list: { items: [{ cite: [] }, { cite: [] }] },
    counter: { items: [{ ties: [{ to: 1, kind: 'direct' }] }] },
  });
});

const cases: Case[] = [
  {
    name: 'a tie to no entry',
    changes: withFigure('{ to: 1,', '{ to: 3,'),
    says: ['to 3 is no entry of the list, which has 2'],
  },
  {
    name: 'a tie twice',
    changes: withFigure('ties: [', 'ties: [{ to: 1, kind: loose }, '),
    says: ['to 1 is tied twice'],
  },
  {
    name: 'a kind of tie that there is not',
    changes: withFigure('kind: direct', 'kind: close'),
    says: ['kind "close" is not one of direct, loose'],
  },
  {
    name: 'a label that is too long for a phone',
    changes: withFigure('short: Lock', 'short: The lock at the end of the long canal'),
    says: ['short has 37 characters; expected at most 25'],
  },
  {
    name: 'a speaker who is not in the story',
    changes: withFigure('speaker: tom-reed', 'speaker: tom-red'),
    says: ['person "tom-red" is not one of'],
  },
  {
    name: 'a quotation that is not on file',
    changes: withFigure(`quote: ${quote}`, 'quote: q-none'),
    says: ['quotation "q-none" is not one of'],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  const mistakes = mistakesOf(...changes);
  expect(mistakes).toHaveLength(says.length);
  says.forEach((said, i) => expect(mistakes[i]).toContain(said));
});

test('a list that was made after the as-of date belongs to the later chapter', () => {
  const shown = {
    file: 'chapters/mill.md',
    find: 'figure: plan\nstate: { mark: [mill] }',
    put: 'figure: demands\nstate: { show: all }',
  };
  expect(mistakesOf(...withFigure(), shown)).toEqual([]);
  const late = mistakesOf(...withFigure('date: 2012-08-02', 'date: 2012-09-02'), shown);
  expect(late).toHaveLength(1);
  expect(late[0]).toContain('the figure holds what was said on 2012-09-02, after the as-of date, 2012-08-28');
});

test('a state that there is not', () => {
  const shown = {
    file: 'chapters/mill.md',
    find: 'figure: plan\nstate: { mark: [mill] }',
    put: 'figure: demands\nstate: { show: both }',
  };
  expect(mistakesOf(...withFigure(), shown)[0]).toContain(
    'show "both" is not one of all, named, unnamed, facing',
  );
});
