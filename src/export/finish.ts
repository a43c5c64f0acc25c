/** What is done to the finished build, file by file, before it is published. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { makeCards } from './cards.ts';
import { isForFrames, withLinksOut } from './frames.ts';
import { fillHeights } from './heights.ts';
import { frameSources, withPolicy } from './policy.ts';
import { relativeAddresses } from './relative.ts';
import { makeStills, type Stills } from './stills.ts';
import { withStills } from './stills/pages.ts';

/**
 * Finishes a build in place: stills and cards are drawn, the heights of frames
 * are worked out, addresses become relative, the checkout's path leaves the bytes, each
 * page gets its policy.
 *
 * @param dir the folder that the site generator wrote
 * @param site the address that the site will lie at, where it is known, with a slash at the end: only the pages for
 *   frames have to know it
 * @throws Error that names the page which could not be finished
 */
export async function finish(dir: string, site?: string): Promise<void> {
  const stills = await makeStills(dir);
  await makeCards(dir);
  fillHeights(dir);
  for (const path of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const file = join(dir, path);
    const page = relative(dir, file).split(sep).join('/');
    try {
      writeFileSync(file, finishPage(readFileSync(file, 'utf8'), page, stills, site));
    } catch (error) {
      throw new Error(`${page}: ${(error as Error).message}`, { cause: error });
    }
  }
}

/**
 * @param html a page as the site generator wrote it
 * @param page its path in the site, `chapters/one/index.html`
 * @param stills those of the site, by address
 * @param site the address that the site will lie at, with a slash at the end
 */
export function finishPage(html: string, page: string, stills: Stills = new Map(), site?: string): string {
  const depth = page.split('/').length - 1;
  const sized = withStills(isForFrames(page) ? withLinksOut(html) : html, stills);
  // The page for addresses that do not exist is served at any depth, and complete in itself.
  const placed =
    page === '404.html' ? sized : relativeAddresses(sized, depth === 0 ? './' : '../'.repeat(depth));
  return withPolicy(
    withoutIslandIds(placed),
    isForFrames(page) ? frameSources(site && new URL(site).origin) : undefined,
  );
}

/** An island's `uid` is a hash of the path that the site was built in; nothing reads it. */
const withoutIslandIds = (html: string) => html.replace(/(<astro-island\b[^>]*?) uid="[^"]*"/g, '$1');
