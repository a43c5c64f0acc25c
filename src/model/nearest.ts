/** Suggestions: the name that was probably meant. */

/** Levenshtein distance: how many letters must be put in, left out or replaced to get from `a` to `b`. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidate nearest to `found`, if one is near enough to be what was meant (a third of its letters off). */
export function nearest(found: string, candidates: Iterable<string>): string | undefined {
  const [best] = ranked(found, candidates);
  if (best === undefined) return undefined;
  const allowed = Math.max(1, Math.floor(Math.max(found.length, best.name.length) / 3));
  return best.distance <= allowed ? best.name : undefined;
}

/**
 * The complaint about a name that is none of those known, with what is known and what was probably meant:
 * `figure "demans" is not one of demands, ties (did you mean "demands"?)`.
 *
 * Long lists are cut to the three nearest.
 */
export function notOneOf(noun: string, found: string, candidates: Iterable<string>): string {
  const known = [...candidates];
  if (known.length === 0) return `${noun} "${found}" is unknown; there is none yet`;
  const shown =
    known.length <= 10
      ? known.join(', ')
      : `${ranked(found, known)
          .slice(0, 3)
          .map(({ name }) => name)
          .join(', ')} …`;
  const meant = nearest(found, known);
  return `${noun} "${found}" is not one of ${shown}${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`;
}

/**
 * The stretch of `text` that is nearest to `found`, and how many letters apart they are (Sellers' algorithm: as
 * Levenshtein's, but the stretch may begin and end anywhere).
 */
export function nearestStretch(found: string, text: string): { stretch: string; distance: number } {
  // Costs of a row, and where the stretch that costs so begins.
  let costs = new Int32Array(text.length + 1);
  let starts = Int32Array.from({ length: text.length + 1 }, (_, j) => j);
  for (let i = 1; i <= found.length; i++) {
    const nextCosts = new Int32Array(text.length + 1);
    const nextStarts = new Int32Array(text.length + 1);
    nextCosts[0] = i;
    for (let j = 1; j <= text.length; j++) {
      let cost = (costs[j - 1] ?? 0) + (found[i - 1] === text[j - 1] ? 0 : 1);
      let start = starts[j - 1] ?? 0;
      if ((costs[j] ?? 0) + 1 < cost) {
        cost = (costs[j] ?? 0) + 1;
        start = starts[j] ?? 0;
      }
      if ((nextCosts[j - 1] ?? 0) + 1 < cost) {
        cost = (nextCosts[j - 1] ?? 0) + 1;
        start = nextStarts[j - 1] ?? 0;
      }
      nextCosts[j] = cost;
      nextStarts[j] = start;
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  const end = costs.reduce((best, cost, j) => (cost < (costs[best] ?? 0) ? j : best), 0);
  return { stretch: text.slice(starts[end], end), distance: costs[end] ?? found.length };
}

function ranked(found: string, candidates: Iterable<string>): { name: string; distance: number }[] {
  return [...candidates]
    .map((name) => ({ name, distance: distance(found.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
}
