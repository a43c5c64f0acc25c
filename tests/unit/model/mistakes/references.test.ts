/** Names that are the name of nothing. */
import { expect, test } from 'vitest';
import { kinds } from '../../../../src/model/kinds/index.ts';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'a source that a chapter cites',
    changes: [
      {
        file: 'chapters/quay.md',
        find: 'Reed is the other one.[^lock-book]',
        put: 'Reed is the other one.[^lock-bok]',
      },
    ],
    says: [
      'content/chapters/quay.md:9:23 source "lock-bok" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "lock-book"?)',
    ],
  },
  {
    name: 'a source cited within a sentence',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'Finch lives at the mill.[^lock-book]',
        put: 'Finch lives,[^nowhere] it is said, at the mill.[^lock-book]',
      },
    ],
    says: [
      'content/chapters/mill.md:10:13 source "nowhere" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac',
    ],
  },
  {
    name: 'a citation in capitals',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'Finch lives at the mill.[^lock-book]',
        put: 'Finch lives at the mill.[^Lock-Book]',
      },
    ],
    says: [
      'content/chapters/mill.md:10:25 source "Lock-Book" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "lock-book"?)',
    ],
  },
  {
    name: 'a source of a door',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'note: The east key went home., cite: [lock-book]',
        put: 'note: The east key went home., cite: [lockbook]',
      },
    ],
    says: [
      'content/chapters/mill.md:6:76 source "lockbook" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "lock-book"?)',
    ],
  },
  {
    name: 'a source of a caption',
    changes: [
      {
        file: 'story.yaml',
        find: 'found them.[^courier-2012-08-20]',
        put: 'found them.[^courier-2012-08-21]',
      },
    ],
    says: [
      'content/story.yaml:26:52 source "courier-2012-08-21" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "courier-2012-08-20"?)',
    ],
  },
  {
    name: 'a source of the about text, on its line',
    changes: [
      {
        file: 'story.yaml',
        find: 'Everybody in it is invented.',
        put: 'Everybody in it is invented.[^loc-book]',
      },
    ],
    says: [
      'content/story.yaml:10:31 source "loc-book" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "lock-book"?)',
    ],
  },
  {
    name: 'a source of an event',
    changes: [
      {
        file: 'events.yaml',
        find: 'three days.\n  cite: [lock-book]',
        put: 'three days.\n  cite: [lock-books]',
      },
    ],
    says: [
      'content/events.yaml:8:10 source "lock-books" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "lock-book"?)',
    ],
  },
  {
    name: 'a side',
    changes: [{ file: 'chapters/quay.md', find: 'side: west', put: 'side: wst' }],
    says: ['content/chapters/quay.md:3:7 side "wst" is not one of east, west (did you mean "west"?)'],
  },
  {
    name: 'a side of a person',
    changes: [
      {
        file: 'people.yaml',
        find: '  role: Keeper of the west key\n  side: west',
        put: '  role: Keeper of the west key\n  side: nobody',
      },
    ],
    says: ['content/people.yaml:12:9 side "nobody" is not one of east, west, none'],
  },
  {
    name: 'a chapter of a person',
    changes: [{ file: 'people.yaml', find: 'chapter: quay', put: 'chapter: key' }],
    says: ['content/people.yaml:13:12 chapter "key" is not one of start, mill, quay, after'],
  },
  {
    name: 'a chapter of a correction',
    changes: [{ file: 'story.yaml', find: 'chapter: mill,', put: 'chapter: mil,' }],
    says: [
      'content/story.yaml:39:34 chapter "mil" is not one of start, mill, quay, after (did you mean "mill"?)',
    ],
  },
  {
    name: 'a speaker',
    changes: [
      {
        file: 'quotes.yaml',
        find: '- id: finch-2\n  speaker: ada-finch',
        put: '- id: finch-2\n  speaker: ada-fnch',
      },
    ],
    says: [
      'content/quotes.yaml:25:12 person "ada-fnch" is not one of ada-finch, tom-reed, harbour-board, old-keeper (did you mean "ada-finch"?)',
    ],
  },
  {
    name: 'a person of an event',
    changes: [
      { file: 'events.yaml', find: 'people: [ada-finch, tom-reed]', put: 'people: [ada-finch, tom-red]' },
    ],
    says: [
      'content/events.yaml:18:23 person "tom-red" is not one of ada-finch, tom-reed, harbour-board, old-keeper (did you mean "tom-reed"?)',
    ],
  },
  {
    name: 'a strand',
    changes: [{ file: 'events.yaml', find: 'strand: floods', put: 'strand: flood' }],
    says: ['content/events.yaml:4:11 strand "flood" is not one of talks, floods (did you mean "floods"?)'],
  },
  {
    name: 'a colour of a strand',
    changes: [{ file: 'story.yaml', find: 'colour: hot', put: 'colour: hott' }],
    says: ['content/story.yaml:20:71 colour "hott" is not one of east, west, hot, ink (did you mean "hot"?)'],
  },
  {
    name: 'a kind of figure',
    changes: [{ file: 'story.yaml', find: 'kind: timeline', put: 'kind: timelime' }],
    says: [
      `content/story.yaml:33:11 kind "timelime" is not one of ${Object.keys(kinds).join(', ')} (did you mean "timeline"?)`,
    ],
  },
  {
    name: 'a figure',
    changes: [{ file: 'chapters/quay.md', find: 'figure: plan', put: 'figure: plans' }],
    says: [
      'content/chapters/quay.md:15:9 figure "plans" is not one of plan, timeline (did you mean "plan"?)',
    ],
  },
  {
    name: 'an event in a state',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'label: [spring-flood, keys-apart, board-meets]',
        put: 'label: [spring-flod, keys-apart, board-meets]',
      },
    ],
    says: [
      'content/chapters/start.md:11:50 event "spring-flod" is not one of spring-flood, keys-apart, board-meets, letter-found (did you mean "spring-flood"?)',
    ],
  },
  {
    name: 'a door in a state',
    changes: [{ file: 'chapters/mill.md', find: 'mark: [mill]', put: 'mark: [start]' }],
    says: ['content/chapters/mill.md:16:17 door "start" is not one of mill, quay'],
  },
  {
    name: 'a door told of later',
    changes: [{ file: 'chapters/after.md', find: 'door: quay', put: 'door: key' }],
    says: ['content/chapters/after.md:6:13 door "key" is not one of mill, quay'],
  },
  {
    name: 'a door of the settings',
    changes: [{ file: 'story.yaml', find: 'after: mill }', put: 'after: mille }' }],
    says: ['content/story.yaml:28:46 door "mille" is not one of mill, quay (did you mean "mill"?)'],
  },
  {
    name: 'a person of the settings',
    changes: [{ file: 'story.yaml', find: 'person: tom-reed', put: 'person: tim-reed' }],
    says: [
      'content/story.yaml:31:21 person "tim-reed" is not one of ada-finch, tom-reed, harbour-board, old-keeper (did you mean "tom-reed"?)',
    ],
  },
  {
    name: 'a quotation of a block quote',
    changes: [{ file: 'chapters/mill.md', find: '— finch-1', put: '— finch-3' }],
    says: [
      'content/chapters/mill.md:26:3 quotation "finch-3" is not one of finch-1, reed-1, reed-2, finch-2 (did you mean "finch-1"?)',
    ],
  },
  {
    name: 'a step that a link leads to',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'They could meet any day.',
        put: 'They could [meet](#start-the-flod) any day.',
      },
    ],
    says: [
      'content/chapters/start.md:31:12 link "#start-the-flod" leads to no step of this chapter (did you mean "#start-the-flood"?)',
    ],
  },
  {
    name: 'a link to another chapter',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'They could meet any day.',
        put: 'They could [meet](#mill-the-east-key) any day.',
      },
    ],
    says: ['content/chapters/start.md:31:12 link "#mill-the-east-key" leads to no step of this chapter'],
  },
  {
    name: 'a link that is not https',
    changes: [
      { file: 'chapters/start.md', find: '(https://example.org/notice)', put: '(http://example.org/notice)' },
    ],
    says: [
      'content/chapters/start.md:27:41 link "http://example.org/notice" is not an address that begins with https://',
    ],
  },
  {
    name: 'a source of a table',
    changes: [{ file: 'data/levels.meta.yaml', find: 'sources: [lock-book]', put: 'sources: [lock-boook]' }],
    says: [
      'content/data/levels.meta.yaml:8:11 source "lock-boook" is not one of courier-2012-08-20, lock-book, gazette-2012-09-12, almanac (did you mean "lock-book"?)',
    ],
  },
  {
    name: 'two entries of one id',
    changes: [{ file: 'sources.yaml', find: '- id: almanac', put: '- id: lock-book' }],
    says: [
      'content/sources.yaml:21:7 source "lock-book" is listed twice; first on line 9',
      'content/sources.yaml:25:3 source "lock-book" is marked unused, but it is used',
    ],
  },
  {
    name: 'two strands of one id',
    changes: [{ file: 'story.yaml', find: '{ id: floods,', put: '{ id: talks,' }],
    says: [
      'content/events.yaml:4:11 strand "floods" is not one of talks, talks',
      'content/story.yaml:20:11 id "talks" is used twice in strands',
    ],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
