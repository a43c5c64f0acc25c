import type { ScheduleState } from '../../model/kinds/schedule.ts';
import type { SceneProps } from '../shared/scene.ts';
import type { ScheduleData } from './data.ts';

export interface ScheduleScene extends SceneProps {
  readonly states: readonly ScheduleState[];
  readonly data: ScheduleData;
}
