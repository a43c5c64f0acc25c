import { expect, test, describe } from 'vitest';
import { domainOf } from '../../../src/geometry/scale.ts';
import { narrow } from '../../../src/geometry/timelineNarrow.ts';
import { wide } from '../../../src/geometry/timelineWide.ts';
import { timelineData } from '../../../src/islands/timeline/data.ts';
import { timelineFigure } from '../../../src/islands/timeline/figure.ts';
import { dayNumber } from '../../../src/model/dates.ts';
import type { TimelineState } from '../../../src/model/kinds/timeline.ts';
import { loadStory } from '../../../src/model/read.ts';

const { story, mistakes } = loadStory('content');

const scenes = (story?.chapters ?? [])
  .flatMap((chapter) => chapter.blocks)
  .flatMap((block) => (block.kind === 'scene' ? [block] : []))
  .filter(({ figure }) => story?.figures.find(({ id }) => id === figure)?.kind === 'timeline');

test('the story can be read and has its timeline', () => {
  expect(mistakes).toEqual([]);
  expect(scenes.flatMap(({ steps }) => steps).length).toBeGreaterThanOrEqual(8);
});

describe.each([wide, narrow])('the states of the story, $name', (layout) => {
  test('every label that a state asks for finds a place', () => {
    if (!story) throw new Error('The story cannot be read.');
    const data = timelineData(story);
    for (const { steps } of scenes) {
      const states = steps.map((step) => step.state as TimelineState);
      const { chart, at } = timelineFigure(data, states);
      steps.forEach((step, i) => {
        const state = states[i];
        if (!state) throw new Error(`The step ${step.key} has no state.`);
        const drawing = layout.draw(chart, at(i, 1));
        const named = drawing.labels.map(({ event }) => chart.events[event]?.id);
        expect(new Set(named), step.key).toEqual(new Set(state.label));
        expect(
          drawing.labels.every(({ opacity }) => opacity === 1),
          step.key,
        ).toBe(true);
        const { from, to } = domainOf(dayNumber(state.view[0]), dayNumber(state.view[1]));
        const inView = chart.events.filter(({ date }) => date >= from && date < to);
        expect(drawing.marks.length, step.key).toBe(inView.length);
      });
    }
  });
});
