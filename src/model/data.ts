/** `data/`: tables, and what is said about them. */
import type { Cell } from './csv.ts';
import { parseCsv } from './csv.ts';
import { dayFault } from './dates.ts';
import type { Position, Report } from './mistakes.ts';
import { fileStart } from './mistakes.ts';
import { notOneOf } from './nearest.ts';
import type { DataMeta } from './schemas/data.ts';
import type { CellValue } from './types.ts';

/** A row of a table: its cells by column, with the sources it names. */
export interface Row {
  readonly values: Readonly<Record<string, CellValue>>;
  readonly sources: readonly { readonly id: string; readonly position: Position }[];
}

/**
 * Reads a table and reports what in it is not as its `meta.yaml` says.
 *
 * @returns the rows that have as many cells as there are columns
 */
export function readTable(text: string, { columns }: DataMeta, report: Report): Row[] {
  const [header = [], ...rows] = parseCsv(text, report);
  const names = header.map((cell) => cell.text.trim());
  const declared = columns.map(({ name }) => name);
  for (const name of declared) {
    if (!names.includes(name)) {
      report(fileStart, `column "${name}" is missing; the columns here are ${names.join(', ')}`);
    }
  }
  header.forEach(({ position }, index) => {
    const name = names[index] ?? '';
    if (names.indexOf(name) < index) report(position, `column "${name}" stands here twice`);
    else if (!declared.includes(name)) report(position, notOneOf('column', name, declared));
  });
  const read = rows.flatMap((row): Row[] => {
    if (row.length !== header.length) {
      report(row[0]?.position ?? fileStart, `the row has ${row.length} cells; expected ${header.length}`);
      return [];
    }
    const cells = row.flatMap((cell, index) => {
      const column = columns.find(({ name }) => name === names[index]);
      return column ? [{ cell, column }] : [];
    });
    for (const { cell, column } of cells) checkCell(cell, column, report);
    return [
      {
        values: Object.fromEntries(cells.map(({ cell, column }) => [column.name, valueOf(cell, column)])),
        sources: cells.flatMap(({ cell, column }) => (column.type === 'sources' ? sourcesOf(cell) : [])),
      },
    ];
  });
  if (rows.length === 0) report(fileStart, 'the table has no rows');
  return read;
}

function valueOf({ text }: Cell, { type }: DataMeta['columns'][number]): CellValue {
  const value = text.trim();
  if (value === '') return undefined;
  return type === 'number' ? Number(value) : value;
}

function sourcesOf({ text, position }: Cell): Row['sources'] {
  return text.split('|').flatMap((part) => (part.trim() === '' ? [] : [{ id: part.trim(), position }]));
}

function checkCell(
  { text, position }: Cell,
  { name, type, gaps }: DataMeta['columns'][number],
  report: Report,
): void {
  const value = text.trim();
  if (value === '') {
    if (!gaps && type !== 'text')
      report(
        position,
        `${name} is empty; expected ${type === 'sources' ? 'the id of a source' : `a ${type}`}`,
      );
  } else if (type === 'number' && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) {
    report(position, `${name} "${value}" is not a number`);
  } else if (type === 'date') {
    const fault = dayFault(value);
    if (fault !== undefined) report(position, `${name} "${value}" ${fault}`);
  }
}
