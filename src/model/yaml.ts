/** YAML that knows where each of its values stands. */
import type { Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Position, Report } from './mistakes.ts';
import { fileStart } from './mistakes.ts';

/** The way to a value: keys of mappings, and places in lists from 0. */
export type Path = readonly (string | number)[];

export interface YamlDocument {
  /** As plain data. */
  readonly value: unknown;
  /** Where the value at a path stands; where there is none, the nearest value around it. */
  at(path: Path): Position;
  /** Where the key of a value stands; for entries of a list as `at`. */
  keyAt(path: Path): Position;
  /** Where a piece of text stands within the value at a path; where it is not found, as `at`. */
  within(path: Path, piece: string): Position;
  /** Takes a mistake of the file that the document is in. */
  readonly report: Report;
}

/**
 * Reads YAML; undefined, and a mistake reported, where it is broken or says nothing.
 *
 * @param start where in the file the text begins; its column holds for every line
 */
export function parseYaml(
  text: string,
  report: Report,
  start: Position = fileStart,
): YamlDocument | undefined {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + start.line - 1, column: col + start.column - 1 };
  };

  let broken = false;
  for (const { code, message, pos } of [...doc.errors, ...doc.warnings]) {
    if (code === 'DUPLICATE_KEY') {
      report(place(pos[0]), `key "${/^[^\s:]*/.exec(text.slice(pos[0]))?.[0] ?? ''}" is given twice`);
    } else if (code === 'MULTIPLE_DOCS') {
      broken = true;
      report(place(pos[0]), 'a second document begins here; remove the line of --- or of dots');
    } else if (!broken) {
      // Only the first: the others mostly follow from it.
      broken = true;
      report(place(pos[0]), `not valid YAML: ${message}${hint(message, lineAt(text, pos[0]))}`);
    }
  }
  visit(doc, {
    Alias(_, alias) {
      if (alias.resolve(doc)) return;
      broken = true;
      report(
        place(startOf(alias) ?? 0),
        `nothing is called *${alias.source}; put text that begins with * in quotes`,
      );
    },
  });
  if (broken) return undefined;

  let value: unknown;
  try {
    value = doc.toJS();
  } catch (error) {
    report(start, `not valid YAML: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  if (value === null || value === undefined) {
    report(start, 'there is nothing here but comments or empty lines');
    return undefined;
  }

  const at = (path: Path): Position => {
    const { node, pair } = find(doc, path);
    return place(startOf(node) ?? startOf(pair?.key) ?? 0);
  };
  return {
    value,
    report,
    at,
    keyAt: (path) => {
      const { pair } = find(doc, path);
      return pair ? place(startOf(pair.key) ?? 0) : at(path);
    },
    within: (path, piece) => {
      const { node } = find(doc, path);
      const [from, to] = node?.range ?? [0, 0];
      const offset = text.slice(from, to).indexOf(piece);
      return offset < 0 ? at(path) : place(from + offset);
    },
  };
}

/** Puts a document at a path within another for those who know only their own part. */
export function documentAt(doc: YamlDocument, base: Path): YamlDocument {
  return {
    value: valueAt(doc.value, base),
    report: doc.report,
    at: (path) => doc.at([...base, ...path]),
    keyAt: (path) => doc.keyAt([...base, ...path]),
    within: (path, piece) => doc.within([...base, ...path], piece),
  };
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

function hint(message: string, line: string): string {
  if (message.startsWith('Nested mappings')) return '; put text that has ": " in it in quotes';
  return /^\s*\t/.test(line) ? '; indent with spaces, not with a tab' : '';
}

const lineAt = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] ?? '';

function find(doc: Document.Parsed, path: Path): { node: Node | null; pair: Pair | undefined } {
  let node: Node | null = doc.contents;
  let pair: Pair | undefined;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(doc) ?? null;
    if (isMap(node)) {
      const found: Pair | undefined = node.items.find((item) => keyText(item) === String(key));
      if (!found) break;
      pair = found;
      node = isNode(found.value) ? found.value : null;
    } else if (isSeq(node) && typeof key === 'number') {
      const item: unknown = node.items[key];
      if (!isNode(item)) break;
      pair = undefined;
      node = item;
    } else break;
  }
  return { node, pair };
}

const keyText = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : String(key));

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
