import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { wordpressZip } from '../../../scripts/lib/wordpress.mjs';
import { find } from '../../../scripts/tools.mjs';

const loader = new TextEncoder().encode('/* the loader */');
const dir = mkdtempSync(join(tmpdir(), 'plugin-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("the plugin's zip", () => {
  test('holds the plugin in its folder, with the loader and the address', async () => {
    const files = unzipSync(await wordpressZip(loader, 'https://story.example/six'));
    expect(Object.keys(files)).toEqual([
      'story-embed/block/block.json',
      'story-embed/block/editor.asset.php',
      'story-embed/block/editor.js',
      'story-embed/default-bases.txt',
      'story-embed/includes/addresses.php',
      'story-embed/includes/embeds.php',
      'story-embed/includes/loader.php',
      'story-embed/includes/markup.php',
      'story-embed/includes/settings.php',
      'story-embed/license.txt',
      'story-embed/readme.txt',
      'story-embed/story-embed.php',
      'story-embed/uninstall.php',
      'story-embed/v1.js',
    ]);
    expect(textOf(files['story-embed/v1.js'])).toBe(textOf(loader));
    expect(textOf(files['story-embed/default-bases.txt'])).toBe('https://story.example/six/\n');
    expect(textOf(files['story-embed/license.txt'])).toContain('GNU GENERAL PUBLIC LICENSE');
  });

  test('names no address where none is known', async () => {
    expect(Object.keys(unzipSync(await wordpressZip(loader)))).not.toContain('story-embed/default-bases.txt');
  });

  test('is the same bytes each time, at whatever hour and place', async () => {
    const zip = await wordpressZip(loader, 'https://story.example');
    const { TZ } = process.env;
    vi.useFakeTimers({ now: new Date('2031-07-01T23:30:00Z'), toFake: ['Date'] });
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      expect(Buffer.compare(zip, await wordpressZip(loader, 'https://story.example/'))).toBe(0);
    } finally {
      vi.useRealTimers();
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
  });

  test('says the same version in each place, and the licence', async () => {
    const files = unzipSync(await wordpressZip(loader));
    const main = textOf(files['story-embed/story-embed.php']);
    const [, version = ''] = /^ \* Version: +(\S+)$/m.exec(main) ?? [];
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const readme = textOf(files['story-embed/readme.txt']);
    expect(readme).toContain(`Stable tag: ${version}\n`);
    expect(readme).toContain(`= ${version} =`);
    expect(textOf(files['story-embed/block/editor.asset.php'])).toContain(`'version'      => '${version}'`);
    for (const text of [main, readme]) expect(text).toMatch(/License: +GPL-2\.0-or-later/);
  });

  test('runs nothing that it is given, asks no other server, and cannot be opened by itself', async () => {
    for (const [name, bytes] of Object.entries(unzipSync(await wordpressZip(loader)))) {
      if (!name.endsWith('.php')) continue;
      const code = textOf(bytes);
      expect(code, name).not.toMatch(
        /\b(eval|assert|create_function|exec|system|passthru|shell_exec|unserialize|wp_remote_\w+|file_get_contents|curl_\w+)\s*\(/,
      );
      if (!name.endsWith('.asset.php')) expect(code, name).toMatch(/defined\( '\w+' \) \|\| exit;/);
    }
  });

  const php = find('php');
  test.skipIf(!php)('is PHP without mistakes', { timeout: 60_000 }, async () => {
    for (const [name, bytes] of Object.entries(unzipSync(await wordpressZip(loader)))) {
      if (!name.endsWith('.php')) continue;
      const file = join(dir, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      const { status, stdout, stderr } = spawnSync(php ?? '', ['-l', file], { encoding: 'utf8' });
      expect(`${stdout}${stderr}`.trim(), name).toBe(`No syntax errors detected in ${file}`);
      expect(status, name).toBe(0);
    }
  });
});
