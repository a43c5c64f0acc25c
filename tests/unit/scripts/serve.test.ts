import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serve } from '../../../scripts/lib/serve.mjs';

let dir = '';
let running: (() => Promise<void>)[] = [];

async function start(options?: Parameters<typeof serve>[1]): Promise<string> {
  const { url, close } = await serve(dir, options);
  running.push(close);
  return url;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(dir, 'chapters/one'), { recursive: true });
  await writeFile(join(dir, 'index.html'), 'the story');
  await writeFile(join(dir, 'chapters/one/index.html'), 'chapter one');
  await mkdir(join(dir, 'embed/story'), { recursive: true });
  await writeFile(join(dir, 'embed/story/index.html'), 'the story in a frame');
  await writeFile(join(dir, '404.html'), 'nothing here');
});

afterEach(async () => {
  await Promise.all(running.map((close) => close()));
  running = [];
});

afterAll(() => rm(dir, { recursive: true }));

test('gives a folder by its index and sends an address without its slash there', async () => {
  const url = await start();
  expect(await (await fetch(url)).text()).toBe('the story');
  const chapter = await fetch(`${url}chapters/one?x=1`);
  expect(await chapter.text()).toBe('chapter one');
  expect(chapter.url).toBe(`${url}chapters/one/?x=1`);
});

test('says what hosts are asked to say, below any path', async () => {
  const url = await start({ base: '/some/folder/' });
  for (const [path, frames] of [
    ['', "frame-ancestors 'self'"],
    ['chapters/one/', "frame-ancestors 'self'"],
    ['nowhere/', "frame-ancestors 'self'"],
    ['embed/story/', null],
  ] as const) {
    const { headers } = await fetch(url + path);
    expect(headers.get('access-control-allow-origin'), path).toBe('*');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('cache-control'), path).toBe('no-cache');
    expect(headers.get('content-security-policy'), path).toBe(frames);
  }
});

test("answers with the site's own page where there is nothing", async () => {
  const answer = await fetch(`${await start()}chapters/two/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('nothing here');
});

test('serves a site below the root of a host', async () => {
  const url = await start({ base: '/some/folder/' });
  expect(new URL(url).pathname).toBe('/some/folder/');
  expect(await (await fetch(`${url}chapters/one`)).text()).toBe('chapter one');
  expect((await fetch(new URL('/', url))).status).toBe(404);
});

test('refuses what is no address, and goes on', async () => {
  const url = await start();
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { path: '//' }, resolve).on('error', reject),
  );
  answer.resume();
  expect(answer.statusCode).toBe(400);
  expect((await fetch(url)).status).toBe(200);
});

test('takes the next port when one is taken', async () => {
  const first = Number(new URL(await start()).port);
  const second = Number(new URL(await start({ port: first })).port);
  expect(second).toBeGreaterThan(first);
});

test('does not leave the folder', async () => {
  const answer = await fetch(`${await start()}..%2f..%2fetc%2fpasswd`);
  expect(answer.status).toBe(404);
});
