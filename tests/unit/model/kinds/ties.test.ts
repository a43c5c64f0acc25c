import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf, storyOf } from '../fixture.ts';

const figure = `
  banks:
    kind: ties
    title: Who writes to whom
    caption: What the book has.
    settings:
      sorts:
        - { id: writes, name: Letter, shape: square, colour: east }
      left:
        - { id: keepers, name: Keepers, nodes: [{ id: finch, name: Ada Finch }, { id: reed, name: Tom Reed }] }
      right:
        - { id: council, name: The council }
        - { id: miller, name: The miller }
      ties:
        - { id: notice, from: finch, to: council, sort: writes, label: a notice, date: 2012-08-01, text: She writes., cite: [lock-book] }
        - { id: reply, from: council, to: reed, sort: writes, label: answered by, date: 2012-08-20, text: It answers., cite: [lock-book] }
      span: { node: miller, label: Out of office, colour: hot, from: 2010, to: 2011-05-01, axis: [2010, 2012], text: He was away., cite: [lock-book] }
`;

const withFigure = (find = '', put = '') => [
  { file: 'story.yaml', find: '\ncorrections:', put: `${figure.replace(find, put)}\ncorrections:` },
];

const withState = (state: string) => ({
  file: 'chapters/mill.md',
  find: 'figure: plan\nstate: { mark: [mill] }',
  put: `figure: banks\nstate: ${state}`,
});

test('settings and states that hold', () => {
  const story = storyOf(...withFigure(), withState('{ show: [notice] }'));
  expect(story.figures.find(({ id }) => id === 'banks')?.settings).toMatchObject({
    ties: [
      { id: 'notice', precision: 'day', dated: 'on' },
      { id: 'reply', precision: 'day', dated: 'on' },
    ],
  });
  const states = story.chapters.flatMap(({ steps }) => steps.map(({ state }) => state));
  expect(states).toContainEqual({ show: ['notice'], view: 'list', span: false });
  expect(mistakesOf(...withFigure(), withState('{ show: all, draw: [reply], view: time }'))).toEqual([]);
});

const settings: Case[] = [
  {
    name: 'an end that is nobody',
    changes: withFigure('to: council', 'to: counsil'),
    says: [
      'to names nobody: node "counsil" is not one of finch, reed, council, miller (did you mean "council"?)',
    ],
  },
  {
    name: 'a tie between two on the left',
    changes: withFigure('to: council', 'to: reed'),
    says: ['to is on the left, like its "from"'],
  },
  {
    name: 'a tie between two on the right',
    changes: withFigure('to: reed', 'to: miller'),
    says: ['to is on the right, like its "from"'],
  },
  {
    name: 'a sort that there is not',
    changes: withFigure('sort: writes, label: a notice', 'sort: write, label: a notice'),
    says: ['sort is unknown: sort "write" is not one of writes'],
  },
  {
    name: 'an id twice',
    changes: withFigure('id: reply', 'id: notice'),
    says: ['id "notice" is used twice'],
  },
  {
    name: 'somebody on both sides',
    changes: withFigure('id: reed, name: Tom Reed', 'id: miller, name: Tom Reed').map((change) => ({
      ...change,
      put: change.put.replace('to: reed', 'to: finch'),
    })),
    says: ['id "miller" is used twice'],
  },
  {
    name: 'an end before the date',
    changes: withFigure('date: 2012-08-01', 'date: 2012-08-01, end: 2012-07-01'),
    says: ['end 2012-07-01 lies before the date, 2012-08-01'],
  },
  {
    name: 'a source that is not on file',
    changes: withFigure('text: She writes., cite: [lock-book]', 'text: She writes., cite: [lock-boot]'),
    says: ['source "lock-boot" is not one of'],
  },
  {
    name: 'a colour that there is not',
    changes: withFigure('colour: east', 'colour: north'),
    says: ['colour "north" is not one of'],
  },
  {
    name: 'a span of nobody',
    changes: withFigure('node: miller', 'node: finch'),
    says: ['node is unknown: node "finch" is not one of council, miller'],
  },
  {
    name: 'a span that its axis does not hold',
    changes: withFigure('axis: [2010, 2012]', 'axis: [2011, 2012]'),
    says: ['from lies outside the axis, 2011 to 2012'],
  },
  {
    name: 'a span that ends before it began',
    changes: withFigure('from: 2010', 'from: 2012'),
    says: ['to lies before its "from", 2012'],
  },
];

test.each(settings)('$name', ({ changes, says }) => {
  const mistakes = mistakesOf(...changes);
  expect(mistakes).toHaveLength(says.length);
  says.forEach((said, i) => expect(mistakes[i]).toContain(said));
});

const states: Case[] = [
  {
    name: 'a tie that there is not',
    changes: [...withFigure(), withState('{ show: [notise] }')],
    says: ['tie "notise" is not one of notice, reply (did you mean "notice"?)'],
  },
  {
    name: 'a tie twice',
    changes: [...withFigure(), withState('{ show: [notice, notice] }')],
    says: ['tie "notice" is named twice'],
  },
  {
    name: 'a tie that is drawn and not shown',
    changes: [...withFigure(), withState('{ show: [notice], draw: [reply] }')],
    says: ['tie "reply" is drawn, but not shown'],
  },
  {
    name: 'neither all nor a list',
    changes: [...withFigure(), withState('{ show: some }')],
    says: ['show is neither "all" nor a list of ties'],
  },
  {
    name: 'a tie of after the as-of date',
    changes: [...withFigure('date: 2012-08-20', 'date: 2012-09-20'), withState('{ show: all }')],
    says: ['tie "reply" is of 2012-09-20, after the as-of date, 2012-08-28; it belongs to the later chapter'],
  },
  {
    name: 'an axis where there is no span',
    changes: [
      ...withFigure(figure.slice(figure.indexOf('      span:')), ''),
      withState('{ show: all, view: time }'),
    ],
    says: ['view asks for an axis, but the figure has no span'],
  },
  {
    name: 'a tie outside the axis',
    changes: [
      ...withFigure('axis: [2010, 2012]', 'axis: [2010, 2011]'),
      withState('{ show: [notice], view: time }'),
    ],
    says: ['tie "notice" is of 2012-08-01, outside the axis, 2010 to 2011'],
  },
];

test.each(states)('$name', ({ changes, says }) => {
  const mistakes = mistakesOf(...changes);
  expect(mistakes).toHaveLength(says.length);
  says.forEach((said, i) => expect(mistakes[i]).toContain(said));
});
