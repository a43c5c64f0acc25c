/** The content security policy of a page, computed from its final bytes. */
import { createHash } from 'node:crypto';
import { attribute, elementsOf, innerRange } from './html.ts';

const DATA_TYPES = ['application/json', 'application/ld+json', 'text/plain'];

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a page may load beside what it holds; a page of the site loads what is its own. */
export interface Sources {
  /** Where scripts, styles, pictures and fonts may come from, as the policy names it; nothing for nowhere. */
  readonly own: string;
  /** Where fonts may come from beside that. */
  readonly fonts: string;
  /** Where scripts may ask. */
  readonly connect: string;
}

const SITE: Sources = { own: "'self'", fonts: '', connect: "'self'" };

/**
 * What a page for frames may load: the same. In a sandbox without an origin some WebKits find nothing that is "self",
 * so the site is named too, where it is known.
 *
 * @param origin of the site, `https://example.org`
 */
export function frameSources(origin: string | undefined): Sources {
  const own = origin === undefined ? SITE.own : `${SITE.own} ${origin}`;
  return { own, fonts: '', connect: own };
}

/**
 * The policy that lets a page run what it holds and nothing else.
 *
 * @param html the finished page
 * @param sources what it may load
 * @throws Error if an element carries a `style` attribute or an event handler, which no hash can allow
 */
export function contentPolicy(html: string, sources: Sources = SITE): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const element of elementsOf(html)) {
    const bad = element.attrs.find(({ name }) => name === 'style' || /^on[a-z]+$/.test(name));
    if (bad)
      throw new Error(`<${element.tagName}> carries ${bad.name}="${bad.value}", which the policy forbids.`);
    const range = innerRange(element);
    if (!range) continue;
    const text = html.slice(range.start, range.end);
    if (element.tagName === 'style') styles.add(hash(text));
    if (element.tagName !== 'script' || attribute(element, 'src') !== undefined) continue;
    if (!DATA_TYPES.includes(attribute(element, 'type') ?? '')) scripts.add(hash(text));
  }
  const list = (name: string, ...parts: readonly string[]) =>
    [name, ...(parts.some(Boolean) ? parts.filter(Boolean) : ["'none'"])].join(' ');
  return [
    "default-src 'none'",
    list('script-src', sources.own, ...[...scripts].sort()),
    list('style-src', sources.own, ...[...styles].sort()),
    list('img-src', sources.own, 'data:'),
    list('font-src', sources.own, sources.fonts),
    list('connect-src', sources.connect),
    // The preview of an embed.
    list('frame-src', sources.own),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Puts the policy right after the page's `<meta charset>`, before anything that it governs.
 *
 * @param later a page that takes this one's place, under the same policy
 */
export function withPolicy(html: string, sources?: Sources, later = ''): string {
  const policy = contentPolicy(html + later, sources);
  const charset = /<meta charset="?utf-8"?\s*\/?>/i.exec(html);
  if (!charset) throw new Error('The page has no <meta charset>.');
  const at = charset.index + charset[0].length;
  return `${html.slice(0, at)}<meta http-equiv="content-security-policy" content="${policy}">${html.slice(at)}`;
}
