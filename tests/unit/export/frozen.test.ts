import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bringKept,
  filesOf,
  freeze,
  frozenPage,
  keepEdition,
  writeEditions,
} from '../../../src/export/frozen.ts';

const words = { line: 'Newer: {version} of {date}.', link: 'Go', corrections: 'Corrections' };
const page = (text: string) =>
  `<!doctype html><html lang="en"><head><title>T</title></head><body>${text}<footer></footer></body></html>`;

describe('frozen editions', () => {
  let place: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'frozen-'));
  });
  afterEach(async () => {
    await rm(place, { recursive: true });
  });

  async function site(name: string, text: string): Promise<string> {
    const files = {
      'index.html': page(text),
      'chapters/one/index.html': page(`${text} one`),
      'oembed/story.json': '{"html":"https://s.example/a/embed/story/"}',
      'feed.xml': '<feed/>',
      '404.html': page('none'),
      'index.html.br': 'packed',
    };
    for (const [path, content] of Object.entries(files)) {
      const file = join(place, name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return join(place, name);
  }

  it('are the site once more, marked, without what belongs to the site as it is now', async () => {
    const dir = await site('new', 'text');
    await freeze(dir, '1.0.0', words, 'https://s.example/a');
    expect((await filesOf(dir)).filter((path) => path.startsWith('v/'))).toEqual([
      'v/1.0.0/chapters/one/index.html',
      'v/1.0.0/frozen.js',
      'v/1.0.0/index.html',
      'v/1.0.0/oembed/story.json',
    ]);
    const one = await readFile(join(dir, 'v/1.0.0/chapters/one/index.html'), 'utf8');
    expect(one).toContain('<html data-frozen="1.0.0" lang="en">');
    expect(one).toContain('<meta name="robots" content="noindex"><script src="../../frozen.js" defer>');
    expect(await readFile(join(dir, 'v/1.0.0/oembed/story.json'), 'utf8')).toBe(
      '{"html":"https://s.example/a/v/1.0.0/embed/story/"}',
    );
  });

  it('leave the canonical address to the latest, and have oEmbed of their own', () => {
    const html =
      '<html><head><link rel="canonical" href="https://s.example/a/">' +
      '<link rel="alternate" href="https://s.example/a/oembed/story.json"></head></html>';
    expect(frozenPage(html, '2', './', 'https://s.example/a')).toBe(
      '<html data-frozen="2"><head><link rel="canonical" href="https://s.example/a/">' +
        '<link rel="alternate" href="https://s.example/a/v/2/oembed/story.json">' +
        '<script src="./frozen.js" defer></script></head></html>',
    );
  });

  it('are carried over by later builds, and never changed', async () => {
    const keep = join(place, 'kept');
    const first = await site('first', 'first');
    await freeze(first, '1.0.0', words, undefined);
    expect(await bringKept(first, keep, '1.0.0')).toEqual(['1.0.0']);
    await writeFile(join(first, 'v/1.0.0/index.html.br'), 'packed');
    await keepEdition(first, keep, '1.0.0');

    const second = await site('second', 'second');
    await freeze(second, '1.1.0', words, undefined);
    expect(await bringKept(second, keep, '1.1.0')).toEqual(['1.0.0', '1.1.0']);
    await keepEdition(second, keep, '1.1.0');
    expect(await readFile(join(second, 'v/1.0.0/index.html'), 'utf8')).toContain('first');
    expect(await readFile(join(second, 'v/1.0.0/index.html.br'), 'utf8')).toBe('packed');

    // The same edition again, from the same content: nothing to do.
    const again = await site('again', 'second');
    await freeze(again, '1.1.0', words, undefined);
    expect(await bringKept(again, keep, '1.1.0')).toEqual(['1.0.0', '1.1.0']);

    const other = await site('other', 'changed');
    await freeze(other, '1.1.0', words, undefined);
    await expect(bringKept(other, keep, '1.1.0')).rejects.toThrow(
      'Edition 1.1.0 is frozen, and this build would change it (chapters/one/index.html).\n' +
        'Raise edition.version in story.yaml, or build from what it was made of. Nothing was written.',
    );
    expect(await readFile(join(keep, '1.1.0/index.html'), 'utf8')).toContain('second');
  });

  it('lie in a folder of their own: others are not published with them', async () => {
    const dir = await site('new', 'text');
    const keep = join(place, 'kept');
    await mkdir(join(keep, 'node_modules'), { recursive: true });
    await freeze(dir, '1.0.0', words, undefined);
    await expect(bringKept(dir, keep, '1.0.0')).rejects.toThrow(
      'The folder of --keep holds node_modules/, which is no edition (there is no frozen.js in it) and would be published.\n' +
        'Take a folder for editions alone. Nothing was written.',
    );
    expect(await readdir(join(dir, 'v'))).toEqual(['1.0.0']);
  });

  it('refuse a name that leads elsewhere', async () => {
    const dir = await site('new', 'text');
    await expect(freeze(dir, '../../up', words, undefined)).rejects.toThrow(
      '"../../up" cannot be a part of an address: edition.version needs another name.',
    );
  });

  it('are told which is the latest, and which pages it has', async () => {
    const dir = await site('new', 'text');
    await freeze(dir, '1.0.0', words, undefined);
    await writeEditions(dir, { version: '1.0.0', date: 'a day', corrections: 2 }, ['1.0.0']);
    expect(JSON.parse(await readFile(join(dir, 'editions.json'), 'utf8'))).toEqual({
      latest: { version: '1.0.0', date: 'a day', corrections: 2, pages: ['chapters/one/', ''] },
      kept: ['1.0.0'],
    });
  });
});
