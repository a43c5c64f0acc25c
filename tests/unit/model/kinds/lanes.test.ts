import { expect, test } from 'vitest';
import type { Change } from '../fixture.ts';
import { mistakesOf, storyOf } from '../fixture.ts';

const figure = `
  talks:
    kind: lanes
    title: Who said what
    caption: What the book has.
    data: [talks]
    settings:
      axis: time
      lanes:
        - { id: bank, name: The bank, colour: east, bank: above }
        - { id: mill, name: The mill, colour: ink, bank: below }
      voices:
        - { id: finch, name: Ada Finch, shape: circle, colour: east }
      stances:
        - { id: asks, name: asks, fill: full }
`;

const table: Change[] = [
  {
    file: 'data/talks.meta.yaml',
    write: `title: Who said what
unit: statements
columns:
  - { name: id, type: text }
  - { name: date, type: date }
  - { name: lane, type: text }
  - { name: voice, type: text }
  - { name: stance, type: text }
  - { name: answers, type: text, gaps: true }
sources: [lock-book]
`,
  },
  {
    file: 'data/talks.csv',
    write: `id,date,lane,voice,stance,answers
first,2012-06-02,bank,finch,asks,
second,2012-06-04,mill,finch,asks,first
`,
  },
];

const withFigure = (find = '', put = '') => [
  ...table,
  { file: 'story.yaml', find: '\ncorrections:', put: `${figure.replace(find, put)}\ncorrections:` },
];

const withState = (state: string) => ({
  file: 'chapters/mill.md',
  find: 'figure: plan\nstate: { mark: [mill] }',
  put: `figure: talks\nstate: ${state}`,
});

const held = '{ view: [2012-06-01, 2012-06-30], label: [first] }';

test('settings and states that hold', () => {
  const story = storyOf(...withFigure(), withState(held));
  const step = story.chapters.flatMap(({ steps }) => steps).find((each) => each.figure === 'talks');
  expect(step?.state).toEqual({
    view: ['2012-06-01', '2012-06-30'],
    label: ['first'],
    focus: [],
    threads: 'all',
  });
});

const cases: [string, Change[], string][] = [
  [
    'lanes all on one bank',
    withFigure('colour: ink, bank: below', 'colour: ink, bank: above'),
    'lanes lie all on one bank; expected some above, some below',
  ],
  [
    'a lane above after one below',
    withFigure(
      '- { id: bank, name: The bank, colour: east, bank: above }',
      '- { id: weir, name: The weir, colour: east, bank: below }\n        - { id: bank, name: The bank, colour: east, bank: above }',
    ),
    '"above" stands after lane "weir", which is below',
  ],
  ['an unknown colour', withFigure('shape: circle, colour: east', 'shape: circle, colour: eest'), '"eest"'],
  [
    'a view past the as-of date',
    [...withFigure(), withState('{ view: [2012-06-01, 2019-06-30], label: [] }')],
    'after the as-of date',
  ],
  [
    'an arrival outside the view',
    [...withFigure(), withState('{ view: [2012-06-01, 2012-06-30], label: [], arrive: 2012-07-01 }')],
    'arrive 2012-07-01 is outside the view, 2012-06-01 to 2012-06-30',
  ],
  [
    'a row named twice',
    [...withFigure(), withState('{ view: [2012-06-01, 2012-06-30], label: [first, first] }')],
    'row "first" is named twice',
  ],
  [
    'a focus that is no voice',
    [...withFigure(), withState('{ view: [2012-06-01, 2012-06-30], label: [], focus: [reed] }')],
    '"reed" is not a voice of this figure; expected one of finch',
  ],
  [
    'a label that is no row',
    [...withFigure(), withState('{ view: [2012-06-01, 2012-06-30], label: [frst] }')],
    'row "frst" is not one of first, second (did you mean "first"?)',
  ],
  [
    'a thread that is no row',
    [...withFigure(), withState('{ view: [2012-06-01, 2012-06-30], label: [], threads: [third] }')],
    'row "third" is not one of first, second',
  ],
  [
    'a row in no lane',
    [...withFigure(), { file: 'data/talks.csv', find: ',mill,', put: ',mil,' }, withState(held)],
    'table "talks", row "second": lane "mil" is not one of bank, mill (did you mean "mill"?)',
  ],
  [
    'an answer to no row',
    [...withFigure(), { file: 'data/talks.csv', find: 'asks,first', put: 'asks,zeroth' }, withState(held)],
    'table "talks", row "second": row "zeroth" is not one of first, second',
  ],
];

test.each(cases)('%s', (_, changes, message) => {
  expect(mistakesOf(...changes).join('\n')).toContain(message);
});
