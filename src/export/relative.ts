/** Addresses from the site's root made relative to the page, so that the site works at every sub-path. */
import { applyEdits, elementsOf, innerRange, type Edit } from './html.ts';

const ADDRESS_ATTRIBUTES = [
  'href',
  'src',
  'poster',
  'data',
  'action',
  'component-url',
  'renderer-url',
  'before-hydration-url',
];
const LIST_ATTRIBUTES = ['srcset', 'imagesrcset'];

/**
 * Makes a page's addresses relative.
 *
 * @param html the finished page
 * @param root the way from the page to the site's root: `./`, `../` …
 * @returns the page with every address that began with a single slash, in attributes and in inline styles, rewritten
 */
export function relativeAddresses(html: string, root: string): string {
  const edits: Edit[] = [];
  for (const element of elementsOf(html)) {
    for (const { name, value } of element.attrs) {
      const place = element.sourceCodeLocation?.attrs?.[name];
      if (!place) continue;
      const next = ADDRESS_ATTRIBUTES.includes(name)
        ? fromRoot(value, root)
        : LIST_ATTRIBUTES.includes(name)
          ? value.replace(/(^|,\s*)(\/(?!\/))/g, `$1${root}`)
          : value;
      if (next === value) continue;
      edits.push({ start: place.startOffset, end: place.endOffset, text: `${name}="${escapeValue(next)}"` });
    }
    if (element.tagName === 'style') {
      const range = innerRange(element);
      if (!range) continue;
      const css = html.slice(range.start, range.end);
      edits.push({ ...range, text: relativeUrls(css, root) });
    }
  }
  return applyEdits(html, edits);
}

/** The same for the `url()` of a style sheet. */
export function relativeUrls(css: string, root: string): string {
  return css.replace(/url\((['"]?)\/(?!\/)/g, `url($1${root}`);
}

const fromRoot = (address: string, root: string) =>
  /^\/(?!\/)/.test(address) ? root + address.slice(1) : address;

const escapeValue = (value: string) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
