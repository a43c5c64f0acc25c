/**
 * Finds a Chromium for the tests and the contact sheets, or installs one: `node scripts/browser.mjs` prints its
 * path. In order: $BROWSER_EXE, the one that Playwright keeps, Chromium, Chrome or Edge of the system, then
 * Playwright's download, then, as root on Debian, the package `chromium`.
 */
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commands } from './lib/run.mjs';
import { root } from './lib/root.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** Where the systems without a PATH for applications keep them. */
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((place) =>
      join(process.env[folder] ?? '', place),
    ),
  ),
};

/**
 * How to start the browser: quiet (nothing that calls home), and without its sandbox only for root, for whom it
 * has none.
 * @param {string} [executablePath] left out for the one that Playwright keeps
 * @returns {import('@playwright/test').LaunchOptions}
 */
export function launchOptions(executablePath) {
  return {
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-default-apps',
      '--no-first-run',
    ],
  };
}

/**
 * The browser of this machine, if there is one that runs.
 * @returns {string | undefined} a path
 */
export function findBrowser() {
  const asked = process.env.BROWSER_EXE;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`BROWSER_EXE names ${asked}, which is not there.`);
    return asked;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const candidates = [
    chromium.executablePath(),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending))),
    ...(PLACES[/** @type {keyof typeof PLACES} */ (process.platform)] ?? []),
  ];
  return candidates.find((path) => existsSync(path) && runs(path));
}

/**
 * The browser of this machine; installs one if there is none.
 * @returns {string} a path
 * @throws {Error} that says what to do
 */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;

  console.log('No Chromium found; installing the one for Playwright …');
  const attempts = [call(process.execPath, [join(root, commands.playwright), 'install', 'chromium'])];
  const downloaded = findBrowser();
  if (downloaded) return downloaded;

  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('Installing the Debian package chromium …');
    attempts.push(call('apt-get', ['update', '-qq']));
    const packages = ['chromium', 'fonts-liberation'];
    attempts.push(call('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]));
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    `${attempts.join('\n')}\nNo browser for the tests: install Chromium, Chrome or Edge, or set BROWSER_EXE to the path of one.`,
  );
}

/**
 * Whether it starts at all: a download without the system's libraries is there, but does not. Windows opens a
 * window when asked, and has the libraries.
 * @param {string} path
 */
function runs(path) {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {string} what it complained about
 */
function call(command, args) {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  };
  return (
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env }).stderr ?? ''
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(findOrInstallBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
