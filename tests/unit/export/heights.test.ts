import { describe, expect, it } from 'vitest';
import { frameHeight, withHeights } from '../../../src/export/heights.ts';

const page = (main: string) =>
  `<!doctype html><html><head><title>T</title><style>a{}</style></head><body><script type="application/json">{"a":"${'x'.repeat(5000)}"}</script><main>${main}</main></body></html>`;
const words = (n: number) => Array.from({ length: n }, () => 'seven').join(' ');

describe('the height of a frame', () => {
  it('grows with the text, line by line', () => {
    const [short, long] = [
      frameHeight(page(`<p>${words(10)}</p>`)),
      frameHeight(page(`<p>${words(110)}</p>`)),
    ];
    // 100 words more, some seven to a line of 27 px.
    expect(long - short).toBeGreaterThan((100 / 8.5) * 27);
    expect(long - short).toBeLessThan((100 / 5) * 27);
  });

  it('is that of a drawing at the width of the column', () => {
    const none = frameHeight(page('<p>A</p>'));
    const drawn = frameHeight(page('<p>A</p><figure><div><svg viewBox="0 0 360 720"></svg></div></figure>'));
    expect(drawn - none).toBeGreaterThan(2 * 311);
    expect(drawn - none).toBeLessThan(2 * 311 * 1.2);
  });

  it('has nothing of what is not shown in a narrow frame', () => {
    const hidden = [
      `<p class="unseen">${words(50)}</p>`,
      `<div hidden><p>${words(50)}</p></div>`,
      `<div popover><p>${words(50)}</p></div>`,
      '<div class="wide"><svg viewBox="0 0 820 400"></svg></div>',
      `<picture class="still"><img src="/a.svg" alt="${words(50)}"></picture>`,
    ];
    expect(frameHeight(page(`<p>A</p>${hidden.join('')}`))).toBe(frameHeight(page('<p>A</p>')));
  });

  it('has the first line alone of what is folded away', () => {
    const folded = frameHeight(
      page(`<details><summary>Data</summary><table><tr><td>${words(900)}</td></tr></table></details>`),
    );
    expect(folded).toBeLessThan(120);
  });
});

describe('marks', () => {
  it('become heights, and numbers where they are a value of their own', () => {
    const json = JSON.stringify({
      html: '<iframe height="@height:/embed/a/@">',
      height: '@height:/embed/a/@',
    });
    expect(JSON.parse(withHeights(json, true, () => 512))).toEqual({
      html: '<iframe height="512">',
      height: 512,
    });
    expect(withHeights('height=&quot;@height:/embed/a/@&quot;', false, (at) => at.length)).toBe(
      'height=&quot;9&quot;',
    );
  });
});
