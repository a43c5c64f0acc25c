import { zstdCompressSync } from 'node:zlib';
import { decompress } from 'fzstd';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { decode85, encode85 } from '../../../../src/export/editions/base85.ts';
import { bytesOf, textOf } from '../../../../src/export/editions/files.ts';
import { withBeginning, withoutHead } from '../../../../src/export/editions/frame.ts';
import { packed } from '../../../../src/export/editions/packed.ts';
import { facesFor, withinScript } from '../../../../src/export/editions/single.ts';

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

const drawing = (title: string) =>
  `<astro-island><div aria-label="${title}" data-figure="${title}"><svg class="wide" viewBox="0 0 820 9"><path d="M0 0H820"/></svg>` +
  '<svg class="narrow" viewBox="0 0 360 400"><g class="x y" data-a="b"><path class="rule" d="M0 100H360"/>' +
  '<path class="gone" d="M0 0H1"/></g><text x="9" y="120"><tspan class="rule">Some</tspan> &lt;words</text></svg>' +
  '<ul class="legend"><li><svg viewBox="0 0 9 9"><path class="rule" d="M1 1"/></svg> a sign</li></ul></div></astro-island>';
const page =
  '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A &amp; B</title>' +
  '<meta name="description" content="Of something"><style>p{color:red}@font-face{font-family:Stand;src:local("Arial")}' +
  ':root{--sheet:#fff;--ink:#111111}@media (prefers-color-scheme:dark){:root{--sheet:#000;--ink:#eeeeee}}' +
  'svg{fill:none}text{fill:var(--ink)}.rule{stroke:var(--ink)}.gone{display:none}</style></head><body>' +
  '<a class="skip" href="#main">Skip</a><header class="top">Strip</header>' +
  '<main><h1>A <em>story</em></h1><p class="x">Text &lt;3<sup class="cite"><a href="#n">1</a></sup>.</p>' +
  `<p><a href="#">Here</a><span>there</span></p>${drawing('One')}${drawing('Two')}${drawing('One')}` +
  '<details><summary>Data</summary><div><table><tr><th scope="col">No</th></tr><tr><td>1</td></tr></table></div></details>' +
  '<details><summary>More</summary>folded</details></main><script>1</script></body></html>';

/** What a browser does with the file: the page inside, and the text beside it. */
function opened(html: string): { page: string; plain: string } {
  const [, plain = ''] = /<noscript id="plain">(.*)<\/noscript>/.exec(html) ?? [];
  const [, text = ''] = /id="packed">([^<]*)</.exec(html) ?? [];
  const beginning = bytesOf(plain);
  const all = decompress(withBeginning(beginning, decode85(text)));
  return { page: textOf(all.subarray(beginning.length)), plain };
}

const roomy = { missing: 'Figures & notes are packed.', most: 1e6 };

test('a packed page holds the page, its name, and its text for readers without scripts', async () => {
  const html = await packed(page, { ...roomy, address: 'https://a.example/b/' });
  const { page: inside, plain } = opened(html);
  expect(inside).toBe(page);
  expect(html).toContain('<html lang="en-GB">');
  expect(html).toContain('<title>A &amp; B</title><meta name="description" content="Of something">');
  expect(plain).toContain(
    '<p>Figures &amp; notes are packed. <a href="https://a.example/b/">https://a.example/b/</a></p>' +
      '<h1>A <em>story</em></h1> <p>Text &lt;3.</p> <p>Here there</p> <svg class="sketch"',
  );
  expect(plain).not.toMatch(/Skip|Strip|folded|More|data-|class="(?:x|rule|gone)/);
});

test('figures are drawn for them as they begin, in both themes, with signs and data', async () => {
  const html = await packed(page, roomy);
  const { plain } = opened(html);
  const [, first = '', second = '', again = ''] = plain.split('<svg class="sketch" ');
  expect(first).toMatch(
    /^role="img" aria-label="One" viewBox="0 95 360 \d+"><path class="(\w+)" d="M0 100H360"\/><text x="9" y="120">/,
  );
  expect(first).toMatch(
    /<tspan class="\w+">Some<\/tspan><tspan class="\w+"> &lt;words<\/tspan><\/text><\/svg>/,
  );
  expect(first).toMatch(
    /<p class="signs"><span><svg viewBox="0 0 9 9"><path class="\w+" d="M1 1"\/><\/svg> a sign<\/span> <\/p>/,
  );
  expect(second).toMatch(/^role="img" aria-label="Two"/);
  expect(again).toMatch(/^role="img" aria-label="One"/);
  const [, rule] = /<path class="(\w+)" d="M0 100/.exec(first) ?? [];
  const [, looks = ''] = /<style>(.*?)<\/style>/.exec(html) ?? [];
  expect(looks).toContain(`.${rule}{fill:none;stroke:#111111}`);
  expect(looks).toMatch(
    new RegExp(`@media \\(prefers-color-scheme:dark\\)\\{.*\\.${rule}\\{stroke:#eeeeee\\}`),
  );
  expect(looks).toContain('@font-face{font-family:Stand;src:local("Arial")}');
  expect(plain).toContain(
    '<details><summary>Data</summary><div class="table"><table><tr><th>No</th></tr><tr><td>1</td></tr></table></div></details>',
  );
});

test('what does not fit is left out: first figures that come again, then data, then figures', async () => {
  const shown = async (most: number) => {
    const { plain, page: inside } = opened(await packed(page, { ...roomy, most }));
    expect(inside).toBe(page);
    return { figures: plain.split('class="sketch"').length - 1, tables: plain.split('<table>').length - 1 };
  };
  const whole = Buffer.byteLength(await packed(page, roomy));
  expect(await shown(whole)).toEqual({ figures: 3, tables: 1 });
  expect(await shown(whole - 1)).toEqual({ figures: 2, tables: 1 });
  const found: string[] = [];
  for (let most = whole; found.at(-1) !== '00'; most -= 10) {
    const { figures, tables } = await shown(most);
    if (found.at(-1) !== `${figures}${tables}`) found.push(`${figures}${tables}`);
  }
  expect(found).toEqual(['31', '21', '20', '10', '00']);
});

test('a text is packed without what lies beside it, and put together again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      fc.nat(4),
      (a, b, times) => {
        const beginning = bytesOf(a.repeat(times));
        const rest = bytesOf(b + a);
        const frame = zstdCompressSync(rest, { dictionary: beginning });
        const all = decompress(withBeginning(beginning, withoutHead(frame, rest.length)));
        expect(textOf(all.subarray(beginning.length))).toBe(b + a);
      },
    ),
  );
  const long = bytesOf('The same words again and again, with a number: '.repeat(9000));
  const frame = withoutHead(zstdCompressSync(long, { dictionary: long }), long.length);
  expect(frame.length).toBeLessThan(200);
  expect(textOf(decompress(withBeginning(long, frame)))).toBe(textOf(long).repeat(2));
  expect(() => withoutHead(bytesOf('no frame'), 8)).toThrow('This is not a frame');
});

test('the policy of a packed page lets the page inside run, and nothing from elsewhere', async () => {
  const html = await packed(page, roomy);
  const [, policy = ''] = /content="(default-src[^"]*)"/.exec(html) ?? [];
  expect(policy).toMatch(
    /script-src( 'sha256-[^']+'){2}; style-src( 'sha256-[^']+'){2}; img-src data:; font-src data:; connect-src 'none'/,
  );
  expect(policy).not.toMatch(/'self'|unsafe|\*/);
});

test('a script within a page cannot end it', () => {
  expect(withinScript('a("</script><!--");b(`</SCRIPT >`)')).toBe('a("<\\/script><\\!--");b(`<\\/SCRIPT >`)');
});

test('the italic is kept where something is set in it, now or in a step to come', () => {
  const roman = '@font-face{font-family:A;font-style:normal;src:url(a)}';
  const italic = '@font-face{font-family:A;font-style:italic;src:url(b)}';
  const faces = (body: string, script: string, rule = '.sea{font-style:italic}') =>
    facesFor(`<style>.a{color:red}${rule}</style>${body}`, script, roman + italic);
  expect(faces('<p class="land">', 'x("land")')).toBe(roman);
  expect(faces('<p class="deep sea">', '')).toBe(roman + italic);
  expect(faces('<p class="land">', 'm(`<text class="sea x">`)')).toBe(roman + italic);
  expect(faces('<script type="application/json">{"kind":"sea"}</script>', '')).toBe(roman + italic);
  expect(faces('<astro-island props="{&quot;kind&quot;:&quot;sea&quot;}">', '')).toBe(roman + italic);
  expect(faces('<p class="land">By sea.</p>', 'season("seaside")')).toBe(roman);
  expect(faces('<p><em>so</em></p>', '')).toBe(roman + italic);
  expect(faces('<p>', '', 'q{font:italic 1rem A}')).toBe(roman + italic);
  expect(faces('<p>', '', '@font-face{font-family:B;font-style:italic;src:local("C")}')).toBe(roman);
});
