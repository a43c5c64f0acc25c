/** What of a sheet is seen in a frame, and the way from one such view to another. */
import { clamp, mixDomain, mixNumber } from './scale.ts';

/** In units of the sheet. */
export interface Camera {
  /** The middle of what is seen. */
  readonly x: number;
  readonly y: number;
  /** How much of the sheet lies across the frame. */
  readonly width: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Least x and y, greatest x and y. */
export type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/**
 * The nearest view that shows all of a box, as far as possible without showing what lies beyond the sheet.
 *
 * @param box in units of the sheet
 * @param frame whose shape the view has, px
 */
export function fitCamera([left, top, right, bottom]: Bounds, frame: Size, sheet: Size): Camera {
  const aspect = frame.width / frame.height;
  const width = Math.max(right - left, (bottom - top) * aspect);
  return keepOn(sheet, aspect, { x: (left + right) / 2, y: (top + bottom) / 2, width });
}

/** The view between two, `t` from 0 (exactly `a`) to 1 (exactly `b`): it draws back to show where it goes. */
export function mixCamera(a: Camera, b: Camera, t: number, frame: Size, sheet: Size): Camera {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  // Along the line between the two middles this is the zoom of a scale.
  const line = mixDomain(
    { from: -a.width / 2, to: a.width / 2 },
    { from: distance - b.width / 2, to: distance + b.width / 2 },
    t,
  );
  const way = distance > 0 ? (line.from + line.to) / 2 / distance : t;
  return keepOn(sheet, frame.width / frame.height, {
    x: mixNumber(a.x, b.x, way),
    y: mixNumber(a.y, b.y, way),
    width: line.to - line.from,
  });
}

function keepOn(sheet: Size, aspect: number, { x, y, width }: Camera): Camera {
  const across = Math.min(width, sheet.width, sheet.height * aspect);
  const down = across / aspect;
  return {
    x: clamp(x, across / 2, sheet.width - across / 2),
    y: clamp(y, down / 2, sheet.height - down / 2),
    width: across,
  };
}

/** How far two views are from being the same: about 1 where one is more than twice as near, or beside the other. */
export function strainOf(a: Camera, b: Camera): number {
  const shift = Math.hypot(b.x - a.x, b.y - a.y);
  return Math.abs(Math.log(b.width / a.width)) + shift / Math.min(a.width, b.width);
}
