import type { SceneProps } from '../shared/scene.ts';
import type { ArrangedState, MapData } from './data.ts';
import type { MapWords } from './words.ts';

export interface MapScene extends SceneProps<MapWords> {
  readonly states: readonly ArrangedState[];
  readonly data: MapData;
}
