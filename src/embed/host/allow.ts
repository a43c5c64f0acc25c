/** Which addresses may be framed: an author's markup must not win back a frame that the CMS took away. */

/** The addresses of sites, each with a slash at the end. */
export type Bases = readonly string[];

export interface Place {
  /** The whole address. */
  readonly address: string;
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
  const own = /^.*\/(?=embed\/v1\.m?js)/.exec(script);
  return [...(own ?? []), ...allow.split(/\s+/)]
    .filter(Boolean)
    .map((base) => whole(base).replace(/\/*$/, '/'));
}

/** Where an address lies; undefined unless it is the address of a frame under one of the bases. */
export function placeOf(given: string | null | undefined, bases: Bases): Place | undefined {
  const address = whole(given ?? '');
  for (const base of bases) {
    const [, edition = '', part] = /^(v\/[^/]+\/)?embed\/([^?#]+)/.exec(address.slice(base.length)) ?? [];
    if (part && address.startsWith(base)) return { address, site: base + edition, part };
  }
  return undefined;
}

/** What a link to an address would lead to; links put up with whatever is written. */
function whole(href: string): string {
  return Object.assign(document.createElement('a'), { href }).href;
}
