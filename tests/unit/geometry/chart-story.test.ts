import { describe, expect, test } from 'vitest';
import { mixViews, type Drawing, type Frame } from '../../../src/geometry/chart.ts';
import { draw } from '../../../src/geometry/chartDraw.ts';
import { narrow, wide } from '../../../src/geometry/chartFrames.ts';
import { measure } from '../../../src/geometry/text.ts';
import { chartData } from '../../../src/islands/chart/data.ts';
import { chartFigure } from '../../../src/islands/chart/figure.ts';
import type { ChartState } from '../../../src/model/kinds/chart.ts';
import { loadStory } from '../../../src/model/read.ts';
import type { Figure, Story } from '../../../src/model/types.ts';

const { story: read, mistakes } = loadStory('content');

function theStory(): Story {
  if (!read) throw new Error(`The story cannot be read: ${JSON.stringify(mistakes)}`);
  return read;
}

const story = theStory();
const isChart = (figure?: Figure) => figure?.kind === 'band' || figure?.kind === 'line';
const scenes = story.chapters
  .flatMap((chapter) => chapter.blocks)
  .flatMap((block) => (block.kind === 'scene' ? [block] : []))
  .flatMap(({ figure: id, steps }) => {
    const figure = story.figures.find((each) => each.id === id);
    return figure && isChart(figure) ? [{ id, figure, steps }] : [];
  });

const boxes = ({ panels, marks }: Drawing) => [
  ...panels.flatMap(({ labels }) => labels),
  ...marks.flatMap(({ id, label }) => (label ? [{ id, ...label }] : [])),
];

test('the story has charts', () => {
  expect(scenes.length).toBeGreaterThan(0);
});

describe.each(
  scenes.flatMap((scene) => [wide, narrow].map((frame) => ({ ...scene, frame, name: frame.name }))),
)('$id, $name', ({ figure, steps, frame }) => {
  const states = steps.map((step) => step.state as ChartState);
  const data = chartData(story, figure, states, (value) => `at most ${value}`);
  const { chart, at, inspected } = chartFigure(data, states);

  test('every state is complete: what it asks for is there, apart and in the frame', () => {
    states.forEach((state, i) => {
      const drawing = draw(chart, at(i, 1), frame);
      const seen = boxes(drawing);
      const asked = [
        ...state.mark.map((id) => `event/${id}`),
        ...Object.entries(state.label).flatMap(([panel, days]) => days.map((day) => `${panel}/${day}`)),
        ...data.panels.flatMap(({ id, limit }) => (limit && state.show.includes(id) ? [`limit/${id}`] : [])),
      ];
      expect(new Set(seen.map(({ id }) => id)), steps[i]?.key).toEqual(new Set(asked));
      expect(seen.every(({ opacity }) => opacity === 1)).toBe(true);
      expectApart(drawing, frame);
    });
  });

  test('labels keep apart on the way from state to state', () => {
    states.slice(1).forEach((_, i) => {
      for (let t = 0; t <= 1; t += 1 / 24)
        expectApart(draw(chart, mixViews(at(i, 1), at(i + 1, 0), t), frame), frame);
    });
  });

  test('the lines above the panels and the numbers beside them fit', () => {
    for (const { title, note, grid } of states.flatMap((_, i) => draw(chart, at(i, 1), frame).panels)) {
      expect(title.x + measure(title.text, frame.title, 'bold')).toBeLessThanOrEqual(note.x);
      expect(note.x + measure(note.text, frame.text, 'regular')).toBeLessThanOrEqual(frame.width);
      for (const { line } of grid)
        expect(line.x + measure(line.text, frame.text, 'regular')).toBeLessThanOrEqual(frame.width);
    }
  });

  test('every mark has something to say, with a source', () => {
    for (const { panels, marks } of states.map((_, i) => draw(chart, at(i, 1), frame))) {
      for (const { id } of [...marks, ...panels.flatMap((panel) => panel.data)]) {
        const said = inspected.get(id);
        expect(said?.title && said.when && said.text, id).toBeTruthy();
        expect(said?.sources.length, id).toBeGreaterThan(0);
      }
    }
  });

  test('nothing ends after the day on which the story is told', () => {
    const last = Date.parse(`${story.asOf}T00:00:00Z`) / 86_400_000;
    expect(Math.max(...data.panels.flatMap((panel) => panel.data.map(({ to }) => to)))).toBeLessThanOrEqual(
      last,
    );
  });
});

function expectApart(drawing: Drawing, frame: Frame): void {
  // What gives way to another on the way is paler.
  const seen = boxes(drawing).filter(({ opacity }) => opacity > 0.99);
  seen.forEach((one, i) => {
    expect(one.x).toBeGreaterThanOrEqual(-0.1);
    expect(one.x + one.width).toBeLessThanOrEqual(frame.width + 0.1);
    for (const other of seen.slice(0, i)) {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
      expect(Math.min(across, down), `${one.line.text} and ${other.line.text}`).toBeLessThanOrEqual(0.2);
    }
  });
}
