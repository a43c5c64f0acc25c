/** The story that comes out, and what never may. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildStory } from '../../../src/model/build.ts';
import type { Files } from '../../../src/model/content.ts';
import { changed, fixtureUi, mistakesOf, storyOf } from './fixture.ts';

const story = storyOf();

test('the story carries what story.yaml says of it', () => {
  expect(story).toMatchObject({
    title: 'Two keys',
    language: 'en-GB',
    asOf: '2012-08-28',
    edition: { version: '1.0.0', date: '2013-01-15' },
    site: 'https://example.org/two-keys',
    ui: { 'chapter.next': 'Next', 'quote.translated': 'translated' },
  });
  expect(story.chapters.map(({ id }) => id)).toEqual(['start', 'mill', 'quay', 'after']);
  expect(story.chapters.map(({ later }) => later)).toEqual([false, false, false, true]);
  expect(story.sides.map(({ id }) => id)).toEqual(['east', 'west']);
  expect(story.strands.map(({ id, lane }) => [id, lane])).toEqual([
    ['talks', 'above'],
    ['floods', 'below'],
  ]);
});

test('the about text and captions cite without anchors of their own', () => {
  const cite = (source: string) =>
    `<sup class="cite"><a data-cite="${source}" href="#note-${source}">${source}</a></sup>`;
  expect(story.about).toBe(
    `<p>The story began with a notice in the Hatch Courier.${cite('courier-2012-08-20')} Everybody in it is invented.</p>`,
  );
  expect(story.figures[0]).toMatchObject({
    id: 'plan',
    kind: 'plan',
    caption: `The doors as the <em>Courier</em> found them.${cite('courier-2012-08-20')}`,
    cites: ['courier-2012-08-20'],
  });
});

test('doors are numbered in the order of the story and keep what is told of them later', () => {
  expect(story.doors.map(({ chapter, number, name, who }) => [chapter, number, name, who])).toEqual([
    ['mill', 1, 'The mill', 'Finch'],
    ['quay', 2, 'The quay', 'Reed'],
  ]);
  expect(story.doors[0]?.entries.map(({ from, state, angle, later }) => [from, state, angle, later])).toEqual(
    [
      ['2012-05-01', 'shut', 0, false],
      ['2012-08-20', 'ajar', 30, false],
      ['2012-09-10', 'open', 90, true],
    ],
  );
  expect(story.chapters[1]?.door).toEqual(story.doors[0]);
  expect(story.chapters[0]).not.toHaveProperty('door');
});

test('a later chapter may make the plan live, and say what moved a door', () => {
  const live = storyOf(
    { file: 'chapters/after.md', find: 'later: true', put: 'later: true\nlive: plan' },
    { file: 'chapters/after.md', find: 'note: The board met.', put: 'by: words, note: The board met.' },
  );
  expect(live.chapters.at(-1)).toMatchObject({ id: 'after', live: 'plan' });
  expect(live.doors[0]?.entries.at(-1)).toMatchObject({ from: '2012-09-10', by: 'words' });
  expect(story.chapters.at(-1)).not.toHaveProperty('live');
  expect(story.doors[0]?.entries.at(-1)).not.toHaveProperty('by');
});

test('a chapter is prose and scenes; steps in a row with one figure share a scene', () => {
  const [start] = story.chapters;
  expect(start?.blocks.map((block) => (block.kind === 'scene' ? block.steps.length : 'prose'))).toEqual([
    'prose',
    2,
    'prose',
  ]);
  expect(start?.steps[0]).toMatchObject({
    key: 'start/the-flood',
    id: 'the-flood',
    title: 'The flood',
    figure: 'timeline',
    state: {
      view: ['2012-01-01', '2012-12-31'],
      label: ['spring-flood', 'keys-apart', 'board-meets'],
      now: ['2012-03-03', '2012-03-03'],
    },
    date: '2012-03-03',
    doors: '2012-08-28',
    cites: ['lock-book'],
  });
});

test('steps with one figure after another make scenes of their own where prose or the figure parts them', () => {
  const step = (title: string, figure: string, state: string) =>
    `\n## ${title}\n\n\`\`\`step\nfigure: ${figure}\nstate: ${state}\nalt: The keys.\n\`\`\`\n\n` +
    'The keys hang where they have hung since May, and whoever passes by can count them from the tow path.[^lock-book]\n';
  const timeline = '{ view: [2012-05-01, 2012-05-31], label: [], now: 2012-05-01 }';
  const added =
    step('One', 'plan', '{}') +
    step('Two', 'timeline', timeline) +
    '\n---\n' +
    step('Three', 'timeline', timeline) +
    '\n---\n\nReed waits.[^lock-book]\n' +
    step('Four', 'timeline', timeline);
  const quay = storyOf({ file: 'chapters/quay.md', find: '# What does not fit\n', put: added + '\n# Not' })
    .chapters[2];
  expect(
    quay?.blocks.map((block) => (block.kind === 'scene' ? block.steps.map(({ id }) => id) : 'prose')),
  ).toEqual(['prose', ['west', 'one'], ['two', 'three'], 'prose', ['four'], 'prose']);
});

test('an id in a step block goes before the slug of its heading', () => {
  expect(story.chapters[2]?.steps[0]).toMatchObject({ key: 'quay/west', title: 'The west key' });
});

test('a first-level heading ends the steps and stands in the chapter’s prose', () => {
  expect(story.chapters[2]?.blocks.at(-1)).toMatchObject({
    kind: 'prose',
    html: expect.stringMatching(/^<h3>What does not fit<\/h3>\n<p>Reed oiled the east key twice\./),
  });
});

test('citations count from one in each chapter, in the order of reading, through steps and quotations', () => {
  const [, mill] = story.chapters;
  const html = mill?.blocks.map((block) =>
    block.kind === 'prose' ? block.html : block.steps.map((s) => s.html),
  );
  expect(
    [...String(html).matchAll(/id="([^"]+)" data-cite="([^"]+)"/g)].map(([, ...found]) => found),
  ).toEqual([
    ['cite-mill-1', 'lock-book'],
    ['cite-mill-2', 'lock-book'],
    ['cite-mill-3', 'courier-2012-08-20'],
    ['cite-mill-4', 'courier-2012-08-20'],
  ]);
});

test('a citation is a link to the note of its source', () => {
  expect(story.chapters[1]?.blocks[0]).toEqual({
    kind: 'prose',
    html:
      '<p>Finch lives at the mill.<sup class="cite">' +
      '<a id="cite-mill-1" data-cite="lock-book" href="#note-lock-book">lock-book</a></sup></p>',
  });
});

test('a block quote is set with speaker, date, occasion and source', () => {
  const figure = (caption: string, cite: string) =>
    '<figure class="quote"><blockquote><p>I keep my key and he keeps his</p></blockquote>' +
    `<figcaption>${caption}<sup class="cite"><a id="cite-mill-4" data-cite="${cite}" href="#note-${cite}">${cite}</a></sup></figcaption></figure>`;
  expect(story.chapters[1]?.steps[0]?.html).toContain(
    figure('Ada Finch, 20\u00a0August\u00a02012, To the Courier', 'courier-2012-08-20'),
  );
});

test('a block quote of a translation says so, and brings all its sources', () => {
  const { chapters } = storyOf({
    file: 'chapters/mill.md',
    find: '> I keep my key and he keeps his\n>\n> — finch-1',
    put: '> Nobody asked me.\n>\n> Had they asked, I would have come\n> — reed-1',
  });
  expect(chapters[1]?.steps[0]?.html).toMatch(
    /<blockquote><p>Nobody asked me\.<\/p><p>Had they asked, I would have come<\/p><\/blockquote><figcaption>Tom Reed, 21.August.2012, At the quay, translated<sup.*cite-mill-4.*cite-mill-5/,
  );
});

test('every citation names the sentence that leans on it', () => {
  const ofStart = story.statements.filter(({ chapter }) => chapter === 'start');
  expect(ofStart.slice(0, 2)).toEqual([
    {
      source: 'courier-2012-08-20',
      chapter: 'start',
      anchor: 'cite-start-1',
      text: 'The bridge at Hatch is shut.',
    },
    {
      source: 'lock-book',
      chapter: 'start',
      anchor: 'cite-start-2',
      text: 'It is the Harbour Board’s, and it takes two keys.',
    },
  ]);
  expect(ofStart.at(-1)?.text).toBe('Ada Finch says: “I keep my key and he keeps his.”');
});

test('every statement’s anchor stands in the chapter’s HTML', () => {
  for (const { chapter, anchor, source } of story.statements) {
    const { blocks } = story.chapters.find(({ id }) => id === chapter) ?? { blocks: [] };
    expect(JSON.stringify(blocks)).toContain(`id=\\"${anchor}\\" data-cite=\\"${source}\\"`);
  }
});

test('what is marked unused is left out', () => {
  expect(story.people.map(({ id }) => id)).not.toContain('old-keeper');
  expect(story.quotes.map(({ id }) => id)).not.toContain('finch-2');
  expect(story.sources.map(({ id }) => id)).toEqual([
    'courier-2012-08-20',
    'lock-book',
    'gazette-2012-09-12',
  ]);
});

test('corrections stand with the story and with their chapter', () => {
  expect(story.corrections).toEqual(story.chapters[1]?.corrections);
  expect(story.corrections[0]?.wrong).toBe('The mill had “three” wheels.');
});

test('words are counted in prose and steps, and make whole minutes', () => {
  expect(story.chapters[1]).toMatchObject({ words: 37, minutes: 1 });
  expect(story.words).toBe(story.chapters.reduce((sum, { words }) => sum + words, 0));
});

test('the story cannot be changed', () => {
  expect(() => Object.assign(story.chapters[0]?.steps[0] ?? {}, { title: 'x' })).toThrow(TypeError);
  expect(() => (story.events as unknown[]).push({})).toThrow(TypeError);
});

test('a byte order mark and Windows line ends are taken', () => {
  const text = new TextDecoder().decode(changed().get('chapters/mill.md'));
  const { chapters } = storyOf({ file: 'chapters/mill.md', write: `\ufeff${text.replaceAll('\n', '\r\n')}` });
  expect(chapters).toEqual(story.chapters);
});

test('mistakes of several files come in one run, by file and place', () => {
  expect(
    mistakesOf(
      { file: 'sources.yaml', find: 'strength: original', put: 'strength: orginal' },
      { file: 'chapters/quay.md', find: 'side: west', put: 'side: wst' },
      { file: 'chapters/quay.md', find: 'figure: plan', put: 'figure: plans' },
      { file: 'data/levels.csv', find: '2.4', put: '2;4' },
    ),
  ).toEqual([
    'content/chapters/quay.md:3:7 side "wst" is not one of east, west (did you mean "west"?)',
    'content/chapters/quay.md:15:9 figure "plans" is not one of plan, timeline (did you mean "plan"?)',
    'content/data/levels.csv:3:12 level "2;4" is not a number',
    'content/sources.yaml:12:13 strength "orginal" is not one of original, agency, repost, partisan, reported (did you mean "original"?)',
  ]);
});

test('a fault of the check itself is a mistake too', () => {
  const files: Files = {
    ...changed(),
    has: () => true,
    keys: () => new Map<string, Uint8Array>().keys(),
    get: () => {
      throw new Error('the disk is gone');
    },
  };
  const { story: none, mistakes } = buildStory(files, 'content', fixtureUi);
  expect(none).toBeUndefined();
  expect(mistakes).toEqual([
    {
      file: 'content',
      line: 1,
      column: 1,
      message: expect.stringMatching(/^the check itself failed: Error: the disk is gone/),
    },
  ]);
});

test('whatever is cut out of a file or put into it, there is a whole story or a mistake in a place that exists', () => {
  const original = changed();
  const pieces = [
    '"',
    '[^',
    '- ',
    '\n\n',
    '---\n',
    '> ',
    '```\n',
    '# ',
    ': ',
    '{',
    '*',
    '\t',
    '<b>',
    'é',
    '|',
    '~~',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...original.keys()),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      fc.constantFrom('', ...pieces),
      (file, where, length, piece) => {
        const text = new TextDecoder().decode(original.get(file));
        const at = Math.floor(where * text.length);
        const write = text.slice(0, at) + piece + text.slice(at + length);
        const files = changed({ file, write });
        const { story: built, mistakes } = buildStory(files, 'content', fixtureUi);
        expect(built === undefined).toBe(mistakes.length > 0);
        for (const { file: name, line, column, message } of mistakes) {
          expect(message).not.toContain('the check itself failed');
          const lines = new TextDecoder().decode(files.get(name.replace('content/', ''))).split('\n');
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);
