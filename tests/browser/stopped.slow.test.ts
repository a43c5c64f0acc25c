/** Exports that build for themselves: stopped meanwhile, and two at once. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/lib/root.mjs';

test.setTimeout(600_000);

/** An export with its build, in a group of processes of its own. */
function exporting(out: string) {
  // An address that is left over in the environment is none of a build's.
  const env = { ...process.env, SITE: 'left over' };
  const args = ['scripts/export.mjs', '--out', out];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const building = join(root, `.work/export.new-${child.pid}`);
  return { child, ended, building };
}

/** The site generators that run in a group of processes. */
function generators(group: number): string[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes('astro.mjs') && /^ *\d+ +[^Z]/.test(line) && parseInt(line) === group);
}

test('an export that is stopped while it builds leaves no process and no folder', async () => {
  test.skip(spawnSync('ps').error !== undefined, 'needs ps, to see what runs');
  const { outputDir } = test.info();
  mkdirSync(outputDir, { recursive: true });
  const { child, ended, building } = exporting(join(outputDir, 'out'));
  const begun = () => existsSync(building) && readdirSync(building).length > 0;
  await expect.poll(begun, { timeout: 300_000 }).toBe(true);
  expect(generators(child.pid!)).toHaveLength(1);
  child.kill('SIGTERM');
  expect(await ended).toBe(143);
  expect(existsSync(building)).toBe(false);
  expect(readdirSync(outputDir)).toEqual([]);
  expect(generators(child.pid!)).toEqual([]);
});

test('two exports at once do not disturb each other', async () => {
  const { outputDir } = test.info();
  mkdirSync(outputDir, { recursive: true });
  const outs = ['one', 'two'].map((name) => join(outputDir, name));
  const codes = outs.map((out) => exporting(out).ended);
  expect(await Promise.all(codes)).toEqual([0, 0]);
  const [one, two] = outs.map((out) => readFileSync(join(out, 'export.json'), 'utf8'));
  expect(one).toBe(two);
  rmSync(outputDir, { recursive: true });
});
