import { expect, test } from 'vitest';
import { parseCsv } from '../../../src/model/csv.ts';

const complain = (_: unknown, message: string): void => {
  throw new Error(message);
};
const texts = (csv: string): string[][] => parseCsv(csv, complain).map((row) => row.map(({ text }) => text));

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\n1,\n,2',
    [
      ['a', 'b'],
      ['1', ''],
      ['', '2'],
    ],
  ],
  [
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['a\n\n1\n', [['a'], ['1']]],
  [
    '"a, b","c ""d"""\n"two\nlines",2',
    [
      ['a, b', 'c "d"'],
      ['two\nlines', '2'],
    ],
  ],
  ['"",""', [['', '']]],
])('%j', (csv, rows) => {
  expect(texts(csv)).toEqual(rows);
});

test('cells know their places, also after a cell of two lines', () => {
  const rows = parseCsv('a,"b\nc",d\ne,f', complain);
  expect(rows.map((row) => row.map(({ position: { line, column } }) => [line, column]))).toEqual([
    [
      [1, 1],
      [1, 3],
      [2, 4],
    ],
    [
      [3, 1],
      [3, 3],
    ],
  ]);
});
