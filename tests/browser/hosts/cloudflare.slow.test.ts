/**
 * The site on Cloudflare's own local runtime, which reads `_headers` and `_redirects`; it is fetched from npm, into .work/.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { root } from '../../../scripts/lib/root.mjs';
import { hostingBlock } from '../../fixtures/hostDocs.ts';
import { dist, readStep, settled, steps, trouble } from '../site.ts';
import { faults } from './due.ts';
import { freePort, run } from './servers.ts';

const WRANGLER = '4.164.0';
const place = join(root, '.work/wrangler');
const program = join(place, 'node_modules/wrangler/bin/wrangler.js');
/** npm writes it when everything else is there. */
const installed = join(place, 'node_modules/.package-lock.json');

/** Installs the runtime if it is not there. */
async function install(): Promise<void> {
  if (existsSync(installed)) return;
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'package.json'), '{ "private": true }\n');
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save'];
  await promisify(execFile)('npm', ['install', ...options, `wrangler@${WRANGLER}`], { cwd: place });
}

/** What is asked for by readers, but for the page that is shown for what is not there. */
const asked = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
  .filter((file) => !/\.(br|gz)$|^_(headers|redirects)$|^404\.html$/.test(file));

test.describe.configure({ mode: 'default' });

for (const mount of ['/', '/some/folder/'])
  test.describe(`Cloudflare's runtime at ${mount}`, () => {
    let url = '';
    let stop: (() => Promise<void>) | undefined;

    test.beforeAll(async () => {
      test.setTimeout(600_000);
      await install();
      const home = test.info().outputPath('home');
      await cp(dist, join(home, 'dist'), { recursive: true });
      if (mount !== '/')
        await promisify(execFile)('sh', ['-ec', hostingBlock('Cloudflare Pages', 'mkdir')], { cwd: home });
      const port = await freePort();
      const args = [
        'pages',
        'dev',
        mount === '/' ? 'dist' : 'out',
        '--port',
        String(port),
        '--ip',
        '127.0.0.1',
      ];
      process.env['WRANGLER_SEND_METRICS'] = 'false';
      stop = await run(
        process.execPath,
        [program, ...args, '--compatibility-date', '2026-11-01'],
        home,
        port,
      );
      url = `http://127.0.0.1:${port}${mount}`;
    });
    test.afterAll(() => stop?.());

    test('gives every file with its type and the headers that are due', async () => {
      const found: string[] = [];
      for (const file of asked) {
        const response = await fetch(url + file.replace(/(^|\/)index\.html$/, '$1'), { redirect: 'manual' });
        const same = readFileSync(dist + file).equals(Buffer.from(await response.arrayBuffer()));
        if (response.status !== 200 || !same) found.push(`${file}: ${response.status}, or other bytes`);
        found.push(...faults(file, inOurWords(response.headers)));
      }
      expect(found).toEqual([]);
    });

    test('leads folders to their slash, and those without a page to the story', async () => {
      for (const [path, target] of [
        ['sources', 'sources/'],
        ['chapters/', ''],
        ['figures/', ''],
      ] as const) {
        const response = await fetch(url + path, { redirect: 'manual' });
        expect([301, 302, 307, 308], path).toContain(response.status);
        expect(response.headers.get('location'), path).toBe(mount + target);
      }
      const missing = await fetch(`${url}nowhere/at/all/`);
      expect(missing.status).toBe(404);
      expect(await missing.text()).toBe(readFileSync(join(dist, '404.html'), 'utf8'));
    });

    test('lets the story be read', async ({ page }) => {
      const found = trouble(page, url);
      const step = steps.at(-1)!;
      await page.goto(url);
      await readStep(page, step.key);
      await settled(page, step.key);
      expect(found).toEqual([]);
    });
  });

/** This host says in other words that files are asked about each time, and names the character set of pages only. */
function inOurWords(headers: Headers): Record<string, string> {
  const said: Record<string, string> = Object.fromEntries(headers);
  const type = said['content-type'] ?? '';
  if (said['cache-control'] === 'public, max-age=0, must-revalidate') said['cache-control'] = 'no-cache';
  return { ...said, 'content-type': /script$|json$|svg/.test(type) ? `${type}; charset=utf-8` : type };
}
