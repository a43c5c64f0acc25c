/**
 * Installs the packages of the lockfile when they are not there or belong to another lockfile or machine; a few
 * milliseconds otherwise. Runs before every other command, so it needs nothing but Node 20 and npm.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const stampFile = new URL('node_modules/.stamp', root);

/** What the installed packages depend on, as one line. */
export function stamp() {
  const lock = readFileSync(new URL('package-lock.json', root));
  return [createHash('sha256').update(lock).digest('hex'), process.platform, process.arch].join(' ');
}

/** Installs the packages if the stamp of the last time is not that of now; throws an Error if npm fails. */
export function setUp() {
  const now = stamp();
  if (lastStamp() === now) return;

  console.log('Installing the packages (only the first time, and when package-lock.json changes) …');
  const begun = Date.now();
  // Development packages too, whatever NODE_ENV or the user's npm settings say: they build and test.
  const options = ['--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'];
  const { status, error } = npm(['ci', ...options]);
  if (error) throw new Error(`npm could not be started: ${error.message}`);
  if (status !== 0) {
    throw new Error(
      'The packages could not be installed; npm says why above. Is the npm registry reachable?',
    );
  }
  writeFileSync(stampFile, now);
  console.log(`Installed in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
}

function lastStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Runs the npm that started this script, or else the one on the PATH.
 * @param {string[]} args
 */
function npm(args) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: fileURLToPath(root), stdio: 'inherit' };
  const self = process.env.npm_execpath;
  if (self && /npm-cli\.[cm]?js$/.test(self)) return spawnSync(process.execPath, [self, ...args], options);
  // On Windows npm is a batch file, which needs a shell.
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const major = Number(process.versions.node.split('.')[0]);
  try {
    if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.version}.`);
    setUp();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
