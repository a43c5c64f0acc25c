/** Where an export goes: what it replaces, what it leaves alone, and what happens when it is stopped. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { exportStory } from '../../../scripts/export.mjs';
import { replaceOut } from '../../../scripts/lib/out-dir.mjs';
import { root } from '../../../scripts/lib/root.mjs';
import { bytesOf, readFiles, sha256 } from '../../../src/export/editions/files.ts';
import { MANIFEST, manifestOf } from '../../../src/export/editions/manifest.ts';
import { dist } from '../site.ts';

const about = {
  title: 'A',
  description: '',
  language: 'en',
  version: '1',
  date: '2026-01-01',
  licence: { code: '', text: '' },
};
const exported = (text: string) => {
  const files = new Map([
    ['web/index.html', bytesOf(text)],
    ['web/a/b.txt', bytesOf('b')],
  ]);
  return new Map([...files, [MANIFEST, manifestOf(about, files)]]);
};

/** The names and hashes of all that lies in a folder. */
async function state(dir: string): Promise<Record<string, string>> {
  return Object.fromEntries([...(await readFiles(dir))].map(([path, bytes]) => [path, sha256(bytes)]));
}

/** All that lies in a folder, links and empty folders too, each by its path. */
async function tree(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const lines = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) return `${path} to ${readlinkSync(path)}`;
    return entry.isFile() ? `${path} ${sha256(readFileSync(path))}` : path;
  });
  return lines.sort();
}

/** A folder with an earlier export in it, `export/`. */
async function withExport(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await replaceOut(join(folder, 'export'), () => Promise.resolve(exported('first')));
  return join(folder, 'export');
}

test('an earlier export is replaced whole, and nothing is left beside it', async () => {
  const { outputDir } = test.info();
  const out = await withExport(outputDir);
  writeFileSync(join(out, '.DS_Store'), '');
  await replaceOut(out, () => Promise.resolve(new Map([['only.txt', bytesOf('second')]])));
  expect(Object.keys(await state(out))).toEqual(['only.txt']);
  expect(readdirSync(outputDir)).toEqual(['export']);
});

test.describe('refuses, and leaves alone,', () => {
  const refusals: readonly { what: string; change: (out: string) => void; says: RegExp }[] = [
    {
      what: 'a folder that is no export',
      change: (out) => rmSync(join(out, MANIFEST)),
      says: /export\/? is not an earlier export; it was left as it is\. Take a folder that is not there yet\.$/,
    },
    {
      what: 'an export with a file of someone else in it',
      change: (out) => writeFileSync(join(out, 'web/notes.txt'), 'mine'),
      says: /was left as it is: web\/notes\.txt in it was put there by someone else\. Move it away, or take another folder\.$/,
    },
    {
      what: 'an export that someone has changed',
      change: (out) => writeFileSync(join(out, 'web/index.html'), 'mine'),
      says: /was left as it is: web\/index\.html in it was changed since it was exported\./,
    },
    {
      what: 'a file',
      change: (out) => {
        rmSync(out, { recursive: true });
        writeFileSync(out, 'mine');
      },
      says: /is not a folder; it was left as it is\.$/,
    },
    {
      what: 'an empty folder',
      change: (out) => {
        rmSync(out, { recursive: true });
        mkdirSync(out);
      },
      says: /is not an earlier export; it was left as it is\./,
    },
    {
      what: 'a link to an export',
      change: (out) => {
        renameSync(out, `${out}-elsewhere`);
        symlinkSync(`${out}-elsewhere`, out);
      },
      says: /is not a folder; it was left as it is\.$/,
    },
    {
      what: 'a link that leads nowhere',
      change: (out) => {
        rmSync(out, { recursive: true });
        symlinkSync('nowhere', out);
      },
      says: /is not a folder; it was left as it is\.$/,
    },
    {
      what: 'an export with a link in it',
      change: (out) => symlinkSync('a', join(out, 'web/all')),
      says: /was left as it is: web\/all in it was put there by someone else\./,
    },
    {
      what: 'an export with a link in the place of a file',
      change: (out) => {
        renameSync(join(out, 'web/a/b.txt'), join(out, '../b.txt'));
        symlinkSync('../../../b.txt', join(out, 'web/a/b.txt'));
      },
      says: /was left as it is: web\/a\/b\.txt in it was changed since it was exported\./,
    },
    {
      what: 'an export with an empty folder in it',
      change: (out) => mkdirSync(join(out, 'web/a/mine')),
      says: /was left as it is: web\/a\/mine in it was put there by someone else\./,
    },
  ];
  for (const { what, change, says } of refusals) {
    test(what, async () => {
      const { outputDir } = test.info();
      const out = await withExport(outputDir);
      change(out);
      const before = await tree(outputDir);
      await expect(exportStory({ from: dist, out: `${out}/` })).rejects.toThrow(says);
      expect(await tree(outputDir)).toEqual(before);
    });
  }

  test('the folder that it is called in', () => {
    const { outputDir } = test.info();
    mkdirSync(outputDir, { recursive: true });
    writeFileSync(join(outputDir, 'notes.txt'), 'mine');
    const args = [join(root, 'scripts/export.mjs'), '--no-build', '--out', '.'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: outputDir, encoding: 'utf8' });
    expect(stderr).toContain('This folder is not an earlier export; it was left as it is.');
    expect(status).toBe(1);
    expect(readdirSync(outputDir)).toEqual(['notes.txt']);
  });

  test('a folder that a build replaces, by a link too', async () => {
    const { outputDir } = test.info();
    mkdirSync(outputDir, { recursive: true });
    symlinkSync(dist, join(outputDir, 'link'));
    for (const folder of [dist, join(outputDir, 'link')]) {
      await expect(exportStory({ from: dist, out: join(folder, 'export') })).rejects.toThrow(
        /lies in .*dist\/, which each build replaces: take another folder\.$/,
      );
    }
    expect(existsSync(join(dist, 'export'))).toBe(false);
  });

  test('an export that someone puts a file into while the new one is made', async () => {
    const { outputDir } = test.info();
    const out = await withExport(outputDir);
    const make = () => {
      writeFileSync(join(out, 'notes.txt'), 'mine');
      return Promise.resolve(exported('second'));
    };
    await expect(replaceOut(out, make)).rejects.toThrow(
      /was left as it is: notes\.txt in it was put there by someone else\./,
    );
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(out, 'web/index.html'), 'utf8')).toBe('first');
    expect(readdirSync(outputDir)).toEqual(['export']);
  });
});

test('a folder above that is not there is named', async () => {
  const { outputDir } = test.info();
  await expect(exportStory({ from: dist, out: join(outputDir, 'no/where') })).rejects.toThrow(
    /could not be written: the folder above it is not there; nothing was written\.$/,
  );
  expect(existsSync(outputDir)).toBe(false);
});

test('whatever goes wrong while it is made, the earlier export stays', async () => {
  const { outputDir } = test.info();
  const out = await withExport(outputDir);
  const before = await state(outputDir);
  await expect(replaceOut(out, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await state(outputDir)).toEqual(before);
});

/** An export that never comes to its end, once it has begun to write. */
async function endlessExport(outputDir: string, out: string) {
  const lib = (name: string) => JSON.stringify(pathToFileURL(join(root, 'scripts/lib', name)).href);
  const code = `
    import { replaceOut } from ${lib('out-dir.mjs')};
    import { endOnSignals } from ${lib('run.mjs')};
    endOnSignals();
    const files = function* () {
      for (let n = 0; ; n++) yield ['web/' + (n % 50), new Uint8Array(99)];
    };
    await replaceOut(${JSON.stringify(out)}, files);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('exit', (status, signal) => resolve(status ?? signal)),
  );
  await expect.poll(() => existsSync(join(outputDir, `.export.new-${child.pid}/web/9`))).toBe(true);
  return { child, ended };
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  test(`${signal} in the middle: the earlier export stays, nothing is left beside it`, async () => {
    const { outputDir } = test.info();
    const out = await withExport(outputDir);
    const before = await state(outputDir);
    const { child, ended } = await endlessExport(outputDir, out);
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(await state(outputDir)).toEqual(before);
    expect(readdirSync(outputDir)).toEqual(['export']);
  });
}

test('SIGKILL in the middle: the earlier export stays, and the next one clears what was left', async () => {
  const { outputDir } = test.info();
  const out = await withExport(outputDir);
  const before = await state(out);
  const { child, ended } = await endlessExport(outputDir, out);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect(await state(out)).toEqual(before);
  expect(readdirSync(outputDir).length).toBe(2);
  await replaceOut(out, () => Promise.resolve(exported('second')));
  expect(readdirSync(outputDir)).toEqual(['export']);
});

test('killed while it was put in its place: the earlier export comes back, whatever the next one does', async () => {
  const { outputDir } = test.info();
  const out = await withExport(outputDir);
  const before = await state(out);
  const gone = spawnSync(process.execPath, ['--version']).pid;
  renameSync(out, join(outputDir, `.export.old-${gone}`));
  mkdirSync(join(outputDir, `.export.new-${gone}`));
  await expect(replaceOut(out, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await state(out)).toEqual(before);
  expect(readdirSync(outputDir)).toEqual(['export']);
});

test('what a process left that was killed is put right by the next', async () => {
  const { outputDir } = test.info();
  const out = await withExport(outputDir);
  const gone = spawnSync(process.execPath, ['--version']).pid;
  mkdirSync(join(outputDir, `.export.new-${gone}/web`), { recursive: true });
  // In containers the next process often has the same number.
  for (const what of ['new', 'old'])
    mkdirSync(join(outputDir, `.export.${what}-${process.pid}/web`), { recursive: true });
  mkdirSync(join(outputDir, `.export.new-${process.ppid}`));
  mkdirSync(join(outputDir, `.other.new-${gone}`));
  await replaceOut(out, () => Promise.resolve(exported('second')));
  expect(readdirSync(outputDir).sort()).toEqual([
    `.export.new-${process.ppid}`,
    `.other.new-${gone}`,
    'export',
  ]);
  expect(readFileSync(join(out, 'web/index.html'), 'utf8')).toBe('second');
});

test('in a folder that may not be written to, the earlier export stays', async () => {
  test.skip(
    process.getuid?.() === 0,
    'root may write anywhere; a disk that can only be read is tested instead',
  );
  const { outputDir } = test.info();
  const out = await withExport(outputDir);
  const before = await state(outputDir);
  chmodSync(outputDir, 0o555);
  try {
    await expect(exportStory({ from: dist, out })).rejects.toThrow(
      /could not be written: the folder above it may not be written to; the earlier export is as it was\.$/,
    );
    expect(await state(outputDir)).toEqual(before);
  } finally {
    chmodSync(outputDir, 0o755);
  }
});

test.describe('on a disk of its own', () => {
  const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
  const disk = (outputDir: string) => {
    mkdirSync(outputDir, { recursive: true });
    const made = process.getuid?.() === 0 && mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', outputDir);
    test.skip(!made, 'needs to mount a small disk, which only root may');
  };
  test.afterEach(() => {
    const { outputDir } = test.info();
    spawnSync('umount', [outputDir]);
  });

  test('that is full, the earlier export stays', async () => {
    const { outputDir } = test.info();
    disk(outputDir);
    const out = await withExport(outputDir);
    const before = await state(outputDir);
    await expect(exportStory({ from: dist, out })).rejects.toThrow(
      /could not be written: the disk is full; the earlier export is as it was\.$/,
    );
    expect(await state(outputDir)).toEqual(before);
    expect(readdirSync(outputDir)).toEqual(['export']);
  });

  test('that can only be read, the earlier export stays', async () => {
    const { outputDir } = test.info();
    disk(outputDir);
    const out = await withExport(outputDir);
    expect(mount('-o', 'remount,ro', outputDir)).toBe(true);
    const before = await state(outputDir);
    await expect(exportStory({ from: dist, out })).rejects.toThrow(
      /could not be written: the disk can only be read; the earlier export is as it was\.$/,
    );
    expect(await state(outputDir)).toEqual(before);
  });
});
