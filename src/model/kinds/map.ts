/** The map: the rows of a table as points on a sheet of the world, of which a state shows a part. */
import { z } from 'zod';
import { notOneOf } from '../nearest.ts';
import { day, id, span, text } from '../schemas/common.ts';
import type { IsoDay } from '../types.ts';
import { strict } from '../validate.ts';
import type { Complaint, Kind } from './kind.ts';

/** Degrees, east and north. */
type LonLat = readonly [longitude: number, latitude: number];
/** From the south-western corner to the north-eastern one. */
type Extent = readonly [LonLat, LonLat];

/** How a point stands, by what is said of it: the shape and colour of its mark. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle';
  readonly hollow: boolean;
  /** A side's id, `hot` or `ink`. */
  readonly colour: string;
}

export interface MapSettings {
  /** The table whose rows are the points. */
  readonly table: string;
  readonly atlas: {
    /** The scale of the data: 1:10 million or 1:50 million. */
    readonly resolution: '10m' | '50m';
    readonly extent: Extent;
    /** The least area of an island or of a bend in a coast; the map is 8000 wide. */
    readonly detail: number;
    /** Degrees between the lines of the graticule. */
    readonly graticule: number;
    /** Points on land that is outlined, but not coloured as anybody's. */
    readonly uncoloured: readonly LonLat[];
  };
  /** Names on the map; each stands at the first of its places that is free. */
  readonly names: readonly {
    readonly text: string;
    readonly kind: 'country' | 'sea' | 'place' | 'island';
    readonly at: readonly LonLat[];
  }[];
  /** A small map of another place in a corner, which a state may show. */
  readonly inset?: {
    readonly name: string;
    readonly extent: Extent;
    readonly corner: 'upper-left' | 'upper-right' | 'lower-left' | 'lower-right';
  };
  readonly standings: readonly Standing[];
  /** The days under the map; `goal` is an event that they run to. */
  readonly strip: { readonly from: IsoDay; readonly to: IsoDay; readonly goal?: string };
}

export interface MapState {
  /** What must be in the frame. */
  readonly view: Extent;
  /** The ids of the rows that are named, the most important first. */
  readonly label: readonly string[];
  /** Where the playhead goes, from and to; a point appears on its day. */
  readonly now: readonly [IsoDay, IsoDay];
  readonly inset: boolean;
}

/** How well a position is known: published, worked out from what was published, or not at all. */
export const positions = ['published', 'derived', 'none'] as const;

/** The columns that the table of a map must have, with what may stand in them empty. */
const columns = [
  'id',
  'event',
  'date',
  'label',
  'title',
  'text',
  'standing',
  'lat',
  'lon',
  'radius_km',
  'position',
];

/** More names than this do not fit into a phone's frame. */
const mostLabels = 6;

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-80).max(80)]);
const extent = z.tuple([lonLat, lonLat]).superRefine(([[west, south], [east, north]], context) => {
  if (west >= east || south >= north) {
    context.addIssue({
      code: 'custom',
      message: 'is not a list of the south-western corner and the north-eastern one',
    });
  }
});

const settings = strict({
  table: id,
  atlas: strict({
    resolution: z.enum(['10m', '50m']),
    extent,
    detail: z.number().positive().default(40),
    graticule: z.number().positive().default(2),
    uncoloured: z.array(lonLat).default([]),
  }),
  names: z
    .array(strict({ text, kind: z.enum(['country', 'sea', 'place', 'island']), at: z.array(lonLat).min(1) }))
    .default([]),
  inset: strict({
    name: text,
    extent,
    corner: z.enum(['upper-left', 'upper-right', 'lower-left', 'lower-right']),
  }).exactOptional(),
  standings: z
    .array(
      strict({
        id,
        name: text,
        shape: z.enum(['circle', 'square', 'diamond', 'triangle']),
        hollow: z.boolean().default(false),
        colour: id,
      }),
    )
    .min(1),
  strip: strict({ from: day, to: day, goal: id.exactOptional() }).superRefine(({ from, to }, context) => {
    if (from >= to)
      context.addIssue({ code: 'custom', message: `runs from ${from} to ${to}, which is no stretch` });
  }),
});

export const map: Kind<MapSettings, MapState> = {
  settings,
  settingsReferences: [
    { path: ['table'], noun: 'table', to: 'tables' },
    { path: ['standings', '*', 'colour'], noun: 'colour', to: 'colours' },
    { path: ['strip', 'goal'], noun: 'event', to: 'events' },
  ],
  state: strict({
    view: extent,
    label: z.array(id).max(mostLabels).default([]),
    now: z.preprocess((value) => (typeof value === 'string' ? [value, value] : value), span),
    inset: z.boolean().default(false),
  }),
  stateReferences: [],
  checkSettings({ table, standings }, tables) {
    const complaints: Complaint[] = [];
    const complain = (message: string) =>
      complaints.push({ path: ['table'], message: `table "${table}": ${message}` });
    for (const row of tables.get(table) ?? []) {
      const name = String(row['id']);
      for (const column of columns) if (row[column] === undefined) complain(`row "${name}" has no ${column}`);
      const standing = String(row['standing']);
      const known = standings.map((each) => each.id);
      if (!known.includes(standing)) complain(`row "${name}": ${notOneOf('standing', standing, known)}`);
      const position = String(row['position']);
      if (!positions.some((each) => each === position)) {
        complain(`row "${name}": ${notOneOf('position', position, positions)}`);
      }
    }
    return complaints;
  },
  checkState({ view, label, now, inset }, { settings: given, tables, asOf, later }) {
    const complaints: Complaint[] = [];
    const complain = (path: Complaint['path'], message: string) => complaints.push({ path, message });
    const own = given as MapSettings | undefined;
    if (own && !holds(own.atlas.extent, view)) {
      complain(['view'], `view reaches beyond the map, whose extent is ${JSON.stringify(own.atlas.extent)}`);
    }
    if (own && inset && !own.inset) complain(['inset'], 'inset is shown, but the figure has none');
    now.forEach((date, index) => {
      if (own && (date < own.strip.from || date > own.strip.to)) {
        complain(['now', index], `now ${date} is outside the strip, ${own.strip.from} to ${own.strip.to}`);
      }
      if (!later && date > asOf) {
        complain(
          ['now', index],
          `now ${date} is after the as-of date, ${asOf}; it belongs to the later chapter`,
        );
      }
    });
    const rows = own && tables.get(own.table);
    if (!rows) return complaints;
    const dates = new Map(rows.map((row) => [String(row['id']), String(row['date'])]));
    const events = new Map(rows.map((row) => [String(row['id']), row['event']]));
    label.forEach((name, index) => {
      const path = ['label', index];
      if (label.indexOf(name) < index) complain(path, `row "${name}" is named twice`);
      const date = dates.get(name);
      if (date === undefined) complain(path, notOneOf('row', name, dates.keys()));
      else if (date > now[1]) complain(path, `row "${name}" is of ${date}, after now, ${now[1]}`);
      for (const [other, event] of events) {
        if (event !== events.get(name) || other === name || label.includes(other)) continue;
        complain(path, `row "${name}" is named without "${other}", another position of the same event`);
      }
    });
    return complaints;
  },
};

const holds = ([[west, south], [east, north]]: Extent, [[left, bottom], [right, top]]: Extent): boolean =>
  left >= west && right <= east && bottom >= south && top <= north;
