import { describe, expect, test } from 'vitest';
import { viewOfTies } from '../../../src/geometry/ties.ts';
import { narrow, wide } from '../../../src/geometry/tiesDrawing.ts';
import { tiesData, tiesScenes } from '../../../src/islands/ties/data.ts';
import type { TiesState } from '../../../src/model/kinds/ties.ts';
import { loadStory } from '../../../src/model/read.ts';

const { story, mistakes } = loadStory('content');
const figures = (story?.figures ?? []).filter(({ kind }) => kind === 'ties');
const steps = (story?.chapters ?? []).flatMap((chapter) => chapter.steps);

test('the story can be read and has ties in at least four states', () => {
  expect(mistakes).toEqual([]);
  expect(steps.filter(({ figure }) => figures.some(({ id }) => id === figure)).length).toBeGreaterThanOrEqual(
    4,
  );
});

describe.each([wide, narrow])('the states of the story, $name', (layout) => {
  test('show every tie that they name, and each of their words wholly', () => {
    if (!story) throw new Error('The story cannot be read.');
    for (const figure of figures) {
      const own = steps.filter((step) => step.figure === figure.id);
      const { chart } = tiesData(story, figure);
      const states = own.map(({ state }) => state as TiesState);
      for (const [i, scene] of tiesScenes(figure, states).entries()) {
        const arranged = { wide: wide.arrange(chart, scene), narrow: narrow.arrange(chart, scene) };
        const drawing = layout.draw(chart, viewOfTies(chart, scene, arranged, 1));
        expect(
          drawing.ties.map(({ tie }) => tie).sort((a, b) => a - b),
          own[i]?.key,
        ).toEqual([...scene.show].sort((a, b) => a - b));
        expect(drawing.ties.every(({ thread, opacity }) => thread !== undefined && opacity === 1)).toBe(true);
        expect(
          drawing.texts.every(({ opacity }) => opacity === 1),
          own[i]?.key,
        ).toBe(true);
        const words = drawing.texts.flatMap(({ lines }) => lines.flatMap(({ parts }) => parts));
        expect(words.filter(({ text }) => text.includes('…'))).toEqual([]);
        expect(drawing.axis?.label.text ?? '').not.toContain('…');
        // Only the phone's picture of all ties has no room for their words.
        if (layout.name === 'wide' || scene.show.length <= 7) {
          const worded = drawing.texts.filter(({ role }) => role === 'label' || role === 'row');
          expect(worded, own[i]?.key).toHaveLength(scene.show.length);
        }
      }
    }
  });
});
