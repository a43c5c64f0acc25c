/** A real Ghost with a fresh database, heard on this machine alone, and gone afterwards. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { installGhost } from '../../../scripts/lib/ghost.mjs';
import { end, endWithTests, freePort } from '../wordpress/programs.ts';

export interface Bookmark {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly thumbnail: string;
}

export interface Ghost {
  /** Its address, with a slash at the end. */
  readonly url: string;
  /** What Ghost finds out about an address that an editor pastes. */
  bookmark(url: string): Promise<Bookmark>;
  /** Publishes a post that holds one card of the editor's. @returns its address */
  publish(title: string, card: object): Promise<string>;
  stop(): Promise<void>;
}

export async function startGhost(): Promise<Ghost> {
  const { node, dir } = await installGhost();
  const own = await mkdtemp(join(tmpdir(), 'ghost-'));
  const content = join(own, 'content');
  await cp(join(dir, 'content'), content, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const child = spawn(node, ['index.js'], {
    cwd: dir,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // In production it refuses to read addresses of this machine.
      NODE_ENV: 'development',
      url,
      server__host: '127.0.0.1',
      server__port: String(port),
      database__client: 'sqlite3',
      database__useNullAsDefault: 'true',
      database__connection__filename: join(own, 'ghost.db'),
      paths__contentPath: content,
      logging__transports: '["stdout"]',
      security__staffDeviceVerification: 'false',
      // It asks nobody about anything.
      privacy__useUpdateCheck: 'false',
      privacy__useGravatar: 'false',
      privacy__useRpcPing: 'false',
      updateCheck__url: 'http://127.0.0.1:9/',
    },
  });
  endWithTests(child);
  const stop = async () => {
    await end(child);
    await rm(own, { recursive: true, force: true });
  };
  try {
    await ready(child);
    const ask = await logIn(url);
    return {
      url,
      stop,
      bookmark: async (address) => {
        const query = new URLSearchParams({ url: address, type: 'bookmark' });
        const { metadata } = await ask<{ metadata: Bookmark }>(`oembed/?${query}`);
        return metadata;
      },
      publish: async (title, card) => {
        const lexical = {
          root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [card] },
        };
        const post = { title, status: 'published', lexical: JSON.stringify(lexical) };
        const { posts } = await ask<{ posts: { url: string }[] }>('posts/', { posts: [post] });
        return posts[0]!.url;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until it serves. @throws Error with its last words */
function ready(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece: string) => {
        text = `${text}${piece}`.slice(-20_000);
        if (/Ghost booted in/.test(text)) resolve();
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`Ghost ended with ${code}:\n${text}`));
    });
  });
}

/** Sets the site up and logs its owner in. @returns what asks its admin interface */
async function logIn(url: string) {
  const origin = url.slice(0, -1);
  let cookie = '';
  const send = async (path: string, body?: object) => {
    const response = await fetch(`${url}ghost/api/admin/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Origin: origin, 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`Ghost: ${path} was answered with ${response.status}: ${await response.text()}`);
    return response;
  };
  const owner = { email: 'owner@example.org', password: 'long words of a newsroom 7' };
  await send('authentication/setup/', { setup: [{ ...owner, name: 'Owner', blogTitle: 'A newsroom' }] });
  const session = await send('session/', { username: owner.email, password: owner.password });
  cookie = session.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  // It answers before it has written the session down.
  await expect
    .poll(() =>
      send('users/me/').then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    .toBe(true);
  return async <T>(path: string, body?: object) => (await (await send(path, body)).json()) as T;
}
