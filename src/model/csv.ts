/** Comma-separated values (RFC 4180) with the places of their cells. */
import type { Position, Report } from './mistakes.ts';

export interface Cell {
  readonly text: string;
  readonly position: Position;
}

/** The rows of a text, empty lines left out. Reports quotation marks that do not enclose a cell. */
export function parseCsv(text: string, report: Report): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = 1;
  let lineStart = 0;
  let i = 0;
  while (i < text.length) {
    const position = { line, column: i - lineStart + 1 };
    let value = '';
    if (text[i] === '"') {
      i += 1;
      while (i < text.length && !(text[i] === '"' && text[i + 1] !== '"')) {
        if (text[i] === '\n') {
          line += 1;
          lineStart = i + 1;
        }
        value += text[i];
        i += text[i] === '"' ? 2 : 1;
      }
      if (i >= text.length) report(position, 'this quotation mark is never closed');
      i += 1;
      if (i < text.length && text[i] !== ',' && text[i] !== '\n') {
        report({ line, column: i - lineStart + 1 }, 'there is text after a closing quotation mark');
      }
    }
    const from = i;
    while (i < text.length && text[i] !== ',' && text[i] !== '\n') i += 1;
    value += text.slice(from, i);
    row.push({ text: value, position });
    const last = text[i] !== ',' || i + 1 === text.length;
    if (text[i] === ',' && last) row.push({ text: '', position: { line, column: i - lineStart + 2 } });
    if (last) {
      if (row.length > 1 || value.trim() !== '') rows.push(row);
      row = [];
      line += 1;
      lineStart = i + 1;
    } else if (text[i + 1] === '\n') {
      // A comma at the end of a line: an empty last cell.
      row.push({ text: '', position: { line, column: i - lineStart + 2 } });
      rows.push(row);
      row = [];
      i += 1;
      line += 1;
      lineStart = i + 1;
    }
    i += 1;
  }
  return rows;
}
