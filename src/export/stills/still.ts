/** One still: a figure in one state and one layout, as a file of its own. */
import { attribute } from '../html.ts';
import { escaped } from './definitions.ts';
import { Draughtsman } from './drawing.ts';
import { drawLegend, viewBoxOf } from './legend.ts';
import type { Lettering } from './lettering.ts';
import { classes, parentOf, within, type Element } from './selector.ts';
import type { Sheet } from './sheet.ts';
import { Looks, type Style } from './style.ts';

export type Layout = 'wide' | 'narrow';

/** A figure of the page that the build draws stills from. */
export interface Subject {
  readonly figure: Element;
  readonly title: string;
  readonly description: string;
  readonly language: string;
}

export interface Still {
  readonly svg: string;
  /** px */
  readonly width: number;
  readonly height: number;
  /** The narrowest that the drawing may be shown without type getting too small to read, px. */
  readonly legibleFrom: number;
}

/** Where each layout is seen, px. */
export const VIEWS = { wide: { window: 1440, frame: 820 }, narrow: { window: 390, frame: 360 } };

/** The sheet goes on around the drawing by this part of its width; a page may let it hang into the margin. */
export const MARGIN = 0.03;

/** The part of a still's address, after `#`, that asks for the drawing without a sheet under it. */
const BARE = 'bare';

const SMALLEST = 12; // px on the screen

/**
 * Draws a still.
 *
 * @param find an element of the page by its id
 * @throws Error that says what about the figure cannot be drawn
 */
export function drawStill(
  { figure, title, description, language }: Subject,
  layout: Layout,
  sheet: Sheet,
  lettering: Lettering,
  find: (id: string) => Element | undefined,
): Still {
  const svg = layoutOf(figure, layout);
  if (!svg) throw new Error(`There is no "${layout}" drawing in the figure.`);
  const looks = new Looks(sheet, VIEWS[layout]);
  const look = looks.of(svg);
  const draughtsman = new Draughtsman(looks, lettering, (id) => byId(svg, id) ?? find(id));

  const [left = 0, top = 0, width = 0, height = 0] = viewBoxOf(svg);
  const drawn = draughtsman.inside(svg, look);
  const { extent, smallest } = draughtsman;
  // Nothing of a drawing is seen beyond its frame, unless it says so.
  const framed = look.light.says('overflow') ? look.light.get('overflow') !== 'visible' : true;
  const beyond =
    extent.left < left - 1 ||
    extent.top < top - 1 ||
    extent.right > left + width + 1 ||
    extent.bottom > top + height + 1;
  const frame = `x="${left}" y="${top}" width="${width}" height="${height}"`;
  const body =
    framed && beyond ? `<svg ${frame} viewBox="${left} ${top} ${width} ${height}">${drawn}</svg>` : drawn;

  // An empty part of the sheet above or below, kept free for other states, is left out.
  const first = Math.floor(framed ? Math.max(top, extent.top) : extent.top);
  let last = Math.ceil(framed ? Math.min(top + height, extent.bottom) : extent.bottom);
  let legends = '';
  for (const legend of legendsOf(figure, svg)) {
    const measures = { left, width, top: last, size: smallest };
    const { markup, bottom } = drawLegend(legend, measures, looks, lettering, draughtsman);
    legends += markup;
    last = Math.ceil(bottom);
  }

  const margin = Math.round(width * MARGIN);
  const box = [left - margin, first - margin, width + 2 * margin, last - first + 2 * margin] as const;
  const [x, y, boxWidth, boxHeight] = box;
  const sheetColour = (style: Style) => style.get('--sheet') || 'white';
  const paper = draughtsman.definitions.attributes([
    { name: 'fill', light: sheetColour(look.light), dark: sheetColour(look.dark), initial: '' },
  ]);
  return {
    svg: [
      `<svg id="${BARE}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`,
      ` xml:lang="${language}" role="img" aria-labelledby="title" aria-describedby="desc"`,
      ` viewBox="${box.join(' ')}" width="${boxWidth}" height="${boxHeight}">`,
      `<title id="title">${escaped(title)}</title>`,
      `<desc id="desc">${escaped(description)}</desc>`,
      `<style>#${BARE}:target>#sheet{display:none}@media (prefers-color-scheme:dark){${draughtsman.definitions.darkRules}}</style>`,
      `<defs>${draughtsman.definitions.markup((id) => lettering.outline(id))}</defs>`,
      `<rect id="sheet" x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}"${paper}/>`,
      body,
      legends,
      '</svg>\n',
    ].join(''),
    width: boxWidth,
    height: boxHeight,
    legibleFrom: Math.ceil((SMALLEST / smallest) * width),
  };
}

/** A figure's drawing for a layout: the `svg` of that class, or in an element of it. */
export function layoutOf(figure: Element, layout: Layout): Element | undefined {
  return within(figure).find((svg) => svg.tagName === 'svg' && layoutAround(svg, figure) === layout);
}

/** The class of the nearest element, from an element up to its figure, that names a layout. */
function layoutAround(element: Element, figure: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const named = classes(at).find((name) => ['wide', 'narrow', 'short'].includes(name));
    if (named) return named;
    if (at === figure) return undefined;
  }
  return undefined;
}

/** The legends that belong to a drawing: those of its layout, and those of the figure as a whole. */
export function legendsOf(figure: Element, svg: Element): Element[] {
  const layout = layoutAround(svg, figure);
  return within(figure).filter((element) => {
    if (!classes(element).includes('legend')) return false;
    const own = layoutAround(element, figure);
    return own === undefined || own === layout;
  });
}

function byId(svg: Element, id: string): Element | undefined {
  return within(svg).find((element) => attribute(element, 'id') === id);
}
