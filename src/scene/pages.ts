/**
 * Reading step by step, without a browser: what there is to read, what comes next, and how it fits into a frame.
 * The story is a row of parts (an opening, a chapter's prose, a step with its figure); a part that is too long for the
 * frame is read on several screens.
 */

/** One part, as it is found on the page. */
export interface Part {
  /** What it belongs to: a chapter's id; empty for what belongs to none. Parts are counted within it. */
  readonly group: string;
  /** The step's key where the part is a step. */
  readonly step?: string | undefined;
}

/** Where the reader is: the part, and the screen of it, both from 0. */
export interface Place {
  readonly part: number;
  /** -1 is the part's last, however many there are. */
  readonly screen: number;
}

/**
 * What comes after a place.
 *
 * @param screens how many screens the part at that place fills
 * @param parts how many parts there are
 * @returns undefined at the end
 */
export function placeAfter({ part, screen }: Place, screens: number, parts: number): Place | undefined {
  if (screen >= 0 && screen + 1 < screens) return { part, screen: screen + 1 };
  return part + 1 < parts ? { part: part + 1, screen: 0 } : undefined;
}

/**
 * What comes before a place: within a part its screen before, else the last screen of the part before.
 *
 * @param screens how many screens the part at that place fills
 * @returns undefined at the beginning
 */
export function placeBefore({ part, screen }: Place, screens: number): Place | undefined {
  const here = screen < 0 ? screens - 1 : Math.min(screen, screens - 1);
  if (here > 0) return { part, screen: here - 1 };
  return part > 0 ? { part: part - 1, screen: -1 } : undefined;
}

/** A part's number among those of its group, from 1, and how many these are. */
export function countOf(parts: readonly Part[], index: number): { readonly n: number; readonly of: number } {
  const group = parts[index]?.group;
  const isOwn = (part: Part) => part.group === group;
  return { n: parts.slice(0, index + 1).filter(isOwn).length, of: parts.filter(isOwn).length };
}

/**
 * The place of the last step that has been read when a part is shown, among all steps.
 *
 * @returns -1 before the first
 */
export function lastStep(parts: readonly Part[], index: number): number {
  return parts.slice(0, index + 1).filter(({ step }) => step !== undefined).length - 1;
}

/** px. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a step is shown: figure beside its text, above it, or each on a screen of its own. */
export interface Arrangement {
  readonly how: 'beside' | 'above' | 'apart';
  /** px that the drawing may be wide. */
  readonly drawing: number;
}

/** px: in a frame of this width there is room for a figure beside its text; the style sheet knows it too. */
export const BESIDE = 640;

/** A drawing above its text may be shrunk to this share of its size; smaller letters are not to be read. */
const LEAST = 0.8;

/** px: nobody sees anything in a smaller drawing. */
const SMALLEST = 120;

/**
 * How the steps of a scene fit into a frame. One arrangement serves all of them, so that the figure keeps its place.
 *
 * @param frame the frame's width, px
 * @param height what there is for figure and text, px
 * @param figure the figure at the full width that it would have: the drawing's size, and the px of height that its title and legend take
 * @param text the height of the longest text among the steps, px
 */
export function arrange(
  frame: number,
  height: number,
  figure: { readonly drawing: Size; readonly around: number },
  text: number,
): Arrangement {
  const { drawing, around } = figure;
  const share = (free: number) => Math.min(1, Math.max(0, (free - around) / drawing.height));
  const at = (size: number) => Math.max(SMALLEST, Math.floor(drawing.width * size));
  if (frame >= BESIDE) return { how: 'beside', drawing: at(share(height)) };
  const above = share(height - text);
  return above >= LEAST ? { how: 'above', drawing: at(above) } : { how: 'apart', drawing: at(share(height)) };
}

/**
 * How many screens a text fills that is set in columns as wide as the room.
 *
 * @param length from the beginning of the first column to the end of the last, px
 * @param column a column's width, px
 * @param gap between columns, px
 */
export const screensOf = (length: number, column: number, gap: number): number =>
  Math.max(1, Math.round((length + gap) / (column + gap)));
