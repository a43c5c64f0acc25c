import { describe, expect, it } from 'vitest';
import { finishPage } from '../../../src/export/finish.ts';
import { contentPolicy } from '../../../src/export/policy.ts';
import { relativeAddresses } from '../../../src/export/relative.ts';

describe('relativeAddresses', () => {
  it('rewrites addresses from the root in attributes and inline styles, and nothing else', () => {
    const html =
      '<!doctype html><html><head><style>a{background:url(/_astro/x.png)}b{background:url("//else/y")}</style>' +
      '</head><body><a href="/sources/?a=1&amp;b">x</a><a href="//host/">y</a><a href="#z">z</a>' +
      '<astro-island component-url="/_astro/T.js"><!--[--><svg></svg><!--]--></astro-island>' +
      '<img srcset="/a.png 1x, /b.png 2x"></body></html>';
    expect(relativeAddresses(html, '../../')).toBe(
      '<!doctype html><html><head><style>a{background:url(../../_astro/x.png)}b{background:url("//else/y")}</style>' +
        '</head><body><a href="../../sources/?a=1&amp;b">x</a><a href="//host/">y</a><a href="#z">z</a>' +
        '<astro-island component-url="../../_astro/T.js"><!--[--><svg></svg><!--]--></astro-island>' +
        '<img srcset="../../a.png 1x, ../../b.png 2x"></body></html>',
    );
  });
});

describe('contentPolicy', () => {
  it('allows inline scripts and styles by their hash, and leaves data blocks out', () => {
    const policy = contentPolicy(
      '<style>a{}</style><script>1</script><script type="application/json">{}</script><script src="x"></script>',
    );
    expect(policy).toContain("script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=';");
    expect(policy.match(/sha256-/g)).toHaveLength(2);
    expect(policy).not.toContain('unsafe');
  });

  it.each(['<p style="color:red">', '<p onclick="x()">'])('refuses %s', (html) => {
    expect(() => contentPolicy(html)).toThrow('which the policy forbids');
  });
});

describe('finishPage', () => {
  it('puts the policy right after the character set', () => {
    const html =
      '<!doctype html><html><head><meta charset="utf-8"><script>1</script></head><body></body></html>';
    expect(finishPage(html, 'index.html')).toMatch(
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; /,
    );
  });

  it('names the site in pages for frames, which may have no origin of their own', () => {
    const html = '<meta charset="utf-8">';
    const site = 'https://story.example/a/';
    const policy = finishPage(html, 'embed/story/index.html', new Map(), site);
    for (const kind of ['script', 'style', 'font', 'connect'])
      expect(policy).toContain(`; ${kind}-src 'self' https://story.example`);
    for (const page of [
      finishPage(html, 'embed/story/index.html'),
      finishPage(html, 'index.html', new Map(), site),
    ])
      expect(page).toContain("; script-src 'self';");
  });

  it('leaves the page for what is not there as it is: it is shown at any depth', () => {
    const html = '<meta charset="utf-8"><a href="/a/#x">x</a>';
    expect(finishPage(html, '404.html')).toContain('<a href="/a/#x">x</a>');
    expect(finishPage(html, 'one/index.html')).toContain('<a href="../a/#x">x</a>');
  });

  it('drops what depends on the folder that the site was built in', () => {
    const html = '<meta charset="utf-8"><astro-island uid="Z1x" prefix="r1"></astro-island>';
    expect(finishPage(html, 'index.html')).not.toContain('uid=');
  });
});
