/** Lengths of style sheets as numbers. */

/** What lengths may depend on, px. */
export interface Measures {
  /** The type size here and at the root. */
  readonly em: number;
  readonly rem: number;
  /** The window's width. */
  readonly window: number;
}

/**
 * A length in px: a number with a unit, or a sum of such (`calc`, `clamp`, `min`, `max`).
 *
 * @returns NaN for anything else
 */
export function toPx(text: string, measures: Measures): number {
  const tokens = text.trim().match(/-?[\d.]+(?:e[-+]?\d+)?(?:[a-z]+|%)?|[a-z]+\(|[()+*/,-]/gi) ?? [];
  if (tokens.join('') !== text.replace(/\s/g, '')) return NaN;
  const reader = { tokens, at: 0 };
  const value = sum(reader, measures);
  return reader.at === tokens.length ? value : NaN;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function sum(reader: Reader, measures: Measures): number {
  let value = product(reader, measures);
  for (let sign = reader.tokens[reader.at]; sign === '+' || sign === '-'; sign = reader.tokens[reader.at]) {
    reader.at++;
    const next = product(reader, measures);
    value += sign === '+' ? next : -next;
  }
  return value;
}

function product(reader: Reader, measures: Measures): number {
  let value = single(reader, measures);
  for (let sign = reader.tokens[reader.at]; sign === '*' || sign === '/'; sign = reader.tokens[reader.at]) {
    reader.at++;
    const next = single(reader, measures);
    value = sign === '*' ? value * next : value / next;
  }
  return value;
}

function single(reader: Reader, measures: Measures): number {
  const token = reader.tokens[reader.at++] ?? '';
  if (!token.endsWith('(')) return unit(token, measures);
  const list = [sum(reader, measures)];
  while (reader.tokens[reader.at] === ',') {
    reader.at++;
    list.push(sum(reader, measures));
  }
  if (reader.tokens[reader.at++] !== ')') return NaN;
  const [first = NaN, second = NaN, third = NaN] = list;
  switch (token) {
    case 'clamp(':
      return Math.max(first, Math.min(second, third));
    case 'min(':
      return Math.min(...list);
    case 'max(':
      return Math.max(...list);
    case 'calc(':
    case '(':
      return first;
    default:
      return NaN;
  }
}

function unit(token: string, { em, rem, window }: Measures): number {
  const [, number = '', name = ''] = /^(-?[\d.]+(?:e[-+]?\d+)?)([a-z]+|%)?$/i.exec(token) ?? [];
  const factors: Readonly<Record<string, number>> = {
    '': 1,
    px: 1,
    em,
    rem,
    '%': em / 100,
    vw: window / 100,
  };
  return number === '' ? NaN : Number(number) * (factors[name] ?? NaN);
}
