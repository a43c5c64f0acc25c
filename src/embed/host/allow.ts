/** Which addresses may be framed: an author's markup must not win back a frame that the CMS took away. */

/** The addresses of sites, each with a slash at the end. */
export type Bases = readonly string[];

/**
 * @param script the address of the loader, `{base}embed/v1.js`; one that lies elsewhere stands for no site
 * @param allow addresses of sites, between spaces
 */
export function basesOf(script: string, allow = ''): Bases {
  const named = `${script.replace(/embed\/v1\.m?js.*/, '')} ${allow}`.match(/\S+/g) ?? [];
  return named.map((base) => linkTo(base).href.replace(/\/*$/, '/'));
}

/** The whole of an address; undefined unless it is that of a frame under one of the bases. */
export function frameAt(given: string | null | undefined, bases: Bases): string | undefined {
  const { href } = linkTo(given as string);
  return bases.some(
    (base) => href.startsWith(base) && /^(v\/[^/]+\/)?embed\/[^?#]/.test(href.slice(base.length)),
  )
    ? href
    : undefined;
}

/** A link knows where an address would lead, and puts up with whatever is written. */
export const linkTo = (href: string) => Object.assign(document.createElement('a'), { href });
