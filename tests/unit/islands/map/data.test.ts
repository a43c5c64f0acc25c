import { describe, expect, test } from 'vitest';
import { atlasOf } from '../../../../src/atlas/atlas.ts';
import { arrangeStates, mapData } from '../../../../src/islands/map/data.ts';
import { mapFigure } from '../../../../src/islands/map/figure.ts';
import { dayNumber } from '../../../../src/model/dates.ts';
import { map } from '../../../../src/model/kinds/map.ts';
import type { Figure, Story } from '../../../../src/model/types.ts';

const figure = {
  id: 'floods',
  kind: 'map',
  settings: map.settings.parse({
    table: 'floods',
    atlas: {
      resolution: '50m',
      extent: [
        [5, 54],
        [16, 58],
      ],
    },
    names: [{ text: 'North', kind: 'sea', at: [[8, 57]] }],
    inset: {
      name: 'Elsewhere',
      extent: [
        [-6, 50],
        [2, 54],
      ],
      corner: 'lower-left',
    },
    standings: [{ id: 'seen', name: 'seen by all', shape: 'square', colour: 'hot' }],
    strip: { from: '2012-03-01', to: '2012-03-31', goal: 'fair' },
  }),
} as unknown as Figure;
const row = (id: string, date: string, lon: number, lat: number) => ({
  id,
  event: id,
  date,
  label: id,
  title: `Title of ${id}`,
  text: 'It was seen.',
  basis: 'by eye',
  standing: 'seen',
  lon,
  lat,
  radius_km: 10,
  position: 'derived',
  sources: 'paper|log|paper-gone',
});
const story = {
  language: 'en-GB',
  ui: { 'map.position': 'Position: {basis}.' },
  tables: [
    { name: 'floods', rows: [row('late', '2012-03-09', 12, 55.5), row('early', '2012-03-02', -1, 52)] },
  ],
  events: [{ id: 'fair', date: '2012-03-20', label: 'The fair' }],
  sources: [
    { id: 'paper', publisher: 'Paper', url: 'https://example.org/a' },
    { id: 'log', publisher: 'Log' },
    { id: 'other', publisher: 'Other' },
  ],
} as unknown as Story;
const words = {
  label: '',
  hint: '',
  legend: '',
  derived: '',
  unknown: '',
  kilometres: '{n} km',
  days: '{n} days',
  day: '{n} day',
  sources: '',
  close: '',
};

describe('mapData', () => {
  const data = mapData(story, figure, atlasOf);

  test('points come in the order of time, projected onto the sheet that holds them', () => {
    expect(data.points.map(({ id, inset }) => [id, inset])).toEqual([
      ['early', true],
      ['late', undefined],
    ]);
    for (const { x, y, radius } of data.points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(8000);
      expect(y).toBeGreaterThan(0);
      expect(radius).toBeGreaterThan(10);
    }
  });

  test('a point says when, how it stands, what was said and how its place was got', () => {
    expect(data.points[0]).toMatchObject({
      when: '2\u00a0March\u00a02012 · seen by all',
      text: 'It was seen. Position: by eye.',
    });
  });

  test('holds the sources that its points cite, once each', () => {
    expect(data.sources).toEqual([
      { id: 'paper', text: 'Paper', href: 'https://example.org/a' },
      { id: 'log', text: 'Log' },
    ]);
  });

  test('knows nothing of degrees, and has its coasts as paths', () => {
    expect(data.names[0]?.at[0]?.[0]).toBeGreaterThan(100);
    expect(data.paths.land).toMatch(/^m/);
    expect(data.inset?.land).toMatch(/^m/);
    expect(data.strip.goal).toEqual({ date: dayNumber('2012-03-20'), label: 'The fair' });
  });

  test('a table or a goal that is not there is said by name', () => {
    expect(() => mapData({ ...story, tables: [] }, figure, atlasOf)).toThrow('no table "floods"');
    expect(() => mapData({ ...story, events: [] }, figure, atlasOf)).toThrow('no event "fair"');
  });
});

describe('mapFigure', () => {
  const data = mapData(story, figure, atlasOf);
  const states = arrangeStates(
    figure,
    data,
    [
      {
        view: [
          [10, 55],
          [14, 57],
        ],
        label: ['late'],
        now: ['2012-03-01', '2012-03-11'],
        inset: false,
      },
    ],
    atlasOf,
  );
  const drawn = mapFigure(data, states, words);

  test('the playhead goes with the progress', () => {
    expect([0, 0.5, 1].map((progress) => drawn.at(0, progress).now)).toEqual(
      ['2012-03-01', '2012-03-06', '2012-03-11'].map(dayNumber),
    );
  });

  test('what a state names has its place from the build', () => {
    expect(states[0]?.wide.labels).toHaveLength(1);
    expect(drawn.at(0, 0.2).wide).toBe(states[0]?.wide);
  });

  test('opens points with their sources and standings', () => {
    expect(drawn.points[1]).toMatchObject({
      id: 'late',
      title: 'Title of late',
      standing: { shape: 'square' },
    });
    expect(drawn.points[1]?.sources.map(({ id }) => id)).toEqual(['paper', 'log']);
  });

  test('counts one day as one', () => {
    const days = (on: string, strip: object) => {
      const short = { ...figure, settings: { ...(figure.settings as object), strip } } as Figure;
      const own = mapData(story, short, atlasOf);
      const one = mapFigure(
        own,
        arrangeStates(
          short,
          own,
          [
            {
              view: [
                [10, 55],
                [14, 57],
              ],
              label: [],
              now: [on, on],
              inset: false,
            },
          ],
          atlasOf,
        ),
        words,
      );
      return one.draw('wide', one.at(0, 1)).strip.goal?.left?.text;
    };
    expect(days('2012-03-19', { from: '2012-03-18', to: '2012-03-21', goal: 'fair' })).toBe('1 day');
    expect(days('2012-03-08', { from: '2012-03-01', to: '2012-03-31', goal: 'fair' })).toBe('12 days');
  });

  test('without a state there is nothing to show; an unknown standing is said by name', () => {
    expect(() => mapFigure(data, [], words).at(0, 1)).toThrow('without a state');
    expect(() => mapFigure({ ...data, standings: [] }, states, words)).toThrow('unknown standing, "seen"');
  });
});
