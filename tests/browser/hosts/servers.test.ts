/** The site on real servers, with the recipes of docs/hosting.md, at the root and below it. */
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { dist, readStep, settled, steps, trouble } from '../site.ts';
import { cacheOf, faults, framesOf, TYPES } from './due.ts';
import { BESIDE, serverNames, startServer, type Running } from './servers.ts';

const mounts = ['/', '/a/b/c/', '/la une/embed/été — 夏/'];

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(dist.length).replace(/^\//, ''))
  .sort();
const present = new Set(files);
/** What is asked for by readers: not the packed copies, nor what speaks to hosts of another kind. */
const asked = files.filter((file) => !/\.(br|gz)$|^_(headers|redirects)$/.test(file));

const script = asked.find((file) => /^_astro\/.*\.js$/.test(file) && present.has(`${file}.br`))!;
const chapter = asked.find((file) => /^chapters\/.*\.html$/.test(file))!;
/** A chapter of an unlucky name, and some of an edition that is kept: where they lie, and as what in the site. */
const again = new Map(
  [
    ['chapters/embed/index.html', chapter] as const,
    ...['index.html', chapter, 'embed/story/index.html', 'embed/v1.js', script].map(
      (file) => [`v/1.0.0/${file}`, file] as const,
    ),
  ].flatMap(([path, file]) => ['', '.br', '.gz'].map((end) => [path + end, file + end] as const)),
);
const everything = [...asked, ...[...again.keys()].filter((file) => !/\.(br|gz)$/.test(file))];
const bytesOf = (file: string) => readFileSync(dist + (again.get(file) ?? file));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks as it stands: nothing is unpacked, no redirect is followed. */
function ask(url: string, encoding = 'identity', more: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': encoding, ...more };
    const asking = request(url, { agent, headers }, (response) => {
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
        server = await startServer(name, dist, mount, again);
      });
      test.afterAll(() => server?.stop());

      const addressOf = (file: string) => server.url + encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));

      test('gives every file with its type and its headers', async () => {
        const found = await each(everything, async (file) => {
          const answer = await ask(addressOf(file));
          if (answer.status !== 200) return [`${file}: ${answer.status}`];
          if (answer.headers['content-encoding']) return [`${file}: packed for those who cannot unpack`];
          if (!answer.body.equals(bytesOf(file))) return [`${file}: other bytes`];
          return faults(file, answer.headers);
        });
        expect(found).toEqual([]);
      });

      test('gives what the build has packed to those who can unpack it', async () => {
        const packed = everything.filter((file) => present.has(`${file}.br`) || again.has(`${file}.br`));
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
            if (!answer.body.equals(bytesOf(file + ending))) return [`${file}: packed anew`];
            if (!unpack(answer.body).equals(bytesOf(file))) return [`${file}: other bytes`];
            if (!/accept-encoding/i.test(String(answer.headers.vary))) return [`${file}: no Vary`];
            return faults(file, answer.headers);
          });
          expect(found, coding).toEqual([]);
        }
      });

      test('says in few bytes that nothing has changed, and how long it may be kept', async () => {
        for (const file of [
          'index.html',
          'embed/story/index.html',
          'embed/v1.js',
          script,
          `v/1.0.0/${script}`,
        ])
          for (const encoding of ['identity', 'gzip', 'br']) {
            const { headers } = await ask(addressOf(file), encoding);
            const answer = await ask(addressOf(file), encoding, { 'If-None-Match': headers.etag ?? '' });
            expect(answer.status, `${file} in ${encoding}`).toBe(304);
            expect(answer.body.length, file).toBe(0);
            expect(answer.headers['cache-control'], file).toBe(cacheOf(file));
          }
      });

      test('lets nobody frame a page for what its address asks', async () => {
        for (const page of ['', `${chapter.replace('index.html', '')}`, 'sources/']) {
          const { headers } = await ask(`${server.url}${page}?from=/embed/story/`);
          expect(headers['content-security-policy'], page).toBe(framesOf(page));
        }
      });

      if (mount !== '/')
        test('changes nothing beside the site', async () => {
          const host = new URL('/', server.url).href;
          const page = await ask(`${host}beside.html`);
          expect(page.body.toString()).toBe(BESIDE);
          const missing = await ask(`${host}nowhere/at/all/`);
          expect(missing.status).toBe(404);
          expect(missing.body.toString()).not.toBe(readFileSync(dist + '404.html', 'utf8'));
          for (const { headers } of [page, missing]) {
            expect(headers).not.toHaveProperty('access-control-allow-origin');
            expect(headers).not.toHaveProperty('content-security-policy');
            expect(headers).not.toHaveProperty('cache-control');
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
        for (const folder of [`${server.url}sources/`, ...(mount === '/' ? [] : [server.url])]) {
          const address = folder.slice(0, -1);
          const answer = await ask(`${address}?from=here`);
          expect([301, 302, 307, 308]).toContain(answer.status);
          const target = new URL(answer.headers.location ?? '', address);
          expect(decodeURI(target.href).replace(/\?.*/, '')).toBe(decodeURI(folder));
        }
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
