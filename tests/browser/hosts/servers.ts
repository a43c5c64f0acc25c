/**
 * Real servers on loopback with the files of integrations/hosts/, changed only where their first lines and
 * docs/hosting.md say so. At a sub-path the host has files of its own beside the site.
 */
import { spawn } from 'node:child_process';
import { chmod, cp, link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostingBlock } from '../../fixtures/hostDocs.ts';
import { needs } from '../needs.ts';

const recipes = fileURLToPath(new URL('../../../integrations/hosts/', import.meta.url));
const isRoot = process.getuid?.() === 0;

export const serverNames = ['nginx', 'apache', 'caddy'] as const;
export type ServerName = (typeof serverNames)[number];

/** A page of the host's own, `beside.html`, where the site lies at a sub-path. */
export const BESIDE = '<!DOCTYPE html><title>Beside</title>';

export interface Running {
  /** The address of the site, with a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What a server is started from. */
interface Place {
  /** A folder of its own for its settings and its pid. */
  readonly dir: string;
  /** What it serves. */
  readonly www: string;
  /** The path of the site below that, `/` or `/some/folder/`. */
  readonly mount: string;
  readonly port: number;
}

interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

const prepare: Record<ServerName, (place: Place) => Promise<Command>> = {
  nginx: async ({ dir, www, mount, port }) => {
    const { nginx = '' } = await needs('nginx');
    const own = `listen 127.0.0.1:${port};\nserver_name localhost;\nroot ${www};\n`;
    const recipe = changed(await recipeOf('nginx.conf'), [
      ['listen 80;\n    server_name story.example.org;\n    root /var/www/story;\n', own],
      ['location ^~ "/" {', `location ^~ "${mount}" {`],
      ['set $story_path "/";', `set $story_path "${mount}";`],
    ]);
    await writeFile(join(dir, 'story.conf'), recipe);
    const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    await writeFile(
      join(dir, 'nginx.conf'),
      [
        'include /usr/share/nginx/modules-available/mod-http-brotli-static.conf;',
        'daemon off;',
        ...(isRoot ? ['user root;'] : []),
        `pid ${dir}/nginx.pid;`,
        'error_log stderr;',
        'events {}',
        'http {',
        'access_log off;',
        ...kept.map((name) => `${name}_temp_path ${dir}/${name};`),
        `include ${dir}/story.conf;`,
        '}',
      ].join('\n'),
    );
    return { command: nginx, args: ['-e', 'stderr', '-c', join(dir, 'nginx.conf')] };
  },

  apache: async ({ dir, www, mount, port }) => {
    const { apache2 = '' } = await needs('apache');
    const recipe = changed(await recipeOf('.htaccess'), [
      ['ErrorDocument 404 /404.html', `ErrorDocument 404 ${encodeURI(mount)}404.html`],
      ['ErrorDocument 403 /404.html', `ErrorDocument 403 ${encodeURI(mount)}404.html`],
    ]);
    await writeFile(join(www, mount, '.htaccess'), recipe);
    const modules = ['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'rewrite'];
    await writeFile(
      join(dir, 'apache.conf'),
      [
        ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
        `ServerRoot ${dir}`,
        `DefaultRuntimeDir ${dir}`,
        `PidFile ${dir}/pid`,
        `Listen 127.0.0.1:${port}`,
        'ServerName localhost',
        ...(isRoot ? ['User www-data', 'Group www-data'] : []),
        `ErrorLog ${dir}/error.log`,
        'LogLevel error',
        'TypesConfig /etc/mime.types',
        `DocumentRoot ${www}`,
        `<Directory ${www}>`,
        'AllowOverride All',
        'Require all granted',
        '</Directory>',
      ].join('\n'),
    );
    return { command: apache2, args: ['-D', 'FOREGROUND', '-f', join(dir, 'apache.conf')] };
  },

  caddy: async ({ dir, www, mount, port }) => {
    const { caddy = '' } = await needs('caddy');
    const recipe = (await recipeOf('Caddyfile')).replaceAll('/var/www/story', join(www, mount));
    const [snippets = '', own = ''] = recipe.split(/^(?=story\.example\.org)/m);
    const block =
      mount === '/'
        ? changed(own, [['story.example.org', `http://127.0.0.1:${port}`]])
        : changed(hostingBlock('Caddy', 'news.example.org {'), [
            ['news.example.org', `http://127.0.0.1:${port}`],
            ['/var/www/html', www],
          ])
            .replaceAll('/some/folder/', mount)
            .replaceAll('/some/folder', encodeURI(mount.slice(0, -1)));
    await writeFile(join(dir, 'Caddyfile'), `{\n\tadmin off\n}\n${snippets}${block}`);
    return { command: caddy, args: ['run', '--adapter', 'caddyfile', '--config', join(dir, 'Caddyfile')] };
  },
};

/**
 * Starts a server with the recipe's file.
 *
 * @param name which
 * @param site the folder of a finished site
 * @param mount the path to serve it at, `/` or `/some/folder/`
 * @param again files of the site that are there once more, by their other paths
 */
export async function startServer(
  name: ServerName,
  site: string,
  mount: string,
  again: ReadonlyMap<string, string>,
): Promise<Running> {
  const dir = await mkdtemp(join(tmpdir(), `host-${name}-`));
  try {
    // A server started by root reads as somebody else.
    await chmod(dir, 0o755);
    const www = join(dir, 'www');
    await copySite(site, join(www, mount));
    for (const [path, file] of again) await put(join(site, file), join(www, mount, path));
    if (mount !== '/') await writeFile(join(www, 'beside.html'), BESIDE);
    const port = await freePort();
    const { command, args } = await prepare[name]({ dir, www, mount, port });
    const stop = await run(command, args, dir, port);
    return {
      url: `http://127.0.0.1:${port}${encodeURI(mount)}`,
      stop: async () => {
        await stop();
        await rm(dir, { recursive: true });
      },
    };
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
}

const recipeOf = (file: string) => readFile(join(recipes, file), 'utf8');

/** A recipe with what readers are told to change in it. */
function changed(recipe: string, changes: readonly (readonly [string, string])[]): string {
  let text = recipe;
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`The recipe should say once: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** The same files under other names where the disk allows it: a copy of a site takes long. */
async function copySite(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    await put(source, target);
  }
}

async function put(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await link(source, target).catch(() => cp(source, target));
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a program and waits until it answers.
 *
 * @returns what ends it
 */
export async function run(
  command: string,
  args: readonly string[],
  dir: string,
  port: number,
): Promise<() => Promise<void>> {
  const child = spawn(command, args, {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  let ended: string | undefined;
  const end = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      ended = error.message;
      resolve();
    });
    child.on('exit', (code, signal) => {
      ended = `ended with ${code ?? signal}`;
      resolve();
    });
  });
  while (!(await answers(port))) {
    if (ended !== undefined) throw new Error(`${command} ${ended}\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return async () => {
    child.kill('SIGTERM');
    await end;
  };
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.arrayBuffer().then(() => true),
    () => false,
  );
