/** The site on real servers, with the recipes of docs/hosting.md, at the root and below it. */
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { extname } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { dist, readStep, settled, steps, trouble } from '../site.ts';
import { serverNames, startServer, type Running } from './servers.ts';

const mounts = ['/', '/a/b/c/', '/la une/été — 夏/'];

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(dist.length).replace(/^\//, ''))
  .sort();
const present = new Set(files);
/** What is asked for by readers: not the packed copies, nor what speaks to hosts of another kind. */
const asked = files.filter((file) => !/\.(br|gz)$|^_(headers|redirects)$/.test(file));

const TYPES: Record<string, RegExp> = {
  '.css': /^text\/css; ?charset=utf-8$/i,
  '.csv': /^text\/csv; ?charset=utf-8$/i,
  '.html': /^text\/html; ?charset=utf-8$/i,
  '.js': /^(text|application)\/javascript; ?charset=utf-8$/i,
  '.json': /^application\/json; ?charset=utf-8$/i,
  '.mjs': /^text\/javascript; ?charset=utf-8$/i,
  '.png': /^image\/png$/,
  '.svg': /^image\/svg\+xml; ?charset=utf-8$/i,
  '.txt': /^text\/plain; ?charset=utf-8$/i,
  '.woff2': /^font\/woff2$/,
  '.xml': /^(application|text)\/xml(; ?charset=utf-8)?$/i,
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks as it stands: nothing is unpacked, no redirect is followed. */
function ask(url: string, encoding = 'identity'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent, headers: { 'Accept-Encoding': encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asking.on('error', reject).end();
  });
}

/** What is wrong with the headers of a file, in words. */
function faults(file: string, { headers }: Answer): string[] {
  const due: Record<string, string | RegExp | undefined> = {
    'content-type': TYPES[extname(file)] ?? /a type that this test knows/,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': /^camera=\(\), /,
    'cache-control': file.startsWith('_astro/')
      ? 'public, max-age=31536000, immutable'
      : /^embed\/v1\.m?js$/.test(file)
        ? 'public, max-age=300'
        : 'no-cache',
    // Only pages are framed.
    ...(file.endsWith('.html') && {
      'content-security-policy': file.startsWith('embed/') ? undefined : "frame-ancestors 'self'",
    }),
  };
  return Object.entries(due).flatMap(([name, value]) => {
    const sent = headers[name];
    const right = value instanceof RegExp ? typeof sent === 'string' && value.test(sent) : sent === value;
    return right ? [] : [`${file}: ${name}: ${String(sent)}`];
  });
}

/** Does something with each, eight at a time, and gathers what it found. */
async function each(list: readonly string[], check: (item: string) => Promise<string[]>): Promise<string[]> {
  const waiting = [...list];
  const found: string[] = [];
  const work = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop())
      found.push(...(await check(item)));
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return found.sort();
}

for (const name of serverNames) {
  for (const mount of mounts) {
    test.describe(`${name} at ${mount}`, () => {
      test.describe.configure({ mode: 'default' });
      let server: Running;
      test.beforeAll(async () => {
        server = await startServer(name, dist, mount);
      });
      test.afterAll(() => server?.stop());

      const addressOf = (file: string) => server.url + encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));

      test('gives every file with its type and its headers', async () => {
        const found = await each(asked, async (file) => {
          const answer = await ask(addressOf(file));
          if (answer.status !== 200) return [`${file}: ${answer.status}`];
          if (answer.headers['content-encoding']) return [`${file}: packed for those who cannot unpack`];
          if (!answer.body.equals(readFileSync(dist + file))) return [`${file}: other bytes`];
          return faults(file, answer);
        });
        expect(found).toEqual([]);
      });

      test('gives what the build has packed to those who can unpack it', async () => {
        const packed = asked.filter((file) => present.has(`${file}.br`));
        expect(packed.length).toBeGreaterThan(100);
        for (const [accepts, coding, ending, unpack] of [
          ['gzip, deflate, br', 'br', '.br', brotliDecompressSync],
          ['gzip, deflate', 'gzip', '.gz', gunzipSync],
        ] as const) {
          const found = await each(packed, async (file) => {
            const answer = await ask(addressOf(file), accepts);
            if (answer.status !== 200) return [`${file}: ${answer.status}`];
            if (answer.headers['content-encoding'] !== coding)
              return [`${file}: not in ${coding} but ${String(answer.headers['content-encoding'])}`];
            if (!answer.body.equals(readFileSync(dist + file + ending))) return [`${file}: packed anew`];
            if (!unpack(answer.body).equals(readFileSync(dist + file))) return [`${file}: other bytes`];
            if (!/accept-encoding/i.test(String(answer.headers.vary))) return [`${file}: no Vary`];
            return faults(file, answer);
          });
          expect(found, coding).toEqual([]);
        }
      });

      test('says what is not there, and leads to the slash of a folder', async () => {
        const missing = readFileSync(dist + '404.html', 'utf8');
        for (const path of ['nowhere/at/all/', '_astro/nowhere.js', 'chapters/']) {
          const answer = await ask(server.url + path);
          expect(answer.status, path).toBe(404);
          expect(answer.body.toString(), path).toBe(missing);
          expect(answer.headers['content-type'], path).toMatch(TYPES['.html']!);
          expect(answer.headers['cache-control'] ?? 'no-cache', path).toBe('no-cache');
          expect(answer.headers['x-content-type-options'], path).toBe('nosniff');
        }
        const answer = await ask(`${server.url}sources?from=here`);
        expect([301, 302, 307, 308]).toContain(answer.status);
        const target = new URL(answer.headers.location ?? '', `${server.url}sources`);
        expect(decodeURI(target.href).replace(/\?.*/, '')).toBe(decodeURI(`${server.url}sources/`));
      });

      test('shows for what is not there a page that finds the way home', async ({ page }) => {
        for (const path of ['nowhere', 'nowhere/at/all/?a=b#c', 'chapters/nowhere/']) {
          const found = trouble(page, server.url.replace(/[^/]+\/.*/, ''));
          const answer = await page.goto(server.url + path);
          expect(answer?.status()).toBe(404);
          await expect(page.locator('[data-home]')).toHaveJSProperty(
            'href',
            encodeURI(decodeURI(server.url)),
          );
          // Nothing but the question where the site begins, and its answer from each folder on the way.
          expect(
            found.filter((each) => !/status of 404|^404: .*(editions\.json|nowhere)/.test(each)),
          ).toEqual([]);
          page.removeAllListeners();
        }
        await page.locator('[data-home]').click();
        await expect(page.locator('[data-chapter]').first()).toBeAttached();
      });

      test('gives pages whose figures run', async ({ page }) => {
        const found = trouble(page, server.url);
        const first = steps[0]!;
        const last = steps.at(-1)!;
        await page.goto(server.url);
        for (const step of [first, last]) {
          await readStep(page, step.key);
          await settled(page, step.key);
        }
        await page.goto(`${server.url}chapters/${last.chapter}/`);
        await readStep(page, last.key);
        await settled(page, last.key);
        await page.evaluate(() => document.fonts.ready);
        expect(found).toEqual([]);
      });
    });
  }
}
