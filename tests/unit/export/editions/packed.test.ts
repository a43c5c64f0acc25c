import { decompress } from 'fzstd';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { decode85, encode85 } from '../../../../src/export/editions/base85.ts';
import { textOf } from '../../../../src/export/editions/files.ts';
import { packed } from '../../../../src/export/editions/packed.ts';
import { withinScript } from '../../../../src/export/editions/single.ts';

test('whatever is written in 85 characters is read back, and ends no script', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = encode85(bytes);
      expect(text).not.toMatch(/[<>&"'\\\s]/);
      expect(text.length).toBe(1 + Math.ceil(bytes.length / 4) * 5);
      expect([...decode85(text)]).toEqual([...bytes]);
    }),
  );
});

const page =
  '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A &amp; B</title>' +
  '<meta name="description" content="Of something"><style>p{color:red}</style></head><body>' +
  '<a class="skip" href="#main">Skip</a><header class="top">Strip</header>' +
  '<main><h1>A <em>story</em></h1><p class="x">Text &lt;3<sup class="cite"><a href="#n">1</a></sup>.</p>' +
  '<astro-island>drawing</astro-island><details>data</details></main><script>1</script></body></html>';

test('a packed page holds the page, its name, and its text for readers without scripts', async () => {
  const html = await packed(page, 'Figures & notes are packed.');
  const [, text = ''] = /id="packed">([^<]*)</.exec(html) ?? [];
  expect(textOf(decompress(decode85(text)))).toBe(page);
  expect(html).toContain('<html lang="en-GB">');
  expect(html).toContain('<title>A &amp; B</title><meta name="description" content="Of something">');
  const [, plain = ''] = /<noscript>(.*)<\/noscript>/.exec(html) ?? [];
  expect(plain).toBe('<p>Figures &amp; notes are packed.</p><h1>A <em>story</em></h1><p>Text &lt;3.</p>');
});

test('the policy of a packed page lets the page inside run, and nothing from elsewhere', async () => {
  const html = await packed(page, '');
  const [, policy = ''] = /content="(default-src[^"]*)"/.exec(html) ?? [];
  expect(policy).toMatch(
    /script-src( 'sha256-[^']+'){2}; style-src 'sha256-[^']+'; img-src data:; font-src data:; connect-src 'none'/,
  );
  expect(policy).not.toMatch(/'self'|unsafe|\*/);
});

test('a script within a page cannot end it', () => {
  expect(withinScript('a("</script><!--");b(`</SCRIPT >`)')).toBe('a("<\\/script><\\!--");b(`<\\/SCRIPT >`)');
});
