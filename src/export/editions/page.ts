/** What becomes of a page that is to work without a server. */
import { posix } from 'node:path';
import { applyEdits, attribute, elementsOf, innerRange, type Edit } from '../html.ts';
import { textOf, type Files } from './files.ts';

/** Takes out elements whole. */
export function without(
  html: string,
  unwanted: (element: ReturnType<typeof elementsOf>[number]) => boolean,
): string {
  const edits: Edit[] = [];
  let end = 0;
  for (const element of elementsOf(html)) {
    const place = element.sourceCodeLocation;
    if (!place || place.startOffset < end || !unwanted(element)) continue;
    end = place.endOffset;
    edits.push({ start: place.startOffset, end, text: '' });
  }
  return applyEdits(html, edits);
}

/** Whether an element loads or names what only a server can give. */
export function needsServer(element: Parameters<Parameters<typeof without>[1]>[0]): boolean {
  const rel = attribute(element, 'rel')?.split(' ') ?? [];
  if (element.tagName === 'script') return attribute(element, 'type') === 'module';
  if (element.tagName === 'link')
    return ['preload', 'modulepreload', 'prefetch', 'alternate'].some((each) => rel.includes(each));
  return isPolicy(element);
}

/** Whether an element carries the policy, which holds for the page as it was. */
export const isPolicy = (element: ReturnType<typeof elementsOf>[number]): boolean =>
  element.tagName === 'meta' && attribute(element, 'http-equiv') === 'content-security-policy';

/** Whether an element offers to embed what it stands beside, which only the site on the web can. */
export const isOffer = (element: ReturnType<typeof elementsOf>[number]): boolean =>
  attribute(element, 'data-offer') !== undefined;

/** Puts text right after the opening of the head's character set, before everything that it governs. */
export function afterCharset(html: string, text: string): string {
  return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (tag) => tag + text);
}

export const beforeBodyEnd = (html: string, text: string): string => {
  const at = html.lastIndexOf('</body>');
  if (at < 0) throw new Error('The page has no end.');
  return html.slice(0, at) + text + html.slice(at);
};

/** Only rules with files: what stands in for them until they arrive lies in the reader's system. */
const FONT_FACE = /@font-face\s*\{[^{}]*\}/g;
const FONT_URL = /url\((['"]?)([^'")]+\.woff2)\1\)/g;

/**
 * Takes the fonts out of a page's styles.
 *
 * @returns the page, and the rules that it had, with the font files in them
 */
export function takeFonts(html: string, files: Files): { html: string; fonts: string } {
  const edits: Edit[] = [];
  const rules: string[] = [];
  for (const element of elementsOf(html)) {
    const range = element.tagName === 'style' ? innerRange(element) : undefined;
    if (!range) continue;
    const css = html.slice(range.start, range.end);
    const rest = css.replace(FONT_FACE, (rule) => {
      if (!rule.includes('url(')) return rule;
      rules.push(withFonts(rule, files));
      return '';
    });
    if (rest !== css) edits.push({ ...range, text: rest });
  }
  return { html: applyEdits(html, edits), fonts: rules.join('') };
}

/** Font files are told apart by their names, which carry hashes. */
function withFonts(rule: string, files: Files): string {
  return rule.replace(FONT_URL, (_, _quote, url: string) => {
    const path = [...files.keys()].find((each) => posix.basename(each) === posix.basename(url));
    const bytes = path === undefined ? undefined : files.get(path);
    if (!bytes) throw new Error(`There is no font ${url} in the site.`);
    return `url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')})`;
  });
}

/** A page of a site as text. */
export function pageOf(files: Files, path: string): string {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`There is no ${path} in the site.`);
  return textOf(bytes);
}
