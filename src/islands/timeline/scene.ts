import type { TimelineState } from '../../model/kinds/timeline.ts';
import type { SceneProps } from '../shared/scene.ts';
import type { TimelineWords } from './words.ts';

/** The events themselves are shared by all timelines of a page. */
export interface TimelineScene extends SceneProps<TimelineWords> {
  readonly states: readonly TimelineState[];
}
