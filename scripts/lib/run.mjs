import { spawn } from 'node:child_process';
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

/**
 * Runs a command from the project's root, under the Node that runs this.
 * @param {keyof typeof commands} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean }} [options] variables beside those of this
 *   process (undefined takes one away), and whether the output goes straight to the terminal
 * @returns {Promise<{ code: number, output: string }>} the exit code, and what was written if it was not shown
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
    process.once('exit', stop);
    child.on('exit', () => process.off('exit', stop));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
