import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { oEmbed } from '../../../src/embed/oembed.ts';
import { bareFrame, snippet, type Offer } from '../../../src/embed/snippet.ts';
import { attribute, elementsOf } from '../../../src/export/html.ts';

const offer: Offer = {
  id: 'a-story-one',
  title: 'A "story" of <b> & others\' doors',
  frame: 'https://news.example/s/embed/chapters/one/?a=1&b="2"',
  page: 'https://news.example/s/chapters/one/',
  height: 5120.2,
};
const loader = 'https://news.example/s/embed/v1.js';

describe('the snippet', () => {
  it('is the one that was agreed', () => {
    const plain = { ...offer, title: 'A story', frame: 'https://news.example/s/embed/story/' };
    expect(snippet(plain, loader, 'Open the full story'))
      .toBe(`<div id="a-story-one" data-story-embed="https://news.example/s/embed/story/">
  <iframe src="https://news.example/s/embed/story/" title="A story" width="100%" height="5121" loading="lazy" frameborder="0"
    allow="fullscreen" referrerpolicy="strict-origin-when-cross-origin"
    sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
  <p><a href="https://news.example/s/chapters/one/" data-story-src="https://news.example/s/embed/story/">Open the full story</a></p>
</div>
<script async src="https://news.example/s/embed/v1.js"></script>
`);
  });

  it('says what it was given, whatever signs are in it', () => {
    const words = `<script>"it's" & more</script>`;
    const elements = elementsOf(snippet(offer, loader, words)).filter(
      ({ tagName }) => !['html', 'head', 'body'].includes(tagName),
    );
    expect(elements.map(({ tagName }) => tagName)).toEqual(['div', 'iframe', 'p', 'a', 'script']);
    const [block, frame, , link] = elements;
    expect(attribute(block!, 'data-story-embed')).toBe(offer.frame);
    expect(attribute(frame!, 'src')).toBe(offer.frame);
    expect(attribute(frame!, 'title')).toBe(offer.title);
    expect(attribute(link!, 'href')).toBe(offer.page);
    expect(link!.childNodes[0]).toMatchObject({ nodeName: '#text', value: words });
  });

  it('refuses what would break it', () => {
    expect(() => snippet({ ...offer, id: 'a "b"' }, loader, '')).toThrow('"a "b"" cannot be an embed\'s id.');
    for (const height of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => snippet({ ...offer, height }, loader, '')).toThrow(`${height} is no height of a frame.`);
    }
  });
});

describe('oEmbed', () => {
  const card = { url: 'https://news.example/s/cards/one.png', width: 1200, height: 630 };
  const answer = oEmbed(offer, { name: 'A story', url: 'https://news.example/s/' }, card);

  it('hands out one frame, with attributes that WordPress keeps', () => {
    expect(answer.html).toBe(bareFrame(offer));
    const { childNodes } = parseFragment(answer.html);
    expect(childNodes).toHaveLength(1);
    expect(childNodes[0]).toMatchObject({ tagName: 'iframe', childNodes: [] });
    const [frame] = elementsOf(answer.html).filter(({ tagName }) => tagName === 'iframe');
    expect(frame!.attrs.map(({ name }) => name)).toEqual([
      'src',
      'title',
      'width',
      'height',
      'frameborder',
      'scrolling',
    ]);
    expect(attribute(frame!, 'title')).toBe(offer.title);
    expect(attribute(frame!, 'width')).toBe('100%');
  });

  it('has numbers for sizes, and the address in its title', () => {
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 650, height: 5121 });
    expect(answer.title).toBe(`${offer.title} (${offer.page})`);
  });
});
