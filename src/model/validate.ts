/** Holds a YAML document against a schema and says what is wrong in an editor's words. */
import { z } from 'zod';
import { nearest, notOneOf } from './nearest.ts';
import type { YamlDocument } from './yaml.ts';
import { valueAt } from './yaml.ts';

/**
 * The document's value as its schema reads it; undefined, and every mistake reported, where it does not hold.
 *
 * @param noun what the value is called where no key names it, such as `event`
 */
export function validate<T>(schema: z.ZodType<T>, doc: YamlDocument, noun: string): T | undefined {
  const result = schema.safeParse(doc.value, { error: complaint });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code === 'unrecognized_keys') {
      const messages = issue.message.split('\n');
      issue.keys.forEach((key, index) => {
        doc.report(doc.keyAt([...path, key]), messages[index] ?? `unknown key "${key}"`);
      });
      continue;
    }
    if (issue.code === 'invalid_key') {
      doc.report(doc.keyAt(path), `key ${issue.message}`);
      continue;
    }
    const field = path.findLast((key) => typeof key === 'string') ?? noun;
    const missing = valueAt(doc.value, path) === undefined;
    doc.report(missing ? doc.at(path.slice(0, -1)) : doc.at(path), `${field} ${issue.message}`);
  }
  return undefined;
}

/**
 * An object that takes the keys of its shape and no other.
 *
 * `z.strictObject` names an unknown key but not those it knows; here each unknown key has a line of its own in the
 * issue's message, with the nearest that is known.
 */
export function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, Object.keys(shape))).join('\n')
        : undefined,
  });
}

/** The complaint about a key that means nothing here. */
export function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant === undefined
    ? `unknown key "${key}"; known here: ${known.join(', ') || 'none'}`
    : `unknown key "${key}" (did you mean "${meant}"?)`;
}

/** What was found, short enough for a message. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 59)}…` : value}"`;
  return String(value);
}

const expectations: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

/** A complaint that follows the field's name: `is missing; expected text`. */
function complaint(issue: z.core.$ZodRawIssue): string {
  const { input } = issue;
  switch (issue.code) {
    case 'invalid_type': {
      const expected = expectations[issue.expected] ?? issue.expected;
      if (input === undefined) return `is missing; expected ${expected}`;
      const quotes = expected === 'text' && typeof input !== 'object' ? '; put it in quotes' : '';
      return `is ${show(input)}; expected ${expected}${quotes}`;
    }
    case 'invalid_value':
      if (input === undefined) return `is missing; expected one of ${issue.values.join(', ')}`;
      return notOneOf('', String(input), issue.values.map(String)).trimStart();
    case 'too_small':
      if (issue.origin === 'string') return 'is empty; expected text';
      if (issue.origin === 'array') return `has too few entries; expected at least ${issue.minimum}`;
      return `is ${show(input)}; expected at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') {
        return `has ${String(input).length} characters; expected at most ${issue.maximum}`;
      }
      if (issue.origin === 'array') return `has too many entries; expected at most ${issue.maximum}`;
      return `is ${show(input)}; expected at most ${issue.maximum}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'has a key that is not allowed';
    default:
      return issue.message ?? `is not as expected (${issue.code})`;
  }
}
