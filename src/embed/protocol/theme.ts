/** What of its looks a story lets its host set: a few names, and values that can do nothing but colour and letter. */
import { VALUES_MOST } from './limits.ts';
import type { ThemeValues } from './messages.ts';
import { isText } from './read.ts';

/** The custom properties that a host may set; beside them one `--side-{side}` for each side of the story. */
export const PROPERTIES = [
  '--sheet',
  '--ink',
  '--mute',
  '--rule',
  '--hot',
  '--font-text',
  '--font-label',
] as const;

const COLOUR_FUNCTION = /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([\w\s.,%/+-]+\)$/i;
const COLOUR = /^(#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]+)$/i;
/** Families, quoted or not, between commas. */
const FAMILIES = /^(("[\p{L}\d .'-]+"|'[\p{L}\d ."-]+'|[\p{L}\d][\p{L}\d -]*)(\s*,\s*|$))+$/u;
/** These would not be a value but take one away. */
const KEYWORDS = /^(initial|inherit|unset|revert|revert-layer)$/i;

/** Whether a host may set a custom property of this name. */
export function isProperty(name: string): boolean {
  return (PROPERTIES as readonly string[]).includes(name) || /^--side-[a-z\d-]+$/.test(name);
}

/** Whether a value is a colour, or for `--font-…` a list of families, and nothing else. */
export function isHarmless(name: string, value: string): boolean {
  if (KEYWORDS.test(value)) return false;
  return name.startsWith('--font-')
    ? FAMILIES.test(value) && !value.endsWith(',')
    : COLOUR.test(value) || COLOUR_FUNCTION.test(value);
}

/** The values of a host that a story can take on; whatever else it sent is left out. */
export function parseValues(data: unknown): ThemeValues {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(data ?? {}).slice(0, VALUES_MOST)) {
    const trimmed = isText(value) ? value.trim() : '';
    if (trimmed && isProperty(name) && isHarmless(name, trimmed)) values[name] = trimmed;
  }
  return values;
}
