/** What a first visit weighs. The figures are printed, so that a change shows before it hurts. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { dist, readStep, steps } from './site.ts';

const KB = 1024;
const html = readFileSync(`${dist}index.html`, 'utf8');
const packed = (bytes: Buffer | string) => brotliCompressSync(bytes).length;
const inKB = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;

/** What every reader of the story loads; the other kinds are loaded when their figures come near. */
const ALWAYS = ['PlanStrip', 'Plan', 'Timeline'];

/** The scripts of the islands of the story's page, by component. */
const islands = new Map(
  [...html.matchAll(/<astro-island\b[^>]*?component-url="\.\/([^"]+\/(\w+)\.[^"/]+)"/g)].map(
    ([, path = '', name = '']) => [name, path],
  ),
);

/** A script with all that it imports, at once or later. */
function closure(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  const text = readFileSync(dist + entry, 'utf8');
  const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
  for (const [, name] of text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) closure(`${folder}${name}`, found);
  return found;
}

const weigh = (paths: Iterable<string>) =>
  [...paths].reduce((sum, path) => sum + packed(readFileSync(dist + path)), 0);

const modules = [...html.matchAll(/<script[^>]*type="module"[^>]*src="\.\/([^"]+)"/g)].map(
  ([, path = '']) => path,
);
const renderers = [...html.matchAll(/renderer-url="\.\/([^"]+)"/g)].map(([, path = '']) => path);
const always = new Set(
  [...modules, ...renderers, ...ALWAYS.map((name) => islands.get(name) ?? name)].flatMap((path) => [
    ...closure(path),
  ]),
);

test('the scripts that every reader loads weigh at most 60 KB', () => {
  const inline = [...html.matchAll(/<script(?![^>]*\b(?:src|application))[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1])
    .join('\n');
  const sum = weigh(always) + packed(inline);
  console.log(`scripts: ${inKB(sum)} brotli`);
  expect(sum).toBeGreaterThan(20 * KB);
  expect(sum).toBeLessThanOrEqual(60 * KB);
});

for (const [name, path] of islands) {
  if (ALWAYS.includes(name)) continue;
  test(`${name} adds at most 8 KB of script`, () => {
    const own = [...closure(path)].filter((each) => !always.has(each));
    console.log(`${name}: ${inKB(weigh(own))} brotli more`);
    expect(weigh(own)).toBeLessThanOrEqual(8 * KB);
  });
}

test('fonts and the page stay within their bytes', async ({ page, baseURL }) => {
  let fonts = 0;
  const seen = new Set<string>();
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (!path.endsWith('.woff2') || seen.has(path)) return;
    seen.add(path);
    fonts += readFileSync(dist + path.slice(1)).length;
  });
  await page.goto(baseURL ?? './');
  const last = steps.at(-1);
  if (last) await readStep(page, last.key);
  await page.evaluate(() => document.fonts.ready);
  // The chapters' own figures come on top of what the story itself weighs: their drawings and data.
  const figures =
    /(?:<script\b[^>]*type="application\/json"[^>]*>[^<]*<\/script>\s*)?<astro-island\b(?=[^>]*component-url="[^"]*\/(?!PlanStrip|Plan|Timeline)\w+\.)[\s\S]*?<\/astro-island>/g;
  const stills = /<picture[\s\S]*?<\/picture>/g;
  const story = packed(html.replace(figures, '').replace(stills, ''));
  console.log(
    `fonts: ${inKB(fonts)}; page: ${inKB(story)}, with the chapters' figures ${inKB(packed(html))}`,
  );
  expect(fonts).toBeGreaterThan(0);
  expect(fonts).toBeLessThanOrEqual(70 * KB);
  expect(story).toBeLessThanOrEqual(90 * KB);
  expect(packed(html)).toBeLessThanOrEqual(150 * KB);
});
