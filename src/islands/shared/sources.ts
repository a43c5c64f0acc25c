/** A source as a panel names it. */
import type { Source } from '../../model/types.ts';
import type { InspectedSource } from './inspector.svelte.ts';

/**
 * @param ids of sources; those that are not known are left out
 * @param sources all sources, by id
 */
export function inspectedSources(
  ids: readonly string[],
  sources: ReadonlyMap<string, Source>,
): readonly InspectedSource[] {
  return ids.flatMap((id) => {
    const source = sources.get(id);
    if (!source) return [];
    const text = [source.publisher, source.title ?? source.about].filter(Boolean).join(', ');
    return [{ id, text, ...(source.url ? { href: source.url } : {}) }];
  });
}
