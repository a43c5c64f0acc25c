import type { LanesState } from '../../model/kinds/lanes.ts';
import type { LegendWords, SceneProps } from '../shared/scene.ts';
import type { LanesData } from './data.ts';

export interface LanesScene extends SceneProps<LegendWords> {
  readonly states: readonly LanesState[];
  readonly data: LanesData;
}
