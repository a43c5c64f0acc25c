import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/islands/csv.ts';
import type { Story } from '../../../src/model/types.ts';

const story = {
  ui: { 'table.sources': 'Sources' },
  sources: [{ id: 'a', publisher: 'The Gazette', title: 'Water, rising', url: 'https://example.org/a' }],
} as unknown as Story;

describe('csvOf', () => {
  it('quotes what needs it, and names sources with their addresses', () => {
    const table = {
      title: 'Levels',
      columns: ['day', 'note'],
      rows: [{ cells: ['1', 'he said "no", twice'], cites: ['a', 'a'] }],
      caveats: [],
    };
    expect(csvOf(story, [table, table])).toBe(
      'day,note,Sources\r\n' +
        '1,"he said ""no"", twice","The Gazette, Water, rising https://example.org/a | The Gazette, Water, rising https://example.org/a"\r\n' +
        '\r\n' +
        'day,note,Sources\r\n' +
        '1,"he said ""no"", twice","The Gazette, Water, rising https://example.org/a | The Gazette, Water, rising https://example.org/a"\r\n',
    );
  });
});
