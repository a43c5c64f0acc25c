import { describe, expect, test } from 'vitest';
import { atlasOf } from '../../../src/atlas/atlas.ts';
import { arrangeStates, mapData } from '../../../src/islands/map/data.ts';
import { mapFigure } from '../../../src/islands/map/figure.ts';
import type { MapState } from '../../../src/model/kinds/map.ts';
import { loadStory } from '../../../src/model/read.ts';
import { wordsOf } from '../../../src/model/words.ts';

const { story, mistakes } = loadStory('content');

const scenes = (story?.chapters ?? [])
  .flatMap((chapter) => chapter.blocks)
  .flatMap((block) => (block.kind === 'scene' ? [block] : []))
  .filter(({ figure }) => story?.figures.find(({ id }) => id === figure)?.kind === 'map');

test('the story can be read and has its maps', () => {
  expect(mistakes).toEqual([]);
  expect(scenes.map(({ steps }) => steps.length)).toEqual([6, 4]);
});

describe.each(['wide', 'narrow'] as const)('the states of the story, %s', (name) => {
  test('every label that a state asks for finds a place, and nothing shows before its day', () => {
    if (!story) throw new Error('The story cannot be read.');
    const text = (key: string) => wordsOf(story)(key, { n: '{n}' });
    const words = {
      label: '',
      hint: '',
      legend: '',
      derived: '',
      unknown: '',
      kilometres: text('map.kilometres'),
      days: text('map.days'),
      day: text('map.day'),
      sources: '',
      close: '',
    };
    for (const { figure: id, steps } of scenes) {
      const figure = story.figures.find((each) => each.id === id);
      if (!figure) throw new Error(`There is no figure ${id}.`);
      const states = steps.map((step) => step.state as MapState);
      const data = mapData(story, figure, atlasOf);
      const { draw, points, at } = mapFigure(data, arrangeStates(figure, data, states, atlasOf), words);
      steps.forEach((step, i) => {
        const drawing = draw(name, at(i, 1));
        const named = drawing.labels.map(({ point }) => points[point]?.id);
        expect(new Set(named), step.key).toEqual(new Set(states[i]?.label));
        expect(
          [...drawing.labels, ...drawing.marks].every(({ opacity }) => opacity === 1),
          step.key,
        ).toBe(true);
        const last = at(i, 1).now;
        for (const { point } of drawing.marks) {
          expect(data.points[point]?.date, step.key).toBeLessThanOrEqual(last);
        }
        expect(drawing.names.length, step.key).toBeGreaterThan(1);
      });
    }
  });
});
