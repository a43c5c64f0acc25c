/** Every name in the content that must be the name of something. */
import { nearest, notOneOf } from './nearest.ts';
import type { Path, YamlDocument } from './yaml.ts';
import { valueAt } from './yaml.ts';

/** What names can stand for. */
export type Shelf =
  | 'chapters'
  | 'doors'
  | 'figures'
  | 'kinds'
  | 'tables'
  | 'sides'
  | 'sides or none'
  | 'colours'
  | 'strands'
  | 'sources'
  | 'people'
  | 'events'
  | 'quotes';

/** All names by what they stand for; undefined where the file that lists them cannot be read. */
export type Catalogue = Readonly<Record<Shelf, readonly string[] | undefined>>;

export interface Reference {
  /** From the document's root; `*` stands for every entry of a list and every key of a mapping. */
  readonly path: readonly string[];
  /** What the message calls it. */
  readonly noun: string;
  readonly to: Shelf;
}

/**
 * Reports the names that are not on their shelf, whether or not the rest of the document holds.
 *
 * @param use told of each name, or of the one probably meant
 */
export function checkReferences(
  doc: YamlDocument,
  references: readonly Reference[],
  catalogue: Catalogue,
  use: (shelf: Shelf, name: string) => void = () => undefined,
): void {
  for (const { path, noun, to } of references) {
    for (const place of expand(doc.value, path)) {
      const name = valueAt(doc.value, place);
      // What is not text at all is the schema's business.
      if (typeof name === 'string')
        lookUp(name, noun, to, catalogue, (message) => doc.report(doc.at(place), message), use);
    }
  }
}

/** Reports a name that is not on its shelf. */
export function lookUp(
  name: string,
  noun: string,
  shelf: Shelf,
  catalogue: Catalogue,
  report: (message: string) => void,
  use: (shelf: Shelf, name: string) => void = () => undefined,
): void {
  const known = catalogue[shelf];
  if (!known || known.includes(name)) {
    use(shelf, name);
    return;
  }
  report(notOneOf(noun, name, known));
  const meant = nearest(name, known);
  if (meant !== undefined) use(shelf, meant);
}

function expand(value: unknown, path: readonly string[]): Path[] {
  return path.reduce<Path[]>(
    (places, key) =>
      places.flatMap((place) => {
        if (key !== '*') return [[...place, key]];
        const inner = valueAt(value, place);
        if (Array.isArray(inner)) return inner.map((_, index) => [...place, index]);
        return typeof inner === 'object' && inner !== null
          ? Object.keys(inner).map((name) => [...place, name])
          : [];
      }),
    [[]],
  );
}
