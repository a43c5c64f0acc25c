import { describe, expect, test } from 'vitest';
import { timelineData } from '../../../../src/islands/timeline/data.ts';
import { timelineFigure } from '../../../../src/islands/timeline/figure.ts';
import { dayNumber } from '../../../../src/model/dates.ts';
import type { TimelineState } from '../../../../src/model/kinds/timeline.ts';
import type { Source, Story, StoryEvent } from '../../../../src/model/types.ts';

const event = (id: string, date: string, more: Partial<StoryEvent> = {}): StoryEvent => ({
  id,
  date,
  precision: 'day',
  scheduled: false,
  strand: 'talks',
  label: id,
  title: `Title of ${id}`,
  summary: '',
  cite: [],
  people: [],
  ...more,
});
const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  publisher: 'Paper',
  strength: 'reported',
  checked: true,
  ...more,
});

const story = {
  language: 'en-GB',
  asOf: '2019-08-28',
  strands: [{ id: 'talks', name: 'Talks', lane: 'above', shape: 'circle', colour: 'ink' }],
  events: [
    event('offer', '2019-08-26', { cite: ['dated', 'elsewhere', 'nowhere'] }),
    event('summit', '2019-08-24', { end: '2019-08-26' }),
    event('month', '2016-02-01', { precision: 'month' }),
    event('vote', '2019-09-17', { scheduled: true }),
    event('reply', '2019-09-20'),
    event('secret', '2019-08-20', { public: '2019-09-05' }),
  ],
  sources: [
    source('dated', { title: 'A headline', date: '2019-08-27' }),
    source('uncited'),
    source('elsewhere', { about: 'What it says', url: 'https://example.org/a' }),
    source('nowhere'),
  ],
} as unknown as Story;

const data = timelineData(story);
const find = (id: string) => data.events.find((each) => each.id === id);

describe('timelineData', () => {
  test('events come in the order of time', () => {
    expect(data.events.map(({ id }) => id)).toEqual(['month', 'secret', 'summit', 'offer', 'vote', 'reply']);
  });

  test('an event lasts to its end, or through the month that it is known by', () => {
    expect(find('summit')).toMatchObject({ date: dayNumber('2019-08-24'), end: dayNumber('2019-08-26') });
    expect(find('offer')).toMatchObject({ date: dayNumber('2019-08-26'), end: dayNumber('2019-08-26') });
    expect(find('month')).toMatchObject({ date: dayNumber('2016-02-01'), end: dayNumber('2016-02-29') });
  });

  test('dates are told as exactly as they are known', () => {
    expect(find('month')?.dateText).toBe('February\u00a02016');
    expect(find('offer')?.dateText).toBe('26\u00a0August\u00a02019');
    expect(find('summit')?.dateText).toMatch(/^24\D+26.August.2019$/u);
  });

  test('what became known after the as-of date is later; what was announced is not', () => {
    expect(data.events.filter(({ later }) => later).map(({ id }) => id)).toEqual(['secret', 'reply']);
  });

  test('sources are stored once, by id, and only those that an event cites', () => {
    expect(find('offer')?.sources).toEqual(['dated', 'elsewhere', 'nowhere']);
    expect(data.sources).toEqual({
      dated: ['Paper, 27\u00a0August\u00a02019'],
      elsewhere: ['Paper', 'https://example.org/a'],
      nowhere: ['Paper'],
    });
  });
});

describe('timelineFigure', () => {
  const state = (label: string[], to = '2019-08-28'): TimelineState => ({
    view: ['2019-08-01', '2019-09-30'],
    label,
    now: ['2019-08-20', to],
  });

  test('later events are part of a scene that names one of them, and of no other', () => {
    expect(timelineFigure(data, [state(['offer'])]).events.map(({ id }) => id)).not.toContain('reply');
    const ids = timelineFigure(data, [state(['offer']), state(['reply'], '2019-09-30')]).events.map(
      ({ id }) => id,
    );
    expect(ids).toContain('reply');
    expect(ids).toContain('secret');
  });

  test('what was planned gives way to what happened where later events are told', () => {
    expect(timelineFigure(data, [state(['offer'])]).events.map(({ id }) => id)).toContain('vote');
    expect(timelineFigure(data, [state(['reply'], '2019-09-30')]).events.map(({ id }) => id)).not.toContain(
      'vote',
    );
  });

  test('an opened event says when, of which kind, what happened and who says so', () => {
    const [offer] = timelineFigure(data, [state(['offer'])]).events.filter(({ id }) => id === 'offer');
    expect(offer).toMatchObject({
      when: '26\u00a0August\u00a02019 · Talks',
      title: 'Title of offer',
      sources: [
        { id: 'dated', text: 'Paper, 27\u00a0August\u00a02019' },
        { id: 'elsewhere', text: 'Paper', href: 'https://example.org/a' },
        { id: 'nowhere', text: 'Paper' },
      ],
    });
  });

  test('the playhead goes with the progress', () => {
    const { at } = timelineFigure(data, [state([])]);
    expect([0, 0.5, 1].map((progress) => at(0, progress).now)).toEqual(
      ['2019-08-20', '2019-08-24', '2019-08-28'].map(dayNumber),
    );
  });

  test('a state is arranged once', () => {
    const { at } = timelineFigure(data, [state(['offer'])]);
    expect(at(0, 0.2).wide).toBe(at(0, 0.9).wide);
  });

  test('without a state there is nothing to show', () => {
    expect(() => timelineFigure(data, []).at(0, 1)).toThrow('without a state');
  });

  test('an unknown strand is said by name', () => {
    const broken = { ...data, strands: [] };
    expect(() => timelineFigure(broken, [state([])])).toThrow('unknown strand, "talks"');
  });
});
