/** What a chapter's Markdown may hold. */
import type { Code, Heading, Nodes } from 'mdast';
import type { Markdown } from './markdown.ts';
import { walk } from './markdown.ts';
import type { Report } from './mistakes.ts';
import { nearest } from './nearest.ts';

/** What a chapter may not hold, and why. */
const refused: Readonly<Partial<Record<Nodes['type'], string>>> = {
  html: 'HTML has no place in a chapter; write Markdown, and < as &lt;',
  image: 'an image has no place in a chapter; figures are drawn from data',
  imageReference: 'an image has no place in a chapter; figures are drawn from data',
  definition: 'addresses are not defined apart; write the link as [words](https://…)',
  delete: 'crossed-out words have no place in a chapter; write a plain ~ as \\~',
  footnoteDefinition: 'citations are not defined in a chapter; their sources stand in sources.yaml',
};

/** What is only understood where no list or quotation is around it. */
const standsAlone: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: 'a block quote',
  heading: 'a heading',
  code: 'a step block',
  thematicBreak: 'a line of dashes',
};

/**
 * Reports what has no place in a chapter, or not where it stands.
 *
 * @param anchors the addresses of the chapter's steps, which links may lead to
 */
export function checkNodes(markdown: Markdown, anchors: readonly string[], report: Report): void {
  for (const root of markdown.nodes) {
    walk(root, (node) => {
      const at = markdown.start(node);
      const why = refused[node.type];
      if (why !== undefined) report(at, why);
      const alone = standsAlone[node.type];
      if (alone !== undefined && node !== root)
        report(at, `${alone} stands on its own, not within another block`);
      if (node.type === 'code') checkCode(node, markdown, report);
      if (node.type === 'heading') checkHeading(node, markdown, report);
      if (node.type === 'link') {
        checkLink(node.url, anchors, (message) => report(at, message));
        if (node.children.some(({ type }) => type === 'footnoteReference')) {
          report(at, 'a citation stands after a link, not within it');
        }
      }
      if (node.type === 'text' || node.type === 'inlineCode') {
        const index = node.value.indexOf('[^');
        if (index >= 0) {
          const place = node.type === 'text' ? markdown.inText(node, index) : at;
          report(place, 'this citation cannot be read; expected [^source-id] without spaces');
        }
      }
    });
  }
}

function checkCode(node: Code, markdown: Markdown, report: Report): void {
  const at = markdown.start(node);
  if (!isClosed(node, markdown) && /^[`~]/.test(markdown.source(node))) {
    report(at, 'the block that begins here is never closed; expected a line of ``` after it');
  } else if (node.lang !== 'step') {
    const meant = node.lang && nearest(node.lang, ['step']);
    report(at, `a block of code has no place in a chapter${meant ? ' (did you mean "step"?)' : ''}`);
  }
}

function checkHeading(node: Heading, markdown: Markdown, report: Report): void {
  if (isUnderlined(node, markdown)) return;
  if (node.depth > 2) {
    report(
      markdown.start(node),
      `a heading of level ${node.depth} has no place in a chapter; ## begins a step, # chapter prose`,
    );
  }
  walk(node, (inner) => {
    if (inner.type === 'footnoteReference') {
      report(markdown.start(inner), 'a heading carries no citation; put it into the prose below');
    }
  });
}

function checkLink(url: string, anchors: readonly string[], report: (message: string) => void): void {
  if (url.startsWith('#')) {
    const anchor = url.slice(1);
    if (!anchors.includes(anchor)) {
      const meant = nearest(anchor, anchors);
      report(
        `link "${url}" leads to no step of this chapter${meant === undefined ? '' : ` (did you mean "#${meant}"?)`}`,
      );
    }
  } else if (!url.startsWith('https://') || !URL.canParse(url)) {
    report(`link "${url}" is not an address that begins with https://`);
  }
}

/** Whether a heading is one because of the dashes under it, which were mostly meant to part it from what comes. */
export function isUnderlined(node: Heading, markdown: Markdown): boolean {
  return node.depth === 2 && !markdown.source(node).startsWith('#');
}

/** Whether a fenced block ends with a fence of its own, and not with the end of the file. */
export function isClosed(code: Code, markdown: Markdown): boolean {
  const lines = markdown.source(code).split('\n');
  return lines.length > 1 && /^\s*(`{3,}|~{3,})\s*$/.test(lines.at(-1) ?? '');
}
