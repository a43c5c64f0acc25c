/** What hosts are to say with each file, written once more by hand: docs/hosting.md promises it. */
import { extname } from 'node:path';

export const TYPES: Readonly<Record<string, RegExp>> = {
  '.css': /^text\/css; ?charset=utf-8$/i,
  '.csv': /^text\/csv; ?charset=utf-8$/i,
  '.html': /^text\/html; ?charset=utf-8$/i,
  '.js': /^(text|application)\/javascript; ?charset=utf-8$/i,
  '.json': /^application\/json; ?charset=utf-8$/i,
  '.mjs': /^(text|application)\/javascript; ?charset=utf-8$/i,
  '.png': /^image\/png$/,
  '.svg': /^image\/svg\+xml; ?charset=utf-8$/i,
  '.txt': /^text\/plain; ?charset=utf-8$/i,
  '.woff2': /^font\/woff2$/,
  '.xml': /^(application|text)\/xml(; ?charset=utf-8)?$/i,
};

const CLOSED = "frame-ancestors 'self'";

/** @returns the type a file is sent with */
export const typeOf = (file: string): RegExp => TYPES[extname(file)] ?? /a type that this test knows/;

/** How long a file is kept. @param file its path in the site */
export function cacheOf(file: string): string {
  const inside = insideEdition(file);
  if (inside.startsWith('_astro/')) return 'public, max-age=31536000, immutable';
  return /^embed\/v1\.m?js$/.test(inside) ? 'public, max-age=300' : 'no-cache';
}

/** Who may frame a page; undefined where all may. @param file its path in the site */
export const framesOf = (file: string): string | undefined =>
  insideEdition(file).startsWith('embed/') ? undefined : CLOSED;

/** What is wrong with the headers of a file, in words. */
export function faults(
  file: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string[] {
  const due: Record<string, string | RegExp | undefined> = {
    'content-type': typeOf(file),
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': /^camera=\(\), /,
    'cache-control': cacheOf(file),
    // Only pages are framed.
    ...(file.endsWith('.html') && { 'content-security-policy': framesOf(file) }),
  };
  return Object.entries(due).flatMap(([name, value]) => {
    const sent = headers[name];
    const right = value instanceof RegExp ? typeof sent === 'string' && value.test(sent) : sent === value;
    return right ? [] : [`${file}: ${name}: ${String(sent)}`];
  });
}

/** A path without the folder of a kept edition. */
const insideEdition = (file: string) => file.replace(/^v\/[^/]+\//, '');
