/** The edition in one file: a page with all that it needs inside. */
import { fileURLToPath } from 'node:url';
import { withPolicy } from '../policy.ts';
import { attribute, elementsOf } from '../html.ts';
import { classes } from '../stills/selector.ts';
import { changeAddresses } from './addresses.ts';
import { ANSWERING, bundleOf, isModule, modulesOf } from './bundle.ts';
import { textOf, type Files } from './files.ts';
import { onSite, placeOnPage, targetOf } from './links.ts';
import { packed } from './packed.ts';
import { afterCharset, beforeBodyEnd, isOffer, needsServer, pageOf, takeFonts, without } from './page.ts';

/** Nothing comes from anywhere: it is all in the page. */
export const POLICY = { own: '', fonts: 'data:', connect: '' };

/** Above this many bytes a page packs itself, so that it can be sent by mail; a figure is to weigh no more even so. */
const PLAIN_MOST = 200 * 1024;
const MOST = 450 * 1024;

/** What a page in one file is to weigh at most, bytes; what cannot be left out of it may weigh more. */
export const mostOf = (path: string): number => (path.startsWith('figures/') ? PLAIN_MOST : MOST);

/** The library that moves things moves one number here: a few lines of ours do, and the file is lighter by a twentieth. */
const MOVER = { 'gsap-core.': fileURLToPath(new URL('./mover.ts', import.meta.url)) };

/** Without the stills, figures stand for themselves where no script runs and on paper. */
const FIGURES = '<style>@layer tokens{.stage astro-island{display:contents!important}}</style>';

/**
 * @param web the finished site
 * @param path the page in it, `index.html`
 * @param options `site`: where the story is published, without which what is not in the page cannot be linked to;
 *   `without`: what readers without scripts are told of a page that packs itself
 * @returns the page as HTML
 */
export async function singlePage(
  web: Files,
  path: string,
  { site, without: missing }: { site: string | undefined; without: string },
): Promise<string> {
  const html = pageOf(web, path);
  const { islands, page } = modulesOf(html);
  const bundle = await bundleOf(web, [...islands, ...page], MOVER);
  const bare = without(html, (element) => needsServer(element) || isLeftOut(element, site));
  const { html: dressed, fonts } = takeFonts(bare, web);
  const ids = new Set(elementsOf(dressed).map((element) => attribute(element, 'id') ?? ''));
  // Files that are offered are left out: what they hold is in the page, and they would be too much.
  const linked = changeAddresses(dressed, (address, link) => {
    const target = targetOf(path, address);
    if (!target || isModule(target.path)) return address;
    const here = placeOnPage(target, path, ids);
    if (here !== undefined) return `#${here}`;
    const bytes = web.get(target.path);
    if (bytes && !target.path.endsWith('.html') && !link) return dataAddress(target.path, bytes);
    if (!link) throw new Error(`${path} needs ${target.path}, which is not in the site.`);
    return site && onSite(site, target);
  });
  const script = `<script data-run="${page.join(' ')}">${withinScript(bundle)}</script>`;
  const complete = afterCharset(
    beforeBodyEnd(linked, script),
    `<style>${facesFor(dressed, bundle, fonts)}</style>${FIGURES}<script>${ANSWERING}</script>`,
  );
  const plain = withPolicy(complete, POLICY);
  if (Buffer.byteLength(plain) <= PLAIN_MOST) return plain;
  return packed(plain, { missing, most: mostOf(path), address: site && onSite(site, { path, rest: '' }) });
}

/** Stills, for which figures stand; offers to embed; what leads to more of a figure where that cannot be had. */
function isLeftOut(element: ReturnType<typeof elementsOf>[number], site?: string): boolean {
  if (element.tagName === 'picture' || isOffer(element)) return true;
  return !site && attribute(element, 'data-elsewhere') !== undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv;charset=utf-8',
  svg: 'image/svg+xml',
};

/** Text stays text, which packs better than Base64. */
function dataAddress(path: string, bytes: Uint8Array): string {
  const type = TYPES[path.replace(/^.*\./, '')];
  if (!type) throw new Error(`What is in ${path} cannot be put into a page.`);
  return `data:${type},${encodeURIComponent(textOf(bytes))}`;
}

/** Nothing in a script may look like its end, or like the beginning of a comment. */
export const withinScript = (code: string): string =>
  code.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');

/**
 * The faces that a page needs: the italic only where something is set in it, now or in a step to come. What is to come
 * is drawn by scripts: they, or the data that they draw from, name the classes.
 *
 * @param html the page without its fonts
 * @param bundle the scripts that are put into it
 * @param fonts the rules of its faces
 */
export function facesFor(html: string, bundle: string, fonts: string): string {
  const elements = elementsOf(html);
  const inside = (name: string) =>
    elements
      .filter(({ tagName }) => tagName === name)
      .flatMap(({ childNodes }) => childNodes.map((node) => ('value' in node ? node.value : '')));
  const props = elements.flatMap((element) => attribute(element, 'props') ?? []);
  const names = new Set(elements.flatMap(classes));
  const isUsed = (name: string) =>
    names.has(name) ||
    [bundle, ...inside('script'), ...props].some((text) =>
      new RegExp(`["'\`\\s]${name}["'\`\\s]`).test(text),
    );
  const rules = inside('style')
    .join('')
    .matchAll(/([^{}]*)\{[^{}]*\bfont(?:-style)?:[^;{}]*\bitalic\b[^{}]*\}/g);
  const used = [...rules].some(([, selector = '']) => {
    if (selector.includes('@font-face')) return false;
    const [, name] = /\.([\w-]+)/.exec(selector) ?? [];
    return name === undefined || isUsed(name);
  });
  if (used || elements.some(({ tagName }) => SLANTED.includes(tagName))) return fonts;
  return fonts.replace(/@font-face\s*\{[^{}]*font-style:\s*italic[^{}]*\}/g, '');
}

/** Elements that browsers set in italics by themselves. */
const SLANTED = ['em', 'i', 'cite', 'dfn', 'var', 'address'];
