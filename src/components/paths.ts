/** Addresses within the site, all relative, so that it works wherever it lies. */

/**
 * The way from a page to the site's root.
 *
 * @param path the page's own address from the root, `/` or `/chapters/one/`
 * @returns `./`, `../`, `../../` …
 */
export function rootFrom(path: string): string {
  const depth = path.split('/').filter(Boolean).length;
  return depth === 0 ? './' : '../'.repeat(depth);
}

/** The anchor of a step on every page that holds it: `{chapter}-{step}`. */
export const stepAnchor = (key: string): string => key.replace('/', '-');

/** The anchor of a chapter's live plan, which no step of the chapter may have. */
export const liveAnchor = (chapter: string): string => `${chapter}-doors`;
