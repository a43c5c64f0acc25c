/** From a map's data and states to its views: pure, the same in the build and in the browser. */
import { FRAMES, mapViewOf, mixMapViews, type LayoutName, type MapView } from '../../geometry/map.ts';
import { drawMap, mapHeight, type MapDrawing } from '../../geometry/mapDraw.ts';
import type { Standing } from '../../model/kinds/map.ts';
import type { Inspected } from '../shared/inspector.svelte.ts';
import { chartOf } from './chart.ts';
import type { ArrangedState, MapData } from './data.ts';
import type { MapWords } from './words.ts';

/** A point as it is opened. */
export interface PointData extends Inspected {
  readonly standing: Standing;
}

/** The measures of a layout, px. */
export interface MapLayout {
  readonly name: LayoutName;
  readonly width: number;
  /** Of the map and the strip below it. */
  readonly height: number;
  /** Of the map alone. */
  readonly mapHeight: number;
}

export interface MapFigure {
  /** In the order of the chart. */
  readonly points: readonly PointData[];
  readonly layouts: Readonly<Record<LayoutName, MapLayout>>;
  readonly draw: (name: LayoutName, view: MapView) => MapDrawing;
  /** The view of a state, by its index, with the playhead `progress` (0 to 1) on its way. */
  readonly at: (index: number, progress: number) => MapView;
  readonly mix: (a: MapView, b: MapView, t: number) => MapView;
}

/** @throws Error if a point's standing is unknown */
export function mapFigure(data: MapData, states: readonly ArrangedState[], words: MapWords): MapFigure {
  const standings = new Map(data.standings.map((standing) => [standing.id, standing]));
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const points = data.points.map((point): PointData => {
    const standing = standings.get(point.standing);
    if (!standing) throw new Error(`The point "${point.id}" has an unknown standing, "${point.standing}".`);
    const { id, when, title, text, cites } = point;
    return { id, when, title, text, standing, sources: cites.flatMap((cite) => sources.get(cite) ?? []) };
  });
  const chart = chartOf(data, words);
  const layout = (name: LayoutName): MapLayout => {
    const { width, height } = FRAMES[name];
    return { name, width, height: mapHeight(name, chart), mapHeight: height };
  };
  return {
    points,
    layouts: { wide: layout('wide'), narrow: layout('narrow') },
    draw: (name, view) => drawMap(name, chart, view),
    at: (index, progress) => {
      const state = states[Math.min(Math.max(index, 0), states.length - 1)];
      if (!state) throw new Error('A map without a state shows nothing.');
      return mapViewOf(state.now, state, progress);
    },
    mix: (a, b, t) => mixMapViews(data.sheet, a, b, t),
  };
}
