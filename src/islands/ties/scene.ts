import type { TiesScene as TiesView } from '../../geometry/ties.ts';
import type { LegendWords, SceneProps } from '../shared/scene.ts';
import type { TiesData } from './data.ts';

export interface TiesScene extends SceneProps<LegendWords> {
  /** What each step shows. */
  readonly scenes: readonly TiesView[];
  readonly data: TiesData;
}
