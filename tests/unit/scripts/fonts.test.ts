import { create } from 'fontkit';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FONT_BUDGET, makeFonts, storyCharacters } from '../../../scripts/fonts.mjs';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fonts-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function story(name: string, text: string): Promise<string> {
  const folder = join(dir, name);
  await mkdir(join(folder, 'chapters'), { recursive: true });
  await writeFile(join(folder, 'chapters/one.md'), text);
  return folder;
}

describe('storyCharacters', () => {
  test('are those of every file, in both cases, with ASCII and typographic marks', async () => {
    const characters = await storyCharacters(await story('characters', 'Zürich, Ōsaka\n'));
    for (const character of 'üÜōŌ~…’\u00a0') expect(characters).toContain(character);
    for (const character of '\n\u0301') expect(characters).not.toContain(character);
    expect(new Set(characters).size).toBe(Array.from(characters).length);
  });

  test("hold the names of the months in the story's language", async () => {
    const folder = await story('language', 'text');
    await writeFile(join(folder, 'story.yaml'), 'language: de-AT\n');
    expect(await storyCharacters(folder)).toContain('ä');
    await writeFile(join(folder, 'story.yaml'), 'language: no language\n');
    expect(await storyCharacters(folder)).not.toContain('ä');
  });
});

describe('makeFonts', () => {
  test('gives the same bytes each time, within the budget, and works once only', async () => {
    const folder = await story('twice', 'Plain text');
    const first = await makeFonts({ story: folder, to: join(dir, 'first') });
    const second = await makeFonts({ story: folder, to: join(dir, 'second') });
    expect(first.made).toBe(true);
    expect(first.files.length).toBeGreaterThan(3);
    for (const { name } of first.files) {
      const [a, b] = await Promise.all(['first', 'second'].map((to) => readFile(join(dir, to, name))));
      expect(a?.equals(b as Buffer), name).toBe(true);
    }
    expect(second.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(FONT_BUDGET);
    expect((await makeFonts({ story: folder, to: join(dir, 'first') })).made).toBe(false);
  });

  test('puts characters beyond Latin-1 into files with their range, asked for only where they occur', async () => {
    const to = join(dir, 'extended');
    const { files } = await makeFonts({ story: await story('extended', 'Ōsaka'), to });
    const css = await readFile(join(to, 'fonts.css'), 'utf8');
    expect(files.map(({ name }) => name)).toContain('newsreader-400-2.woff2');
    expect(css).toMatch(/newsreader-400-2\.woff2'\) format\('woff2'\);\n {2}unicode-range: U\+14C, U\+14D;/);
    expect(await readFile(join(to, 'preload.ts'), 'utf8')).not.toContain('-2.woff2');
    const font = create(await readFile(join(to, 'newsreader-400-2.woff2')));
    expect(font.hasGlyphForCodePoint(0x14d)).toBe(true);
    expect(font.hasGlyphForCodePoint(0x61)).toBe(false);
  });

  test('makes them anew when the story has a new character', async () => {
    const to = join(dir, 'changed');
    await makeFonts({ story: await story('before', 'a'), to });
    const { made } = await makeFonts({ story: await story('after', 'é'), to });
    expect(made).toBe(true);
    expect(create(await readFile(join(to, 'newsreader-400.woff2'))).hasGlyphForCodePoint(0xe9)).toBe(true);
  });
});
