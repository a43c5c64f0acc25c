/** Edits of finished HTML by attribute and text ranges, so that everything else keeps its bytes. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** A piece of text to be put in the place of `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All elements of a document in order. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      found.push(node);
      visit('content' in node ? node.content.childNodes : node.childNodes);
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true }).childNodes);
  return found;
}

/** The text inside an element as it stands in the source, with its place. */
export function innerRange(element: Element): { start: number; end: number } | undefined {
  const place = element.sourceCodeLocation;
  if (!place?.startTag || !place.endTag) return undefined;
  return { start: place.startTag.endOffset, end: place.endTag.startOffset };
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** Applies edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
