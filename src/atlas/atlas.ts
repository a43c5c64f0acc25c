/**
 * The world as it is needed for one map: projected, clipped, simplified and written as paths; in the build only.
 * The browser gets what comes out and moves it by a linear transform.
 *
 * Data: Natural Earth (public domain), by way of the package `world-atlas`.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  geoArea,
  geoConicConformal,
  geoContains,
  geoGraticule,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Atlas, AtlasSettings, Extent, LonLat } from '../geometry/atlas.ts';
import { pathOf } from './path.ts';
import { ringArea, simplify, type Point } from './simplify.ts';

/** The width of a sheet in units: fine enough for whole numbers at the nearest zoom. */
const UNITS = 8000;
/** Land beyond the sheet, so that the line along which it is cut is never seen: a share of the sheet's width. */
const BLEED = 0.04;
/** Countries are taken from a little farther than the extent, whose projection is no rectangle. */
const REACH = 4; // degrees
const KM_PER_DEGREE = 111.2;

type Countries = Topology<{ countries: GeometryCollection }>;
type Land = Polygon | MultiPolygon;

const worlds = new Map<string, Countries>();
const atlases = new Map<string, Atlas>();

/** The atlas for settings; made once in a build. */
export function atlasOf(settings: AtlasSettings): Atlas {
  const key = JSON.stringify(settings);
  const atlas = atlases.get(key) ?? make(settings);
  atlases.set(key, atlas);
  return atlas;
}

function worldOf(resolution: AtlasSettings['resolution']): Countries {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const file = require.resolve(`world-atlas/countries-${resolution}.json`);
  const world = worlds.get(resolution) ?? (JSON.parse(readFileSync(file, 'utf8')) as Countries);
  worlds.set(resolution, world);
  return world;
}

function make({ resolution, extent, uncoloured, graticule, detail }: AtlasSettings): Atlas {
  const world = worldOf(resolution);
  const { projection, height } = project(extent);
  const bleed = UNITS * BLEED;
  const frame = [
    [-bleed, -bleed],
    [UNITS + bleed, height + bleed],
  ] as [[number, number], [number, number]];
  const clipped = projection.clipExtent(frame);
  const onEdge = ([x, y]: Point) =>
    Math.min(
      Math.abs(x + bleed),
      Math.abs(x - UNITS - bleed),
      Math.abs(y + bleed),
      Math.abs(y - height - bleed),
    ) < 1;

  const near = countriesNear(world, extent);
  const rings = merge(world, near as never).coordinates.flatMap((polygon) => {
    // Rings without an inside are read as the whole globe.
    const shape = { type: 'Polygon' as const, coordinates: polygon };
    return geoArea(shape) < 2 * Math.PI && touches(polygon.flat(), extent) ? [shape] : [];
  });
  const isBare = (shape: GeoPermissibleObjects) =>
    uncoloured.some((point) => geoContains(shape, [point[0], point[1]]));
  const land = (shapes: readonly GeoPermissibleObjects[]) =>
    pathOf(
      shapes
        .flatMap((shape) => linesOf(shape, clipped))
        .map((ring) => simplify(ring, detail, onEdge))
        .filter((ring) => ring.length > 3 && ringArea(ring) >= 2 * detail),
      true,
    );
  const lines = (shape: GeoPermissibleObjects, least: number) =>
    pathOf(
      linesOf(shape, clipped).map((line) => simplify(line, least)),
      false,
    );
  const collection = { type: 'GeometryCollection' as const, geometries: near };
  const [[west, south], [east, north]] = extent;
  return {
    width: UNITS,
    height,
    land: land(rings.filter((shape) => !isBare(shape))),
    bare: land(rings.filter(isBare)),
    borders: lines(
      mesh(world, collection, (a, b) => a !== b),
      detail,
    ),
    graticule: lines(
      geoGraticule()
        .step([graticule, graticule])
        .extent([
          [west - REACH, south - REACH],
          [east + REACH, north + REACH],
        ])(),
      detail,
    ),
    place: (point) => placeOf(projection, point),
    unitsPerKm: ([longitude, latitude]) => {
      const [x, y] = placeOf(projection, [longitude, latitude]);
      const [nextX, nextY] = placeOf(projection, [longitude, latitude + 0.1]);
      return Math.hypot(nextX - x, nextY - y) / (0.1 * KM_PER_DEGREE);
    },
    box: (inner) => boxOf(projection, inner),
  };
}

/** Angles are kept: over an extent of some degrees the scale hardly changes. */
function project(extent: Extent): { projection: GeoProjection; height: number } {
  const [[west, south], [east, north]] = extent;
  const sixth = (north - south) / 6;
  const projection = geoConicConformal()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + east) / 2, 0])
    .scale(1000)
    .translate([0, 0]);
  const [left, top, right, bottom] = boxOf(projection, extent);
  const scale = UNITS / (right - left);
  projection.scale(1000 * scale).translate([-left * scale, -top * scale]);
  return { projection, height: Math.ceil((bottom - top) * scale) };
}

function boxOf(projection: GeoProjection, [[west, south], [east, north]]: Extent) {
  const shares = Array.from({ length: 21 }, (_, i) => i / 20);
  const outline = shares.flatMap((t): LonLat[] => [
    [west + t * (east - west), south],
    [west + t * (east - west), north],
    [west, south + t * (north - south)],
    [east, south + t * (north - south)],
  ]);
  const points = outline.map((point) => placeOf(projection, point));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
}

function placeOf(projection: GeoProjection, [longitude, latitude]: LonLat): Point {
  const place = projection([longitude, latitude]);
  if (!place) throw new Error(`The point ${longitude}, ${latitude} cannot be projected.`);
  return place;
}

/** The countries whose box comes near the extent; the rest of the world would only take time. */
function countriesNear(world: Countries, extent: Extent): Land[] {
  return world.objects.countries.geometries.flatMap((country) => {
    if (country.type !== 'Polygon' && country.type !== 'MultiPolygon') return [];
    const polygons = country.type === 'Polygon' ? [country.arcs] : country.arcs;
    return polygons.some((arcs) =>
      touches(
        arcs.flat().flatMap((arc) => arcPoints(world, arc)),
        extent,
      ),
    )
      ? [country]
      : [];
  });
}

function arcPoints(world: Countries, index: number): number[][] {
  const arc = world.arcs[index < 0 ? ~index : index] ?? [];
  const { scale, translate } = world.transform ?? { scale: [1, 1], translate: [0, 0] };
  let [x, y] = [0, 0];
  return arc.map(([dx = 0, dy = 0]) => {
    [x, y] = [x + dx, y + dy];
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function touches(points: readonly (readonly number[])[], [[west, south], [east, north]]: Extent): boolean {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  return left < east + REACH && right > west - REACH && bottom < north + REACH && top > south - REACH;
}

/** The lines and rings of a shape as they lie on the sheet. */
function linesOf(shape: GeoPermissibleObjects, projection: GeoProjection): Point[][] {
  const lines: Point[][] = [];
  geoPath(projection, {
    moveTo: (x, y) => void lines.push([[x, y]]),
    lineTo: (x, y) => void lines.at(-1)?.push([x, y]),
    closePath: () => {
      const line = lines.at(-1);
      if (line?.[0]) line.push(line[0]);
    },
    beginPath: () => undefined,
    arc: () => undefined,
  })(shape);
  return lines;
}
