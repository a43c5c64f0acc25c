/**
 * Places labels in a column beside an upright axis so that none covers another and none leaves the frame. Where there
 * is no room for all, the later ones in the list are left out.
 */

/** A label in a column beside an upright axis. */
export interface ColumnLabel {
  readonly id: string;
  /** Where its mark lies, px along the axis. */
  readonly at: number;
  readonly height: number;
  /** px from the label's beginning to the line that should be level with its mark. */
  readonly level: number;
}

/** The room for labels in a column, px along the axis. */
export interface Column {
  readonly start: number;
  readonly end: number;
  /** px between labels. */
  readonly gap: number;
}

/**
 * Places labels in a column, in the order of their marks and as near to them as they can all be at once.
 *
 * @param labels the most important first
 * @returns where each begins, px along the axis; those that found a place, in the order of their marks
 */
export function placeColumn(
  labels: readonly ColumnLabel[],
  column: Column,
): { readonly id: string; readonly start: number }[] {
  const kept: { label: ColumnLabel; rank: number }[] = [];
  let used = -column.gap;
  for (const [rank, label] of labels.entries()) {
    if (used + column.gap + label.height > column.end - column.start) continue;
    used += column.gap + label.height;
    kept.push({ label, rank });
  }
  kept.sort((a, b) => a.label.at - b.label.at || a.rank - b.rank);
  // With the heights before each taken off, "none overlaps" becomes "none comes before its predecessor".
  let before = 0;
  const offsets = kept.map(({ label }) => {
    const offset = before;
    before += label.height + column.gap;
    return offset;
  });
  const wishes = kept.map(({ label }, i) => label.at - label.level - (offsets[i] ?? 0));
  const latest = column.end - column.start - used;
  return rising(wishes).map((start, i) => ({
    id: kept[i]?.label.id ?? '',
    start: column.start + Math.min(Math.max(start - column.start, 0), latest) + (offsets[i] ?? 0),
  }));
}

/** The rising row of numbers that is nearest to `wishes` in the sum of squares (pool adjacent violators). */
export function rising(wishes: readonly number[]): number[] {
  const pools: { sum: number; size: number }[] = [];
  for (const wish of wishes) {
    let pool = { sum: wish, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, size }) => new Array<number>(size).fill(sum / size));
}
