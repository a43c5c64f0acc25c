/** A chapter's file, taken apart: frontmatter, chapter prose, steps. */
import type { Blockquote, Code, Heading, Nodes, RootContent } from 'mdast';
import type { Markdown } from './markdown.ts';
import { parseMarkdown, plainText, walk } from './markdown.ts';
import type { Position, Report } from './mistakes.ts';
import { fileStart } from './mistakes.ts';
import { checkNodes, isClosed, isUnderlined } from './nodes.ts';
import { slug } from './slug.ts';
import { parseYaml } from './yaml.ts';
import type { YamlDocument } from './yaml.ts';

export interface StepDraft {
  readonly id: string;
  readonly title: string;
  /** Where its heading stands. */
  readonly position: Position;
  /** The settings, if they can be read. */
  readonly block: YamlDocument | undefined;
  readonly nodes: readonly RootContent[];
}

/** A run of chapter prose, or a step. */
export type Part =
  | { readonly kind: 'prose'; readonly nodes: readonly RootContent[] }
  | { readonly kind: 'step'; readonly step: StepDraft };

export interface ChapterDraft {
  readonly id: string;
  readonly front: YamlDocument;
  readonly parts: readonly Part[];
  readonly markdown: Markdown;
  readonly report: Report;
}

/** Reads a chapter; undefined, and a mistake reported, where nothing can be made of it. */
export function readChapter(id: string, text: string, report: Report): ChapterDraft | undefined {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '---') {
    report(fileStart, 'the chapter does not begin with its frontmatter, between two lines of ---');
    return undefined;
  }
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (close < 0) {
    report(fileStart, 'the frontmatter is never closed; expected a line of --- after it');
    return undefined;
  }
  const front = parseYaml(lines.slice(1, close).join('\n'), report, { line: 2, column: 1 });
  // The frontmatter's lines stay, empty, so that the lines below keep their numbers.
  const body = '\n'.repeat(close + 1) + lines.slice(close + 1).join('\n');
  const markdown = parseMarkdown(body);
  const parts = takeApart(markdown, report);
  const anchors = parts.flatMap((part) => (part.kind === 'step' ? [`${id}-${part.step.id}`] : []));
  checkNodes(markdown, anchors, report);
  return front && { id, front, parts, markdown, report };
}

/** The id of the quotation that a block quote ends with, `— some-id`, and its paragraphs before that. */
export function blockQuotation(node: Blockquote): { id: string | undefined; paragraphs: string[] } {
  const paragraphs = node.children.map((child) => linesOf(child));
  const last = paragraphs.at(-1)?.at(-1) ?? '';
  const id = /^—\s*(\S+)$/.exec(last)?.[1];
  if (id !== undefined) paragraphs.at(-1)?.pop();
  return { id, paragraphs: paragraphs.map((lines) => lines.join(' ').trim()).filter((text) => text !== '') };
}

function linesOf(node: Nodes): string[] {
  let text = '';
  walk(node, (inner) => {
    if (inner.type === 'text' || inner.type === 'inlineCode') text += inner.value;
    if (inner.type === 'break') text += '\n';
  });
  return text.split('\n').map((line) => line.trim());
}

function takeApart(markdown: Markdown, report: Report): Part[] {
  const parts: Part[] = [];
  let nodes: RootContent[] = [];
  let heading: Heading | undefined;
  let block: Code | undefined;

  const finish = () => {
    if (heading) {
      parts.push({ kind: 'step', step: finishStep(heading, block, nodes, markdown, report) });
    } else if (nodes.length > 0) parts.push({ kind: 'prose', nodes });
    nodes = [];
    heading = block = undefined;
  };

  for (const node of markdown.nodes) {
    if (node.type === 'heading' && isUnderlined(node, markdown)) {
      const text = plainText(node).trim();
      report(
        markdown.start(node),
        `"${text}" is read as a heading, because a line of dashes follows it directly; put an empty line between`,
      );
      // What was meant, so that nothing else is said about it.
      nodes.push({ ...node, type: 'paragraph' });
      finish();
    } else if (node.type === 'heading' && node.depth === 2) {
      finish();
      heading = node;
    } else if (node.type === 'heading' && node.depth === 1) {
      finish();
      nodes.push(node);
    } else if (node.type === 'thematicBreak') finish();
    else if (node.type === 'code' && node.lang === 'step') {
      if (heading && !block && nodes.length === 0) block = node;
      else report(markdown.start(node), 'this step block does not stand right under a second-level heading');
    } else nodes.push(node);
  }
  finish();
  return parts;
}

function finishStep(
  heading: Heading,
  code: Code | undefined,
  nodes: readonly RootContent[],
  markdown: Markdown,
  report: Report,
): StepDraft {
  const title = plainText(heading).trim();
  const position = markdown.start(heading);
  let block: YamlDocument | undefined;
  if (!code) {
    report(position, `the heading "${title}" has no step block under it`);
  } else if (isClosed(code, markdown)) {
    const { line, column } = markdown.start(code);
    block = parseYaml(code.value, report, { line: line + 1, column });
  }
  const given = block && idOf(block);
  const id = given ?? slug(title);
  if (title === '') report(position, 'the heading is empty');
  else if (id === '')
    report(position, 'the heading has no letters to make an id of; give the step block an "id"');
  return { id, title, position, block, nodes };
}

function idOf({ value }: YamlDocument): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? value.id : undefined;
}
