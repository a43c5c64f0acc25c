/** A chapter against everything else. */
import type { ChapterDraft, StepDraft } from '../chapter.ts';
import type { Content } from '../content.ts';
import { dataOf, tablesOf, valuesOf } from '../content.ts';
import { kindOf } from '../kinds/index.ts';
import { plainText } from '../markdown.ts';
import { fileStart } from '../mistakes.ts';
import type { ReadPart } from '../prose.ts';
import type { QuotationCheck } from '../quotations.ts';
import type { Catalogue, Reference } from '../references.ts';
import { checkReferences, lookUp } from '../references.ts';
import type { DoorFront } from '../schemas/chapter.ts';
import { chapterSchema } from '../schemas/chapter.ts';
import { stepSchema } from '../schemas/step.ts';
import { countWords } from '../sentences.ts';
import type { IsoDay } from '../types.ts';
import type { Usage } from '../usage.ts';
import { validate } from '../validate.ts';
import type { Path, YamlDocument } from '../yaml.ts';
import { documentAt, valueAt } from '../yaml.ts';
import { checkPlainQuotations, checkQuotationsAround } from './plain.ts';

export interface ChapterSurroundings {
  readonly content: Content;
  readonly catalogue: Catalogue;
  readonly usage: Usage;
  /** Undefined where `story.yaml` does not say. */
  readonly asOf: IsoDay | undefined;
  /** Undefined where quotations cannot be checked. */
  readonly quotations: QuotationCheck | undefined;
}

/** How many words a step's prose may have: it must fit beside its figure. */
const fewestWords = 20;
const mostWords = 70;

const frontReferences: Reference[] = [
  { path: ['side'], noun: 'side', to: 'sides' },
  { path: ['door', '*', 'cite', '*'], noun: 'source', to: 'sources' },
  { path: ['doors', '*', 'cite', '*'], noun: 'source', to: 'sources' },
  { path: ['doors', '*', 'door'], noun: 'door', to: 'doors' },
  { path: ['live'], noun: 'figure', to: 'figures' },
];

/** Reports what is wrong with a chapter's frontmatter, steps and prose. */
export function checkChapter(
  chapter: ChapterDraft,
  parts: readonly ReadPart[],
  surroundings: ChapterSurroundings,
): void {
  const { front, report } = chapter;
  const { catalogue, usage, content, asOf, quotations } = surroundings;
  const later = valueAt(front.value, ['later']) === true;

  checkReferences(front, frontReferences, catalogue, usage.note);
  if (later && content.chapterIds && content.chapterIds.at(-1) !== chapter.id) {
    report(front.keyAt(['later']), 'a chapter told later is the last of the story; this one is not');
  }
  checkDoors(front, later, asOf);
  checkLive(front, content);
  checkQuotationsAround(chapter, later, quotations);
  for (const read of parts) {
    if (read.part.kind === 'step') checkStep(chapter, read.part.step, read, later, surroundings);
    checkProse(chapter, read, later, surroundings);
  }
  if (parts.every(({ sentences }) => sentences.length === 0)) report(fileStart, 'the chapter has no prose');
}

function checkDoors(front: YamlDocument, later: boolean, asOf: IsoDay | undefined): void {
  const value = validate(chapterSchema, front, 'the frontmatter');
  if (!value) return;
  const follow = (entries: readonly (DoorFront & { path: Path })[]) => {
    entries.forEach(({ from, path }, index) => {
      const before = entries[index - 1]?.from;
      if (before !== undefined && from <= before) {
        front.report(
          front.at([...path, 'from']),
          `from ${from} does not come after the entry before it, ${before}`,
        );
      }
      if (asOf === undefined) return;
      if (!later && from > asOf) {
        front.report(
          front.at([...path, 'from']),
          `from ${from} is after the as-of date, ${asOf}; it belongs to the later chapter`,
        );
      }
      if (later && from <= asOf) {
        front.report(
          front.at([...path, 'from']),
          `from ${from} is not after the as-of date, ${asOf}; it belongs to the door's own chapter`,
        );
      }
    });
  };
  follow((value.door ?? []).map((entry, index) => ({ ...entry, path: ['door', index] })));
  const afterwards = (value.doors ?? []).map((entry, index) => ({ ...entry, path: ['doors', index] }));
  for (const door of new Set(afterwards.map((entry) => entry.door))) {
    follow(afterwards.filter((entry) => entry.door === door));
  }
}

/** Only a plan has doors that a reader can open. */
function checkLive(front: YamlDocument, { story }: Content): void {
  const live = valueAt(front.value, ['live']);
  if (typeof live !== 'string') return;
  const kind = story && valueAt(story.doc.value, ['figures', live, 'kind']);
  if (kind !== undefined && kind !== 'plan') {
    front.report(front.at(['live']), `figure "${live}" is a ${String(kind)}; only a plan can be live`);
  }
}

function checkStep(
  { id, report, markdown }: ChapterDraft,
  step: StepDraft,
  { nodes, sentences }: ReadPart,
  later: boolean,
  surroundings: ChapterSurroundings,
): void {
  const { block } = step;
  const [first] = nodes;
  if (!first) {
    // A step without settings has a mistake already, and may lack its prose for the same reason.
    if (block) report(step.position, `step "${step.id}" of chapter "${id}" has no prose`);
  } else {
    const words = sentences.reduce((sum, { text }) => sum + countWords(text), 0);
    if (words < fewestWords || words > mostWords) {
      report(
        markdown.start(first),
        `the step's prose has ${words} ${words === 1 ? 'word' : 'words'}; expected ${fewestWords} to ${mostWords}`,
      );
    }
    if (sentences.every(({ citations }) => citations.length === 0)) {
      report(markdown.start(first), `the step's prose has no citation; expected at least one`);
    }
  }
  if (block) checkStepBlock(block, later, surroundings);
}

function checkStepBlock(
  block: YamlDocument,
  later: boolean,
  { catalogue, usage, content, asOf, quotations }: ChapterSurroundings,
): void {
  const value = validate(stepSchema, block, 'the step block');
  checkReferences(block, [{ path: ['figure'], noun: 'figure', to: 'figures' }], catalogue);
  if (value && !later && asOf !== undefined) {
    for (const key of ['date', 'doors'] as const) {
      const day = value[key];
      if (day !== undefined && day > asOf) {
        block.report(
          block.at([key]),
          `${key} ${day} is after the as-of date, ${asOf}; it belongs to the later chapter`,
        );
      }
    }
  }
  const alt = valueAt(block.value, ['alt']);
  if (typeof alt === 'string') checkPlainQuotations(alt, block, ['alt'], undefined, later, quotations);

  const figure = valueAt(block.value, ['figure']);
  if (typeof figure !== 'string' || !catalogue.figures?.includes(figure)) return;
  const kind = kindOf(String(valueAt(content.story?.doc.value, ['figures', figure, 'kind'])));
  if (!kind) return;
  const stateDoc = documentAt(block, ['state']);
  checkReferences(stateDoc, kind.stateReferences, catalogue, usage.note);
  const state = validate(kind.state, stateDoc, 'state');
  if (state === undefined || asOf === undefined) return;
  const events = new Map(valuesOf(content.events).map((event) => [event.id, withoutGaps(event)]));
  const settings = kind.settings.safeParse(
    valueAt(content.story?.doc.value, ['figures', figure, 'settings']),
  ).data;
  for (const { path, message } of kind.checkState(state, {
    settings,
    asOf,
    later,
    events,
    tables: tablesOf(content),
    data: content.story ? dataOf(content.story.doc, figure) : [],
  })) {
    stateDoc.report(stateDoc.at(path), message);
  }
}

function checkProse(
  { report, markdown }: ChapterDraft,
  { part, sentences, blockQuotes }: ReadPart,
  later: boolean,
  { catalogue, usage, quotations, content }: ChapterSurroundings,
): void {
  for (const { citations, quotations: quoted } of sentences) {
    for (const { source, node, position } of citations) {
      // What a block quote cites is checked where it stands, in quotes.yaml.
      if (node.type === 'blockquote') continue;
      lookUp(source, 'source', 'sources', catalogue, (message) => report(position, message), usage.note);
    }
    const cited = citations.map(({ source }) => source);
    for (const { text, position } of quoted) quotations?.check(text, { position, report, cited, later });
  }
  for (const { node, id, paragraphs, entry } of blockQuotes) {
    const position = markdown.start(node);
    const last = node.children.at(-1);
    const end = last ? { line: markdown.end(last).line, column: markdown.start(last).column } : position;
    if (id === undefined)
      report(position, 'the block quote does not end with the id of its quotation, "— some-id"');
    else if (entry) quotations?.checkBlock(entry, paragraphs, { position, report, cited: undefined, later });
    else if (content.quotes)
      lookUp(id, 'quotation', 'quotes', catalogue, (message) => report(end, message), usage.note);
  }
  if (part.kind === 'prose') {
    for (const node of part.nodes) {
      if (node.type === 'heading' && plainText(node).trim() === '')
        report(markdown.start(node), 'the heading is empty');
    }
  }
}

/** An object without keys that are there but undefined. */
function withoutGaps<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as never;
}
