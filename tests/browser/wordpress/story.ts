/**
 * The story on another origin than WordPress, with the addresses that a published one has: oEmbed and share cards hold
 * whole addresses, so it is built for one, and here that one is replaced by where it is served.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { SITED, sited } from '../sited.ts';

export interface StoryServer {
  /** Its address, with a slash at the end. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** What holds addresses of the site. */
const WRITTEN = ['.html', '.json', '.xml', '.txt'];

export async function startStory(): Promise<StoryServer> {
  const files = sirv(sited, { dev: true });
  const { pathname: folder } = new URL(`${SITED}/`);
  let url = '';
  const server = createServer((request, response) => {
    // For frames in an opaque origin, which cannot load scripts and fonts otherwise.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    const { pathname } = new URL(request.url ?? '/', 'http://story');
    const inside = pathname.startsWith(folder) ? `/${pathname.slice(folder.length)}` : '/404.html';
    const path = inside.endsWith('/') ? `${inside}index.html` : inside;
    if (WRITTEN.includes(extname(path))) {
      const text = written(path, url);
      const type = extname(path) === '.json' ? 'application/json' : 'text/html; charset=utf-8';
      response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type }).end(text ?? 'Not found');
      return;
    }
    request.url = path;
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  const port = await listen(server);
  url = `http://localhost:${port}${folder}`;
  return {
    url,
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** A file with the addresses that it has here; undefined if there is none. */
function written(path: string, url: string): string | undefined {
  try {
    return readFileSync(join(sited, path), 'utf8').replaceAll(`${SITED}/`, url);
  } catch {
    return undefined;
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
