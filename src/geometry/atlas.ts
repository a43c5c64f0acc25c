/** What a map needs of the world, already projected onto a sheet; the module `src/atlas` makes it in the build. */
import type { Bounds } from './camera.ts';

/** Degrees, east and north. */
export type LonLat = readonly [longitude: number, latitude: number];
/** From the south-western corner to the north-eastern one. */
export type Extent = readonly [LonLat, LonLat];

export interface AtlasSettings {
  readonly resolution: '10m' | '50m';
  /** What the map must hold, in degrees. */
  readonly extent: Extent;
  /** Points on pieces of land that are outlined, but not coloured as land of a country. */
  readonly uncoloured: readonly LonLat[];
  /** Degrees between the lines of the graticule. */
  readonly graticule: number;
  /** Square units that an island and a bend of a coast must at least have; a sheet is 8000 wide. */
  readonly detail: number;
}

/** Paths in units of the sheet, which has its origin in the upper left corner. */
export interface Atlas {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  /** Land that is outlined only. */
  readonly bare: string;
  readonly borders: string;
  readonly graticule: string;
  /** The place of a point, in units. */
  place(point: LonLat): readonly [x: number, y: number];
  /** How many units a kilometre takes at a point. */
  unitsPerKm(point: LonLat): number;
  /** The box that holds an extent: its least x and y, its greatest x and y. */
  box(extent: Extent): Bounds;
}

export type AtlasMaker = (settings: AtlasSettings) => Atlas;
