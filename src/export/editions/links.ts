/** Where a relative address of a page leads within the site. */
import { posix } from 'node:path';

export interface Target {
  /** The file in the site, `chapters/one/index.html`. */
  readonly path: string;
  /** Query and fragment, with their signs; empty where there are none. */
  readonly rest: string;
}

/**
 * @param page the file that holds the address, from the site's root
 * @returns where it leads; undefined for what lies on the same page, in another site or in the address itself
 */
export function targetOf(page: string, address: string): Target | undefined {
  if (address === '' || /^([a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(address)) return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const place = posix.join(posix.dirname(page), decodeURI(path));
  const file =
    place === '.' || place === './' ? 'index.html' : place.endsWith('/') ? `${place}index.html` : place;
  return { path: file, rest };
}

/** The way from one file of the site to another. */
export function wayTo(from: string, to: string): string {
  const way = encodeURI(posix.relative(posix.dirname(from), to));
  return way.startsWith('.') ? way : `./${way}`;
}

/** The address of a file of the site on the web. */
export const onSite = (site: string, { path, rest }: Target): string =>
  `${site}/${encodeURI(path.replace(/(^|\/)index\.html$/, '$1'))}${rest}`;

/**
 * The anchor on a page of what lies elsewhere in the site, if the page holds it too.
 *
 * @param page the page's file
 * @param ids all anchors of the page
 */
export function placeOnPage(
  { path, rest }: Target,
  page: string,
  ids: ReadonlySet<string>,
): string | undefined {
  const [, anchor] = /^#(.+)$/.exec(rest) ?? [];
  const [, chapter] = /^chapters\/([^/]+)\/index\.html$/.exec(path) ?? [];
  const candidates = [
    ...(anchor === undefined ? [] : [anchor, path === 'sources/index.html' ? `note-${anchor}` : '']),
    ...(chapter === undefined ? [] : [chapter]),
    ...(path === page && rest === '' ? ['top'] : []),
  ];
  return candidates.find((id) => id !== '' && ids.has(id));
}
