/**
 * A value that the checks have made certain.
 *
 * @throws Error if it is missing after all: a story with a gap is never published
 */
export function sure<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing, and the check did not say so.`);
  return value;
}
