/** Which editions there are, and under which names they lie in an export. */
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { archiveEdition } from '../../src/export/editions/archive.ts';
import { fileEdition } from '../../src/export/editions/file.ts';
import { MANIFEST, manifestOf } from '../../src/export/editions/manifest.ts';
import { bytesOf, readFiles, textOf, under } from '../../src/export/editions/files.ts';
import { partOf, partsOf } from '../../src/export/editions/part.ts';
import { mostOf, singlePage } from '../../src/export/editions/single.ts';
import { zipOf } from '../../src/export/editions/zip.ts';
import { publish } from '../../src/model/published.ts';
import { loadStory, readFiles as readContent } from '../../src/model/read.ts';
import { longDate } from '../../src/model/dates.ts';
import { fill } from '../../src/model/words.ts';
import { slug } from '../../src/model/slug.ts';
import { ExportError } from './out-dir.mjs';
import { pdfOf } from './pdf.mjs';
import { root } from './root.mjs';
import { wordpressZip } from './wordpress.mjs';

/** @import { Story } from '../../src/model/types.ts' */
/** @import { Files } from '../../src/export/editions/files.ts' */
/** @import { About } from '../../src/export/editions/manifest.ts' */

/** What LICENSE says of the code, which is the same for every story. */
const CODE_LICENCE = 'MIT';

/**
 * @param {string} dist a finished build
 * @param {import('../export.mjs').ExportOptions} options
 * @returns {Promise<{ files: Files, notes: string[] }>} the files of all editions that were asked for, and what there
 *   is to say of them
 * @throws {ExportError} that says what is wrong
 */
export async function makeEditions(dist, options) {
  const site = await readFiles(dist);
  const story = theStory(site);
  const about = aboutStory(story, site, options.only);
  const name = slug([about.title, options.only?.split('/')[1]].filter(Boolean).join(' ')) || 'story';
  const web = options.only ? await partOf(site, known(site, options.only), about.site) : site;
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  const notes = notesOn(about, options);
  const add = (/** @type {string} */ folder, /** @type {Files} */ edition) => {
    for (const [path, bytes] of under(folder, edition)) files.set(path, bytes);
    if (options.zip) files.set(`${name}-${folder}.zip`, zipOf(under(name, edition), about.date));
  };

  add('web', web);
  if (options.file)
    add('file', await fileEdition(web, { site: about.site, readMe: letter('export.read-me', story) }));
  if (options.wordpress) files.set('wordpress-story-embed.zip', await wordpressPlugin(site, about.site));
  if (options.single) {
    const page = await singlePage(site, pageOf(options.only), {
      site: about.site,
      without: story.ui['export.no-script'] ?? '',
    });
    const bytes = bytesOf(page);
    files.set(`${name}.html`, bytes);
    notes.push(...tooHeavy(`${name}.html`, bytes.length, mostOf(pageOf(options.only))));
  }
  if (options.archive) {
    const edition = await archiveEdition(about, {
      name,
      site: web,
      content: readContent(storyDir()),
      licence: await readFile(join(root, 'LICENSE')),
      readMe: letter('export.archive', story, { name }),
    });
    add('archive', edition);
  }
  if (options.pdf) {
    const address = options.only === undefined ? '' : `${options.only}/`;
    files.set(`${name}.pdf`, await pdfOf(dist, address, { day: about.date, site: about.site }));
  }
  files.set(MANIFEST, manifestOf(about, files));
  return { files, notes };
}

/**
 * The plugin for WordPress, with this build's loader in it.
 * @param {Files} web
 * @param {string | undefined} site
 */
async function wordpressPlugin(web, site) {
  const loader = web.get('embed/v1.js');
  if (!loader) throw new ExportError('The build has no embed/v1.js, which the WordPress plugin carries.');
  return wordpressZip(loader, site);
}

/**
 * @param {Files} site
 * @param {string} part as it was asked for
 * @throws {ExportError} if the story has no such part
 */
function known(site, part) {
  const parts = partsOf(site);
  if (parts.includes(part)) return part;
  throw new ExportError(`--only takes a chapter or a figure, not "${part}". There are: ${parts.join(', ')}.`);
}

/**
 * The page of a part, or of the whole story.
 * @param {string | undefined} part
 */
const pageOf = (part) => (part === undefined ? 'index.html' : `${part}/index.html`);

const storyDir = () => resolve(root, process.env.STORY ?? 'content');

/**
 * The story that a build was made from.
 * @param {Files} site the build
 * @throws {ExportError} if the content is not that story any more
 */
function theStory(site) {
  const dir = storyDir();
  const { story, mistakes } = loadStory(dir);
  if (!story) throw new ExportError(`The content has ${mistakes.length} mistakes; npm run check lists them.`);
  // Where it is published is the build's to say.
  const told = (/** @type {string} */ json) => ({ ...JSON.parse(json), $schema: '', site: '' });
  const built = textOf(site.get('story.json') ?? bytesOf('{}'));
  if (!isDeepStrictEqual(told(built), told(JSON.stringify(publish(story, ''))))) {
    throw new ExportError(
      `The pages were not built from ${relative(root, dir)}/ as it is now: leave out --no-build, or build first.`,
    );
  }
  return story;
}

/**
 * A text that goes with an edition.
 * @param {string} key its key in `ui.yaml`
 * @param {Story} story
 * @param {Record<string, string>} [values]
 */
function letter(key, { title, ui, edition, language }, values = {}) {
  const date = longDate(edition.date, language);
  return fill(ui[key] ?? '', { title, version: edition.version, date, ...values });
}

/**
 * @param {Story} story
 * @param {Files} web
 * @param {string | undefined} part
 * @returns {About}
 */
function aboutStory(story, web, part) {
  const { title, description, language, edition, licence } = story;
  return {
    title,
    description,
    language,
    version: edition.version,
    date: edition.date,
    licence: { code: CODE_LICENCE, text: licence },
    site: siteOf(web),
    part,
  };
}

/**
 * The address that a build was made for: its pages say it, if any.
 * @param {Files} web
 */
function siteOf(web) {
  const page = textOf(web.get('index.html') ?? bytesOf(''));
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1];
  return canonical?.replace(/\/+$/, '');
}

/**
 * What there is to say of a file that came out heavier than it should.
 * @param {string} name
 * @param {number} bytes
 * @param {number} most
 */
function tooHeavy(name, bytes, most) {
  if (bytes <= most) return [];
  const [weight, limit] = [Math.ceil(bytes / 1024), most / 1024];
  return [
    `${name} weighs ${weight} KB, more than the ${limit} KB it should: there is no more to leave out of it.`,
  ];
}

/**
 * What is not in the editions, and what to do about it.
 * @param {About} about
 * @param {import('../export.mjs').ExportOptions} options
 */
function notesOn({ site, part }, { from, single, wordpress }) {
  if (site) return [];
  const lost = [
    'canonical addresses, pictures and texts for shared links, feed and oEmbed',
    ...(part || single ? ['links out of what is only a part'] : []),
    ...(wordpress ? ['the address that the WordPress plugin allows by itself'] : []),
  ];
  const how = from
    ? 'build with --site URL, or with `site` in story.yaml'
    : 'say --site URL, or write `site` into story.yaml';
  return [
    `No address is known at which the story is published. Everything works without one, but left out are: ${lost.join('; ')}.`,
    `To have them, ${how}.`,
  ];
}
