/** The project as it lies on the disk, once more: in another folder, another time zone and another language. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { root } from '../../../scripts/lib/root.mjs';

/** What commands make, or what both share. */
const LEFT_OUT = [
  '.astro',
  '.git',
  '.work',
  'dist',
  'export',
  'node_modules',
  'playwright-report',
  'shots',
  'test-results',
];

export interface Twin {
  /** Its folder. */
  readonly dir: string;
  /** Runs one of its scripts; throws an Error with its output if it fails. */
  run(script: string, ...args: string[]): Promise<void>;
  remove(): Promise<void>;
}

export async function makeTwin(): Promise<Twin> {
  const place = await mkdtemp(join(tmpdir(), 'twin-'));
  const dir = join(place, 'ein zweites Haus ü');
  await mkdir(dir);
  for (const name of await readdir(root)) {
    if (!LEFT_OUT.includes(name)) await cp(join(root, name), join(dir, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'), 'junction');
  return {
    dir,
    run: (script, ...args) =>
      run(process.execPath, [join(dir, 'scripts', script), ...args], dir, {
        TZ: 'Pacific/Chatham',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        HOME: place,
      }),
    remove: () => rm(place, { recursive: true }),
  };
}

function run(command: string, args: string[], cwd: string, env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output))));
  });
}

/** A line for each file of a folder: its path and what it holds, as a hash. */
export async function contentsOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lines = files.map(async (file) => {
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return `${file.slice(join(dir, sep).length).split(sep).join('/')} ${hash}`;
  });
  return (await Promise.all(lines)).sort();
}
