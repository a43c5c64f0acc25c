/** Words that were not said so. */
import { expect, test } from 'vitest';
import type { Case } from '../fixture.ts';
import { mistakesOf } from '../fixture.ts';

const cases: Case[] = [
  {
    name: 'a word that was not said',
    changes: [
      { file: 'chapters/after.md', find: '"I wrote to her in June"', put: '"I wrote to him in June"' },
    ],
    says: [
      'content/chapters/after.md:21:88 "I wrote to him in June" is not letter by letter in quotes.yaml; nearest is reed-2, "I wrote to her in June"',
    ],
  },
  {
    name: 'words that nobody said',
    changes: [
      { file: 'chapters/after.md', find: '"I wrote to her in June"', put: '"Let the bridge rust for ever"' },
    ],
    says: [
      'content/chapters/after.md:21:88 "Let the bridge rust for ever" is not letter by letter in quotes.yaml; nearest is finch-1, "how the bridge stays shut"',
      'content/quotes.yaml:16:7 quotation "reed-2" is used by nothing; quote it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'a cut through a word',
    changes: [{ file: 'chapters/after.md', find: '"I wrote to her in June"', put: '"I wrote to he"' }],
    says: [
      'content/chapters/after.md:21:88 "I wrote to he" is not letter by letter in quotes.yaml; nearest is reed-2, "I wrote to her"',
    ],
  },
  {
    name: 'a sentence that cites another source',
    changes: [
      { file: 'chapters/after.md', find: 'he says.[^gazette-2012-09-12]', put: 'he says.[^lock-book]' },
    ],
    says: [
      'content/chapters/after.md:21:88 "I wrote to her in June" is of reed-2 (gazette-2012-09-12), but its sentence cites lock-book',
    ],
  },
  {
    name: 'a quotation that is never closed',
    changes: [{ file: 'chapters/after.md', find: 'in June", he says', put: 'in June, he says' }],
    says: [
      'content/chapters/after.md:21:88 this quotation mark is never closed',
      'content/quotes.yaml:16:7 quotation "reed-2" is used by nothing; quote it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'curly marks that do not open',
    changes: [
      { file: 'chapters/after.md', find: '"I wrote to her in June"', put: '”I wrote to her in June' },
    ],
    says: [
      'content/chapters/after.md:21:88 this quotation mark closes a quotation that was never opened',
      'content/quotes.yaml:16:7 quotation "reed-2" is used by nothing; quote it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'nothing between the marks',
    changes: [{ file: 'chapters/after.md', find: '"I wrote to her in June"', put: '"."' }],
    says: [
      "content/chapters/after.md:21:1 the step's prose has 19 words; expected 20 to 70",
      'content/chapters/after.md:21:88 nothing stands between these quotation marks',
      'content/quotes.yaml:16:7 quotation "reed-2" is used by nothing; quote it, remove it, or mark it "unused: true"',
    ],
  },
  {
    name: 'a quotation not yet known',
    changes: [
      {
        file: 'chapters/quay.md',
        find: 'Reed oiled the east key twice.[^courier-2012-08-20]',
        put: 'Reed says: "I wrote to her in June."[^gazette-2012-09-12]',
      },
    ],
    says: [
      'content/chapters/quay.md:24:12 quotation reed-2 became known on 2012-09-12, after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
  {
    name: 'a quotation in a heading',
    changes: [{ file: 'chapters/quay.md', find: '## The west key', put: '## "Nobody told me"' }],
    says: [
      'content/chapters/quay.md:11:1 "Nobody told me" is not letter by letter in quotes.yaml; nearest is reed-1, "Nobody asked me"',
    ],
  },
  {
    name: 'a quotation mark without a counterpart in a summary',
    changes: [{ file: 'chapters/quay.md', find: 'summary: Reed keeps', put: 'summary: Reed " keeps' }],
    says: ['content/chapters/quay.md:7:10 a quotation mark in this text has no counterpart'],
  },
  {
    name: 'a quotation in an alt',
    changes: [
      {
        file: 'chapters/quay.md',
        find: 'alt: The plan without marks.',
        put: 'alt: The plan with "no" marks.',
      },
    ],
    says: [
      'content/chapters/quay.md:17:21 "no" is not letter by letter in quotes.yaml; nearest is finch-1, "and"',
    ],
  },
  {
    name: 'a quotation in the note of a door',
    changes: [
      {
        file: 'chapters/mill.md',
        find: 'note: Finch speaks to the Courier., cite: [courier-2012-08-20]',
        put: 'note: \'Finch: "I keep my key".\', cite: [lock-book]',
      },
    ],
    says: [
      'content/chapters/mill.md:7:64 "I keep my key" is of finch-1 (courier-2012-08-20), but its sentence cites lock-book',
    ],
  },
  {
    name: 'a block quote that is not letter by letter',
    changes: [
      {
        file: 'chapters/mill.md',
        find: '> I keep my key and he keeps his',
        put: '> I keep my key and she keeps hers',
      },
    ],
    says: [
      'content/chapters/mill.md:24:1 the block quote is not letter by letter finch-1; nearest is "I keep my key and he keeps his"',
    ],
  },
  {
    name: 'a block quote without an id',
    changes: [{ file: 'chapters/mill.md', find: '>\n> — finch-1', put: '> as before' }],
    says: [
      'content/chapters/mill.md:24:1 the block quote does not end with the id of its quotation, "— some-id"',
    ],
  },
  {
    name: 'a block quote without words',
    changes: [
      {
        file: 'chapters/mill.md',
        find: '> I keep my key and he keeps his\n>\n> — finch-1',
        put: '> — finch-1',
      },
    ],
    says: ['content/chapters/mill.md:24:1 the block quote has no words'],
  },
  {
    name: 'a block quote with a citation',
    changes: [
      {
        file: 'chapters/mill.md',
        find: '> I keep my key and he keeps his',
        put: '> I keep my key and he keeps his[^lock-book]',
      },
    ],
    says: [
      'content/chapters/mill.md:24:33 a block quote carries no citation; its sources stand in quotes.yaml',
    ],
  },
  {
    name: 'a block quote not yet known',
    changes: [
      {
        file: 'chapters/mill.md',
        find: '> I keep my key and he keeps his\n>\n> — finch-1',
        put: '> I wrote to her in June\n>\n> — reed-2',
      },
    ],
    says: [
      'content/chapters/mill.md:24:1 quotation reed-2 became known on 2012-09-12, after the as-of date, 2012-08-28; it belongs to the later chapter',
    ],
  },
];

test.each(cases)('$name', ({ changes, says }) => {
  expect(mistakesOf(...changes)).toEqual(says);
});
