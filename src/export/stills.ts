/**
 * Stills: every step's figure as a picture, for readers without scripts, for paper and for other places. The site
 * generator sets all figures in their steps' states on one page; from it the files are drawn, and the page goes.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attribute, elementsOf, innerRange } from './html.ts';
import { Lettering } from './stills/lettering.ts';
import { pictureOf } from './stills/picture.ts';
import { within, type Element } from './stills/selector.ts';
import { Sheet } from './stills/sheet.ts';
import { drawStill, type Layout, type Still } from './stills/still.ts';

/** The page that the figures are drawn from, in the folder of the stills. */
const PAGE = 'stills/index.html';

const layouts: readonly (readonly [layout: Layout, suffix: string])[] = [
  ['wide', ''],
  ['narrow', '-narrow'],
];

/** What pages have to know of stills, by address: `/stills/{chapter}/{step}.svg`. */
export type Stills = ReadonlyMap<string, Still>;

/**
 * Draws all stills of a build and takes away the page they were drawn from.
 *
 * @param dir the folder that the site generator wrote
 * @throws Error that names the still which could not be drawn
 */
export async function makeStills(dir: string): Promise<Stills> {
  if (!existsSync(join(dir, PAGE))) return new Map();
  const stills = await drawStills(await readFile(join(dir, PAGE), 'utf8'));
  await rm(join(dir, PAGE));
  await Promise.all(
    [...stills].map(async ([address, { svg }]) => {
      const file = join(dir, address);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, svg);
      if (!address.endsWith('-narrow.svg'))
        await writeFile(file.replace(/svg$/, 'png'), await pictureOf(svg));
    }),
  );
  return stills;
}

/**
 * @param html the page with all figures, each inside an element with `data-still`
 * @throws Error that names the still which could not be drawn
 */
export async function drawStills(html: string): Promise<Stills> {
  const elements = elementsOf(html);
  const sheet = new Sheet(
    elements.filter(({ tagName }) => tagName === 'style').map((style) => inner(html, style)),
  );
  const ids = new Map(elements.map((element) => [attribute(element, 'id') ?? '', element]));
  const language = attribute(elements[0] as Element, 'lang') ?? 'en';
  const subjects = elements.filter((element) => attribute(element, 'data-still') !== undefined);
  const lettering = await Lettering.of(charactersOf(subjects));

  const stills = new Map<string, Still>();
  for (const subject of subjects) {
    const key = attribute(subject, 'data-still') ?? '';
    for (const [layout, suffix] of layouts) {
      try {
        const figure = within(subject).find((element) => attribute(element, 'data-figure') !== undefined);
        if (!figure) throw new Error('There is no figure.');
        const title = attribute(subject, 'data-title') ?? '';
        const description = attribute(subject, 'data-alt') ?? '';
        const still = drawStill({ figure, title, description, language }, layout, sheet, lettering, (id) =>
          ids.get(id),
        );
        stills.set(`/stills/${key}${suffix}.svg`, still);
      } catch (error) {
        throw new Error(`The still of ${key} (${layout}): ${(error as Error).message}`, { cause: error });
      }
    }
  }
  return stills;
}

const inner = (html: string, element: Element) => {
  const range = innerRange(element);
  return range ? html.slice(range.start, range.end) : '';
};

/** Every character of the figures, in either case. */
function charactersOf(subjects: readonly Element[]): string {
  const found = new Set<string>();
  for (const element of subjects.flatMap(within)) {
    for (const node of element.childNodes) {
      if (node.nodeName !== '#text' || !('value' in node)) continue;
      const text = node.value.normalize('NFC');
      for (const character of text + text.toUpperCase() + text.toLowerCase()) found.add(character);
    }
  }
  return [...found].sort().join('');
}
