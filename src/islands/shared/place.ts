/** Where a panel goes in the window. */

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** px between a panel and what it belongs to, and between it and the edge of the window. */
const GAP = 10;

/**
 * Beside its anchor where there is room, else below or above it, and never past the edge of the window.
 *
 * @returns the panel's upper left corner in px of the window
 */
export function placePanel(
  anchor: Rectangle,
  panel: { readonly width: number; readonly height: number },
  window: { readonly width: number; readonly top?: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const { top = 0 } = window;
  const end = top + window.height;
  const keep = (value: number, size: number, most: number, least = 0) =>
    Math.max(least + GAP, Math.min(value, most - size - GAP));
  const middle = anchor.left + anchor.width / 2;
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - GAP - panel.height;
  const right = anchor.left + anchor.width + GAP;
  const left = anchor.left - GAP - panel.width;
  const level = keep(anchor.top + anchor.height / 2 - panel.height / 2, panel.height, end, top);
  if (right + panel.width + GAP <= window.width) return { left: right, top: level };
  if (left >= GAP) return { left, top: level };
  const across = keep(middle - panel.width / 2, panel.width, window.width);
  if (below + panel.height + GAP <= end) return { left: across, top: below };
  return { left: across, top: keep(above, panel.height, end, top) };
}
