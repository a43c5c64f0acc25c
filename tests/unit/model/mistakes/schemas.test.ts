/** Entries that do not hold. */
import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'an unknown key near a known one',
    changes: [{ file: 'story.yaml', find: 'dek:', put: 'dekk:' }],
    says: [
      'content/story.yaml:1:1 dek is missing; expected text',
      'content/story.yaml:2:1 unknown key "dekk" (did you mean "dek"?)',
    ],
  },
  {
    name: 'an unknown key near none',
    changes: [{ file: 'sources.yaml', find: '  checked: true', put: '  checked: true\n  colour: red' }],
    says: [
      'content/sources.yaml:8:3 unknown key "colour"; known here: id, publisher, title, about, date, url, strength, checked, unused',
    ],
  },
  {
    name: 'a missing text',
    changes: [{ file: 'people.yaml', find: '  role: Keeper of the east key\n', put: '' }],
    says: ['content/people.yaml:1:3 role is missing; expected text'],
  },
  {
    name: 'a number for a text',
    changes: [{ file: 'people.yaml', find: '  name: Ada Finch', put: '  name: 12' }],
    says: ['content/people.yaml:2:9 name is 12; expected text; put it in quotes'],
  },
  {
    name: 'nothing for a text',
    changes: [{ file: 'people.yaml', find: '  name: Ada Finch', put: '  name:' }],
    says: ['content/people.yaml:2:8 name is nothing; expected text'],
  },
  {
    name: 'a blank text',
    changes: [{ file: 'people.yaml', find: '  name: Ada Finch', put: '  name: " "' }],
    says: ['content/people.yaml:2:9 name is empty; expected text'],
  },
  {
    name: 'a text for a list',
    changes: [
      { file: 'people.yaml', find: '  cite: [courier-2012-08-20]', put: '  cite: courier-2012-08-20' },
    ],
    says: ['content/people.yaml:24:9 cite is "courier-2012-08-20"; expected a list'],
  },
  {
    name: 'no source',
    changes: [{ file: 'people.yaml', find: '  cite: [courier-2012-08-20]', put: '  cite: []' }],
    says: ['content/people.yaml:24:9 cite has too few entries; expected at least 1'],
  },
  {
    name: 'a word that is none of those allowed',
    changes: [{ file: 'sources.yaml', find: 'strength: original', put: 'strength: orginal' }],
    says: [
      'content/sources.yaml:12:13 strength "orginal" is not one of original, agency, repost, partisan, reported (did you mean "original"?)',
    ],
  },
  {
    name: 'a shape without a match',
    changes: [{ file: 'story.yaml', find: 'shape: circle', put: 'shape: star' }],
    says: [
      'content/story.yaml:19:51 shape "star" is not one of circle, square, diamond, triangle, ring, bar',
    ],
  },
  {
    name: 'an id in capitals',
    changes: [{ file: 'sources.yaml', find: '- id: almanac', put: '- id: Almanac' }],
    says: [
      'content/sources.yaml:21:7 id "Almanac" is not an id; use small letters, digits and single hyphens',
    ],
  },
  {
    name: 'an address that is none',
    changes: [
      { file: 'sources.yaml', find: 'url: http://example.org/gazette', put: 'url: example.org/gazette' },
    ],
    says: [
      'content/sources.yaml:18:8 url "example.org/gazette" is not a web address; expected one that begins with https://',
    ],
  },
  {
    name: 'a source without title and about',
    changes: [{ file: 'sources.yaml', find: '  about: The lock book of 2012\n', put: '' }],
    says: ['content/sources.yaml:9:3 source has neither a title nor an "about"; one is needed'],
  },
  {
    name: 'a label that is too long',
    changes: [
      { file: 'events.yaml', find: 'label: Spring flood', put: 'label: The flood of the spring of 2012' },
    ],
    says: ['content/events.yaml:5:10 label has 31 characters; expected at most 26'],
  },
  {
    name: 'a day that the calendar lacks',
    changes: [{ file: 'events.yaml', find: '  end: 2012-03-05', put: '  end: 2012-02-30' }],
    says: ['content/events.yaml:3:8 end "2012-02-30" is not a day of the calendar; that month has 29 days'],
  },
  {
    name: 'a leap day in a common year',
    changes: [{ file: 'quotes.yaml', find: 'date: 2012-08-22', put: 'date: 2013-02-29' }],
    says: ['content/quotes.yaml:27:9 date "2013-02-29" is not a day of the calendar; that month has 28 days'],
  },
  {
    name: 'a month that there is not',
    changes: [{ file: 'events.yaml', find: '  end: 2012-03-05', put: '  end: 2012-13-05' }],
    says: ['content/events.yaml:3:8 end "2012-13-05" is not a day of the calendar; there is no month 13'],
  },
  {
    name: 'a day written otherwise',
    changes: [{ file: 'events.yaml', find: '  end: 2012-03-05', put: '  end: 5 March 2012' }],
    says: ['content/events.yaml:3:8 end "5 March 2012" is not a day; write it like 2019-08-28'],
  },
  {
    name: 'a day out of range',
    changes: [{ file: 'events.yaml', find: '  end: 2012-03-05', put: '  end: 2102-03-05' }],
    says: ['content/events.yaml:3:8 end "2102-03-05" is out of range; expected 2010-01-01 to 2030-12-31'],
  },
  {
    name: 'an end before the beginning',
    changes: [{ file: 'events.yaml', find: '  end: 2012-03-05', put: '  end: 2012-03-02' }],
    says: ['content/events.yaml:3:8 end 2012-03-02 lies before the date, 2012-03-03'],
  },
  {
    name: 'public before it happened',
    changes: [{ file: 'events.yaml', find: 'public: 2012-09-12', put: 'public: 2012-06-01' }],
    says: [
      'content/events.yaml:31:11 public 2012-06-01 lies before the date, 2012-06-02, and the event is not scheduled',
    ],
  },
  {
    name: 'said after it became public',
    changes: [{ file: 'quotes.yaml', find: 'public: 2012-09-12', put: 'public: 2012-06-01' }],
    says: ['content/quotes.yaml:20:11 public 2012-06-01 lies before the date, 2012-06-02'],
  },
  {
    name: 'a day within a month that is all that is known',
    changes: [{ file: 'events.yaml', find: 'date: 2012-05-01', put: 'date: 2012-05-02' }],
    says: [
      'content/events.yaml:11:9 date 2012-05-02 is not the first of its month; expected so where the precision is month',
    ],
  },
  {
    name: 'a language that is none',
    changes: [{ file: 'story.yaml', find: 'en-GB', put: 'english!' }],
    says: ['content/story.yaml:4:11 language "english!" is not a language tag; expected one like en-GB'],
  },
  {
    name: 'a colour that is none',
    changes: [{ file: 'story.yaml', find: 'light: "#2457a6"', put: 'light: blue' }],
    says: ['content/story.yaml:15:41 light "blue" is not a colour; expected one like "#2457a6", in quotes'],
  },
  {
    name: 'a figure with a bad id',
    changes: [{ file: 'story.yaml', find: '  timeline:\n    kind', put: '  Time line:\n    kind' }],
    says: [
      'content/chapters/after.md:14:9 figure "timeline" is not one of plan, Time line (did you mean "Time line"?)',
      'content/chapters/start.md:10:9 figure "timeline" is not one of plan, Time line (did you mean "Time line"?)',
      'content/chapters/start.md:21:9 figure "timeline" is not one of plan, Time line (did you mean "Time line"?)',
      'content/story.yaml:32:3 key "Time line" is not an id; use small letters, digits and single hyphens',
    ],
  },
  {
    name: 'settings that the kind does not have',
    changes: [{ file: 'story.yaml', find: 'settings: {}', put: 'settings: { rooms: 2 }' }],
    says: ['content/story.yaml:36:17 unknown key "rooms"; known here: none'],
  },
  {
    name: 'settings that the kind needs',
    changes: [
      {
        file: 'story.yaml',
        find: 'room: { name: The bridge house, after: mill }',
        put: 'room: { name: The bridge house }',
      },
    ],
    says: ['content/story.yaml:28:13 after is missing; expected text'],
  },
  {
    name: 'a plan with three ends',
    changes: [
      {
        file: 'story.yaml',
        find: 'initial: R, side: west }',
        put: 'initial: R, side: west }\n        - { person: tom-reed, initial: R, side: west }',
      },
    ],
    says: ['content/story.yaml:30:9 ends has too many entries; expected at most 2'],
  },
  {
    name: 'a mark that is not true',
    changes: [{ file: 'people.yaml', find: 'unused: true', put: 'unused: false' }],
    says: ['content/people.yaml:33:11 unused can only be true; leave it out otherwise'],
  },
  {
    name: 'a text of the interface that is missing',
    changes: [{ file: 'ui.yaml', find: 'chapter.next: Next\n', put: '' }],
    says: ['content/ui.yaml:1:1 chapter.next is missing; expected text'],
  },
  {
    name: 'a text of the interface that nothing uses',
    changes: [
      { file: 'ui.yaml', find: 'chapter.next: Next', put: 'chapter.next: Next\nchapter.nexxt: Next' },
    ],
    says: ['content/ui.yaml:2:1 unknown key "chapter.nexxt" (did you mean "chapter.next"?)'],
  },
  {
    name: 'a text of the interface that is a number',
    changes: [{ file: 'ui.yaml', find: 'chapter.next: Next', put: 'chapter.next: 1' }],
    says: ['content/ui.yaml:1:15 chapter.next is not text; put it in quotes'],
  },
  {
    name: 'a text of the interface that is empty',
    changes: [{ file: 'ui.yaml', find: 'chapter.next: Next', put: 'chapter.next: ""' }],
    says: ['content/ui.yaml:1:15 chapter.next is empty; expected text'],
  },
  {
    name: 'an entry that is no group of keys',
    changes: [{ file: 'events.yaml', find: '- id: letter-found', put: '- nothing\n- id: letter-found' }],
    says: ['content/events.yaml:29:3 event is "nothing"; expected a group of keys'],
  },
  {
    name: 'a caption with two paragraphs',
    changes: [
      {
        file: 'story.yaml',
        find: 'caption: Days as the lock book has them.',
        put: 'caption: "Days.\\n\\nNights."',
      },
    ],
    says: ['content/story.yaml:35:14 the text has more than one paragraph; expected one'],
  },
  {
    name: 'HTML in a caption',
    changes: [{ file: 'story.yaml', find: 'caption: Days as', put: 'caption: <b>Days</b> as' }],
    says: [
      'content/story.yaml:35:14 only paragraphs with links, emphasis and citations may stand here',
      'content/story.yaml:35:21 only paragraphs with links, emphasis and citations may stand here',
    ],
  },
  {
    name: 'a citation in a text that is shown as it is',
    changes: [
      { file: 'people.yaml', find: 'note: Pays both keepers.', put: 'note: Pays both keepers.[^lock-book]' },
    ],
    says: [
      'content/people.yaml:23:9 note holds a citation; this text is shown as it is, so its sources stand elsewhere',
    ],
  },
  {
    name: 'several mistakes in one entry',
    changes: [
      {
        file: 'people.yaml',
        find: '  name: Tom Reed\n  role: Keeper of the west key\n  side: west',
        put: '  nam: Tom Reed\n  role: 7\n  side: wets',
      },
    ],
    says: [
      'content/people.yaml:9:3 name is missing; expected text',
      'content/people.yaml:10:3 unknown key "nam" (did you mean "name"?)',
      'content/people.yaml:11:9 role is 7; expected text; put it in quotes',
      'content/people.yaml:12:9 side "wets" is not one of east, west, none',
    ],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
