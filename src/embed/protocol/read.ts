/** Reads single fields of what came from the other side: each gives back something believable, or undefined. */
import { TEXT_MOST } from './limits.ts';

/** The fields of something unknown; none unless it is an object. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(data: unknown): Fields {
  return typeof data === 'object' && data !== null ? (data as Fields) : {};
}

/** A finite number, brought into its limits; undefined where it is none. */
export function number(value: unknown, least: number, most: number): number | undefined {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value as number)) : undefined;
}

/** A whole number within its limits: one outside counts nothing and is not brought in. */
export function count(value: unknown, least: number, most: number): number | undefined {
  const near = number(value, least, most);
  return Number.isInteger(value) && near === value ? near : undefined;
}

/** A text of bearable length. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= TEXT_MOST ? value : undefined;
}

/** A chapter's or step's id, or the anchor of one: small letters, digits and hyphens. */
export function anchor(value: unknown): string | undefined {
  return /^[a-z\d-]+$/.test(text(value) ?? '') ? (value as string) : undefined;
}

/** One of the given words. */
export function oneOf<Word extends string | number>(
  value: unknown,
  words: readonly Word[],
): Word | undefined {
  return words.find((word) => word === value);
}
