/** The editions that the tests look at: made once, from the build that is tested. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dist, steps } from '../site.ts';
import type { Page } from '@playwright/test';
import type { Manifest } from '../../../src/export/editions/manifest.ts';

/** The folder of all of them. */
export const editions = fileURLToPath(new URL('../../../.work/editions/', import.meta.url));

/** The parts that are made by themselves, in `chapter/` and `figure/`; the chapter from a build that knows its address. */
export const CHAPTER = `chapters/${steps.at(-1)!.chapter}`;
export const FIGURE = `figures/${heaviestFigure()}`;
export const SITE = 'https://story.example/six';
export const sitedDist = editions.replace(/\/$/, '-sited');

/** What an export says of itself. */
export const manifest = (edition = 'all'): Manifest =>
  JSON.parse(readFileSync(`${editions}${edition}/export.json`, 'utf8')) as Manifest;

/** The address of a file of an edition, as a double click opens it. */
export function onDisk(path: string): string {
  if (!existsSync(editions + path)) throw new Error(`The editions hold no ${path}.`);
  return pathToFileURL(editions + path).href;
}

/**
 * Records whatever a page on a disk must not do: console messages, errors, failed requests, requests that leave the
 * folder it lies in.
 *
 * @returns the list, which grows
 */
export function troubleOnDisk(page: Page, folder: string): string[] {
  const found: string[] = [];
  const inside = pathToFileURL(editions + folder).href;
  page.on('console', (message) => found.push(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => found.push(`failed: ${request.url().slice(0, 200)}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(inside) && !url.startsWith('data:')) found.push(`elsewhere: ${url}`);
  });
  return found;
}

/** The faces that a page has loaded, each by family, weight and style. */
export const loadedFaces = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, weight, style }) => `${family.replaceAll('"', '')} ${weight} ${style}`)
      .sort();
  });

/** The one HTML file in the root of an export. */
export function singleOf(folder: string): string {
  const [name, ...others] = readdirSync(editions + folder).filter((each) => each.endsWith('.html'));
  if (!name || others.length > 0) throw new Error(`${folder} holds not one page but ${others.length + 1}.`);
  return `${folder}/${name}`;
}

/** The figure whose own page weighs most. */
function heaviestFigure(): string {
  const size = (figure: string) => statSync(`${dist}figures/${figure}/index.html`).size;
  return readdirSync(dist + 'figures').reduce((most, each) => (size(each) > size(most) ? each : most));
}
