/** What is told too early, and views of time. */
import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'a step of a day to come',
    changes: [{ file: 'chapters/mill.md', find: 'date: 2012-08-20', put: 'date: 2012-08-29' }],
    says: [
      'content/chapters/mill.md:17:7 date 2012-08-29 is after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'the doors of a day to come',
    changes: [{ file: 'chapters/mill.md', find: 'doors: 2012-08-19', put: 'doors: 2012-08-29' }],
    says: [
      'content/chapters/mill.md:18:8 doors 2012-08-29 is after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'a door that moves afterwards',
    changes: [{ file: 'chapters/mill.md', find: 'from: 2012-08-20', put: 'from: 2012-08-29' }],
    says: [
      'content/chapters/mill.md:7:13 from 2012-08-29 is after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'a door told of later that moved before',
    changes: [{ file: 'chapters/after.md', find: 'from: 2012-09-10', put: 'from: 2012-08-28' }],
    says: [
      "content/chapters/after.md:7:25 from 2012-08-28 is not after the as-of date, 2012-08-28; it belongs to the door's own chapter",
    ],
  },
  {
    name: 'an event that had happened but was not known',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'label: [keys-apart], now',
        put: 'label: [keys-apart, letter-found], now',
      },
    ],
    says: [
      'content/chapters/start.md:22:62 event "letter-found" became known on 2012-09-12, after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'an event to come that is not marked as scheduled',
    changes: [{ file: 'events.yaml', find: '  scheduled: true\n', put: '' }],
    says: [
      'content/chapters/start.md:11:76 event "board-meets" became known on 2012-09-10, after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'a planned event announced afterwards',
    changes: [
      { file: 'events.yaml', find: '  scheduled: true\n', put: '  scheduled: true\n  public: 2012-09-01\n' },
    ],
    says: [
      'content/chapters/start.md:11:76 event "board-meets" became known on 2012-09-01, after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'an event outside the view',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'label: [keys-apart], now',
        put: 'label: [keys-apart, spring-flood, board-meets], now',
      },
    ],
    says: [
      'content/chapters/start.md:22:76 event "board-meets" is of 2012-09-10, outside the view, 2012-03-01 to 2012-08-31',
    ],
  },
  {
    name: 'an event named twice',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'label: [keys-apart], now',
        put: 'label: [keys-apart, keys-apart], now',
      },
    ],
    says: ['content/chapters/start.md:22:62 event "keys-apart" is named twice'],
  },
  {
    name: 'too many events',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'label: [keys-apart], now',
        put: 'label: [keys-apart, keys-apart, keys-apart, keys-apart, keys-apart, keys-apart, keys-apart, keys-apart, keys-apart], now',
      },
    ],
    says: ['content/chapters/start.md:22:49 label has too many entries; expected at most 8'],
  },
  {
    name: 'a view that runs backwards',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'view: [2012-03-01, 2012-08-31]',
        put: 'view: [2012-08-31, 2012-03-01]',
      },
    ],
    says: ['content/chapters/start.md:22:16 view runs backwards, from 2012-08-31 to 2012-03-01'],
  },
  {
    name: 'a view of one day',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'view: [2012-03-01, 2012-08-31], label: [keys-apart], now: [2012-05-01, 2012-08-20]',
        put: 'view: [2012-05-01, 2012-05-01], label: [keys-apart], now: 2012-05-01',
      },
    ],
    says: ['content/chapters/start.md:22:16 view shows a single day; expected at least two'],
  },
  {
    name: 'a view that is not two days',
    changes: [
      { file: 'chapters/start.md', find: 'view: [2012-03-01, 2012-08-31]', put: 'view: [2012-03-01]' },
    ],
    says: ['content/chapters/start.md:22:16 view is not a list of two days'],
  },
  {
    name: 'a playhead outside the view',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'now: [2012-05-01, 2012-08-20]',
        put: 'now: [2012-02-01, 2012-08-20]',
      },
    ],
    says: ['content/chapters/start.md:22:69 now 2012-02-01 is outside the view, 2012-03-01 to 2012-08-31'],
  },
  {
    name: 'a playhead on no day',
    changes: [{ file: 'chapters/start.md', find: 'now: 2012-03-03', put: 'now: 2012-02-30' }],
    says: [
      'content/chapters/start.md:11:95 now "2012-02-30" is not a day of the calendar; that month has 29 days',
    ],
  },
  {
    name: 'an unknown key in a state',
    changes: [{ file: 'chapters/start.md', find: 'now: 2012-03-03', put: 'now: 2012-03-03, zoom: 2' }],
    says: ['content/chapters/start.md:11:107 unknown key "zoom"; known here: view, label, now'],
  },
  {
    name: 'a state that lacks its view',
    changes: [{ file: 'chapters/start.md', find: 'view: [2012-03-01, 2012-08-31], ', put: '' }],
    says: ['content/chapters/start.md:22:8 view is missing; expected a list'],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
