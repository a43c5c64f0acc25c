/** What readers' programs and search engines fetch: whole addresses only, so all of it needs the site's own. */
import { longDate } from '../model/dates.ts';
import type { Correction, Story } from '../model/types.ts';
import { escapeHtml, wordsOf } from '../model/words.ts';
import { offersOf } from './offers.ts';

/** The story with the address that it is published at, without a slash at the end. */
export type Published = Story & { readonly site: string };

const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const stamp = (day: string) => `${day}T00:00:00Z`;

/** The feed, Atom 1.0: the edition, and each correction. */
export function atomFeed(story: Published): string {
  const { site, edition, title, description, language } = story;
  const words = wordsOf(story);
  const text = (tag: string, content: string) => `<${tag}>${escapeHtml(content)}</${tag}>`;
  const entry = (id: string, day: string, name: string, content: string, href: string) =>
    `<entry>${text('id', id)}${text('title', name)}<updated>${stamp(day)}</updated>` +
    `<link href="${escapeHtml(href)}"/>${text('summary', content)}</entry>\n`;
  const corrections = story.corrections
    .map((correction, index, all) => ({ correction, n: nth(correction, all.slice(0, index)) }))
    .sort((a, b) => b.correction.date.localeCompare(a.correction.date));
  const updated = [edition.date, ...story.corrections.map(({ date }) => date)].sort().at(-1) ?? edition.date;
  return [
    head,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeHtml(language)}">\n`,
    text('id', `${site}/`),
    text('title', title),
    text('subtitle', description),
    `<updated>${stamp(updated)}</updated>`,
    `<author>${text('name', title)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeHtml(site)}/feed.xml"/>`,
    `<link href="${escapeHtml(site)}/"/>\n`,
    ...corrections.map(({ correction: { date, wrong, right }, n }) =>
      entry(
        `${site}/sources/#corrections-${date}-${n}`,
        date,
        `${words('sources.corrections')}, ${longDate(date, language)}`,
        `${wrong} ${right}`,
        `${site}/sources/#corrections`,
      ),
    ),
    entry(
      `${site}/#edition-${edition.version}`,
      edition.date,
      `${title}. ${words('footer.edition', { version: edition.version, date: longDate(edition.date, language) })}`,
      description,
      `${site}/`,
    ),
    '</feed>\n',
  ].join('');
}

/** Which correction of its day it is, from 1: ids of entries never change. */
const nth = ({ date }: Correction, before: readonly Correction[]) =>
  before.filter((each) => each.date === date).length + 1;

/** The site map: every page that search engines are to know. */
export function siteMap(story: Published): string {
  const pages = [...offersOf(story).map(({ page }) => page), '/sources/', '/people/'];
  return [
    head,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n',
    ...pages.map(
      (page) =>
        `<url><loc>${escapeHtml(story.site + page)}</loc><lastmod>${story.edition.date}</lastmod></url>\n`,
    ),
    '</urlset>\n',
  ].join('');
}
