/**
 * Two origins, as in life: pages of others on 127.0.0.1, and the built site on localhost, where it lies in a folder
 * and lets everyone read (a frame in an opaque origin cannot load its scripts and fonts otherwise).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import sirv from 'sirv';
import { frameSources } from '../../../src/export/policy.ts';
import { dist } from '../site.ts';

/** The least of a story, under `embed/test/`: it does what the address asks for, also what no story would do. */
const guest = fileURLToPath(new URL('../../fixtures/guest/story.html', import.meta.url));
const hosts = fileURLToPath(new URL('../../fixtures/hosts/', import.meta.url));

/** The page for frames at an address, as a build says it that knows where it will lie. */
function framePage(address: string, origin: string): string | undefined {
  const file = `${dist}${address}index.html`;
  if (!/^embed\/[\w/-]+\/$/.test(address) || !existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  return html.replace(/(?<=http-equiv="content-security-policy" content=")[^"]*/, (policy) =>
    policy.replaceAll(frameSources(undefined).own, frameSources(origin).own),
  );
}

/** The folder of the site's server in which it lies. */
const FOLDER = '/six/';

export interface Servers {
  /** The address of the site, with a slash at the end. */
  readonly site: string;
  /**
   * The address of a host page, `tests/fixtures/hosts/{name}.html`.
   *
   * @param name of the page
   * @param options `embed`: what to embed, from the site's root, `embed/story/` by itself; others are put in where
   *   the page says `{{name}}`
   */
  host(name: string, options?: Readonly<Record<string, string>>): string;
  /** The same page on the site's own origin. */
  ownHost(name: string, options?: Readonly<Record<string, string>>): string;
}

/**
 * Starts both.
 *
 * @returns them and the way to stop them
 */
export async function startServers(): Promise<Servers & { stop: () => Promise<void> }> {
  const files = sirv(dist, { dev: true, etag: true });
  let site = '';

  const hostServer = createServer((request, response) => {
    if (request.url === '/plugin/v1.js') {
      // Some hosts keep the loader on their own site.
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(`${dist}embed/v1.js`));
      return;
    }
    sendHost(new URL(request.url ?? '/', 'http://host'), site, response);
  });
  const siteServer = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const url = new URL(request.url ?? '/', 'http://site');
    if (!url.pathname.startsWith(FOLDER)) {
      sendHost(url, site, response);
      return;
    }
    if (url.pathname === `${FOLDER}embed/test/`) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(guest));
      return;
    }
    const page = framePage(url.pathname.slice(FOLDER.length), new URL(site).origin);
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    request.url = `/${url.pathname.slice(FOLDER.length)}${url.search}`;
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end('<p>Not found</p>');
    });
  });

  const hostRoot = `http://127.0.0.1:${await listen(hostServer)}/`;
  const siteRoot = `http://localhost:${await listen(siteServer)}/`;
  site = siteRoot + FOLDER.slice(1);
  const page = (root: string, name: string, options: Readonly<Record<string, string>> = {}) =>
    `${root}${name}.html?${new URLSearchParams(options)}`;
  return {
    site,
    host: (name, options) => page(hostRoot, name, options),
    ownHost: (name, options) => page(siteRoot, name, options),
    stop: async () => {
      await Promise.all([stop(hostServer), stop(siteServer)]);
    },
  };
}

/** Tests with `servers`, one pair for each worker. */
export const test = base.extend<object, { servers: Servers }>({
  servers: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
    async ({}, use) => {
      const servers = await startServers();
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker' },
  ],
});

/**
 * A host page is a template. `{{site}}`, `{{embed}}` (the whole address of what is embedded) and whatever else the
 * request's query names are put in; comments of the form `header: Name: value` before anything else are sent as
 * headers.
 */
function sendHost(url: URL, site: string, response: ServerResponse): void {
  const name = /^\/([a-z\d-]+)\.html$/.exec(url.pathname)?.[1];
  const path = `${hosts}${name}.html`;
  if (!name || !existsSync(path)) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  const values: Record<string, string> = {
    height: '6000',
    before: '900',
    ...Object.fromEntries(url.searchParams),
    site,
    origin: new URL(site).origin,
    embed: site + (url.searchParams.get('embed') ?? 'embed/story/'),
  };
  const fill = (text: string) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
  const text = fill(readFileSync(path, 'utf8').replace('{{snippet}}', SNIPPET));
  for (const [, header = '', value = ''] of text.matchAll(/<!-- header: ([\w-]+): (.*?) -->/g)) {
    response.setHeader(header, value);
  }
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(text);
}

/** What a newsroom pastes, with a line broken by its CMS, and without the script, which stands in the host pages. */
const SNIPPET = `<div id="six-doors" data-story-embed="{{embed}}">
  <iframe src="{{embed}}" title="Six doors" width="100%" height="{{height}}" loading="lazy" frameborder="0"
    allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin"
    sandbox="allow-scripts
      allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
  <p><a href="{{site}}" data-story-src="{{embed}}">Open the full story</a></p>
</div>`;

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
