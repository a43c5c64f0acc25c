/** Pages to draw stills from. */
import { attribute, elementsOf, innerRange } from '../../../../src/export/html.ts';
import { Sheet } from '../../../../src/export/stills/sheet.ts';
import { Looks } from '../../../../src/export/stills/style.ts';
import type { Element } from '../../../../src/export/stills/selector.ts';

/** A page with one style sheet after the other, and one figure after the other. */
export function pageOf(styles: readonly string[], figures: string): string {
  const sheets = styles.map((css) => `<style>${css}</style>`).join('');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${sheets}</head><body>${figures}</body></html>`;
}

/** The element of a page with an id, and what its style sheets say. */
export function find(html: string, id: string): { element: Element; sheet: Sheet } {
  const elements = elementsOf(html);
  const element = elements.find((each) => attribute(each, 'id') === id);
  if (!element) throw new Error(`no #${id}`);
  const styles = elements
    .filter(({ tagName }) => tagName === 'style')
    .flatMap((style) => innerRange(style) ?? []);
  return { element, sheet: new Sheet(styles.map(({ start, end }) => html.slice(start, end))) };
}

/** The computed style of the element with the id `it`, in both themes. */
export function looked(styles: readonly string[], body: string, view = { window: 1440, frame: 820 }) {
  const { element, sheet } = find(pageOf(styles, body), 'it');
  return new Looks(sheet, view).of(element);
}
