/** Reads single fields of what came from the other side: each gives back something believable, or undefined. */
import { TEXT_MOST } from './limits.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** @param fields the others of the message */
export type Read<Value> = (value: unknown, fields: Fields) => Value | undefined;

/** A finite number, brought into its limits; undefined where it is none. */
export const number = (least: number, most: number) => (value: unknown) =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, value as number)) : undefined;

/** A whole number within its limits: one outside counts nothing and is not brought in. */
export const count = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && number(least, most)(value) === value ? (value as number) : undefined;

/** A text of bearable length. */
export const text = (value: unknown) =>
  typeof value === 'string' && value.length <= TEXT_MOST ? value : undefined;

/** A chapter's or step's id, or the anchor of one: small letters, digits and hyphens. */
export const anchor = (value: unknown) =>
  /^[a-z\d-]+$/.test(text(value) ?? '') ? (value as string) : undefined;

/** One of the given words. */
export const oneOf =
  <Word extends string | number>(words: readonly Word[]) =>
  (value: unknown) =>
    words.find((word) => word === value);
