import type { Story } from '../model/types.ts';
import { sourceLine, wordsOf } from '../model/words.ts';
import type { FigureTable } from './tables.ts';

/**
 * Tables as comma-separated values (RFC 4180): each with its heading; several are parted by an empty line.
 *
 * @returns text with CRLF line ends; the last column names the sources with their addresses, parted by ` | `
 */
export function csvOf(story: Story, tables: readonly FigureTable[]): string {
  const words = wordsOf(story);
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const named = (id: string) => {
    const source = sources.get(id);
    return source ? [sourceLine(source), source.url].filter(Boolean).join(' ') : id;
  };
  return tables
    .map(({ columns, rows }) =>
      [
        [...columns, words('table.sources')],
        ...rows.map(({ cells, cites }) => [...cells, cites.map(named).join(' | ')]),
      ]
        .map((row) => row.map(cell).join(',') + '\r\n')
        .join(''),
    )
    .join('\r\n');
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
