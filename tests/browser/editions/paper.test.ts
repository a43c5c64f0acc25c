/** The PDF, and what every page looks like on paper. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { needs } from '../needs.ts';
import { dist, pages, steps } from '../site.ts';
import { editions, manifest } from './made.ts';

const pdf = () => {
  const name = readdirSync(`${editions}all`).find((each) => each.endsWith('.pdf'));
  if (!name) throw new Error('There is no PDF.');
  return `${editions}all/${name}`;
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
  const missing: string[] = [];
  for (const { id } of steps) {
    const [, title = ''] = new RegExp(`id="${id}-title"[^>]*>([^<]+)<`).exec(html) ?? [];
    if (title === '' || !all.includes(bare(entities(title)))) missing.push(id);
    const [, words = ''] = new RegExp(`id="${id}"[^]*?</h[23]>\\s*<p[^>]*>([^<]{20,})<`).exec(html) ?? [];
    if (words !== '' && !all.includes(bare(entities(words)))) missing.push(`${id}: ${words}`);
  }
  expect(missing).toEqual([]);
  const notes = [...html.matchAll(/id="note-[^"]+"[^]*?<\/li>/g)].flatMap(
    ([note]) => /href="(http[^"]+)"/.exec(note)?.[1] ?? [],
  );
  expect(notes.length).toBeGreaterThan(200);
  expect(notes.filter((address) => !all.includes(bare(entities(address))))).toEqual([]);
});

test('no page of it stands empty but for a number or its foot', async () => {
  const { pdftotext } = await needs('poppler');
  const text = execFileSync(pdftotext!, ['-layout', pdf(), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const leaves = text.split('\f').slice(0, -1);
  expect(leaves.length).toBeGreaterThan(20);
  const thin = leaves.flatMap((leaf, index) =>
    (leaf.match(/[^\d\s]{2,}/g) ?? []).length < 40 ? [`${index + 1}: ${leaf.trim()}`] : [],
  );
  expect(thin).toEqual([]);
});

const entities = (text: string) =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"');

test('no page is wider than the paper, or dark, or moves', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // A4 less its margins, in px.
  await page.setViewportSize({ width: 672, height: 980 });
  const kinds = [
    './',
    './sources/',
    './people/',
    ...pages.filter((each) => /^\.\/(chapters|figures)\//.test(each)).slice(0, 12),
  ];
  for (const address of kinds) {
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
      stuck: 0,
      buttons: 0,
      steps: found.steps,
      stills: found.steps,
    });
  }
});
