/**
 * The map: points on a sheet that was projected beforehand, of which a view shows a part at any scale. A state is
 * arranged once (what is in the frame, where the labels go); a view between two states mixes their arrangements.
 */
import type { CalendarWords } from './calendarWords.ts';
import { mixCamera, strainOf, type Bounds, type Camera, type Size } from './camera.ts';
import type { DayStripChart } from './dayStrip.ts';
import { clamp, mixNumber, soft } from './scale.ts';

/** How well a position is known: published as such, worked out from what was published, or not at all. */
export type Certainty = 'published' | 'derived' | 'none';

/** A point as the drawing needs it. Places and lengths are in units of its sheet. */
export interface MapPoint {
  readonly id: string;
  /** Points of one event share it: their positions differ by who tells of it. */
  readonly event: string;
  /** A day number. */
  readonly date: number;
  readonly x: number;
  readonly y: number;
  /** Within what distance the place lies. */
  readonly radius: number;
  readonly certainty: Certainty;
  /** It lies on the inset's sheet. */
  readonly inset: boolean;
  readonly label: string;
  readonly dateText: string;
  /** What is said of it, in a few words. */
  readonly said: string;
}

/** A name on the map, with the places where it may stand, the best first. */
export interface MapName {
  readonly text: string;
  readonly kind: 'country' | 'sea' | 'place' | 'island';
  readonly at: readonly (readonly [x: number, y: number])[];
}

/** A small map of another part of the world in a corner of the frame. */
export interface MapInset {
  readonly name: string;
  readonly sheet: Size;
  readonly corner: Corner;
}

export type Corner = 'upper-left' | 'upper-right' | 'lower-left' | 'lower-right';

/** What does not change while the drawing moves. */
export interface MapChart {
  readonly sheet: Size;
  /** In the order of time. */
  readonly points: readonly MapPoint[];
  readonly names: readonly MapName[];
  readonly inset: MapInset | undefined;
  readonly strip: DayStripChart;
  readonly words: CalendarWords;
  /** Units that a kilometre takes, in the middle of the sheet. */
  readonly unitsPerKm: number;
  /** The text of the bar of scale. */
  readonly kilometres: (n: number) => string;
}

/** What a state asks for. */
export interface MapScene {
  /** What must be in the frame, in units of the sheet. */
  readonly box: Bounds;
  /** Ids of the points to be named, the most important first. */
  readonly label: readonly string[];
  /** Where the playhead goes, day numbers. */
  readonly now: readonly [number, number];
  readonly inset: boolean;
}

/** A label's place, relative to its mark so that it travels with it. */
export interface MapLabelPlace {
  /** The point's index in the chart. */
  readonly point: number;
  /** How much it is there, 0 to 1. */
  readonly weight: number;
  readonly dx: number;
  readonly dy: number;
  /** Where its lines are flush: 0 at their beginning, 1 at their end. */
  readonly align: number;
  /** Whether a line leads to it. */
  readonly led: boolean;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LabelText[];
}

/** A line of a label, and how wide it is. */
export interface LabelText {
  readonly text: string;
  readonly role: 'name' | 'date' | 'said';
  readonly width: number;
}

/** A name that is shown, at one of its places. */
export interface MapNamePlace {
  readonly name: number;
  readonly place: number;
  readonly weight: number;
  /** For a name beside its place: the side of it, 0 for the right, 1 for the left. */
  readonly side: number;
  readonly width: number;
}

/** Where things lie at one state in one layout. */
export interface MapArrangement {
  readonly camera: Camera;
  readonly labels: readonly MapLabelPlace[];
  readonly names: readonly MapNamePlace[];
  /** How much the inset is there. */
  readonly inset: number;
}

/** A value that says all of a moment of the map; two of them can be mixed. */
export interface MapView {
  /** The playhead, a day number; a fraction is on its way to the next day. */
  readonly now: number;
  /** 0 for a still, up to 1 in the middle of a move: gives what comes and goes a soft edge. */
  readonly loose: number;
  readonly wide: MapArrangement;
  readonly narrow: MapArrangement;
}

/** The frames of the two layouts, px. */
export const FRAMES = {
  wide: { width: 820, height: 400 },
  narrow: { width: 360, height: 264 },
} as const;

export type LayoutName = keyof typeof FRAMES;

/**
 * The view of a state.
 *
 * @param progress how far the playhead has come, 0 to 1
 */
export function mapViewOf(
  [from, to]: MapScene['now'],
  arrangements: Pick<MapView, 'wide' | 'narrow'>,
  progress: number,
): MapView {
  return {
    now: mixNumber(from, to, clamp(progress, 0, 1)),
    loose: 0,
    wide: arrangements.wide,
    narrow: arrangements.narrow,
  };
}

/** The view between two, `t` from 0 (exactly `a`) to 1 (exactly `b`). */
export function mixMapViews(sheet: Size, a: MapView, b: MapView, t: number): MapView {
  if (t <= 0) return a;
  if (t >= 1) return b;
  const change = Math.min(1, 3 * strainOf(a.wide.camera, b.wide.camera));
  return {
    now: mixNumber(a.now, b.now, t),
    loose: Math.max(mixNumber(a.loose, b.loose, t), change * Math.min(1, 5 * t * (1 - t))),
    wide: mixArrangements(sheet, 'wide', a.wide, b.wide, t),
    narrow: mixArrangements(sheet, 'narrow', a.narrow, b.narrow, t),
  };
}

function mixArrangements(
  sheet: Size,
  layout: LayoutName,
  a: MapArrangement,
  b: MapArrangement,
  t: number,
): MapArrangement {
  if (a === b) return a;
  return {
    camera: mixCamera(a.camera, b.camera, t, FRAMES[layout], sheet),
    labels: mixLists(
      a.labels,
      b.labels,
      t,
      ({ point }) => String(point),
      (from, to) => ({
        ...(t < 0.5 ? from : to),
        weight: mixNumber(from.weight, to.weight, t),
        dx: mixNumber(from.dx, to.dx, t),
        dy: mixNumber(from.dy, to.dy, t),
        align: mixNumber(from.align, to.align, t),
      }),
    ),
    names: mixLists(
      a.names,
      b.names,
      t,
      ({ name, place }) => `${name} ${place}`,
      (from, to) => ({
        ...from,
        weight: mixNumber(from.weight, to.weight, t),
        side: mixNumber(from.side, to.side, t),
      }),
    ),
    inset: mixNumber(a.inset, b.inset, t),
  };
}

/** What is in both lists, mixed; what is in one of them, coming or going. */
function mixLists<P extends { readonly weight: number }>(
  a: readonly P[],
  b: readonly P[],
  t: number,
  key: (place: P) => string,
  mix: (from: P, to: P) => P,
): P[] {
  const others = new Map(b.map((place) => [key(place), place]));
  const mixed = a.map((place) => {
    const other = others.get(key(place));
    others.delete(key(place));
    return other ? mix(place, other) : { ...place, weight: place.weight * (1 - t) };
  });
  return [...mixed, ...[...others.values()].map((place) => ({ ...place, weight: place.weight * t }))];
}

/** Days in which a point appears; less than one, so that nothing is seen on the day before its own. */
const APPEARING = 0.8;

/** How much a point has happened: 0 until the day before its own, 1 from its day on. */
export const happened = (date: number, now: number): number => soft(now + 1e-6, date, APPEARING);
