/** The archive: whole, as its lists say, and readable by others. */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test } from '@playwright/test';
import { getSurt, WARCParser } from 'warcio';
import { readFiles, sha256, textOf } from '../../../src/export/editions/files.ts';
import type { Manifest } from '../../../src/export/editions/manifest.ts';
import { kindsOfPages } from '../engines/smoke.ts';
import { pages } from '../site.ts';
import { CHAPTER, editions, SITE } from './made.ts';

const folder = `${editions}all/archive/`;
const wacz = (archive = folder) => {
  const name = readdirSync(archive).find((each) => each.endsWith('.wacz'));
  return unzipSync(readFileSync(archive + name!));
};
const lines = (bytes: Uint8Array) => textOf(bytes).trimEnd().split('\n');

test('its manifest names every file with its hash, the version, the day and the licences', async () => {
  const files = await readFiles(folder);
  const manifest = JSON.parse(textOf(files.get('manifest.json')!)) as Manifest;
  const found = Object.fromEntries(
    [...files]
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, bytes]) => [path, { bytes: bytes.length, sha256: sha256(bytes) }]),
  );
  expect(manifest.files).toEqual(found);
  expect(manifest).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    licence: { code: 'MIT', text: 'CC-BY-4.0' },
  });
  for (const path of ['site/index.html', 'content/story.yaml', 'LICENSE', 'READ ME.txt'])
    expect(Object.keys(found)).toContain(path);
});

test('the web archive is as its own lists say', () => {
  const files = wacz();
  const digest = JSON.parse(textOf(files['datapackage-digest.json']!)) as { path: string; hash: string };
  expect(digest).toEqual({ path: 'datapackage.json', hash: `sha256:${sha256(files['datapackage.json']!)}` });
  const datapackage = JSON.parse(textOf(files['datapackage.json']!)) as {
    profile: string;
    wacz_version: string;
    mainPageUrl: string;
    resources: { path: string; hash: string; bytes: number }[];
  };
  expect(datapackage).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1' });
  expect(datapackage.resources.map(({ path }) => path).sort()).toEqual(
    Object.keys(files)
      .filter((path) => !path.startsWith('datapackage'))
      .sort(),
  );
  for (const { path, hash, bytes } of datapackage.resources) {
    expect(bytes).toBe(files[path]!.length);
    expect(hash).toBe(`sha256:${sha256(files[path]!)}`);
  }
  const [head, ...pages] = lines(files['pages/pages.jsonl']!).map(
    (line) => JSON.parse(line) as Record<string, string>,
  );
  expect(head).toMatchObject({ format: 'json-pages-1.0' });
  expect(pages.map(({ url }) => url)).toContain(datapackage.mainPageUrl);
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.every(({ title }) => title !== '')).toBe(true);
});

test('each entry of its index leads to a record that holds the file', async () => {
  const files = wacz();
  const warc = files['archive/data.warc.gz']!;
  const site = await readFiles(`${folder}site`);
  const entries = lines(files['indexes/index.cdx']!).map((line) => {
    const [key = '', stamp = '', ...rest] = line.split(' ');
    return {
      key,
      stamp,
      ...(JSON.parse(rest.join(' ')) as { url: string; offset: string; length: string; digest: string }),
    };
  });
  expect(entries.map(({ key }) => key)).toEqual(entries.map(({ key }) => key).toSorted());
  const expected = [...site.keys()].filter((path) => !/(^|\/)_(headers|redirects)$|\.(br|gz)$/.test(path));
  expect(entries.length).toBe(expected.length);
  const ids = new Set<string>();
  for (const { url, stamp, offset, length, digest } of entries) {
    const part = warc.subarray(Number(offset), Number(offset) + Number(length));
    const record = await WARCParser.parse([part]);
    if (!record) throw new Error(`No record of ${url}.`);
    const body = await record.readFully(false);
    const path = decodeURI(new URL(url).pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
    expect(record.warcTargetURI).toBe(url);
    expect(record.warcDate?.replace(/\D/g, '')).toBe(stamp);
    expect(sha256(body)).toBe(sha256(site.get(path)!));
    expect(digest).toBe(`sha256:${sha256(body)}`);
    ids.add(record.warcHeader('WARC-Record-ID') ?? '');
  }
  expect(ids.size).toBe(entries.length);
});

test('a part lies where the whole story has it', () => {
  const files = wacz(`${editions}chapter/archive/`);
  const { mainPageUrl } = JSON.parse(textOf(files['datapackage.json']!)) as { mainPageUrl: string };
  expect(mainPageUrl).toBe(`${SITE}/${CHAPTER}/`);
  const urls = lines(files['indexes/index.cdx']!).map(
    (line) => (JSON.parse(line.slice(line.indexOf('{'))) as { url: string }).url,
  );
  expect(urls).toContain(mainPageUrl);
  expect(urls.filter((url) => !url.startsWith(mainPageUrl))).toEqual([]);
});

test('its records lie one behind the other, each packed by itself, the first about the archive', async () => {
  const files = wacz();
  const warc = files['archive/data.warc.gz']!;
  const places = lines(files['indexes/index.cdx']!)
    .map((line) => JSON.parse(line.slice(line.indexOf('{'))) as { offset: string; length: string })
    .map(({ offset, length }) => ({ offset: Number(offset), length: Number(length) }))
    .toSorted((a, b) => a.offset - b.offset);
  let end = places[0]!.offset;
  const info = await WARCParser.parse([warc.subarray(0, end)]);
  expect(info?.warcType).toBe('warcinfo');
  for (const { offset, length } of places) {
    expect(offset).toBe(end);
    end = offset + length;
    // Node unpacks members that follow as well: if the length is that of the record, it was one.
    const record = gunzipSync(warc.subarray(offset, end)).toString('latin1');
    const head = record.slice(0, record.indexOf('\r\n\r\n') + 4);
    const [, bytes] = /^Content-Length: (\d+)\r$/im.exec(head) ?? [];
    expect(record.length).toBe(head.length + Number(bytes) + 4);
    expect(record.endsWith('\r\n\r\n')).toBe(true);
  }
  expect(end).toBe(warc.length);
});

test('players find in it where to begin, and all that pages ask for', async ({ page, baseURL }) => {
  test.slow();
  const bytes = readFileSync(folder + readdirSync(folder).find((each) => each.endsWith('.wacz'))!);
  // Players read single records by their place in the file: nothing in it may be packed again.
  for (const [name, { size, originalSize }] of Object.entries(listed(bytes)))
    expect(size, name).toBe(originalSize);
  const files = unzipSync(bytes);
  const { mainPageUrl } = JSON.parse(textOf(files['datapackage.json']!)) as { mainPageUrl: string };
  const entries = lines(files['indexes/index.cdx']!).map((line) => {
    const [key = '', , ...rest] = line.split(' ');
    return { key, ...(JSON.parse(rest.join(' ')) as { url: string; mime: string; status: string }) };
  });
  const held = new Map(entries.map((entry) => [entry.url, entry]));
  const [, ...listedPages] = lines(files['pages/pages.jsonl']!).map(
    (line) => JSON.parse(line) as { url: string; ts: string },
  );
  for (const { url, ts } of listedPages) {
    expect(held.get(url)).toMatchObject({ mime: 'text/html', status: '200', key: getSurt(url) });
    expect(ts).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url()));
  // Every page takes longer than every run should: `npm run test:slow`.
  for (const address of (process.env['SLOW'] ? pages : kindsOfPages).filter(
    (each) => each !== './404.html',
  )) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('data-theme');
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await page.evaluate(() => document.fonts.ready.then(() => true));
  }
  const missing = [...asked]
    .filter((url) => url.startsWith(baseURL!))
    .map((url) => mainPageUrl + url.slice(baseURL!.length).replace(/#.*/, ''))
    .filter((url) => !held.has(url));
  expect([...asked]).toContain(baseURL);
  expect(asked.size).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

/** The sizes of what a zip holds, packed and not. */
function listed(bytes: Uint8Array): Record<string, { size: number; originalSize: number }> {
  const found: Record<string, { size: number; originalSize: number }> = {};
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      found[name] = { size, originalSize };
      return false;
    },
  });
  return found;
}
