import { describe, expect, it } from 'vitest';
import { drawStills } from '../../../src/export/stills.ts';
import { pictureOf } from '../../../src/export/stills/picture.ts';
import { withStills } from '../../../src/export/stills/pages.ts';
import { pageOf } from './stills/page.ts';

const STYLES = [
  `@layer tokens{:root{--sheet:#eef1f2;--ink:#17222d;--font-label:"Archivo",Arial}
   @media (prefers-color-scheme:dark){:root{--sheet:#0d2745;--ink:#eaf1f6}}}`,
  `svg{font:400 17.6px/1 var(--font-label);fill:none}svg.narrow{font-size:15px}text{fill:var(--ink)}
   .rule{stroke:var(--ink);stroke-width:2px}.hit{fill:transparent}.gone{display:none}.same{fill:#c2273b}
   .legend{color:var(--ink);font:400 13px/1.4 var(--font-label)}`,
];
const NARROW = '<svg class="narrow" viewBox="0 0 360 100"><text x="0" y="20">Narrow</text></svg>';

function figure(wide: string, beside = '', box = '0 0 820 400') {
  return pageOf(
    STYLES,
    `<section data-still="gulf/drone" data-title="Ten &lt; twelve" data-alt="A &quot;map&quot;."><figure><div data-figure="map">
     <div class="wide"><svg viewBox="${box}">${wide}</svg></div>${NARROW}${beside}</div></figure></section>`,
  );
}

async function wideOf(...page: Parameters<typeof figure>) {
  const still = (await drawStills(figure(...page))).get('/stills/gulf/drone.svg');
  if (!still) throw new Error('no still');
  return still;
}

describe('a still', () => {
  it('comes in both layouts, as a whole document with a name and a description', async () => {
    const stills = await drawStills(figure('<path class="rule" d="M0 10H820"/>'));
    expect([...stills.keys()]).toEqual(['/stills/gulf/drone.svg', '/stills/gulf/drone-narrow.svg']);
    const { svg, width, height } = stills.get('/stills/gulf/drone.svg')!;
    expect(svg).toMatch(/^<svg id="bare" xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toContain('xml:lang="en-GB" role="img" aria-labelledby="title" aria-describedby="desc"');
    expect(svg).toContain(
      '<title id="title">Ten &lt; twelve</title><desc id="desc">A &quot;map&quot;.</desc>',
    );
    expect(svg).toContain(`width="${width}" height="${height}"`);
    expect(svg.trimEnd().endsWith('</svg>')).toBe(true);
  });

  it('carries the light theme in attributes and the dark one by media query', async () => {
    const { svg } = await wideOf('<path class="rule" d="M0 10H820"/><circle class="same" r="5"/>');
    const [, name] =
      /<path d="M0 10H820" class="(\w+)" fill="none" stroke="#17222d" stroke-width="2"\/>/.exec(svg) ?? [];
    const [, sheet] = /<rect id="sheet" [^>]*class="(\w+)" fill="#eef1f2"\/>/.exec(svg) ?? [];
    const [, dark] = /@media \(prefers-color-scheme:dark\)\{(.*)\}<\/style>/.exec(svg) ?? [];
    expect(dark).toContain(`.${name}{stroke:#eaf1f6}`);
    expect(dark).toContain(`.${sheet}{fill:#0d2745}`);
    expect(svg).toContain('<circle r="5" fill="#c2273b"/>');
    expect(svg).not.toContain('var(');
  });

  it('leaves out what is not seen, and the drawing’s hooks', async () => {
    const { svg } = await wideOf(
      `<g data-event="x" tabindex="0" aria-label="y"><rect class="hit" width="9" height="9"/><path class="rule" d=""/></g>
       <g class="gone"><circle class="same" r="1"/></g><g opacity="0"><circle class="same" r="2"/></g>
       <rect class="same" x="1" y="2" width="3" height="4"/>`,
    );
    expect(svg).not.toMatch(/data-|tabindex|aria-label=|<circle|<path d=""|width="9"/);
    expect(svg).toContain('<rect x="1" y="2" width="3" height="4" fill="#c2273b"/>');
  });

  it('sets text as outlines, where its anchor says', async () => {
    const { svg } = await wideOf(
      '<text x="100" y="50">Aa</text><text x="100" y="90" text-anchor="end">Aa</text>',
    );
    expect(svg).not.toContain('<text');
    const [start, end] = [...svg.matchAll(/translate\(([\d.]+) (?:50|90)\)scale\(0\.0176\)/g)].map((match) =>
      Number(match[1]),
    );
    expect(start).toBe(100);
    expect(end).toBeGreaterThan(77);
    expect(end).toBeLessThan(82);
    expect(svg.match(/<use /g)).toHaveLength(4);
    expect(svg.match(/<path id="g\d"/g)).toHaveLength(2);
  });

  it('paints outlined letters as one, the outline in the drawing’s measure', async () => {
    const { svg } = await wideOf(
      '<text x="1" y="50" stroke="#ffffff" stroke-width="4" paint-order="stroke">Aa</text>',
    );
    expect(svg).toMatch(
      /<path d="M0 0m[^"]+" transform="translate\(1 50\)scale\(0\.0176\)"[^>]* stroke-width="227.273" paint-order="stroke"/,
    );
  });

  it('keeps text that the fonts cannot set as text', async () => {
    const { svg } = await wideOf('<text x="10" y="50" text-anchor="middle">ایران &amp; b</text>');
    expect(svg).toMatch(
      /<text x="10" y="50" text-anchor="middle" font-family="Arial, sans-serif"[^>]*>ایران &amp; b<\/text>/,
    );
  });

  it('leaves out the empty sheet above and below, and clips what lies beyond the frame', async () => {
    const { svg, height } = await wideOf('<path class="rule" d="M0 100H820M0 200H820"/>');
    expect(svg).toContain('viewBox="-25 74 870 152"');
    expect(height).toBe(152);
    const clipped = await wideOf('<path class="rule" d="M0 100H820M0 200H2000"/>');
    expect(clipped.svg).toContain('<svg x="0" y="0" width="820" height="400" viewBox="0 0 820 400"><path');
  });

  it('brings along what the drawing refers to', async () => {
    const { svg } = await wideOf(
      `<defs><pattern id="p-land" width="6" height="6" patternUnits="userSpaceOnUse"><path class="rule" d="M0 0V6"/></pattern></defs>
       <path fill="url(#p-land)" d="M0 0H9V9Z"/><g id="twice"><circle class="same" r="3"/></g><use href="#twice" x="20"/>`,
    );
    expect(svg).toContain(
      '<pattern id="r0" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0V6"',
    );
    expect(svg).toContain('<path d="M0 0H9V9Z" fill="url(#r0)"/>');
    expect(svg).toContain('<g transform="translate(20 0)"><circle r="3" fill="#c2273b"/></g>');
  });

  it('keeps lines as thin as they are where they do not grow with the drawing', async () => {
    const { svg } = await wideOf(
      '<g transform="scale(0.5)"><path class="rule" vector-effect="non-scaling-stroke" d="M0 9H9"/></g>',
    );
    expect(svg).toContain('stroke-width="4"');
  });

  it('has the legend of its figure under it, and says from which width it can be read', async () => {
    const legend = `<details class="legend"><summary>Signs</summary><ul><li><svg viewBox="-10 -10 20 20"><circle class="same" r="9"/></svg> Talks</li>
      <li>Sanctions</li></ul></details><div class="short"><ul class="legend"><li>not mine</li></ul></div>`;
    const bare = await wideOf('<text x="0" y="20">Drone</text>');
    const { svg, height, legibleFrom } = await wideOf('<text x="0" y="20">Drone</text>', legend);
    expect(height).toBeGreaterThan(bare.height + 17);
    expect(svg).toContain('<circle r="9" fill="#c2273b"/>');
    expect(svg.match(/<use /g)).toHaveLength('DroneTalksSanctions'.length);
    expect(legibleFrom).toBe(Math.ceil((820 * 12) / 17.6));
  });

  it.each([
    ['<foreignObject/>', 'The still of gulf/drone (wide): Stills cannot draw <foreignobject>.'],
    [
      '<path d="M0 0H9" fill="url(#none)"/>',
      'The still of gulf/drone (wide): Stills cannot draw with "#none".',
    ],
    [
      '<text textLength="9">x</text>',
      'The still of gulf/drone (wide): Stills cannot set text with "textLength".',
    ],
    [
      '<text><textPath>x</textPath></text>',
      'The still of gulf/drone (wide): Stills cannot set text in <textPath>.',
    ],
  ])('says what it cannot draw: %s', async (wide, message) => {
    await expect(drawStills(figure(wide))).rejects.toThrow(message.replace('foreignobject', 'foreignObject'));
  });

  it('asks for both layouts', async () => {
    const page = pageOf(
      [],
      '<section data-still="a/b"><div data-figure="x"><svg class="narrow" viewBox="0 0 1 1"></svg></div></section>',
    );
    await expect(drawStills(page)).rejects.toThrow(
      'The still of a/b (wide): There is no "wide" drawing in the figure.',
    );
  });

  it('is the same each time, and light in its picture', async () => {
    const page = figure('<circle class="same" cx="400" cy="200" r="100"/>');
    const [first, second] = [await drawStills(page), await drawStills(page)];
    expect([...first.values()].map(({ svg }) => svg)).toEqual([...second.values()].map(({ svg }) => svg));
    const picture = await pictureOf(first.get('/stills/gulf/drone.svg')!.svg);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBe(1600);
    const { default: sharp } = await import('sharp');
    const { data } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    // Packing may move a colour by a step.
    for (const [i, channel] of [0xee, 0xf1, 0xf2].entries())
      expect(Math.abs((data[i] ?? 0) - channel)).toBeLessThan(2);
  });
});

describe('withStills', () => {
  const still = { svg: '', width: 870, height: 400, legibleFrom: 560 };
  const stills = new Map([
    ['/stills/a/b.svg', still],
    ['/stills/a/b-narrow.svg', { ...still, width: 382, height: 577 }],
  ]);

  it('gives each still its size, and the wide one the windows in which it can be read', () => {
    const html = pageOf(
      [],
      '<picture><source srcset="/stills/a/b-narrow.svg#bare" media="x"><img src="/stills/a/b.svg#bare" alt=""></picture>',
    );
    expect(withStills(html, stills)).toContain(
      '<picture><source width="382" height="577" srcset="/stills/a/b-narrow.svg#bare" media="screen and (width < 630px)">' +
        '<img width="870" height="400" src="/stills/a/b.svg#bare" alt=""></picture>',
    );
  });

  it('misses none', () => {
    expect(() => withStills('<img src="/stills/a/c.svg#bare">', stills)).toThrow(
      'There is no still /stills/a/c.svg.',
    );
  });
});
