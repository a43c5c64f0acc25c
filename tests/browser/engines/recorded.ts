/**
 * The site for engines whose drivers tell nothing of what goes wrong in a page: each page gets one more script, which
 * its policy allows since it comes from the site itself, and which writes down errors and breaches of policy.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { headersOf } from '../../../src/export/hosting.ts';

/** Writes down what goes wrong in a page, also after a page that was packed has taken its place. */
export const RECORDER = `
  const found = (window.recorded = []);
  const listen = () => {
    addEventListener('securitypolicyviolation', (event) =>
      found.push('policy: ' + event.effectiveDirective + ' ' + event.blockedURI));
    addEventListener('error', (event) =>
      found.push('error: ' + (event.message ?? (event.target.src || event.target.href))), true);
    addEventListener('unhandledrejection', (event) => found.push('rejected: ' + event.reason));
  };
  listen();
  document.open = function () {
    const opened = Document.prototype.open.call(this);
    listen();
    return opened;
  };
  for (const name of ['error', 'warn', 'info', 'log', 'debug']) {
    const original = console[name];
    console[name] = (...words) => {
      found.push('console.' + name + ': ' + words.join(' '));
      original.apply(console, words);
    };
  }
`;

export interface Recorded {
  /** The address of the site, with a slash at the end. */
  readonly url: string;
  /** What was asked for and is not there. */
  readonly missing: readonly string[];
  close(): Promise<void>;
}

/** To be run in a page: all that went wrong there since it began to load, and what it asked of other hosts. */
export const recordedInPage = (): string[] => [
  ...((window as unknown as { recorded?: string[] }).recorded ?? ['the recorder did not run']),
  ...performance
    .getEntriesByType('resource')
    .filter(({ name }) => !name.startsWith(location.origin) && !name.startsWith('data:'))
    .map(({ name }) => `elsewhere: ${name}`),
];

/**
 * @param dir the folder of a finished site
 */
export async function serveRecorded(dir: string): Promise<Recorded> {
  const files = sirv(dir, { dev: true });
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    for (const [name, value] of Object.entries(headersOf(pathname.slice(1)))) response.setHeader(name, value);
    if (pathname === '/recorder.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(RECORDER);
      return;
    }
    const page = pathname.endsWith('/')
      ? `${pathname}index.html`
      : pathname.endsWith('.html')
        ? pathname
        : '';
    const html = page && read(dir + page);
    if (html) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(html.replace('</title>', '</title><script src="/recorder.js"></script>'));
      return;
    }
    files(request, response, () => {
      missing.push(pathname);
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
