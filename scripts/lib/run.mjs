import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/** A package's own command, by the file behind it: no shell and no `.cmd` on Windows. */
export const commands = /** @type {const} */ ({
  astro: 'node_modules/astro/bin/astro.mjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  'svelte-check': 'node_modules/svelte-check/bin/svelte-check',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
});

/** What stops a command that is typed, by itself or with its window, and what systems stop one with. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** The commands that run now. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Whether a signal is ending this process: nothing goes on then. */
let ending = false;

/**
 * Lets signals end this process, with the code that shells expect, after the commands that it runs: what is under way
 * takes away what it has half made when the process ends, and no command may write it again.
 * @returns {() => void} leaves signals to whoever comes next
 */
export function endOnSignals() {
  const end = (/** @type {(typeof SIGNALS)[number]} */ signal) => {
    ending = true;
    const leave = () => {
      if (running.size === 0) process.exit(128 + constants.signals[signal]);
    };
    for (const child of running) child.once('exit', leave).kill(signal);
    leave();
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
}

/**
 * Runs a command from the project's root, under the Node that runs this.
 * @param {keyof typeof commands} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean }} [options] variables beside those of this
 *   process (undefined takes one away), and whether the output goes straight to the terminal
 * @returns {Promise<{ code: number, output: string }>} the exit code, and what was written if it was not shown; never
 *   settles once a signal ends this process
 */
export function run(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [commands[command], ...args], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    // Whoever ends this process does not want the command either.
    const stop = () => child.kill();
    const gone = () => {
      process.off('exit', stop);
      running.delete(child);
    };
    process.prependListener('exit', stop);
    running.add(child);
    child.on('exit', gone);
    child.on('error', (error) => {
      gone();
      resolve({ code: 1, output: `${output}${error.message}\n` });
    });
    child.on('close', (code) => {
      if (!ending) resolve({ code: code ?? 1, output });
    });
  });
}
