/** Which addresses may be framed: an author's markup must not win back a frame that the CMS took away. */

/** The addresses of sites, each with a slash at the end. */
export type Bases = readonly string[];

/**
 * @param script the address of the loader, `{base}embed/v1.js`; one that lies elsewhere stands for no site
 * @param allow addresses of sites, between spaces
 */
export function basesOf(script: string, allow = ''): string[] {
  // One that names nothing at all ends here.
  const named = (script.replace(/(embed\/v1\..*)?$/, ' ') + allow).match(/\S+/g) as string[];
  return named.map((base) => linkTo(base).href.replace(/\/*$/, '/'));
}

/** The whole of an address; undefined unless it is that of a frame under one of the bases. */
export function frameAt(given: string | null | undefined, bases: Bases): string | undefined {
  const { href } = linkTo(given as string);
  // What does not begin with the base keeps its scheme in front, and neither encoded slashes nor dots lead out of it.
  return bases.some((base) => /^(v\/[\w.+-]+\/)?embed\/[\w/-]+([?#]|$)/.test(href.replace(base, '')))
    ? href
    : undefined;
}

/** A link knows where an address would lead, and puts up with whatever is written. */
export const linkTo = (href: string) => Object.assign(document.createElement('a'), { href });
