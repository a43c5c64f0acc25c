/** What is on file and used by nothing. */
import type { Content, Entry } from '../content.ts';
import { valuesOf } from '../content.ts';
import type { ReadPart } from '../prose.ts';
import type { Usage } from '../usage.ts';
import { valueAt } from '../yaml.ts';

/** Notes the people whom a chapter names in prose or at its doors: by full name or, for persons, by its last part. */
export function notePeopleNamed(
  content: Content,
  prose: ReadonlyMap<string, readonly ReadPart[]>,
  usage: Usage,
): void {
  const text = [...prose.values()].flatMap((parts) =>
    parts.flatMap(({ part, sentences }) => [
      ...(part.kind === 'step' ? [part.step.title] : []),
      ...sentences.map((sentence) => sentence.text),
    ]),
  );
  const notes = content.chapters.flatMap(({ front }) =>
    ['door', 'doors'].flatMap((key) => {
      const entries = valueAt(front.value, [key]);
      return Array.isArray(entries) ? entries.map((entry) => String(valueAt(entry, ['note']))) : [];
    }),
  );
  const all = [...text, ...notes].join('\n');
  for (const { id, name, kind } of valuesOf(content.people)) {
    const surname = kind === 'person' ? name.split(' ').at(-1) : undefined;
    if ([name, surname].some((called) => called !== undefined && names(all, called)))
      usage.note('people', id);
  }
}

function names(text: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** Reports what nothing uses and is not marked so, and what is marked so and used. */
export function checkUsage(content: Content, usage: Usage): void {
  const check = (
    entries: readonly Entry<unknown>[] | undefined,
    shelf: 'sources' | 'people' | 'quotes',
    noun: string,
    remedy: string,
  ) => {
    for (const { id, doc, value } of entries ?? []) {
      // Of an entry with a mistake it cannot be told.
      if (id === undefined || value === undefined) continue;
      const marked = valueAt(doc.value, ['unused']) === true;
      const used = usage.has(shelf, id);
      if (!used && !marked) {
        doc.report(
          doc.at(['id']),
          `${noun} "${id}" is used by nothing; ${remedy}, remove it, or mark it "unused: true"`,
        );
      }
      if (used && marked)
        doc.report(doc.keyAt(['unused']), `${noun} "${id}" is marked unused, but it is used`);
    }
  };
  check(content.sources, 'sources', 'source', 'cite it');
  check(content.people, 'people', 'person', 'name them');
  check(content.quotes, 'quotes', 'quotation', 'quote it');
}
