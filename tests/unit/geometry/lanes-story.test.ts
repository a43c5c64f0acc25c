import { describe, expect, test } from 'vitest';
import { narrow } from '../../../src/geometry/lanesNarrow.ts';
import { wide } from '../../../src/geometry/lanesWide.ts';
import { lanesData } from '../../../src/islands/lanes/data.ts';
import { lanesFigure } from '../../../src/islands/lanes/figure.ts';
import type { LanesState } from '../../../src/model/kinds/lanes.ts';
import { loadStory } from '../../../src/model/read.ts';

const { story, mistakes } = loadStory('content');
const figures = (story?.figures ?? []).filter(({ kind }) => kind === 'lanes');
const steps = (story?.chapters ?? []).flatMap((chapter) => chapter.steps);

test('the story can be read and has lanes in at least four states each', () => {
  expect(mistakes).toEqual([]);
  expect(figures.length).toBeGreaterThan(0);
  for (const { id } of figures) {
    expect(steps.filter(({ figure }) => figure === id).length, id).toBeGreaterThanOrEqual(4);
  }
});

describe.each([wide, narrow])('the states of the story, $name', (layout) => {
  test('name every statement that they ask for, whole', () => {
    if (!story) throw new Error('The story cannot be read.');
    for (const figure of figures) {
      const own = steps.filter((step) => step.figure === figure.id);
      const states = own.map((step) => step.state as LanesState);
      const { chart, at } = lanesFigure(lanesData(story, figure), states);
      own.forEach(({ key }, i) => {
        const { labels } = layout.draw(chart, at(i, 1));
        const named = labels.map(({ event }) => chart.sayings[event]?.id);
        expect(new Set(named), key).toEqual(new Set(states[i]?.label));
        expect(
          labels.every(({ opacity }) => opacity === 1),
          key,
        ).toBe(true);
        expect(labels.flatMap(({ lines }) => lines.filter(({ text }) => text.includes('…')))).toEqual([]);
      });
    }
  });
});
