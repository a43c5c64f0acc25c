/** Files that are missing, strange or broken. */
import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'a missing file',
    changes: [{ file: 'events.yaml', remove: true }],
    says: ['content/events.yaml:1:1 the file is missing'],
  },
  {
    name: 'a missing ui.yaml',
    changes: [{ file: 'ui.yaml', remove: true }],
    says: ['content/ui.yaml:1:1 the file is missing'],
  },
  {
    name: 'an empty file',
    changes: [{ file: 'chapters/mill.md', write: ' \n' }],
    says: ['content/chapters/mill.md:1:1 the file is empty'],
  },
  {
    name: 'an empty list of sources',
    changes: [{ file: 'sources.yaml', write: '' }],
    says: ['content/sources.yaml:1:1 the file is empty'],
  },
  {
    name: 'nothing but comments',
    changes: [{ file: 'people.yaml', write: '# nobody yet\n' }],
    says: ['content/people.yaml:1:1 there is nothing here but comments or empty lines'],
  },
  {
    name: 'a file that nothing reads',
    changes: [{ file: 'notes.txt', write: 'x' }],
    says: ['content/notes.txt:1:1 nothing reads this file; remove it'],
  },
  {
    name: 'a misnamed file',
    changes: [
      { file: 'event.yaml', write: 'x' },
      { file: 'events.yaml', remove: true },
    ],
    says: [
      'content/event.yaml:1:1 nothing reads this file (did you mean "events.yaml"?)',
      'content/events.yaml:1:1 the file is missing',
    ],
  },
  {
    name: 'a listed chapter without a file',
    changes: [
      {
        file: 'story.yaml',
        find: 'chapters: [start, mill, quay, after]',
        put: 'chapters: [start, mil, quay, after]',
      },
    ],
    says: [
      'content/chapters/mill.md:1:1 chapter "mill" is not in the list of chapters in story.yaml',
      'content/people.yaml:5:12 chapter "mill" is not one of start, mil, quay, after (did you mean "mil"?)',
      'content/story.yaml:12:19 chapter "mil" has no file, chapters/mil.md (did you mean "mill"?)',
      'content/story.yaml:39:34 chapter "mill" is not one of start, mil, quay, after (did you mean "mil"?)',
    ],
  },
  {
    name: 'a chapter without a file, and none like it',
    changes: [{ file: 'story.yaml', find: 'quay, after]', put: 'quay, harbour, after]' }],
    says: ['content/story.yaml:12:31 chapter "harbour" has no file, chapters/harbour.md'],
  },
  {
    name: 'a chapter listed twice',
    changes: [{ file: 'story.yaml', find: 'quay, after]', put: 'quay, mill, after]' }],
    says: ['content/story.yaml:12:31 chapter "mill" is listed twice'],
  },
  {
    name: 'a chapter that is not listed',
    changes: [
      { file: 'chapters/weir.md', write: '---\ntitle: Weir\nsummary: A weir.\n---\nWater.[^lock-book]\n' },
    ],
    says: ['content/chapters/weir.md:1:1 chapter "weir" is not in the list of chapters in story.yaml'],
  },
  {
    name: 'a file that is not UTF-8',
    changes: [{ file: 'quotes.yaml', write: Uint8Array.of(0x2d, 0x20, 0x0a, 0x69, 0x64, 0xe9, 0x0a) }],
    says: ['content/quotes.yaml:2:3 the file is not UTF-8 from here on; save it as UTF-8'],
  },
  {
    name: 'a file that is not text',
    changes: [{ file: 'ui.yaml', write: 'a\u0000b' }],
    says: ['content/ui.yaml:1:2 the file is not text; save it as UTF-8'],
  },
  {
    name: 'broken YAML',
    changes: [{ file: 'story.yaml', find: 'title: Two keys', put: 'title: Two keys: a story' }],
    says: [
      'content/story.yaml:1:8 not valid YAML: Nested mappings are not allowed in compact mappings; put text that has ": " in it in quotes',
    ],
  },
  {
    name: 'a tab in YAML',
    changes: [{ file: 'events.yaml', find: '  end: 2012-03-05', put: '\tend: 2012-03-05' }],
    says: [
      'content/events.yaml:3:2 not valid YAML: Unexpected scalar at node end; indent with spaces, not with a tab',
    ],
  },
  {
    name: 'a bracket that is never closed',
    changes: [
      { file: 'events.yaml', find: 'people: [ada-finch, tom-reed]', put: 'people: [ada-finch, tom-reed' },
    ],
    says: [
      'content/events.yaml:20:1 not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  },
  {
    name: 'a key given twice',
    changes: [
      {
        file: 'people.yaml',
        find: '  role: Keeper of the east key',
        put: '  name: Ada Finch\n  role: Keeper of the east key',
      },
    ],
    says: ['content/people.yaml:3:3 key "name" is given twice'],
  },
  {
    name: 'a list that is none',
    changes: [{ file: 'quotes.yaml', write: 'finch-1: I keep my key\n' }],
    says: ['content/quotes.yaml:1:1 the file is not a list; each entry begins with "- "'],
  },
  {
    name: 'two documents in a file',
    changes: [{ file: 'events.yaml', find: '- id: keys-apart', put: '---\n- id: keys-apart' }],
    says: ['content/events.yaml:10:1 a second document begins here; remove the line of --- or of dots'],
  },
  {
    name: 'an alias to nothing',
    changes: [{ file: 'story.yaml', find: 'title: Two keys', put: 'title: *keys' }],
    says: ['content/story.yaml:1:8 nothing is called *keys; put text that begins with * in quotes'],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
