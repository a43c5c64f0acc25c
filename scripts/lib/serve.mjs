import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersOf } from '../../src/export/hosting.ts';

/**
 * Serves a built site as a plain host would: folders by their `index.html`, a missing slash by a redirect, and the
 * site's own page for what is not there, with the headers that hosts are asked to send.
 * @param {string} dir
 * @param {object} [options]
 * @param {number} [options.port] the one to try first; the next free one is taken. 0 for any.
 * @param {string} [options.host]
 * @param {string} [options.base] the path under which the site lies, `/` or `/some/folder/`
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} its address, with a slash at the end
 */
export async function serve(dir, { port = 0, host = '127.0.0.1', base = '/' } = {}) {
  // `dev` looks at the disk each time, so that a new build shows without a restart.
  const files = sirv(dir, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => response.setHeaders(new Map(Object.entries(headersOf(path.slice(1))))),
  });
  const server = createServer(async (request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://site');
    if (!url) {
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Not an address');
      return;
    }
    const { pathname, search } = url;
    if (!pathname.startsWith(base)) return notFound(dir, response);
    const inside = `/${pathname.slice(base.length)}`;
    if (!inside.endsWith('/') && (await isFolder(dir, inside))) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    request.url = inside + search;
    files(request, response, () => notFound(dir, response));
  });
  const taken = await listen(server, port, host);
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    url: `http://${shown}:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port it listens on
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port > 0 && port < 65535) resolve(listen(server, port + 1, host));
      else reject(error);
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * @param {string} dir
 * @param {string} path
 */
async function isFolder(dir, path) {
  try {
    return (await stat(join(dir, decodeURIComponent(path)))).isDirectory();
  } catch {
    return false;
  }
}

/**
 * @param {string} dir
 * @param {import('node:http').ServerResponse} response
 */
async function notFound(dir, response) {
  const page = await readFile(join(dir, '404.html')).catch(() => 'Not found');
  response.writeHead(404, { ...headersOf('404.html'), 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}
