/** What is on file and used by nothing. */
import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'a source',
    changes: [
      { file: 'sources.yaml', find: '  strength: reported\n  unused: true', put: '  strength: reported' },
    ],
    says: [
      'content/sources.yaml:21:7 source "almanac" is used by nothing; cite it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'a person',
    changes: [{ file: 'people.yaml', find: '  unused: true\n', put: '' }],
    says: [
      'content/people.yaml:26:7 person "old-keeper" is used by nothing; name them, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'a quotation',
    changes: [{ file: 'quotes.yaml', find: '  unused: true\n', put: '' }],
    says: [
      'content/quotes.yaml:24:7 quotation "finch-2" is used by nothing; quote it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'a source that only something unused cites',
    changes: [
      {
        file: 'people.yaml',
        find: '  name: Jonah Marsh\n  role: Keeper until 2009\n  side: none\n  chapter: start\n  note: Kept both keys.\n  cite: [lock-book]',
        put: '  name: Jonah Marsh\n  role: Keeper until 2009\n  side: none\n  chapter: start\n  note: Kept both keys.\n  cite: [almanac]',
      },
      { file: 'sources.yaml', find: '  strength: reported\n  unused: true', put: '  strength: reported' },
    ],
    says: [
      'content/sources.yaml:21:7 source "almanac" is used by nothing; cite it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'a used source that is marked',
    changes: [
      { file: 'sources.yaml', find: '  strength: original', put: '  strength: original\n  unused: true' },
    ],
    says: ['content/sources.yaml:13:3 source "lock-book" is marked unused, but it is used'],
  },
  {
    name: 'a used person who is marked',
    changes: [
      {
        file: 'people.yaml',
        find: '  note: Pays both keepers.',
        put: '  note: Pays both keepers.\n  unused: true',
      },
    ],
    says: ['content/people.yaml:24:3 person "harbour-board" is marked unused, but it is used'],
  },
  {
    name: 'a used quotation that is marked',
    changes: [
      {
        file: 'quotes.yaml',
        find: '  occasion: To the Courier',
        put: '  occasion: To the Courier\n  unused: true',
      },
    ],
    says: ['content/quotes.yaml:6:3 quotation "finch-1" is marked unused, but it is used'],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
