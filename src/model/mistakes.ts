/** Where mistakes are gathered: all of them, of all files, before anything is said. */
import type { Mistake } from './types.ts';

/** A place in a file; both count from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Takes a mistake of one file. */
export type Report = (position: Position, message: string) => void;

export const fileStart: Position = { line: 1, column: 1 };

export class Mistakes {
  readonly #found: Mistake[] = [];

  /** A reporter for one file, named as the editor names it. */
  in(file: string): Report {
    return ({ line, column }, message) => {
      this.#found.push({ file, line, column, message });
    };
  }

  /** Every mistake once, by file and place. */
  get sorted(): Mistake[] {
    const unique = new Map(this.#found.map((mistake) => [mistakeLine(mistake), mistake]));
    return [...unique.values()].sort(
      (a, b) =>
        compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
    );
  }
}

/** A mistake as an editor understands it: `file:line:col message`. */
export function mistakeLine({ file, line, column, message }: Mistake): string {
  return `${file}:${line}:${column} ${message}`;
}

// Not localeCompare: the order must be the same on every machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
