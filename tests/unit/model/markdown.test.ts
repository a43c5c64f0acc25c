import { expect, test } from 'vitest';
import { blockHtml, inlineHtml } from '../../../src/model/html.ts';
import { parseMarkdown } from '../../../src/model/markdown.ts';

const html = (text: string): string => blockHtml(parseMarkdown(text).nodes);

test('a citation is read without a definition beside it', () => {
  const { nodes, start } = parseMarkdown('One.\n\nTwo.[^some-source]');
  expect(nodes).toHaveLength(2);
  expect(nodes[1]).toMatchObject({ children: [{ type: 'text' }, { type: 'footnoteReference' }] });
  expect(nodes[1] && start(nodes[1])).toEqual({ line: 3, column: 1 });
});

test('the definitions put before a text take nothing of it in', () => {
  const { nodes } = parseMarkdown('    indented[^a]\n\nPlain.[^a]');
  expect(nodes.map(({ type }) => type)).toEqual(['code', 'paragraph']);
});

test('prose is set while it is made HTML, and its signs are escaped', () => {
  expect(html(`It's *so* & "so" < 3 per cent`)).toBe(
    '<p>It’s <em>so</em> &#x26; “so” &#x3C; 3\u00a0per\u00a0cent</p>',
  );
});

test('marks are set across emphasis and links', () => {
  expect(html('He said "*no*" to [the board](https://example.org)\'s "plan"')).toBe(
    '<p>He said “<em>no</em>” to <a href="https://example.org">the board</a>’s “plan”</p>',
  );
});

test('inline text is one paragraph', () => {
  expect(inlineHtml(parseMarkdown('Only *this*.').nodes)).toBe('Only <em>this</em>.');
  expect(() => inlineHtml(parseMarkdown('One.\n\nTwo.').nodes)).toThrow('Inline text is one paragraph.');
});
