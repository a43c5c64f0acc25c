/** The PDF, and what every page looks like on paper. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { needs } from '../needs.ts';
import { pdfOf } from '../../../scripts/lib/pdf.mjs';
import { attribute, elementsOf } from '../../../src/export/html.ts';
import { dist, pages, steps } from '../site.ts';
import { editions, FIGURE, manifest, SITE } from './made.ts';

type Node = ReturnType<typeof elementsOf>[number]['childNodes'][number];

const pdf = (edition = 'all') => {
  const name = readdirSync(editions + edition).find((each) => each.endsWith('.pdf'));
  if (!name) throw new Error(`There is no PDF in ${edition}.`);
  return `${editions}${edition}/${name}`;
};

/** All that a PDF says in its own language, the packed parts of it unpacked. */
function unpacked(file: string): string {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1');
  return text.replace(
    /(\/FlateDecode[^]{0,200}?)stream\r?\n([^]*?)endstream/g,
    (all, head: string, body: string) => {
      try {
        return head + inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      } catch {
        return all;
      }
    },
  );
}

test('is tagged, has an outline, a title and a language, and the day of the edition', () => {
  const text = unpacked(pdf());
  expect(text).toMatch(/\/MarkInfo\s*<<\/Type \/MarkInfo\s*\/Marked true>>/);
  expect(text).toMatch(/\/StructTreeRoot/);
  expect(text).toMatch(/\/Outlines/);
  expect(text).toMatch(/\/Lang \(/);
  // One entry for each heading of a step, at least.
  expect(text.match(/\/Dest\b/g)?.length ?? 0).toBeGreaterThan(steps.length);
  for (const tag of ['H1', 'H2', 'H3', 'P', 'Figure', 'L', 'Link'])
    expect(text).toMatch(new RegExp(`/S /${tag}\\b`));
  const day = manifest().date.replaceAll('-', '');
  expect(text.match(/\/(CreationDate|ModDate) \(D:(\d{8})/g)).toEqual([
    `/CreationDate (D:${day}`,
    `/ModDate (D:${day}`,
  ]);
});

test('holds the text of every step, and the address of every note', async () => {
  const { pdftotext } = await needs('poppler');
  const text = execFileSync(pdftotext!, ['-raw', pdf(), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const bare = (value: string) => value.normalize('NFKC').replace(/[\s\u00ad-]+/g, '');
  const all = bare(text);
  const html = readFileSync(dist + 'index.html', 'utf8');
  const wanted = elementsOf(html)
    .filter((element) => attribute(element, 'data-step') !== undefined)
    .map((step) => bare(wordsOf(step)));
  expect(wanted.length).toBe(steps.length);
  expect(wanted.filter((words) => words.length < 100 || !all.includes(words))).toEqual([]);
  const notes = [...html.matchAll(/id="note-[^"]+"[^]*?<\/li>/g)].flatMap(
    ([note]) => /href="(http[^"]+)"/.exec(note)?.[1] ?? [],
  );
  expect(notes.length).toBeGreaterThan(200);
  expect(notes.filter((address) => !all.includes(bare(address.replaceAll('&amp;', '&'))))).toEqual([]);
});

test('its links lead to its own places, to sources, and to the story on the web where that is known', () => {
  const links = (edition: string) =>
    [...unpacked(pdf(edition)).matchAll(/\/URI \(([^)]*)\)/g)].map(([, address = '']) => address);
  const chapter = links('chapter').filter((address) => address.startsWith(SITE));
  expect(chapter).toContain(`${SITE}/`);
  for (const edition of ['all', 'figure', 'chapter']) {
    expect(links(edition).length).toBeGreaterThan(5);
    expect(links(edition).filter((address) => /127\.0\.0\.1|localhost|^file:/.test(address))).toEqual([]);
  }
});

test('a part printed again has the same bytes', async () => {
  const again = await pdfOf(dist, `${FIGURE}/`, { day: manifest().date, site: undefined });
  expect(Buffer.compare(again, readFileSync(pdf('figure')))).toBe(0);
});

test('every page of it says its number, and none stands empty but for that or its foot', async () => {
  const { pdftotext } = await needs('poppler');
  const text = execFileSync(pdftotext!, ['-layout', pdf(), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const leaves = text.split('\f').slice(0, -1);
  expect(leaves.length).toBeGreaterThan(20);
  const thin = leaves.flatMap((leaf, index) =>
    (leaf.match(/[^\d\s]{2,}/g) ?? []).length < 40 ? [`${index + 1}: ${leaf.trim()}`] : [],
  );
  expect(thin).toEqual([]);
  const numbers = leaves.map((leaf) => leaf.trimEnd().split('\n').at(-1)?.trim());
  expect(numbers).toEqual(leaves.map((_, index) => String(index + 1)));
});

/** The text of an element as it stands on paper, but for the marks of notes, which a PDF holds after their line. */
function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return '';
  const classes = attribute(node, 'class')?.split(' ') ?? [];
  return classes.includes('unseen') || classes.includes('cite') ? '' : node.childNodes.map(wordsOf).join('');
}

test('no page is wider than the paper, or dark, or moves', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // A4 less its margins, in px.
  await page.setViewportSize({ width: 672, height: 980 });
  for (const address of pages.filter((each) => !/^\.\/(embed\/|404)/.test(each))) {
    await page.goto(address);
    const found = await page.evaluate(() => {
      const seen = (element: Element) => element.getClientRects().length > 0;
      const root = document.documentElement;
      return {
        sheet: getComputedStyle(root).backgroundColor,
        ink: getComputedStyle(root).color,
        wide: [...document.querySelectorAll('main *')]
          .filter(
            (each) =>
              seen(each) &&
              !each.closest('svg, .unseen') &&
              each.getBoundingClientRect().right > innerWidth + 8,
          )
          .map((each) => `${each.tagName}.${each.className}`)
          .slice(0, 5),
        // Nothing is taller than the paper, where it would be cut.
        tall: [...document.querySelectorAll('img, svg, figure')].filter(
          (each) => each.getBoundingClientRect().height > innerHeight,
        ).length,
        columns: [...document.querySelectorAll('.opener > .prose, .between > .prose, .notes ol')]
          .filter(seen)
          .filter((each) => getComputedStyle(each).columnCount !== '2').length,
        ways: [...document.querySelectorAll('nav')].filter(seen).length,
        stuck: [...document.querySelectorAll('body *')].filter(
          (each) => seen(each) && ['sticky', 'fixed'].includes(getComputedStyle(each).position),
        ).length,
        buttons: [...document.querySelectorAll('[data-set-theme], [data-offer]')].filter(seen).length,
        steps: document.querySelectorAll('[data-step]').length,
        stills: [...document.querySelectorAll('[data-step] picture img')].filter(seen).length,
      };
    });
    expect(found, address).toEqual({
      sheet: 'rgb(255, 255, 255)',
      ink: 'rgb(0, 0, 0)',
      wide: [],
      tall: 0,
      columns: 0,
      ways: 0,
      stuck: 0,
      buttons: 0,
      steps: found.steps,
      stills: found.steps,
    });
  }
});
