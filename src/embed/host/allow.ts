/** Which addresses may be framed: an author's markup must not win back a frame that the CMS took away. */

/** The addresses of sites, each with a slash at the end. */
export type Bases = readonly string[];

export interface Place {
  /** The whole address. */
  readonly address: string;
  readonly origin: string;
  /** The site or its edition, with a slash at the end. */
  readonly site: string;
  /** What of it is embedded: `story/`, `chapters/{chapter}/`, `figures/{figure}/`. */
  readonly part: string;
}

/**
 * @param script the address of the loader, `{base}embed/v1.js`; one that lies elsewhere stands for no site
 * @param allow addresses of sites, between spaces
 */
export function basesOf(script: string, allow = ''): Bases {
  const own = /^.*\/(?=embed\/v1\.m?js)/.exec(script)?.[0];
  return `${own ?? ''} ${allow}`
    .split(/\s+/)
    .filter(Boolean)
    .map((base) => linkTo(base).href.replace(/\/*$/, '/'));
}

/** Where an address lies; undefined unless it is the address of a frame under one of the bases. */
export function placeOf(given: string | null | undefined, bases: Bases): Place | undefined {
  const { href: address, origin } = linkTo(given ?? '');
  for (const base of bases) {
    const [, edition = '', part] = /^(v\/[^/]+\/)?embed\/([^?#]+)/.exec(address.slice(base.length)) ?? [];
    if (part && address.startsWith(base)) return { address, origin, site: base + edition, part };
  }
  return undefined;
}

/** A link knows where an address would lead, and puts up with whatever is written. */
function linkTo(href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  return link;
}
