import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfigFile: 'scripts/eslint.config.mjs' });

async function complaints(file: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, { filePath: file });
  return result?.messages.map(({ message }) => message) ?? [];
}

const component = (source: string) => `<script lang="ts">\n  ${source}\n</script>\n`;

describe('the arrows between the folders', () => {
  test.each([
    ['src/islands/kind/Kind.svelte', '../../model/types.ts', true],
    ['src/islands/kind/Kind.svelte', '../../scene/playback.svelte.ts', true],
    ['src/islands/kind/Kind.svelte', '../../components/words.ts', false],
    ['src/scene/Any.svelte', '../islands/data.ts', false],
    ['src/scene/Any.svelte', './reading.ts', true],
    ['src/geometry/Any.svelte', '../model/types.ts', true],
    ['src/geometry/Any.svelte', '../scene/reading.ts', false],
    ['src/geometry/Any.svelte', 'node:fs', false],
    ['src/model/Any.svelte', '../geometry/text.ts', false],
    ['src/export/Any.svelte', '../model/types.ts', false],
    ['src/components/Any.svelte', '../islands/data.ts', true],
    ['src/components/Any.svelte', '../pages/index.astro', false],
  ])('%s imports %s: %s', async (file, from, allowed) => {
    const found = await complaints(file, component(`import { a } from '${from}'; a();`));
    expect(found.filter((message) => message.includes('is restricted'))).toHaveLength(allowed ? 0 : 1);
  });

  test('each moving library is known by one file', async () => {
    const importing = (name: string) => component(`import { a } from '${name}'; a();`);
    const gsap =
      "'gsap' import is restricted from being used by a pattern. Only src/scene/motion.ts knows gsap.";
    expect(await complaints('src/islands/kind/Kind.svelte', importing('gsap'))).toContain(gsap);
    expect(await complaints('src/scene/Any.svelte', importing('scrollama'))).toHaveLength(1);
  });
});

test('the pure folders may not touch the page', async () => {
  const found = await complaints('src/geometry/Any.svelte', component('document.title; window.name;'));
  expect(found.filter((message) => message.includes('runs outside the browser too'))).toHaveLength(2);
});

test('pages carry no style attributes', async () => {
  const message = /allows no style attributes/;
  const inIsland = await complaints('src/islands/kind/Kind.svelte', '<p style:color="red">a</p>\n');
  const inPage = await complaints('src/pages/any.astro', '<p style="color: red">a</p>\n');
  expect(inIsland.some((each) => message.test(each))).toBe(true);
  expect(inPage.some((each) => message.test(each))).toBe(true);
});
