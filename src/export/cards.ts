/**
 * Share cards: what other sites show of the story and of each chapter. The site generator sets their words and
 * drawings on one page; from it the cards are drawn, and the page goes.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { layOutCard, type Card, type Drawing } from './cards/layout.ts';
import { attribute, elementsOf, innerRange } from './html.ts';
import { Draughtsman } from './stills/drawing.ts';
import { viewBoxOf } from './stills/legend.ts';
import { Lettering } from './stills/lettering.ts';
import { pictureOf } from './stills/picture.ts';
import { classes, parentOf, within, type Element } from './stills/selector.ts';
import { Sheet } from './stills/sheet.ts';
import { Looks } from './stills/style.ts';

/** The page that the cards are drawn from, in the folder of the cards. */
const PAGE = 'cards/index.html';

/** Where the drawings of the page are seen, px: in their wide layouts. */
const VIEW = { window: 1440, frame: 820 };

/**
 * Draws all cards of a build and takes away the page they were drawn from.
 *
 * @param dir the folder that the site generator wrote
 * @throws Error that names the card which could not be drawn
 */
export async function makeCards(dir: string): Promise<void> {
  if (!existsSync(join(dir, PAGE))) return;
  const cards = await drawCards(await readFile(join(dir, PAGE), 'utf8'));
  await rm(join(dir, PAGE));
  await Promise.all(
    [...cards].map(async ([address, svg]) => {
      const file = join(dir, address);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await pictureOf(svg, Number(/ width="(\d+)"/.exec(svg)?.[1])));
    }),
  );
}

/**
 * @param html the page with all cards, each an element with `data-card`
 * @returns the cards as SVG, by the address of the picture
 * @throws Error that names the card which could not be drawn
 */
export async function drawCards(html: string): Promise<ReadonlyMap<string, string>> {
  const elements = elementsOf(html);
  const styles = elements.filter(({ tagName }) => tagName === 'style');
  const sheet = new Sheet(
    styles.map((style) => {
      const range = innerRange(style);
      return range ? html.slice(range.start, range.end) : '';
    }),
  );
  const subjects = elements.filter((element) => attribute(element, 'data-card') !== undefined);
  const lettering = await Lettering.of(charactersOf(subjects));
  const cards = new Map<string, string>();
  for (const subject of subjects) {
    const id = attribute(subject, 'data-card') ?? '';
    try {
      cards.set(`/cards/${id}.png`, drawCard(subject, sheet, lettering));
    } catch (error) {
      throw new Error(`The card of ${id}: ${(error as Error).message}`, { cause: error });
    }
  }
  return cards;
}

function drawCard(subject: Element, sheet: Sheet, lettering: Lettering): string {
  const looks = new Looks(sheet, VIEW);
  const svg = within(subject).find(
    (element) => element.tagName === 'svg' && layoutAround(element) !== 'other',
  );
  if (!svg) throw new Error('There is no drawing in it.');
  const look = looks.of(svg);
  const draughtsman = new Draughtsman(looks, lettering, () => undefined);
  const [x = 0, y = 0, width = 0, height = 0] = viewBoxOf(svg);
  const drawn = draughtsman.inside(svg, look);
  const drawing: Drawing = {
    markup: drawn,
    definitions: () => draughtsman.definitions.markup((id) => lettering.outline(id)),
    box: { x, y, width, height },
  };
  const said = (name: string) => attribute(subject, `data-${name}`) ?? '';
  const card: Card = {
    line: said('line'),
    title: said('title'),
    text: said('text'),
    story: said('story'),
    date: said('date'),
    number: said('number'),
  };
  const own = looks.of(subject).light;
  const colour = (name: string) => own.get(`--${name}`);
  return layOutCard(card, drawing, lettering, {
    sheet: colour('sheet'),
    ink: colour('ink'),
    mute: colour('mute'),
    rule: colour('rule'),
    hot: colour('hot'),
    side: colour('c') || colour('ink'),
  });
}

/** Of the plan's layouts the wide one is drawn; other drawings have only one. */
function layoutAround(svg: Element): 'wide' | 'other' {
  for (let at: Element | undefined = svg; at; at = parentOf(at)) {
    const named = classes(at).find((name) => ['wide', 'narrow', 'short'].includes(name));
    if (named) return named === 'wide' ? 'wide' : 'other';
    if (attribute(at, 'data-card') !== undefined) break;
  }
  return 'wide';
}

/** Every character of the cards: their words, and those in their drawings. */
function charactersOf(subjects: readonly Element[]): string {
  const found = new Set<string>();
  const add = (text: string) => {
    for (const character of text.normalize('NFC')) found.add(character);
  };
  for (const subject of subjects) for (const { value } of subject.attrs) add(value);
  for (const element of subjects.flatMap(within)) {
    for (const node of element.childNodes) if (node.nodeName === '#text' && 'value' in node) add(node.value);
  }
  return [...found].sort().join('');
}
