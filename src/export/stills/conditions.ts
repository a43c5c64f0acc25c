/** Whether the conditions of a style sheet (`@media`, `@container`, `@supports`) hold where a still is drawn. */

/** Where a still is seen. */
export interface View {
  readonly theme: 'light' | 'dark';
  /** The widths of the window and of the figure's frame, in px. */
  readonly window: number;
  readonly frame: number;
}

export interface Condition {
  readonly kind: 'media' | 'container' | 'supports';
  readonly query: string;
}

/** A still moves nothing, answers nobody and is seen on a screen tall enough. */
const FEATURES: Readonly<Record<string, string>> = {
  'prefers-reduced-motion': 'reduce',
  'prefers-contrast': 'no-preference',
  'forced-colors': 'none',
  hover: 'none',
  pointer: 'none',
  orientation: 'landscape',
};
const HEIGHT = 900; // px

export function holds({ kind, query }: Condition, view: View): boolean {
  if (kind === 'supports') return true;
  const width = kind === 'media' ? view.window : view.frame;
  const sizes: Readonly<Record<string, number>> = { width, 'inline-size': width, height: HEIGHT };
  const features: Readonly<Record<string, string>> = { ...FEATURES, 'prefers-color-scheme': view.theme };
  return split(query, ',').some((each) => alternatives(each, sizes, features));
}

type Sizes = Readonly<Record<string, number>>;
type Features = Readonly<Record<string, string>>;

function alternatives(query: string, sizes: Sizes, features: Features): boolean {
  return split(query, ' or ').some((each) =>
    split(each, ' and ').every((part) => {
      const negated = /^not\b/.test(part);
      return term(part.replace(/^(?:not|only)\b\s*/, ''), sizes, features) !== negated;
    }),
  );
}

function term(part: string, sizes: Sizes, features: Features): boolean {
  // A container's name may stand before its conditions: a figure has one container.
  const inner = /^(?:[\w-]+\s+)?\(([\s\S]*)\)$/.exec(part)?.[1]?.trim();
  if (inner === undefined) return part !== 'print' && !part.includes('(');
  if (/[(]|\b(?:and|or|not)\b/.test(inner)) return alternatives(inner, sizes, features);
  return feature(inner, sizes, features);
}

function feature(text: string, sizes: Sizes, features: Features): boolean {
  const range = /^(?:([\d.]+\w*)\s*([<>]=?|=)\s*)?([a-z-]+)(?:\s*([<>]=?|=)\s*([\d.]+\w*))?$/.exec(text);
  if (range && (range[1] ?? range[5]) !== undefined) {
    const [, low, first = '', name = '', second = '', high] = range;
    const size = sizes[name] ?? NaN;
    return (
      (low === undefined || compare(px(low), first, size)) &&
      (high === undefined || compare(size, second, px(high)))
    );
  }
  const [name = '', value = ''] = text.split(':').map((each) => each.trim());
  const bound = /^(min|max)-(.+)$/.exec(name);
  if (bound) return compare(sizes[bound[2] ?? ''] ?? NaN, bound[1] === 'min' ? '>=' : '<=', px(value));
  return features[name] === value;
}

function compare(a: number, sign: string, b: number): boolean {
  if (sign === '<') return a < b;
  if (sign === '>') return a > b;
  if (sign === '<=') return a <= b;
  if (sign === '>=') return a >= b;
  return a === b;
}

function px(length: string): number {
  const value = Number.parseFloat(length);
  return /r?em$/.test(length) ? value * 16 : value;
}

/** Splits at a separator that is not inside brackets. */
export function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(from, at).trim());
      from = at + separator.length;
    }
  }
  return [...parts, text.slice(from).trim()];
}
