/** `_headers` and `_redirects` as Cloudflare's own local runtime reads them; it is fetched from npm, into .work/. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { root } from '../../../scripts/lib/root.mjs';
import { headersAt, parseHeaders } from '../../fixtures/hostFiles.ts';
import { dist, pages, readStep, settled, steps, trouble } from '../site.ts';
import { freePort, run } from './servers.ts';

const WRANGLER = '4.164.0';
const place = join(root, '.work/wrangler');
const program = join(place, 'node_modules/wrangler/bin/wrangler.js');

/** Installs the runtime if it is not there. */
async function install(): Promise<void> {
  if (existsSync(program)) return;
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'package.json'), '{ "private": true }\n');
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--no-save'];
  await promisify(execFile)('npm', ['install', ...options, `wrangler@${WRANGLER}`], { cwd: place });
}

let url = '';
let stop: (() => Promise<void>) | undefined;

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  test.setTimeout(600_000);
  await install();
  const home = test.info().outputPath('home');
  const site = join(home, 'site');
  await cp(dist, site, { recursive: true });
  const port = await freePort();
  const args = ['pages', 'dev', site, '--port', String(port), '--ip', '127.0.0.1'];
  process.env['WRANGLER_SEND_METRICS'] = 'false';
  stop = await run(process.execPath, [program, ...args, '--compatibility-date', '2026-11-01'], home, port);
  url = `http://127.0.0.1:${port}/`;
});
test.afterAll(() => stop?.());

test('every file has the headers that _headers says', async () => {
  const rules = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
  const assets = readdirSync(join(dist, '_astro')).filter((name) => !/\.(br|gz)$/.test(name));
  const paths = [...pages.filter((page) => page.endsWith('/')), ...assets.map((name) => `./_astro/${name}`)];
  for (const path of paths) {
    const address = path.slice(1);
    const response = await fetch(new URL(path, url), { redirect: 'manual' });
    expect(response.status, path).toBe(200);
    await response.arrayBuffer();
    const due = headersAt(rules, address);
    for (const [name, value] of Object.entries(due))
      expect(response.headers.get(name), `${path} ${name}`).toBe(value);
    if (!('Cache-Control' in due)) expect(response.headers.get('cache-control'), path).toContain('max-age=0');
    const frames =
      address.startsWith('/embed/') || address.startsWith('/_astro/') ? null : "frame-ancestors 'self'";
    expect(response.headers.get('content-security-policy'), path).toBe(frames);
  }
});

test('folders lead to their slash, and those without a page to the story', async () => {
  for (const [path, target] of [
    ['sources', '/sources/'],
    ['chapters/', '/'],
    ['figures/', '/'],
  ] as const) {
    const response = await fetch(url + path, { redirect: 'manual' });
    expect([301, 302, 307, 308], path).toContain(response.status);
    expect(response.headers.get('location'), path).toBe(target);
  }
  const missing = await fetch(`${url}nowhere/at/all/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toBe(readFileSync(join(dist, '404.html'), 'utf8'));
});

test('the story is read', async ({ page }) => {
  const found = trouble(page, url);
  const step = steps.at(-1)!;
  await page.goto(url);
  await readStep(page, step.key);
  await settled(page, step.key);
  expect(found).toEqual([]);
});
