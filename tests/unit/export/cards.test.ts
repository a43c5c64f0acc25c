import { beforeAll, describe, expect, it } from 'vitest';
import { layOutCard, wrap, type Card } from '../../../src/export/cards/layout.ts';
import { Lettering } from '../../../src/export/stills/lettering.ts';

const letters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const colours = { sheet: '#eee', ink: '#111', mute: '#555', rule: '#ccc', hot: '#c00', side: '#00c' };
const box = { x: 0, y: 0, width: 200, height: 100 };
const drawing = { markup: '<path d="M0 0H200V100H0z"/>', definitions: () => '', box };
const card: Card = {
  line: 'As of a day',
  title: 'A title',
  text: 'One sentence on what the chapter tells, and on why it matters to whoever reads it.',
  story: '',
  date: '',
  number: '',
};

/** Where each line of text and the drawing begin. */
const places = (svg: string) =>
  [...svg.matchAll(/transform="translate\(([\d.-]+) ([\d.-]+)\)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));

describe('share cards', () => {
  let lettering: Lettering;
  beforeAll(async () => {
    lettering = await Lettering.of(letters);
  });

  const kinds: Record<string, Card> = {
    'of the story': card,
    'of a chapter': { ...card, line: '', story: 'A story', date: 'A day' },
    'of a door': { ...card, story: 'A story', date: 'A day', number: '3' },
  };
  for (const [kind, each] of Object.entries(kinds)) {
    it(`keep everything inside the frame, ${kind}`, () => {
      const long = {
        ...each,
        title: `${each.title} that is somewhat longer`,
        text: `${each.text} ${each.text}`,
      };
      for (const said of [each, long]) {
        const svg = layOutCard(said, drawing, lettering, colours);
        expect(svg).toMatch(/ width="1200" height="630"/);
        const found = places(svg);
        expect(found.length).toBeGreaterThan(3);
        for (const { x, y } of found) {
          expect(x).toBeGreaterThan(60);
          expect(x).toBeLessThan(1132);
          expect(y).toBeGreaterThan(60);
          expect(y).toBeLessThan(600);
        }
        expect(svg).not.toContain('<text');
        expect(svg).not.toMatch(/NaN|undefined/);
      }
    });
  }

  it('are the same bytes each time', async () => {
    const again = await Lettering.of(letters);
    expect(layOutCard(card, drawing, again, colours)).toBe(layOutCard(card, drawing, lettering, colours));
  });

  it('say what finds no room or cannot be set', () => {
    const endless = { ...card, text: card.text.repeat(6) };
    expect(() => layOutCard(endless, drawing, lettering, colours)).toThrow('There is no room for');
    expect(() => layOutCard({ ...card, title: '漢' }, drawing, lettering, colours)).toThrow(
      'The fonts of the story cannot set "漢".',
    );
  });
});

describe('lines of a card', () => {
  const measure = (line: string) => line.length;

  it('are about as long as each other, and no more than needed', () => {
    expect(wrap('one two three four five six', measure, 20)).toEqual(['one two three', 'four five six']);
    expect(wrap('one', measure, 20)).toEqual(['one']);
    expect(wrap('a day\u00a0in\u00a0August', measure, 14)).toEqual(['a', 'day\u00a0in\u00a0August']);
  });
});
