/**
 * Frozen editions: the site once more under `/v/{version}/`, for embeds that are pinned to what an editor approved.
 * A frozen edition never changes. That a newer one has appeared it finds out by itself, from `editions.json` at the
 * root of the site, which every build writes anew.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isPacked } from './pack.ts';
import { makeBeside } from './place.ts';

/** The folder of the frozen editions in a site. */
const FOLDER = 'v';

/** What belongs to the site as it is now, and not to any edition of it. */
const CURRENT = [
  '404.html',
  '_headers',
  '_redirects',
  'editions.json',
  'feed.xml',
  'robots.txt',
  'sitemap.xml',
];

/** The script of frozen pages; by it a folder is known to be an edition. */
const MARK = 'frozen.js';

/** What makes a frozen edition impossible, in the editor's terms. */
export class FrozenError extends Error {}

/** The words of the line at the foot of a frozen page. */
export interface NewerWords {
  /** With `{version}` and `{date}` of the newer edition. */
  readonly line: string;
  readonly link: string;
  readonly corrections: string;
}

/** What `editions.json` says: which edition is the latest, and which are kept. */
export interface Editions {
  readonly latest: {
    readonly version: string;
    /** As readers see it. */
    readonly date: string;
    /** How many corrections it tells of. */
    readonly corrections: number;
    /** The addresses of its pages from the root: `chapters/one/`. */
    readonly pages: readonly string[];
  };
  /** The versions kept under `v/`. */
  readonly kept: readonly string[];
}

/**
 * Puts a finished site once more under its version, frozen.
 *
 * @param dir the site's folder
 * @param site the absolute address of the site, if it is known
 */
export async function freeze(
  dir: string,
  version: string,
  words: NewerWords,
  site: string | undefined,
): Promise<void> {
  if (!/^[A-Za-z0-9][\w.+-]*$/.test(version)) {
    throw new FrozenError(`"${version}" cannot be a part of an address: edition.version needs another name.`);
  }
  const target = join(dir, FOLDER, version);
  for (const path of await filesOf(dir)) {
    if (path.startsWith(`${FOLDER}/`) || CURRENT.includes(path) || isPacked(path)) continue;
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    const root = '../'.repeat(path.split('/').length - 1) || './';
    if (path.endsWith('.html')) {
      await writeFile(file, frozenPage(await readFile(join(dir, path), 'utf8'), version, root, site));
    } else if (site && path.startsWith('oembed/')) {
      const text = await readFile(join(dir, path), 'utf8');
      await writeFile(file, text.replaceAll(`${site}/`, `${site}/${FOLDER}/${version}/`));
    } else {
      await cp(join(dir, path), file);
    }
  }
  await writeFile(join(target, MARK), frozenScript(version, words));
}

/**
 * A page of a frozen edition: marked, no second one for search engines, with oEmbed of its own.
 *
 * @param root the way from the page to the edition's root
 */
export function frozenPage(html: string, version: string, root: string, site: string | undefined): string {
  const known = /<link rel="canonical"|<meta name="robots"/.test(html);
  const marked = html
    .replace('<html', `<html data-frozen="${version}"`)
    .replace(
      '</head>',
      `${known ? '' : '<meta name="robots" content="noindex">'}<script src="${root}${MARK}" defer></script></head>`,
    );
  return site
    ? marked.replaceAll(`href="${site}/oembed/`, `href="${site}/${FOLDER}/${version}/oembed/`)
    : marked;
}

/** What frozen pages run: they ask which edition is the latest; where no answer comes they say nothing. */
function frozenScript(version: string, words: NewerWords): string {
  return `(async (edition, words) => {
  const root = new URL('.', document.currentScript.src).href;
  const site = new URL('../../', root).href;
  const answer = await fetch(site + 'editions.json', { cache: 'no-cache' });
  if (!answer.ok) return;
  const { latest } = await answer.json();
  const foot = document.querySelector('footer');
  if (!foot || latest.version === edition) return;
  const here = location.href.replace(/[?#].*/, '').slice(root.length).replace(/index\\.html$/, '');
  const page = here.replace(/^embed\\/(story\\/)?/, '');
  const link = (href, text) => Object.assign(document.createElement('a'), { href, textContent: text });
  const line = document.createElement('p');
  line.dataset.newer = latest.version;
  line.append(
    words.line.replace('{version}', latest.version).replace('{date}', latest.date) + ' ',
    link(site + (latest.pages.includes(page) ? page : ''), words.link),
    ...(latest.corrections ? [' ', link(site + 'sources/#corrections', words.corrections)] : []),
  );
  foot.append(line);
})(${JSON.stringify(version)}, ${JSON.stringify(words)}).catch(() => {});
`;
}

/**
 * Brings the editions that a folder keeps into a site, and makes sure that the site's own is as it was kept.
 *
 * @param dir the site's folder, with its frozen edition
 * @param keep the folder where editions are kept between builds
 * @returns the kept versions, the site's own among them
 * @throws FrozenError if the site's own edition is kept already and was different, or the folder holds other things
 */
export async function bringKept(dir: string, keep: string, version: string): Promise<string[]> {
  const own = join(dir, FOLDER, version);
  const kept = existsSync(keep)
    ? (await readdir(keep, { withFileTypes: true }))
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
    : [];
  const other = kept.find((name) => !existsSync(join(keep, name, MARK)));
  if (other !== undefined) throw new FrozenError(otherMessage(other));
  for (const name of kept) {
    if (name === version) {
      const changed = await firstDifference(join(keep, name), own);
      if (changed !== undefined) throw new FrozenError(changedMessage(version, changed));
    }
    // The kept one has its packed copies with it.
    await cp(join(keep, name), join(dir, FOLDER, name), { recursive: true });
  }
  return [...new Set([...kept, version])].sort();
}

const changedMessage = (version: string, path: string) =>
  `Edition ${version} is frozen, and this build would change it (${path}).\n` +
  'Raise edition.version in story.yaml, or build from what it was made of. Nothing was written.';

const otherMessage = (name: string) =>
  `The folder of --keep holds ${name}/, which is no edition (there is no ${MARK} in it) and would be published.\n` +
  'Take a folder for editions alone. Nothing was written.';

/**
 * Keeps the site's own edition, if it is not kept yet: whole, or not at all.
 *
 * @param dir the finished site, packed
 */
export async function keepEdition(dir: string, keep: string, version: string): Promise<void> {
  const place = join(keep, version);
  if (existsSync(place)) return;
  await mkdir(keep, { recursive: true });
  const { fresh, end } = makeBeside(place, join(keep, `.${version}`));
  try {
    await cp(join(dir, FOLDER, version), fresh, { recursive: true });
    // Not in the place of one that another build has kept meanwhile: that fails.
    await rename(fresh, place);
  } finally {
    end();
  }
}

/** The first path in which two folders differ, packed copies aside; undefined if there is none. */
async function firstDifference(kept: string, fresh: string): Promise<string | undefined> {
  const plain = async (dir: string) => (await filesOf(dir)).filter((path) => !isPacked(path));
  const [before, now] = [await plain(kept), await plain(fresh)];
  const odd = [
    ...before.filter((path) => !now.includes(path)),
    ...now.filter((path) => !before.includes(path)),
  ];
  if (odd[0] !== undefined) return odd[0];
  for (const path of now) {
    const [a, b] = await Promise.all([readFile(join(kept, path)), readFile(join(fresh, path))]);
    if (!a.equals(b)) return path;
  }
  return undefined;
}

/** The paths of a folder's files, with `/` between folders, sorted. */
export async function filesOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Writes `editions.json`.
 *
 * @param dir the site's folder
 */
export async function writeEditions(
  dir: string,
  latest: Omit<Editions['latest'], 'pages'>,
  kept: readonly string[],
): Promise<void> {
  const pages = (await filesOf(dir))
    .filter((path) => path.endsWith('index.html') && !/^(?:v|embed)\//.test(path))
    .map((path) => path.replace(/index\.html$/, ''));
  const editions: Editions = { latest: { ...latest, pages }, kept };
  await writeFile(join(dir, 'editions.json'), `${JSON.stringify(editions)}\n`);
}
