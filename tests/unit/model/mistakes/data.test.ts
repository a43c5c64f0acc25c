/** Tables. */
import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'a table without a meta',
    changes: [{ file: 'data/levels.meta.yaml', remove: true }],
    says: ['content/data/levels.csv:1:1 the table has no levels.meta.yaml beside it'],
  },
  {
    name: 'a meta without a table',
    changes: [{ file: 'data/levels.csv', remove: true }],
    says: ['content/data/levels.meta.yaml:1:1 there is no table levels.csv beside it'],
  },
  {
    name: 'a column that is missing',
    changes: [
      {
        file: 'data/levels.meta.yaml',
        find: '  - { name: note, type: text }',
        put: '  - { name: note, type: text }\n  - { name: gauge, type: text }',
      },
    ],
    says: ['content/data/levels.csv:1:1 column "gauge" is missing; the columns here are day, level, note'],
  },
  {
    name: 'a column that is not declared',
    changes: [{ file: 'data/levels.meta.yaml', find: '  - { name: note, type: text }\n', put: '' }],
    says: ['content/data/levels.csv:1:11 column "note" is not one of day, level'],
  },
  {
    name: 'a column twice',
    changes: [{ file: 'data/levels.csv', find: 'day,level,note', put: 'day,level,level' }],
    says: [
      'content/data/levels.csv:1:1 column "note" is missing; the columns here are day, level, level',
      'content/data/levels.csv:1:11 column "level" stands here twice',
      'content/data/levels.csv:2:16 level "over the quay, they say" is not a number',
      'content/data/levels.csv:4:13 level "gauge "gone"" is not a number',
    ],
  },
  {
    name: 'a value that is not a number',
    changes: [{ file: 'data/levels.csv', find: '2.4,', put: '2;4,' }],
    says: ['content/data/levels.csv:3:12 level "2;4" is not a number'],
  },
  {
    name: 'a value that is not a day',
    changes: [{ file: 'data/levels.csv', find: '2012-03-05', put: '2012-03-32' }],
    says: [
      'content/data/levels.csv:4:1 day "2012-03-32" is not a day of the calendar; that month has 31 days',
    ],
  },
  {
    name: 'a value that is missing',
    changes: [{ file: 'data/levels.meta.yaml', find: ', gaps: true', put: '' }],
    says: ['content/data/levels.csv:4:12 level is empty; expected a number'],
  },
  {
    name: 'a row that is too short',
    changes: [{ file: 'data/levels.csv', find: '2012-03-04,2.4,', put: '2012-03-04,2.4' }],
    says: ['content/data/levels.csv:3:1 the row has 2 cells; expected 3'],
  },
  {
    name: 'a quotation mark that is closed elsewhere',
    changes: [{ file: 'data/levels.csv', find: 'they say"', put: 'they say' }],
    says: ['content/data/levels.csv:4:14 there is text after a closing quotation mark'],
  },
  {
    name: 'a quotation mark that is never closed',
    changes: [{ file: 'data/levels.csv', find: '""gone"""', put: '""gone""' }],
    says: ['content/data/levels.csv:4:13 this quotation mark is never closed'],
  },
  {
    name: 'a table without rows',
    changes: [{ file: 'data/levels.csv', write: 'day,level,note\n' }],
    says: ['content/data/levels.csv:1:1 the table has no rows'],
  },
  {
    name: 'an empty table',
    changes: [{ file: 'data/levels.csv', write: '' }],
    says: ['content/data/levels.csv:1:1 the file is empty'],
  },
  {
    name: 'a type that is none',
    changes: [{ file: 'data/levels.meta.yaml', find: 'type: date', put: 'type: day' }],
    says: ['content/data/levels.meta.yaml:4:24 type "day" is not one of text, number, date, sources'],
  },
  {
    name: 'a source in a row that is not on file',
    changes: [
      {
        file: 'data/levels.meta.yaml',
        find: '{ name: note, type: text }',
        put: '{ name: note, type: sources }',
      },
      { file: 'data/levels.csv', find: '"over the quay, they say"', put: 'lock-book' },
      { file: 'data/levels.csv', find: '"gauge ""gone"""', put: 'lock-book|lock-bok' },
    ],
    says: [
      'content/data/levels.csv:3:16 note is empty; expected the id of a source',
      'content/data/levels.csv:4:13 source "lock-bok" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "lock-book"?)',
    ],
  },
  {
    name: 'a figure of a table that is not there',
    changes: [{ file: 'story.yaml', find: '    settings: {}', put: '    data: [level]\n    settings: {}' }],
    says: ['content/story.yaml:36:12 table "level" is not one of levels (did you mean "levels"?)'],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
