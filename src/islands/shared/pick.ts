/** px on the screen within which a mark is meant. */
const REACH = 20;

/** A place on a drawing that opens a mark: a point, or a box of which any point counts. Units of the drawing. */
export interface Target {
  readonly id: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

/**
 * The mark that a click or a tap means: marks may lie closer than a finger is wide, and then the nearest one is meant.
 *
 * @param event on the drawing
 * @param svg the drawing
 * @param width of the drawing, in its own units
 * @param targets the marks that can be seen
 * @returns the mark's id; that of the mark or the label that was hit where none is nearer
 */
export function pickMark(
  event: MouseEvent,
  svg: SVGSVGElement,
  width: number,
  targets: readonly Target[],
): string | undefined {
  const hit = event.target as Element;
  const label = hit.closest('[data-label]')?.getAttribute('data-label');
  if (label) return label;
  const own = hit.closest('[data-mark]')?.getAttribute('data-mark') ?? undefined;
  if (event.detail === 0) return own; // from a keyboard or an assistive tool
  const frame = svg.getBoundingClientRect();
  const ratio = frame.width / width;
  const [x, y] = [(event.clientX - frame.left) / ratio, (event.clientY - frame.top) / ratio];
  const [best] = targets
    .map((target) => ({ id: target.id, far: distance(target, x, y) * ratio }))
    .filter(({ far }) => far <= REACH)
    .sort((a, b) => a.far - b.far);
  return best ? best.id : own;
}

function distance(target: Target, x: number, y: number): number {
  const { width = 0, height = 0 } = target;
  return Math.hypot(
    Math.max(target.x - x, 0, x - target.x - width),
    Math.max(target.y - y, 0, y - target.y - height),
  );
}
