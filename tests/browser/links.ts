/** Every link of every page, followed on the disk. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { attribute, elementsOf } from '../../src/export/html.ts';

const ADDRESSES = ['action', 'data', 'href', 'poster', 'src'];
/** On a disk these are only names: one script holds them all. */
const MODULES = ['component-url', 'renderer-url'];
const LISTS = ['imagesrcset', 'srcset'];

/** What is not an address of a file: data inside the page, and pages that a script makes. */
const INSIDE = /^(data|blob):/;

const isHtml = (path: string) => path.endsWith('.html');

/** What a page offers to links and asks of them. */
interface Read {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/**
 * @param folder of a site or an edition
 * @param modules whether scripts are modules in files of their own, as everywhere but on a disk
 * @returns each link that leads nowhere or is not well-formed, with its page
 */
export function brokenLinks(folder: string, modules = true): string[] {
  const dir = resolve(folder);
  const pages = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(isHtml).sort();
  const read = new Map(
    pages.map((page) => [join(dir, page), readPage(readFileSync(join(dir, page), 'utf8'), modules)]),
  );
  return [...read].flatMap(([from, { links }]) =>
    [...new Set(links)].flatMap((link) => {
      const fault = faultOf(link, from, dir, (file) => read.get(file)?.ids ?? new Set());
      return fault ? [`${relative(dir, from).split(sep).join('/')}: ${link} ${fault}`] : [];
    }),
  );
}

/** The ids of a page, and all addresses in it as they stand there. */
function readPage(html: string, modules: boolean): Read {
  const addresses = modules ? [...ADDRESSES, ...MODULES] : ADDRESSES;
  const elements = elementsOf(html);
  const links = elements.flatMap((element) => [
    ...element.attrs.flatMap(({ name, value }) =>
      addresses.includes(name)
        ? [value]
        : LISTS.includes(name)
          ? value.split(',').map((each) => each.trim().split(/\s+/)[0] ?? '')
          : [],
    ),
    ...urlsOf(element.tagName === 'style' ? element.childNodes : []),
  ]);
  return { ids: new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])), links };
}

function urlsOf(nodes: readonly object[]): string[] {
  return nodes.flatMap((node) =>
    'value' in node
      ? [...String(node.value).matchAll(/url\((['"]?)([^'")]+)\1\)/g)].map(([, , url = '']) => url)
      : [],
  );
}

/** What is wrong with a link, if anything is. */
function faultOf(
  link: string,
  from: string,
  dir: string,
  idsOf: (file: string) => ReadonlySet<string>,
): string | undefined {
  if (INSIDE.test(link)) return undefined;
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(link)) return externalFault(link);
  const [path = '', fragment] = link.replace(/\?[^#]*/, '').split('#');
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return 'is not well-formed';
  }
  const target = decoded.startsWith('/')
    ? join(dir, decoded)
    : decoded === ''
      ? from
      : resolve(dirname(from), decoded);
  if (relative(dir, target).startsWith('..')) return 'leads out of the site';
  const folder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (folder && !decoded.endsWith('/') && !/(^|\/)\.{1,2}$/.test(decoded))
    return 'leads to a folder without its slash';
  const file = folder ? join(target, 'index.html') : target;
  if (!existsSync(file)) return 'leads nowhere';
  if (fragment === undefined || fragment === '' || !isHtml(file)) return undefined;
  const id = decodeURIComponent(fragment);
  return id === 'top' || idsOf(file).has(id) ? undefined : 'has no such place';
}

function externalFault(link: string): string | undefined {
  if (link.startsWith('mailto:')) return undefined;
  const url = URL.parse(link);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'is not an address of the web';
  if (/[\s"<>\\^`{|}]/.test(link)) return 'holds letters that addresses may not';
  if (!/^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}\.?$/.test(url.hostname)) return 'names no host';
  return url.username || url.password ? 'names a user' : undefined;
}
