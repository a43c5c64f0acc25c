import type { ChartState } from '../../model/kinds/chart.ts';
import type { LegendWords, SceneProps } from '../shared/scene.ts';
import type { ChartData } from './data.ts';
import type { LegendEntry } from './legend.ts';

export interface ChartScene extends SceneProps<LegendWords> {
  readonly states: readonly ChartState[];
  readonly data: ChartData;
  readonly legend: readonly LegendEntry[];
}
