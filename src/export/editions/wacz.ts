/** The pages of a site as a web archive (WACZ 1.1.1), which players such as ReplayWeb.page open. */
import { getSurt, WARCRecord, WARCSerializer } from 'warcio';
import { bytesOf, sha256, sorted, textOf, type Files } from './files.ts';
import { onSite } from './links.ts';
import { zipOf } from './zip.ts';

const WARC = 'data.warc.gz';
const VERSION = 'WARC/1.1';

/** What is for servers, and what only says again in fewer bytes what lies beside it. */
const NOT_ASKED_FOR = /(^|\/)_(headers|redirects)$|\.(br|gz)$/;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

export interface ArchiveOptions {
  readonly title: string;
  readonly description: string;
  /** Where the pages are said to lie, without a trailing slash. */
  readonly base: string;
  /** The day of every record, an ISO day. */
  readonly day: string;
}

/** One record of the archive. */
interface Recorded {
  readonly url: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * @param web the finished site
 * @returns the archive, whose bytes depend on nothing else
 */
export async function waczOf(
  web: Files,
  { title, description, base, day }: ArchiveOptions,
): Promise<Uint8Array> {
  const date = `${day}T12:00:00Z`;
  const stamp = date.replace(/[-:TZ]/g, '');
  const records = sorted(web.keys())
    .filter((path) => !NOT_ASKED_FOR.test(path))
    .map((path) => ({
      path,
      url: onSite(base, { path, rest: '' }),
      type: typeOf(path),
      bytes: web.get(path) as Uint8Array,
    }));

  const parts = [await warcInfo(`${title}. ${description}`, date)];
  let offset = parts[0]?.length ?? 0;
  const index: string[] = [];
  for (const record of records) {
    const part = await warcRecord(record, date);
    const { url, type, bytes } = record;
    const entry = {
      url,
      mime: type.replace(/;.*/, ''),
      status: '200',
      digest: `sha256:${sha256(bytes)}`,
      length: String(part.length),
      offset: String(offset),
      filename: WARC,
    };
    index.push(`${getSurt(url)} ${stamp} ${JSON.stringify(entry)}\n`);
    parts.push(part);
    offset += part.length;
  }
  const pages = records
    .filter(({ path }) => path.endsWith('.html') && !path.startsWith('embed/') && path !== '404.html')
    .map(({ url, bytes }) => ({
      id: sha256(bytesOf(url)).slice(0, 16),
      url,
      ts: date,
      title: titleOf(bytes),
    }));
  const resources = new Map([
    [`archive/${WARC}`, new Uint8Array(Buffer.concat(parts))],
    ['indexes/index.cdx', bytesOf(sorted(index).join(''))],
    ['pages/pages.jsonl', lines([{ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }, ...pages])],
  ]);
  const datapackage = json({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title,
    description,
    created: date,
    modified: date,
    mainPageUrl: onSite(base, { path: 'index.html', rest: '' }),
    mainPageDate: date,
    resources: [...resources].map(([path, bytes]) => ({
      name: path.replace(/^.*\//, ''),
      path,
      hash: `sha256:${sha256(bytes)}`,
      bytes: bytes.length,
    })),
  });
  const digest = json({ path: 'datapackage.json', hash: `sha256:${sha256(datapackage)}` });
  const files = new Map([
    ...resources,
    ['datapackage.json', datapackage],
    ['datapackage-digest.json', digest],
  ]);
  // Players read single records out of the zip by their place: nothing in it may be packed again.
  return zipOf(files, day, { packed: false });
}

function warcInfo(description: string, date: string): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    {
      warcVersion: VERSION,
      date,
      filename: WARC,
      warcHeaders: { 'WARC-Record-ID': idOf(description + date) },
    },
    { format: 'WARC File Format 1.1', description: description.replace(/\s+/g, ' ') },
  );
  return serialized(record);
}

function warcRecord({ url, type, bytes }: Recorded, date: string): Promise<Uint8Array> {
  const record = WARCRecord.create(
    {
      url,
      date,
      type: 'response',
      warcVersion: VERSION,
      warcHeaders: { 'WARC-Record-ID': idOf(`${url} ${sha256(bytes)}`) },
      httpHeaders: { 'Content-Type': type, 'Content-Length': String(bytes.length) },
    },
    [bytes],
  );
  return serialized(record);
}

/** `preferPako`: packed by a library, not by the system, so that all systems make the same bytes. */
const serialized = (record: WARCRecord): Promise<Uint8Array> =>
  WARCSerializer.serialize(record, { gzip: true, preferPako: true });

/** A record's name: made of what it holds, where the library would take a random one. */
function idOf(text: string): string {
  const hex = sha256(bytesOf(text));
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `<urn:uuid:${groups.join('-')}>`;
}

const typeOf = (path: string): string => TYPES[path.replace(/^.*\./, '')] ?? 'application/octet-stream';

const titleOf = (html: Uint8Array): string =>
  (/<title>([^<]*)<\/title>/.exec(textOf(html))?.[1] ?? '').replace(/&amp;/g, '&');

const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value, null, 2) + '\n');

const lines = (values: readonly unknown[]): Uint8Array =>
  bytesOf(values.map((value) => JSON.stringify(value) + '\n').join(''));
