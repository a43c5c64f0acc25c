/** The addresses of a page, in its attributes and in the data of its islands, each given another. */
import { applyEdits, attribute, elementsOf, innerRange, type Edit } from '../html.ts';

/**
 * What becomes of an address.
 *
 * @param address relative to the page, or to another site
 * @param link whether a reader follows it; else the page itself needs what lies there
 * @returns the new address; undefined where there is nothing to lead to: what was a link is then plain text
 */
export type Change = (address: string, link: boolean) => string | undefined;

const ATTRIBUTES = ['href', 'src', 'poster', 'data', 'component-url', 'renderer-url', 'before-hydration-url'];
/** Elements whose address a reader follows, and what the others that are only named by a page are to it. */
const LINKS = ['a', 'area'];
const NAMED = ['alternate', 'canonical', 'next', 'prev', 'license', 'author', 'help'];
/** In data only what begins like this is an address. */
const RELATIVE = /^\.\.?\//;

/** @param html a finished page, whose addresses are relative */
export function changeAddresses(html: string, change: Change): string {
  const edits: Edit[] = [];
  for (const element of elementsOf(html)) {
    const rel = attribute(element, 'rel')?.split(' ') ?? [];
    const link =
      LINKS.includes(element.tagName) ||
      (element.tagName === 'link' && rel.some((each) => NAMED.includes(each)));
    for (const { name, value } of element.attrs) {
      const place = element.sourceCodeLocation?.attrs?.[name];
      if (!place) continue;
      const edit = (next: string | undefined) => {
        if (next === value) return;
        const text = next === undefined ? '' : `${name}="${escapeValue(next)}"`;
        edits.push({ start: place.startOffset, end: place.endOffset, text });
      };
      if (ATTRIBUTES.includes(name)) edit(change(value, link));
      if (name === 'srcset') edit(changeList(value, change));
      if (name === 'props') edit(changeData(value, change));
    }
    const range = isData(element) ? innerRange(element) : undefined;
    if (!range) continue;
    const text = changeData(html.slice(range.start, range.end), change).replaceAll('<', '\\u003c');
    edits.push({ ...range, text });
  }
  return applyEdits(html, edits);
}

const isData = (element: ReturnType<typeof elementsOf>[number]) =>
  element.tagName === 'script' && attribute(element, 'type') === 'application/json';

const changeList = (list: string, change: Change) =>
  list
    .split(/,\s+/)
    .map((each) => {
      const [address = '', ...rest] = each.trim().split(/\s+/);
      return [change(address, false) ?? address, ...rest].join(' ');
    })
    .join(', ');

/** JSON, with each text in it that is a relative address changed; one that leads nowhere becomes null. */
function changeData(json: string, change: Change): string {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return RELATIVE.test(value) ? (change(value, true) ?? null) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return JSON.stringify(walk(JSON.parse(json)));
}

const escapeValue = (value: string) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
