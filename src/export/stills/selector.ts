/** Whether an element of a page is what a selector means, as long as nobody touches it. */
import { parse, type AttributeSelector, type PseudoSelector, type Selector } from 'css-what';
import { attribute } from '../html.ts';
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

/** A selector without commas, ready to be used. */
export interface CompiledSelector {
  readonly matches: (element: Element) => boolean;
  /** Ids, classes and tags as one number, a thousand to each. */
  readonly specificity: number;
  /** What an element must have, `.class` or a tag's name; empty if anything will do. */
  readonly key: string;
}

/** @param text selectors, with commas between them; those for pseudo-elements are left out */
export function compile(text: string): CompiledSelector[] {
  return parse(text)
    .filter((tokens) => !tokens.some(({ type }) => type === 'pseudo-element'))
    .map((tokens) => ({
      matches: (element: Element) => matches(element, tokens),
      specificity: specificity(tokens),
      key: keyOf(tokens),
    }));
}

export function classes(element: Element): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
}

export function parentOf(element: Element): Element | undefined {
  const parent = element.parentNode;
  return parent && 'tagName' in parent ? parent : undefined;
}

export function childrenOf(element: Element): Element[] {
  return element.childNodes.filter((child): child is Element => 'tagName' in child);
}

/** All elements in an element, in order. */
export function within(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => [child, ...within(child)]);
}

/** From the last compound to the first: `end` is where the part that is left ends. */
function matches(element: Element, tokens: readonly Selector[], end = tokens.length): boolean {
  const start = tokens.findLastIndex((token, index) => index < end && isCombinator(token)) + 1;
  if (!tokens.slice(start, end).every((token) => matchesSimple(element, token))) return false;
  if (start === 0) return true;
  return candidates(element, tokens[start - 1]?.type ?? '').some((each) => matches(each, tokens, start - 1));
}

const COMBINATORS = ['descendant', 'child', 'adjacent', 'sibling', 'parent', 'column-combinator'];
const isCombinator = ({ type }: Selector) => COMBINATORS.includes(type);

/** The elements that what stands before a combinator may mean. */
function candidates(element: Element, combinator: string): Element[] {
  const parent = parentOf(element);
  if (combinator === 'child') return parent ? [parent] : [];
  if (combinator === 'descendant') {
    const ancestors: Element[] = [];
    for (let at = parent; at; at = parentOf(at)) ancestors.push(at);
    return ancestors;
  }
  const siblings = siblingsOf(element);
  const before = siblings.slice(0, siblings.indexOf(element));
  return combinator === 'adjacent' ? before.slice(-1) : combinator === 'sibling' ? before : [];
}

const siblingsOf = (element: Element) => {
  const parent = parentOf(element);
  return parent ? childrenOf(parent) : [element];
};

function matchesSimple(element: Element, token: Selector): boolean {
  if (token.type === 'universal') return true;
  if (token.type === 'tag') return element.tagName.toLowerCase() === token.name.toLowerCase();
  if (token.type === 'attribute') return matchesAttribute(element, token);
  return token.type === 'pseudo' && matchesPseudo(element, token);
}

function matchesAttribute(
  element: Element,
  { name, action, value: wanted, ignoreCase }: AttributeSelector,
): boolean {
  const found = attribute(element, name);
  if (found === undefined) return action === 'not';
  const fold = (text: string) => (ignoreCase === true ? text.toLowerCase() : text);
  const [value, want] = [fold(found), fold(wanted)];
  switch (action) {
    case 'exists':
      return true;
    case 'equals':
      return value === want;
    case 'not':
      return value !== want;
    case 'element':
      return value.split(/\s+/).includes(want);
    case 'hyphen':
      return value === want || value.startsWith(`${want}-`);
    case 'start':
      return want !== '' && value.startsWith(want);
    case 'end':
      return want !== '' && value.endsWith(want);
    default:
      return want !== '' && value.includes(want);
  }
}

/** States that only a reader brings about are never on. */
function matchesPseudo(element: Element, { name, data }: PseudoSelector): boolean {
  if (Array.isArray(data)) {
    if (name === 'is' || name === 'where' || name === 'matches')
      return data.some((each) => matches(element, each));
    if (name === 'not') return !data.some((each) => matches(element, each));
    if (name === 'has') return data.some((each) => has(element, each));
    return false;
  }
  const place = siblingsOf(element).indexOf(element) + 1;
  const count = siblingsOf(element).length;
  switch (name) {
    case 'root':
      return parentOf(element) === undefined;
    case 'first-child':
      return place === 1;
    case 'last-child':
      return place === count;
    case 'only-child':
      return count === 1;
    case 'nth-child':
      return isNth(place, data ?? '');
    case 'nth-last-child':
      return isNth(count - place + 1, data ?? '');
    case 'empty':
      return element.childNodes.every((child) => child.nodeName === '#comment');
    case 'any-link':
    case 'link':
      return element.tagName === 'a' && attribute(element, 'href') !== undefined;
    default:
      return false;
  }
}

/** A relative selector: children and descendants only. */
function has(element: Element, tokens: readonly Selector[]): boolean {
  const [first, ...rest] = tokens;
  if (first?.type === 'child') return childrenOf(element).some((child) => matches(child, rest));
  const inner = first?.type === 'descendant' ? rest : tokens;
  return within(element).some((each) => matches(each, inner));
}

function isNth(place: number, formula: string): boolean {
  const text = formula.replace(/\s/g, '').replace('even', '2n').replace('odd', '2n+1');
  const [, step, offset] = /^(?:([+-]?\d*)n)?([+-]?\d+)?$/.exec(text) ?? [];
  const a = step === undefined ? 0 : /\d/.test(step) ? Number(step) : Number(`${step}1`);
  const b = Number(offset ?? 0);
  return a === 0 ? place === b : (place - b) % a === 0 && (place - b) / a >= 0;
}

function keyOf(tokens: readonly Selector[]): string {
  const last = tokens.slice(tokens.findLastIndex(isCombinator) + 1);
  for (const token of last) {
    if (token.type === 'attribute' && token.name === 'class' && token.action === 'element')
      return `.${token.value}`;
  }
  const tag = last.find((token) => token.type === 'tag');
  return tag?.type === 'tag' ? tag.name : '';
}

function specificity(tokens: readonly Selector[]): number {
  return tokens.reduce((sum, token) => sum + weight(token), 0);
}

function weight(token: Selector): number {
  if (token.type === 'tag') return 1;
  if (token.type === 'attribute') return token.name === 'id' && token.action === 'equals' ? 1e6 : 1e3;
  if (token.type !== 'pseudo' || token.name === 'where') return 0;
  return Array.isArray(token.data) ? Math.max(0, ...token.data.map(specificity)) : 1e3;
}
