/**
 * Programs that tests need beside a browser: servers, other engines. Each is looked for on this machine and, as root
 * on Debian, installed; none is ever started. `node scripts/tools.mjs NAME…` finds or installs those of the list below
 * and prints where they are.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * What is looked for, and the Debian packages that bring it.
 * @typedef {object} Tool
 * @property {readonly string[]} commands names of commands; one with a slash is the path of a file
 * @property {readonly string[]} packages
 */

/** The tools by name. `npm test` installs them all in one go. */
export const tools = /** @type {const} */ ({
  firefox: { commands: ['firefox-esr'], packages: ['firefox-esr'] },
  webkit: { commands: ['WebKitWebDriver', 'Xvfb'], packages: ['webkit2gtk-driver', 'xvfb'] },
  nginx: {
    commands: ['nginx', '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'],
    packages: ['nginx-light', 'libnginx-mod-http-brotli-static'],
  },
  apache: { commands: ['apache2'], packages: ['apache2'] },
  caddy: { commands: ['caddy'], packages: ['caddy'] },
  poppler: { commands: ['pdftotext'], packages: ['poppler-utils'] },
  wordpress: {
    commands: [
      'php',
      'mariadbd',
      'mariadb-install-db',
      '/usr/share/wordpress/wp-load.php',
      '/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css',
    ],
    packages: [
      'wordpress',
      'wordpress-theme-twentytwentythree',
      // It depends on some web server and on some PHP for it: these two want no other.
      'nginx-light',
      'php-cgi',
      'php',
      'php-cli',
      'php-mysql',
      'mariadb-server-core',
    ],
  },
});

/** Servers and daemons of Debian lie here, which is not on everyone's PATH. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** Asked by Debian's packages before they start what they bring; 101 says no. */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Where a command is.
 * @param {string} command its name, or the path of a file
 * @returns {string | undefined} a path
 */
export function find(command) {
  if (command.includes('/')) return existsSync(command) ? command : undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...SYSTEM_FOLDERS].filter(Boolean);
  return folders.map((folder) => join(folder, command)).find(canRun);
}

/**
 * Finds commands, and installs packages if one of them is missing.
 * @param {readonly string[]} commands names of commands; one with a slash is the path of a file
 * @param {readonly string[]} packages of Debian, which bring them
 * @returns {Promise<Record<string, string>>} the path of each command
 * @throws {Error} with a sentence that says what is missing and what to do
 */
export async function findOrInstall(commands, packages) {
  const missing = commands.filter((command) => !find(command));
  if (missing.length > 0) await install(missing, packages);
  return Object.fromEntries(commands.map((command) => [command, find(command) ?? command]));
}

/**
 * The same for tools of the list.
 * @param {readonly (keyof typeof tools)[]} names
 */
export async function findOrInstallTools(names) {
  const wanted = names.map((name) => tools[name]);
  const absent = wanted.filter(({ commands }) => commands.some((command) => !find(command)));
  return findOrInstall(
    wanted.flatMap(({ commands }) => [...commands]),
    absent.flatMap(({ packages }) => [...packages]),
  );
}

/**
 * @param {readonly string[]} missing
 * @param {readonly string[]} packages
 */
async function install(missing, packages) {
  const wish = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`;
  const remedy = `the Debian packages ${packages.join(' ')} bring what is needed`;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0 || !find('apt-get')) {
    throw new Error(`${wish}, and only root on Debian can have it installed here: ${remedy}.`);
  }
  console.log(`Installing the Debian packages ${packages.join(' ')} …`);
  const without = await withoutServices();
  try {
    updated ??= call('apt-get', ['update', '-qq']);
    // A failed update matters only if the install then fails: the lists of the last time may do.
    const update = await updated;
    const options = ['-y', '-qq', '--no-install-recommends'];
    const result = await call('apt-get', ['install', ...options, ...packages]);
    const still = missing.filter((command) => !find(command));
    if (result.code === 0 && still.length === 0) return;
    const said = [...(update.code === 0 ? [] : [update.output]), result.output].join('\n').trim();
    throw new Error(`${said}\n${wish}, and installing ${packages.join(' ')} did not bring it.`.trim());
  } finally {
    await without();
  }
}

/**
 * The package lists are fetched once per run.
 * @type {Promise<{ code: number, output: string }> | undefined}
 */
let updated;

/**
 * Keeps packages from starting what they bring, unless this machine already says what may start.
 * @returns {Promise<() => Promise<void>>} what undoes it
 */
async function withoutServices() {
  try {
    await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' });
    return () => rm(POLICY, { force: true });
  } catch {
    return async () => {};
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>} the exit code, and what it complained about
 */
function call(command, args) {
  return new Promise((resolve) => {
    // Another installation on the same machine is waited for.
    const child = spawn(command, ['-o', 'DPkg::Lock::Timeout=600', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const names = /** @type {(keyof typeof tools)[]} */ (process.argv.slice(2));
    const unknown = names.filter((name) => !Object.hasOwn(tools, name));
    if (unknown.length > 0 || names.length === 0) {
      throw new Error(`Tools: ${Object.keys(tools).join(', ')}`);
    }
    for (const path of Object.values(await findOrInstallTools(names))) console.log(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
