/**
 * What the island of a map gets: points, names and coasts, all on a sheet that is projected in the build. The browser
 * knows nothing of degrees.
 */
import type { Atlas, AtlasMaker, LonLat } from '../../geometry/atlas.ts';
import type { Size } from '../../geometry/camera.ts';
import type { Certainty, MapArrangement, MapInset, MapName, MapPoint, MapScene } from '../../geometry/map.ts';
import { arrangeMap } from '../../geometry/mapArrange.ts';
import { dayNumber, longDate } from '../../model/dates.ts';
import type { MapSettings, MapState, Standing } from '../../model/kinds/map.ts';
import type { CellValue, Figure, Story } from '../../model/types.ts';
import { wordsOf } from '../../model/words.ts';
import type { InspectedSource } from '../shared/inspector.svelte.ts';
import { inspectedSources } from '../shared/sources.ts';
import { chartOf } from './chart.ts';

/** A point as it is stored: its sources by id, since several share one. */
export interface StoredPoint extends Omit<MapPoint, 'inset' | 'said'> {
  readonly inset?: true;
  readonly said?: string;
  /** A standing's id. */
  readonly standing: string;
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly cites: readonly string[];
}

export interface MapData {
  readonly language: string;
  readonly sheet: Size;
  /** Paths in units of the sheet. */
  readonly paths: {
    readonly land: string;
    readonly bare: string;
    readonly borders: string;
    readonly graticule: string;
  };
  readonly unitsPerKm: number;
  readonly points: readonly StoredPoint[];
  readonly names: readonly MapName[];
  readonly inset?: MapInset & { readonly land: string };
  readonly standings: readonly Standing[];
  readonly strip: {
    readonly from: number;
    readonly to: number;
    readonly goal?: { readonly date: number; readonly label: string };
  };
  readonly sources: readonly InspectedSource[];
}

/** A state as the browser gets it. */
export interface ArrangedState {
  readonly now: readonly [number, number];
  readonly wide: MapArrangement;
  readonly narrow: MapArrangement;
}

/**
 * The data of a map.
 *
 * @param atlasOf makes the sheets
 * @throws Error if its table or its goal is unknown
 */
export function mapData(story: Story, figure: Figure, atlasOf: AtlasMaker): MapData {
  const settings = figure.settings as MapSettings;
  const { atlas: world, names, inset, standings, strip } = settings;
  const atlas = atlasOf(world);
  const corner = inset && atlasOf({ ...world, extent: inset.extent, uncoloured: [] });
  const points = pointsOf(story, settings, atlas, corner);
  const cited = [...new Set(points.flatMap(({ cites }) => cites))];
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  return {
    language: story.language,
    sheet: sizeOf(atlas),
    paths: { land: atlas.land, bare: atlas.bare, borders: atlas.borders, graticule: atlas.graticule },
    unitsPerKm: rounded(atlas.unitsPerKm(middleOf(world.extent)), 3),
    points,
    names: names.map(({ text, kind, at }) => ({
      // Countries stand in capitals.
      text: kind === 'country' ? text.toLocaleUpperCase(story.language) : text,
      kind,
      at: at.map((point) => placed(atlas, point)),
    })),
    ...(inset &&
      corner && {
        inset: { name: inset.name, corner: inset.corner, sheet: sizeOf(corner), land: corner.land },
      }),
    standings,
    strip: {
      from: dayNumber(strip.from),
      to: dayNumber(strip.to),
      ...(strip.goal !== undefined && { goal: goalOf(story, strip.goal) }),
    },
    sources: inspectedSources(cited, sources),
  };
}

/** The states of a map, each with where things go in it. */
export function arrangeStates(
  figure: Figure,
  data: MapData,
  states: readonly MapState[],
  atlasOf: AtlasMaker,
): ArrangedState[] {
  const atlas = atlasOf((figure.settings as MapSettings).atlas);
  // What the drawing says in words does not matter to where it goes.
  const chart = chartOf(data, { kilometres: '', day: '', days: '' });
  return states.map(({ view, label, now, inset }) => {
    const scene: MapScene = {
      box: atlas.box(view),
      label,
      now: [dayNumber(now[0]), dayNumber(now[1])],
      inset,
    };
    return {
      now: scene.now,
      wide: arrangeMap('wide', chart, scene),
      narrow: arrangeMap('narrow', chart, scene),
    };
  });
}

function pointsOf(
  story: Story,
  { table: name, standings }: MapSettings,
  atlas: Atlas,
  corner: Atlas | undefined,
): StoredPoint[] {
  const words = wordsOf(story);
  const table = story.tables.find((each) => each.name === name);
  if (!table) throw new Error(`There is no table "${name}".`);
  const ranks = new Map(standings.map((standing) => [standing.id, standing.name]));
  return table.rows
    .map((row): StoredPoint => {
      const at: LonLat = [Number(row['lon']), Number(row['lat'])];
      const inset = !lies(at, atlas) && corner !== undefined && lies(at, corner);
      const sheet = inset ? corner : atlas;
      const [x, y] = placed(sheet, at);
      const date = textOf(row['date']);
      const standing = textOf(row['standing']);
      const basis = textOf(row['basis']);
      return {
        id: textOf(row['id']),
        event: textOf(row['event']),
        date: dayNumber(date),
        x,
        y,
        radius: rounded(Number(row['radius_km']) * sheet.unitsPerKm(at), 1),
        certainty: textOf(row['position']) as Certainty,
        ...(inset && { inset }),
        label: textOf(row['label']),
        dateText: longDate(date, story.language),
        ...(row['said'] !== undefined && { said: textOf(row['said']) }),
        standing,
        when: [longDate(date, story.language), ranks.get(standing)].filter(Boolean).join(' · '),
        title: textOf(row['title']),
        text: [textOf(row['text']), basis && words('map.position', { basis })].filter(Boolean).join(' '),
        cites: textOf(row['sources']).split('|').filter(Boolean),
      };
    })
    .sort((a, b) => a.date - b.date);
}

function goalOf({ events }: Story, id: string) {
  const event = events.find((each) => each.id === id);
  if (!event) throw new Error(`There is no event "${id}".`);
  return { date: dayNumber(event.date), label: event.label };
}

const textOf = (value: CellValue): string => String(value ?? '');

const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

const placed = (atlas: Atlas, point: LonLat) => {
  const [x, y] = atlas.place(point);
  return [rounded(x, 1), rounded(y, 1)] as const;
};

const sizeOf = ({ width, height }: Atlas): Size => ({ width, height });

const middleOf = ([[west, south], [east, north]]: readonly [LonLat, LonLat]): LonLat => [
  (west + east) / 2,
  (south + north) / 2,
];

function lies(point: LonLat, atlas: Atlas): boolean {
  const [x, y] = atlas.place(point);
  return x >= 0 && x <= atlas.width && y >= 0 && y <= atlas.height;
}
