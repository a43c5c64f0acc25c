import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/model/markdown.ts';
import type { Position } from '../../../src/model/mistakes.ts';
import { countWords, sentencesOf } from '../../../src/model/sentences.ts';

function read(text: string) {
  const markdown = parseMarkdown(text);
  const complaints: (Position & { message: string })[] = [];
  const sentences = markdown.nodes.flatMap((node) =>
    sentencesOf(node, markdown, (position, message) => complaints.push({ ...position, message })),
  );
  return { sentences, complaints };
}

const split = (text: string): string[] =>
  read(text).sentences.map(({ text: words, citations }) =>
    [words, ...citations.map(({ source }) => source)].join(' | '),
  );

test.each([
  ['One.[^a] Two.[^b]', ['One. | a', 'Two. | b']],
  ['One.[^a][^b] Two.', ['One. | a | b', 'Two.']],
  ['One. [^a] Two.[^b]', ['One. | a', 'Two. | b']],
  ['In May,[^a] or so, it rained.[^b]', ['In May, or so, it rained. | a | b']],
  ['It rose to 3.67 per cent.[^a] Then it fell.', ['It rose to 3.67 per cent. | a', 'Then it fell.']],
  ['Mr. Reed met J. Finch.[^a]', ['Mr. Reed met J. Finch. | a']],
  ['He said: "No. Never."[^a] Then he left.', ['He said: "No. Never." | a', 'Then he left.']],
  ['"Why?" Reed asked.[^a]', ['"Why?" Reed asked. | a']],
  ['"It is so." Reed left.[^a]', ['"It is so."', 'Reed left. | a']],
  ['Was it so?[^a] It was![^b]', ['Was it so? | a', 'It was! | b']],
  ['He came (late).[^a] And went.', ['He came (late). | a', 'And went.']],
  ['One *stop.*[^a] Two.', ['One stop. | a', 'Two.']],
  ['First line\nsecond line.[^a]', ['First line second line. | a']],
  ['- One.[^a]\n- Two.[^b]', ['One. | a', 'Two. | b']],
  ['| A | B |\n|---|---|\n| One.[^a] | Two. |', ['A', 'B', 'One. | a', 'Two.']],
])('%j', (text, expected) => {
  expect(split(text)).toEqual(expected);
});

test('a quotation is found with its place, even in a later line and after an escape', () => {
  const { sentences } = read('A \\* B\nand "the *last* word".[^a]');
  expect(sentences[0]?.quotations).toMatchObject([
    { text: 'the last word', position: { line: 2, column: 5 } },
  ]);
});

test('a citation is found with its place', () => {
  const { sentences } = read('One.\n\nTwo,[^a] three.[^b]');
  expect(sentences[1]?.citations.map(({ position }) => position)).toEqual([
    { line: 3, column: 5 },
    { line: 3, column: 16 },
  ]);
});

test('quotation marks must pair within a paragraph', () => {
  expect(read('He said: "no.\n\nYes".').complaints).toEqual([
    { line: 1, column: 10, message: 'this quotation mark is never closed' },
    { line: 3, column: 4, message: 'this quotation mark is never closed' },
  ]);
});

test('words are what has a letter or a digit', () => {
  expect(countWords('The door – the Leader’s – is 48 degrees.')).toBe(7);
  expect(countWords('')).toBe(0);
});
