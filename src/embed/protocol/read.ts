/** Reads single fields of what came from the other side: each gives back something believable, or undefined. */
import { TEXT_MOST } from './limits.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A finite number is brought within limits; null passes where it is one of them, and only whole ones where told. */
export type Limits = readonly [least: number | null, most: number, whole?: boolean];

/** What a field may hold: a number within limits, or a text that a pattern fits. */
export type Shape = Limits | RegExp;

export const read = (shape: Shape, value: unknown) => {
  if (!Array.isArray(shape)) return isText(value) && (shape as RegExp).test(value) ? value : undefined;
  const [least, most, whole] = shape as Limits;
  if (value === null && value === least) return value;
  return Number.isFinite(value) && !(whole && (value as number) % 1)
    ? Math.min(most, Math.max(least ?? 0, value as number))
    : undefined;
};

/** A text of bearable length. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= TEXT_MOST;
