/**
 * Copies of editions on a disk for engines whose drivers tell nothing of what goes wrong in a page: each page gets one
 * more script, which its policy is made to allow, and which writes down errors and breaches of policy.
 */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { sorted } from '../../../src/export/editions/files.ts';
import { RECORDER } from '../engines/recorded.ts';
import { oneOfEachSort, type Driver } from '../engines/smoke.ts';
import { editions, manifest, singleOf } from './made.ts';

const POLICY = /<meta http-equiv="content-security-policy" content="[^"]*">/;

/**
 * Copies the edition that opens by a double click and those in one file.
 *
 * @param folder where the copies go
 * @param every whether all pages are asked for, or one of each sort
 * @returns the addresses of the pages
 */
export function recordedCopies(folder: string, every: boolean): readonly string[] {
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${editions}all/file`, join(folder, 'file'), { recursive: true });
  writeFileSync(join(folder, 'recorder.js'), RECORDER);
  const pages = Object.keys(manifest().files).filter((path) => /^file\/.*\.html$/.test(path));
  for (const page of pages) {
    const way = '../'.repeat(page.split('/').length - 1);
    insert(join(folder, page), (policy) => `${policy}<script src="${way}recorder.js"></script>`);
  }
  const singles = ['all', 'chapter', 'figure'].map((edition) => {
    const path = join(folder, `${edition}.html`);
    cpSync(editions + singleOf(edition), path);
    const hash = createHash('sha256').update(RECORDER).digest('base64');
    insert(
      path,
      (policy) =>
        `${policy.replace('script-src', `script-src 'sha256-${hash}'`)}<script>${RECORDER}</script>`,
    );
    return `${edition}.html`;
  });
  const folders = pages.map((page) => page.replace(/index\.html$/, ''));
  const asked = every ? pages : oneOfEachSort(folders).map((folder) => folder.replace(/\/$/, '/index.html'));
  return [...sorted(asked), ...singles].map((path) => pathToFileURL(join(folder, path)).href);
}

function insert(file: string, change: (policy: string) => string): void {
  const html = readFileSync(file, 'utf8');
  const [policy] = POLICY.exec(html) ?? [];
  if (!policy) throw new Error(`${file} has no policy.`);
  writeFileSync(
    file,
    html.replace(policy, () => change(policy)),
  );
}

/** Each page comes to life, is read to its end, and keeps its policy; a breach of it would be noticed. */
export async function keepsItsPolicy(driver: Driver, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await driver.goto(address);
    await driver.until(
      () => document.querySelector('astro-island[client="load"]')?.hasAttribute('ssr') === false,
    );
    await driver.evaluate(() => document.querySelector('[data-figure]')?.scrollIntoView());
    await driver.until(() => {
      const figure = document.querySelector('[data-scene] [data-figure]');
      figure?.scrollIntoView();
      return !figure || figure.hasAttribute('data-ready');
    });
    await driver.evaluate(() =>
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
    );
    await driver.evaluate(() => document.fonts.ready.then(() => true));
    expect(await driver.evaluate(recorded), address).toEqual([]);
    await driver.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "broken"';
      document.body.append(script);
    });
    await driver.until(() => (window as unknown as Recorded).recorded.length > 0);
    expect((await driver.evaluate(recorded))[0], address).toMatch(/^policy: script-src/);
    expect(await driver.evaluate(() => document.title)).not.toBe('broken');
  }
}

interface Recorded {
  readonly recorded: readonly string[];
}

/** To be run in a page: what went wrong there, and what it asked of anyone. */
const recorded = (): string[] => [
  ...((window as unknown as Partial<Recorded>).recorded ?? ['the recorder did not run']),
  ...performance
    .getEntriesByType('resource')
    .filter(({ name }) => !/^(file|data):/.test(name))
    .map(({ name }) => `elsewhere: ${name}`),
];
