/** A real WordPress, made from nothing in a folder of its own and gone afterwards. It is heard on this machine alone. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { find } from '../../../scripts/tools.mjs';
import { end, endWithTests, freePort, output, said } from './programs.ts';

export const roles = ['admin', 'editor', 'author', 'contributor'] as const;
export type Role = (typeof roles)[number];

export interface User {
  readonly id: number;
  readonly name: string;
  readonly password: string;
  /** For requests without a browser. */
  readonly key: string;
}

export interface WordPress {
  /** Its address, with a slash at the end. */
  readonly url: string;
  readonly users: Readonly<Record<Role, User>>;
  /** The folder of its plugins. */
  readonly plugins: string;
  /**
   * A request to its REST interface.
   *
   * @param role who asks
   * @param path after `/wp-json/`
   * @param body what is sent by POST; nothing for GET
   * @throws Error with what WordPress answered, if that is a refusal
   */
  rest<T>(role: Role, path: string, body?: object): Promise<T>;
  /**
   * Runs PHP inside this WordPress.
   *
   * @param before what is run before WordPress starts
   * @returns what it wrote
   */
  php(code: string, before?: string): Promise<string>;
  /** What PHP has complained about so far. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

const fixtures = fileURLToPath(new URL('../../fixtures/wordpress/', import.meta.url));
const SOURCE = '/usr/share/wordpress';

/** Requests at a time: a page and its styles, and the editor's many. */
const WORKERS = '3';

/** @param storyPort the port of the story on localhost, which WordPress is to read */
export async function startWordPress(storyPort: number): Promise<WordPress> {
  const dir = await mkdtemp(join(tmpdir(), 'wp-'));
  const site = join(dir, 'site');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const env = {
    ...process.env,
    WORDPRESS_URL: url.slice(0, -1),
    WORDPRESS_SOCKET: join(dir, 'db.sock'),
    WORDPRESS_LOG: join(dir, 'php.log'),
    STORY_PORT: String(storyPort),
    PHP_CLI_SERVER_WORKERS: WORKERS,
  };
  const running: ChildProcess[] = [];
  const stop = async () => {
    for (const child of running.reverse()) await end(child);
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const [database] = await Promise.all([startDatabase(dir, env), copyFiles(site)]);
    running.push(database);
    const users = JSON.parse(
      await output('php', [join(fixtures, 'install.php'), site], env),
    ) as WordPress['users'];
    running.push(await startServer(site, port, env));
    return {
      url,
      users,
      plugins: join(site, 'wp-content/plugins'),
      rest: (role, path, body) => rest(url, users[role], path, body),
      php: (code, before = '') =>
        output(
          'php',
          [
            '-r',
            `$_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['REQUEST_URI'] = '/'; ${before} require '${site}/wp-load.php'; ${code}`,
          ],
          env,
        ),
      log: () => readFile(env.WORDPRESS_LOG, 'utf8').catch(() => ''),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function copyFiles(site: string): Promise<void> {
  const content = join(site, 'wp-content');
  await mkdir(join(content, 'mu-plugins'), { recursive: true });
  await mkdir(join(content, 'plugins'));
  // Links lead to other packages of Debian: the files themselves are taken.
  const from = ['wp-admin', 'wp-includes'].map((name) => join(SOURCE, name));
  await output('sh', ['-c', `cp -RL "$@" '${SOURCE}'/*.php '${site}'`, 'sh', ...from], process.env);
  await output('cp', ['-RL', join(SOURCE, 'wp-content/themes'), content], process.env);
  await cp(join(fixtures, 'wp-config.php'), join(site, 'wp-config.php'));
  await cp(join(fixtures, 'mu-plugin.php'), join(content, 'mu-plugins/tests.php'));
}

async function startDatabase(dir: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const data = join(dir, 'db');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  await output(
    find('mariadb-install-db') ?? '',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user,
    ],
    env,
  );
  const options = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${env['WORDPRESS_SOCKET']}`,
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=32M',
    ...user,
  ];
  const server = spawn(find('mariadbd') ?? '', options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  endWithTests(server);
  await said(server, /ready for connections/);
  const connect = `new mysqli('localhost', 'root', '', '', 0, getenv('WORDPRESS_SOCKET'))`;
  await output('php', ['-r', `(${connect})->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');`], env);
  return server;
}

async function startServer(site: string, port: number, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const options = ['-d', 'opcache.enable_cli=1', '-d', 'memory_limit=256M'];
  const args = [...options, '-S', `127.0.0.1:${port}`, '-t', site, join(fixtures, 'router.php')];
  const server = spawn('php', args, { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  endWithTests(server);
  await said(server, /Development Server .* started/);
  return server;
}

async function rest<T>(url: string, user: User, path: string, body?: object): Promise<T> {
  const response = await fetch(`${url}wp-json/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      Authorization: `Basic ${Buffer.from(`${user.name}:${user.key}`).toString('base64')}`,
      'Content-Type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${user.name}: ${path} was answered with ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
