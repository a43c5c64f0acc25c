/** `data/`: tables, and what is said about them. */
import type { Cell } from './csv.ts';
import { parseCsv } from './csv.ts';
import { dayFault } from './dates.ts';
import type { Report } from './mistakes.ts';
import { fileStart } from './mistakes.ts';
import { notOneOf } from './nearest.ts';
import type { DataMeta } from './schemas/data.ts';

/** Reports what in a table is not as its `meta.yaml` says. */
export function checkTable(text: string, { columns }: DataMeta, report: Report): void {
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
  for (const row of rows) {
    if (row.length !== header.length) {
      report(row[0]?.position ?? fileStart, `the row has ${row.length} cells; expected ${header.length}`);
      continue;
    }
    row.forEach((cell, index) => {
      const column = columns.find(({ name }) => name === names[index]);
      if (column) checkCell(cell, column, report);
    });
  }
  if (rows.length === 0) report(fileStart, 'the table has no rows');
}

function checkCell({ text, position }: Cell, { name, type, gaps }: DataMeta['columns'][number], report: Report): void {
  const value = text.trim();
  if (value === '') {
    if (!gaps && type !== 'text') report(position, `${name} is empty; expected a ${type}`);
  } else if (type === 'number' && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value)) {
    report(position, `${name} "${value}" is not a number`);
  } else if (type === 'date') {
    const fault = dayFault(value);
    if (fault !== undefined) report(position, `${name} "${value}" ${fault}`);
  }
}
