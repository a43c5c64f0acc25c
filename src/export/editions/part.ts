/** A chapter or a figure by itself, with what it needs. */
import { posix } from 'node:path';
import { headersFile } from '../hosting.ts';
import { applyEdits, attribute, elementsOf, innerRange, type Edit } from '../html.ts';
import { pack } from '../pack.ts';
import { withPolicy } from '../policy.ts';
import { changeAddresses } from './addresses.ts';
import { bytesOf, sorted, textOf, type Files } from './files.ts';
import { onSite, placeOnPage, targetOf, wayTo } from './links.ts';
import { isOffer, isPolicy, pageOf, without } from './page.ts';

const PAGE = 'index.html';

/** Shown for what is not there, and what that page finds the way home by. */
const MISSING = ['404.html', 'editions.json'];

/** The parts that a site can be taken apart into: `chapters/one`, `figures/two`. */
export const partsOf = (web: Files): string[] =>
  [...web.keys()].flatMap((path) => /^((?:chapters|figures)\/[^/]+)\/index\.html$/.exec(path)?.[1] ?? []);

/**
 * @param web the finished site
 * @param part one of its parts
 * @param site where the whole story is published; without it, what leads out of the part is plain text
 * @returns the part as a site of its own, its page at the root, with what hosts are promised of the whole
 */
export async function partOf(web: Files, part: string, site: string | undefined): Promise<Files> {
  const from = `${part}/index.html`;
  const html = without(pageOf(web, from), (each) => isPolicy(each) || isOffer(each));
  const ids = new Set(elementsOf(html).map((element) => attribute(element, 'id') ?? ''));
  const needed = new Set<string>();
  const linked = changeAddresses(html, (address, link) => {
    const target = targetOf(from, address);
    if (!target) return address;
    if (target.path.endsWith('.html') || !web.has(target.path)) {
      const here = placeOnPage(target, from, ids);
      return here === undefined ? site && onSite(site, target) : `#${here}`;
    }
    if (link && !web.has(target.path)) return site && onSite(site, target);
    needed.add(target.path);
    return wayTo(PAGE, target.path) + target.rest;
  });
  const styled = inStyles(linked, (address) => {
    const target = targetOf(from, address);
    if (!target || !web.has(target.path)) return address;
    needed.add(target.path);
    return wayTo(PAGE, target.path) + target.rest;
  });
  const page = bytesOf(withPolicy(styled));
  const { br, gz } = await pack(page);
  const files = new Map<string, Uint8Array>([
    [PAGE, page],
    [`${PAGE}.br`, br],
    [`${PAGE}.gz`, gz],
    ['_headers', bytesOf(headersFile([PAGE]))],
  ]);
  for (const path of sorted([...withModules(web, needed), ...MISSING])) {
    for (const each of [path, `${path}.br`, `${path}.gz`]) {
      const bytes = web.get(each);
      if (bytes) files.set(each, bytes);
    }
  }
  return files;
}

/** Changes the addresses in a page's styles. */
function inStyles(html: string, change: (address: string) => string): string {
  const edits: Edit[] = [];
  for (const element of elementsOf(html)) {
    const range = element.tagName === 'style' ? innerRange(element) : undefined;
    if (!range) continue;
    const text = html
      .slice(range.start, range.end)
      .replace(
        /url\((['"]?)([^'")]+)\1\)/g,
        (_, quote: string, url: string) => `url(${quote}${change(url)}${quote})`,
      );
    edits.push({ ...range, text });
  }
  return applyEdits(html, edits);
}

/** The files with all modules that they load, however far. */
function withModules(web: Files, paths: ReadonlySet<string>): Set<string> {
  const all = new Set(paths);
  for (const path of all) {
    if (!path.endsWith('.js')) continue;
    for (const [, name = ''] of textOf(web.get(path) ?? new Uint8Array()).matchAll(
      /["'`](\.\/[\w.-]+\.js)["'`]/g,
    )) {
      const found = posix.join(posix.dirname(path), name);
      if (web.has(found)) all.add(found);
    }
  }
  return all;
}
