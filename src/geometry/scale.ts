/**
 * Scales of time. A day is a day number (days since 1970-01-01 UTC, fractions allowed) and px are drawing units.
 */

/** A stretch of time: from the beginning of one day to the beginning of another, `from < to`. */
export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** A stretch of the axis in px, `start < end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The stretch that a view from one day to another, both included, shows. */
export const domainOf = (first: number, last: number): Domain => ({ from: first, to: last + 1 });

/** How many px a day takes. */
export const pxPerDay = (domain: Domain, range: Range): number =>
  (range.end - range.start) / (domain.to - domain.from);

/** A linear scale from day numbers to px; what lies outside the domain goes on at the same pace. */
export function scaleOf(domain: Domain, range: Range): (day: number) => number {
  const rate = pxPerDay(domain, range);
  return (day) => range.start + (day - domain.from) * rate;
}

export const mixNumber = (a: number, b: number, t: number): number => a + (b - a) * t;

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/**
 * Whether `value` has reached `threshold`, as 0 or 1; with a `width` above 0 it rises smoothly over the `width`
 * before the threshold. Widths that shrink to 0 when nothing moves give in-betweens to a move and none to a still.
 */
export function soft(value: number, threshold: number, width: number): number {
  if (value >= threshold) return 1;
  if (width <= 0) return 0;
  const t = clamp((value - threshold + width) / width, 0, 1);
  return t * t * (3 - 2 * t);
}

/** How far a move goes out of its way to show where it goes: 0 for not at all; about 1.4 feels natural to most. */
const CURVATURE = 1.25;

/**
 * The stretch between two, for a zoom that feels even: when they lie apart the view widens until both are near, and
 * narrows again. At `t` 0 and 1 exactly `a` and `b`; the way back is the same way.
 *
 * Source: J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", 2003, in one dimension.
 */
export function mixDomain(a: Domain, b: Domain, t: number): Domain {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const [widthA, widthB] = [a.to - a.from, b.to - b.from];
  const [centreA, centreB] = [(a.from + a.to) / 2, (b.from + b.to) / 2];
  const distance = Math.abs(centreB - centreA);
  if (distance < 1e-6 * Math.min(widthA, widthB)) {
    return around(mixNumber(centreA, centreB, t), widthA * (widthB / widthA) ** t);
  }
  const squared = CURVATURE ** 2;
  const bend = (sign: number, width: number) =>
    -Math.asinh(
      (widthB ** 2 - widthA ** 2 + sign * squared ** 2 * distance ** 2) / (2 * width * squared * distance),
    );
  const [first, last] = [bend(1, widthA), bend(-1, widthB)];
  const along = mixNumber(first, last, t);
  const way = (widthA / (squared * distance)) * (Math.cosh(first) * Math.tanh(along) - Math.sinh(first));
  return around(mixNumber(centreA, centreB, way), (widthA * Math.cosh(first)) / Math.cosh(along));
}

const around = (centre: number, width: number): Domain => ({
  from: centre - width / 2,
  to: centre + width / 2,
});
