/** What servers are to say with each file, and the files `_headers` and `_redirects` that say it to hosts that read them. */

import { readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Sent with every file. All of them are public, so pages of others may read them all. */
const ALWAYS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The pages for frames: the only ones that pages of others may frame. */
const EMBEDS = 'embed';

/** Earlier editions lie here, each a whole site in a folder of its own. */
const EDITIONS = 'v';

/** The name changes with the bytes. */
const HASHED = '_astro';

const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time. */
const ASKED = 'no-cache';
/** Pages of others load it under a name that never changes: five minutes spare most requests and delay no repair. */
const LOADER = ['embed/v1.js', 'embed/v1.mjs'];
const FIVE_MINUTES = 'public, max-age=300';

/** Only the page's own site may frame it. The rest of the policy is in the pages, where the hashes are. */
const CLOSED = { 'Content-Security-Policy': "frame-ancestors 'self'" } as const;

/** Cloudflare reads no more rules than these, nor longer lines. */
export const LIMITS = { rules: 100, line: 2000, redirects: 100 } as const;

/**
 * Writes `_headers` and `_redirects` into a finished site.
 *
 * @param dir the site's folder
 * @throws Error if hosts would not read all of them
 */
export async function writeHostFiles(dir: string): Promise<void> {
  const files = await readdir(dir, { recursive: true });
  const pages = files.filter((path) => path.endsWith('.html')).map((path) => path.split(sep).join('/'));
  await writeFile(join(dir, '_headers'), headersFile(pages));
  await writeFile(join(dir, '_redirects'), redirectsFile(pages));
}

/**
 * The headers of one file, beside its type.
 *
 * @param path its path in the site, `chapters/one/index.html`
 */
export function headersOf(path: string): Readonly<Record<string, string>> {
  const inside = path.replace(new RegExp(`^${EDITIONS}/[^/]+/`), '');
  const [top = ''] = inside.split('/');
  return {
    ...ALWAYS,
    'Cache-Control': top === HASHED ? IMMUTABLE : LOADER.includes(inside) ? FIVE_MINUTES : ASKED,
    ...(top === EMBEDS ? {} : CLOSED),
  };
}

/**
 * The file `_headers` as Cloudflare Pages and Netlify read it. One joins what several rules say of a header, the other
 * takes the last: so no two rules that fit one address name the same header. Hosts of this kind have pages asked about
 * each time by themselves.
 *
 * @param pages the paths of all pages in the site, `chapters/one/index.html`
 * @throws Error if Cloudflare would not read all of it
 */
export function headersFile(pages: readonly string[]): string {
  const inside = pages.map((page) => page.replace(new RegExp(`^${EDITIONS}/[^/]+/`), ''));
  const folders = topFolders(inside).filter((folder) => folder !== EMBEDS);
  const editions = inside.some((page, index) => page !== pages[index]);
  const roots = editions ? ['/', `/${EDITIONS}/:version/`] : ['/'];
  const rules: (readonly [pattern: string, headers: Readonly<Record<string, string>>])[] = [['/*', ALWAYS]];
  for (const root of roots) {
    rules.push([`${root}${HASHED}/*`, { 'Cache-Control': IMMUTABLE }]);
    rules.push(...LOADER.map((path) => [`${root}${path}`, { 'Cache-Control': FIVE_MINUTES }] as const));
    rules.push([root, CLOSED]);
    rules.push(...folders.map((folder) => [`${root}${folder}/*`, CLOSED] as const));
  }
  const lines = rules.flatMap(([pattern, headers]) => [
    pattern,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  if (rules.length > LIMITS.rules || lines.some((line) => line.length > LIMITS.line)) {
    throw new Error(
      `_headers has ${rules.length} rules; hosts read ${LIMITS.rules} of at most 2000 letters.`,
    );
  }
  return lines.join('\n') + '\n';
}

/**
 * The file `_redirects`: folders that hold pages and have none themselves, such as `/chapters/`, lead to the story.
 *
 * @param pages the paths of all pages in the site
 */
export function redirectsFile(pages: readonly string[]): string {
  const has = new Set(pages);
  const lines = topFolders(pages)
    .filter((folder) => !has.has(`${folder}/index.html`))
    .map((folder) => `/${folder}/ ${folder === EMBEDS ? `/${EMBEDS}/story/` : '/'} 302`);
  return lines.join('\n') + '\n';
}

/** The names of the folders in the site's root that hold pages, sorted. */
function topFolders(pages: readonly string[]): string[] {
  return [...new Set(pages.flatMap((page) => /^([^/]+)\//.exec(page)?.[1] ?? []))].sort();
}
