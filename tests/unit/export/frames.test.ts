import { describe, expect, it } from 'vitest';
import { isForFrames, withLinksOut } from '../../../src/export/frames.ts';

describe('withLinksOut', () => {
  it('opens what leads out beside the host, and leaves what is on the page', () => {
    expect(
      withLinksOut(
        '<a href="#here">1</a><a class="x" href="https://example.org/" rel="noopener">2</a>' +
          '<a href="/data/x.csv" download>3</a><a id="nowhere">4</a>',
      ),
    ).toBe(
      '<a href="#here">1</a><a target="_blank" rel="noopener" class="x" href="https://example.org/" >2</a>' +
        '<a target="_blank" rel="noopener" href="/data/x.csv" >3</a><a id="nowhere">4</a>',
    );
  });
});

describe('isForFrames', () => {
  it('knows the pages for frames by where they lie', () => {
    expect(['embed/story/index.html', 'index.html', 'chapters/embed/index.html'].map(isForFrames)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
