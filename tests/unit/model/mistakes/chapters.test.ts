/** Chapters that cannot be told. */
import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'no frontmatter',
    changes: [{ file: 'chapters/quay.md', write: 'Reed is the other one.[^lock-book]\n' }],
    says: [
      'content/chapters/quay.md:1:1 the chapter does not begin with its frontmatter, between two lines of ---',
    ],
  },
  {
    name: 'frontmatter that is never closed',
    changes: [{ file: 'chapters/quay.md', find: '---\nReed is', put: 'Reed is' }],
    says: ['content/chapters/quay.md:1:1 the frontmatter is never closed; expected a line of --- after it'],
  },
  {
    name: 'broken frontmatter, by its line in the file',
    changes: [{ file: 'chapters/quay.md', find: 'who: Reed', put: 'who: Reed: the keeper' }],
    says: [
      'content/chapters/quay.md:4:6 not valid YAML: Nested mappings are not allowed in compact mappings; put text that has ": " in it in quotes',
    ],
  },
  {
    name: 'an unknown key in the frontmatter',
    changes: [{ file: 'chapters/quay.md', find: 'who: Reed', put: 'whom: Reed' }],
    says: [
      'content/chapters/quay.md:4:1 unknown key "whom" (did you mean "who"?)',
      'content/chapters/quay.md:6:3 door stands without "who"; a door has side, who and door',
    ],
  },
  {
    name: 'a door without a side',
    changes: [{ file: 'chapters/quay.md', find: 'side: west\n', put: '' }],
    says: ['content/chapters/quay.md:5:3 door stands without "side"; a door has side, who and door'],
  },
  {
    name: 'a side without a door',
    changes: [{ file: 'chapters/start.md', find: 'title: Two keys', put: 'title: Two keys\nside: east' }],
    says: ['content/chapters/start.md:3:7 side stands without "door"; a door has side, who and door'],
  },
  {
    name: 'a live plan in a chapter that tells of no doors',
    changes: [{ file: 'chapters/start.md', find: 'title: Two keys', put: 'title: Two keys\nlive: plan' }],
    says: [
      'content/chapters/start.md:3:7 live stands without "doors"; a plan that is live answers with how the doors stood afterwards',
    ],
  },
  {
    name: 'a live plan that is no plan',
    changes: [{ file: 'chapters/after.md', find: 'later: true', put: 'later: true\nlive: timeline' }],
    says: ['content/chapters/after.md:4:7 figure "timeline" is a timeline; only a plan can be live'],
  },
  {
    name: 'a live plan that is no figure',
    changes: [{ file: 'chapters/after.md', find: 'later: true', put: 'later: true\nlive: plam' }],
    says: ['content/chapters/after.md:4:7 figure "plam" is not one of plan, timeline (did you mean "plan"?)'],
  },
  {
    name: 'a step with the address of the live plan',
    changes: [
      { file: 'chapters/after.md', find: 'later: true', put: 'later: true\nlive: plan' },
      { file: 'chapters/after.md', find: '## The letter', put: '## Doors' },
    ],
    says: [
      'content/chapters/after.md:12:1 step "doors" has the address #after-doors, like the live plan of chapter "after"; give it another "id"',
    ],
  },
  {
    name: 'a door moved by neither events nor words',
    changes: [
      { file: 'chapters/after.md', find: 'note: The board met.', put: 'by: hand, note: The board met.' },
    ],
    says: ['content/chapters/after.md:7:54 by "hand" is not one of events, words'],
  },
  {
    name: 'a summary that is too long',
    changes: [
      {
        file: 'chapters/quay.md',
        find: 'summary: Reed keeps the west key at the quay.',
        put: 'summary: Reed keeps the key. Reed keeps the key. Reed keeps the key. Reed keeps the key. Reed keeps the key. Reed keeps the key. Reed keeps the key. Reed keeps the key. Reed keeps the key.',
      },
    ],
    says: ['content/chapters/quay.md:7:10 summary has 179 characters; expected at most 160'],
  },
  {
    name: 'a door ajar without an angle',
    changes: [{ file: 'chapters/mill.md', find: 'state: ajar, angle: 30', put: 'state: ajar' }],
    says: ['content/chapters/mill.md:7:5 door has no angle; a door that stands ajar needs one, 1 to 89'],
  },
  {
    name: 'an angle of a door that is shut',
    changes: [{ file: 'chapters/mill.md', find: 'state: shut', put: 'state: shut, angle: 30' }],
    says: [
      'content/chapters/mill.md:6:45 angle is given for a door that is shut; only one that stands ajar has an angle',
    ],
  },
  {
    name: 'an angle too wide',
    changes: [{ file: 'chapters/mill.md', find: 'angle: 30', put: 'angle: 90' }],
    says: ['content/chapters/mill.md:7:45 angle is 90; expected at most 89'],
  },
  {
    name: 'a misspelt state of a door',
    changes: [{ file: 'chapters/mill.md', find: 'state: ajar', put: 'state: ajr' }],
    says: [
      'content/chapters/mill.md:7:32 state "ajr" is not one of open, ajar, shut, locked (did you mean "ajar"?)',
    ],
  },
  {
    name: 'doors in the wrong order',
    changes: [{ file: 'chapters/mill.md', find: 'from: 2012-05-01', put: 'from: 2012-08-21' }],
    says: [
      'content/chapters/mill.md:7:13 from 2012-08-20 does not come after the entry before it, 2012-08-21',
    ],
  },
  {
    name: 'doors of other chapters in a chapter that is not later',
    changes: [{ file: 'chapters/after.md', find: 'later: true\n', put: '' }],
    says: [
      'content/chapters/after.md:5:3 doors stands in a chapter without "later: true"',
      'content/chapters/after.md:14:50 event "letter-found" became known on 2012-09-12, after the as-of date, 2012-08-28; it belongs to the later chapter',
      'content/chapters/after.md:15:7 date 2012-09-12 is after the as-of date, 2012-08-28; it belongs to the later chapter',
      'content/chapters/after.md:16:8 doors 2012-09-12 is after the as-of date, 2012-08-28; it belongs to the later chapter',
      'content/chapters/after.md:20:88 quotation reed-2 became known on 2012-09-12, after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'a later chapter that is not the last',
    changes: [{ file: 'story.yaml', find: 'quay, after]', put: 'after, quay]' }],
    says: ['content/chapters/after.md:3:1 a chapter told later is the last of the story; this one is not'],
  },
  {
    name: 'a heading without a step block',
    changes: [{ file: 'chapters/quay.md', find: '# What does not fit', put: '## What does not fit' }],
    says: [
      'content/chapters/quay.md:22:1 the heading "What does not fit" has no step block under it',
      "content/chapters/quay.md:24:1 the step's prose has 6 words; expected 20 to 70",
    ],
  },
  {
    name: 'a line of dashes right under a paragraph',
    changes: [
      {
        file: 'chapters/start.md',
        find: 'lock book.[^courier-2012-08-20]\n\n---',
        put: 'lock book.[^courier-2012-08-20]\n---',
      },
    ],
    says: [
      'content/chapters/start.md:27:1 "In May each keeper took a key home, and the notice on the bridge house has told boats to turn back ever since, says the lock book." is read as a heading, because a line of dashes follows it directly; put an empty line between',
    ],
  },
  {
    name: 'a step block away from its heading',
    changes: [
      {
        file: 'chapters/quay.md',
        find: '## The west key\n\n',
        put: '## The west key\n\nReed has it.[^lock-book]\n\n',
      },
    ],
    says: [
      'content/chapters/quay.md:11:1 the heading "The west key" has no step block under it',
      'content/chapters/quay.md:15:1 this step block does not stand right under a second-level heading',
    ],
  },
  {
    name: 'a step block that is never closed',
    changes: [{ file: 'chapters/quay.md', find: 'marks.\n```', put: 'marks.' }],
    says: [
      'content/chapters/quay.md:13:1 the block that begins here is never closed; expected a line of ``` after it',
    ],
  },
  {
    name: 'a step block under another name',
    changes: [{ file: 'chapters/quay.md', find: '```step', put: '```steps' }],
    says: [
      'content/chapters/quay.md:11:1 the heading "The west key" has no step block under it',
      'content/chapters/quay.md:13:1 a block of code has no place in a chapter (did you mean "step"?)',
    ],
  },
  {
    name: 'a heading of the third level',
    changes: [{ file: 'chapters/quay.md', find: '# What does not fit', put: '### What does not fit' }],
    says: [
      'content/chapters/quay.md:22:1 a heading of level 3 has no place in a chapter; ## begins a step, # chapter prose',
    ],
  },
  {
    name: 'a citation in a heading',
    changes: [
      { file: 'chapters/quay.md', find: '# What does not fit', put: '# What does not fit[^lock-book]' },
    ],
    says: ['content/chapters/quay.md:22:20 a heading carries no citation; put it into the prose below'],
  },
  {
    name: 'a step without an alt',
    changes: [{ file: 'chapters/quay.md', find: 'alt: The plan without marks.\n', put: '' }],
    says: ['content/chapters/quay.md:14:1 alt is missing; expected text'],
  },
  {
    name: 'a step without a state',
    changes: [{ file: 'chapters/quay.md', find: 'state: {}\n', put: '' }],
    says: ['content/chapters/quay.md:14:1 state is missing; expected a group of keys'],
  },
  {
    name: 'an unknown key in a step block',
    changes: [{ file: 'chapters/quay.md', find: 'figure: plan', put: 'figure: plan\nfigures: plan' }],
    says: ['content/chapters/quay.md:16:1 unknown key "figures" (did you mean "figure"?)'],
  },
  {
    name: 'broken YAML in a step block, by its line in the file',
    changes: [{ file: 'chapters/quay.md', find: 'alt: The plan', put: 'alt: The: plan' }],
    says: [
      'content/chapters/quay.md:17:6 not valid YAML: Nested mappings are not allowed in compact mappings; put text that has ": " in it in quotes',
    ],
  },
  {
    name: 'a step without prose',
    changes: [
      {
        file: 'chapters/quay.md',
        find: 'Reed says that he was left out: "Nobody asked me. Had they asked, I would have come", and no one at the Harbour Board denies it.[^lock-book]\n',
        put: '',
      },
    ],
    says: [
      'content/chapters/quay.md:11:1 step "west" of chapter "quay" has no prose',
      'content/quotes.yaml:8:7 quotation "reed-1" is used by nothing; quote it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'a step with too few words',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'where everybody can see it, and Finch takes it down only on Sundays to oil it.',
        put: 'always.',
      },
    ],
    says: ["content/chapters/mill.md:22:1 the step's prose has 17 words; expected 20 to 70"],
  },
  {
    name: 'a step with too many words',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'only on Sundays',
        put: 'only on Sundays and on Mondays and on holidays and whenever it rains, which at Hatch is often, or when the wind is in the east and the water is low enough for boats to pass below without a horn, as they used to do before',
      },
    ],
    says: ["content/chapters/mill.md:22:1 the step's prose has 75 words; expected 20 to 70"],
  },
  {
    name: 'a step without a citation',
    changes: [
      { file: 'chapters/after.md', find: 'June", he says.[^gazette-2012-09-12]', put: 'June", he says.' },
    ],
    says: [
      "content/chapters/after.md:21:1 the step's prose has no citation; expected at least one",
      'content/chapters/after.md:21:88 "I wrote to her in June" is of reed-2 (gazette-2012-09-12), but its sentence cites nothing',
    ],
  },
  {
    name: 'two steps of one id',
    changes: [{ file: 'chapters/start.md', find: '## The keys part', put: '## The flood' }],
    says: [
      'content/chapters/start.md:18:1 step "the-flood" has the id of an earlier step of this chapter; give it another "id"',
    ],
  },
  {
    name: 'two steps of one address',
    changes: [
      { file: 'chapters/quay-west.md', write: '---\ntitle: West\nsummary: West.\n---\nWest.[^lock-book]\n' },
      { file: 'story.yaml', find: 'quay, after]', put: 'quay, quay-west, after]' },
    ],
    says: [
      'content/chapters/quay.md:11:1 step "west" has the address #quay-west, like chapter "quay-west"; give it another "id"',
    ],
  },
  {
    name: 'a chapter whose addresses are taken',
    changes: [
      {
        file: 'chapters/note-reed.md',
        write: '---\ntitle: Note\nsummary: Note.\n---\nA note.[^lock-book]\n',
      },
      { file: 'story.yaml', find: 'quay, after]', put: 'quay, note-reed, after]' },
    ],
    says: [
      'content/story.yaml:12:31 chapter "note-reed" cannot be called so; addresses that begin with "cite" and "note" are taken',
    ],
  },
  {
    name: 'a heading without words',
    changes: [{ file: 'chapters/mill.md', find: '## The east key', put: '##' }],
    says: ['content/chapters/mill.md:12:1 the heading is empty'],
  },
  {
    name: 'a step within a list',
    changes: [
      {
        file: 'chapters/quay.md',
        find: '# What does not fit\n\nReed oiled',
        put: '- ## Oil\n\n  ```step\n  figure: plan\n  state: {}\n  alt: Oil.\n  ```\n\n  Reed oiled',
      },
    ],
    says: [
      'content/chapters/quay.md:22:3 a heading stands on its own, not within another block',
      'content/chapters/quay.md:24:3 a step block stands on its own, not within another block',
    ],
  },
  {
    name: 'a heading without letters',
    changes: [{ file: 'chapters/mill.md', find: '## The east key', put: '## …' }],
    says: [
      'content/chapters/mill.md:12:1 the heading has no letters to make an id of; give the step block an "id"',
    ],
  },
  {
    name: 'a chapter without prose',
    changes: [
      {
        file: 'chapters/quay.md',
        write:
          '---\ntitle: The quay\nside: west\nwho: Reed\ndoor:\n  - { from: 2012-05-01, state: locked, note: Home., cite: [lock-book] }\nsummary: Reed keeps it.\n---\n',
      },
    ],
    says: [
      'content/chapters/quay.md:1:1 the chapter has no prose',
      'content/quotes.yaml:8:7 quotation "reed-1" is used by nothing; quote it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'HTML',
    changes: [
      { file: 'chapters/mill.md', find: 'Finch lives at the mill.', put: 'Finch lives at the <b>mill</b>.' },
    ],
    says: [
      'content/chapters/mill.md:10:20 HTML has no place in a chapter; write Markdown, and < as &lt;',
      'content/chapters/mill.md:10:27 HTML has no place in a chapter; write Markdown, and < as &lt;',
    ],
  },
  {
    name: 'a comment',
    changes: [{ file: 'chapters/mill.md', find: 'Finch lives', put: '<!-- check -->\n\nFinch lives' }],
    says: ['content/chapters/mill.md:10:1 HTML has no place in a chapter; write Markdown, and < as &lt;'],
  },
  {
    name: 'an image',
    changes: [{ file: 'chapters/mill.md', find: 'Finch lives at', put: '![Finch](finch.png) lives at' }],
    says: ['content/chapters/mill.md:10:1 an image has no place in a chapter; figures are drawn from data'],
  },
  {
    name: 'code',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'Finch lives at the mill.[^lock-book]',
        put: 'Finch lives at the mill.[^lock-book]\n\n    so they say',
      },
    ],
    says: ['content/chapters/mill.md:12:1 a block of code has no place in a chapter'],
  },
  {
    name: 'a definition of a citation',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'the mill.[^lock-book]\n',
        put: 'the mill.[^lock-book]\n\n[^lock-book]: The lock book.\n',
      },
    ],
    says: [
      'content/chapters/mill.md:12:1 citations are not defined in a chapter; their sources stand in sources.yaml',
    ],
  },
  {
    name: 'an address defined apart',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'the mill.[^lock-book]\n',
        put: 'the mill.[^lock-book]\n\n[notice]: https://example.org\n',
      },
    ],
    says: [
      'content/chapters/mill.md:12:1 addresses are not defined apart; write the link as [words](https://…)',
    ],
  },
  {
    name: 'a citation with a space in it',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'Finch lives at the mill.[^lock-book]',
        put: 'Finch lives at the mill.[^lock book]',
      },
    ],
    says: [
      'content/chapters/mill.md:10:25 this citation cannot be read; expected [^source-id] without spaces',
    ],
  },
  {
    name: 'a citation that is never closed',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'Finch lives at the mill.[^lock-book]',
        put: 'Finch lives at the mill.[^lock-book',
      },
    ],
    says: [
      'content/chapters/mill.md:10:25 this citation cannot be read; expected [^source-id] without spaces',
    ],
  },
  {
    name: 'crossed-out words',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'Finch lives at the mill.',
        put: 'Finch lives at ~the quay~ the mill.',
      },
    ],
    says: [
      'content/chapters/mill.md:10:16 crossed-out words have no place in a chapter; write a plain ~ as \\~',
    ],
  },
  {
    name: 'a citation within a link',
    changes: [{ file: 'chapters/start.md', find: '[the notice]', put: '[the notice[^lock-book]]' }],
    says: ['content/chapters/start.md:27:41 a citation stands after a link, not within it'],
  },
  {
    name: 'a quotation within a list',
    changes: [
      {
        file: 'chapters/mill.md',
        find: '> I keep my key and he keeps his\n>\n> — finch-1',
        put: '- > I keep my key\n  >\n  > — finch-1',
      },
    ],
    says: ['content/chapters/mill.md:24:3 a block quote stands on its own, not within another block'],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
