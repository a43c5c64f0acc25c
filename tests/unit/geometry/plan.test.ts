import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leafEnd,
  planDrawing,
  stripDrawing,
  type PlanDrawing,
  type PlanLayout,
  type PlanParts,
  type Rect,
} from '../../../src/geometry/plan.ts';
import { lineBox, type TextLine } from '../../../src/geometry/planLabels.ts';

const LAYOUTS: readonly PlanLayout[] = ['wide', 'narrow', 'short'];

const word = fc.string({ unit: fc.constantFrom(...'abeimnorstwMW'), minLength: 1, maxLength: 14 });
const words = (most: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((each) => each.join(' '));

/** Any corridor of two to nine doors, the room anywhere in it. */
const corridors: fc.Arbitrary<PlanParts> = fc
  .array(fc.record({ name: words(3), who: words(5) }), { minLength: 2, maxLength: 9 })
  .chain((doors) =>
    fc.record({
      doors: fc.constant(
        doors.map((door, index) => ({
          ...door,
          chapter: `chapter-${index}`,
          number: index + 1,
          side: index % 2 ? 'one' : 'other',
        })),
      ),
      before: fc.integer({ min: 0, max: doors.length }),
      room: words(4),
      ends: fc.constant([
        { initial: 'A', side: 'one' },
        { initial: 'Z', side: 'other' },
      ] as const),
    }),
  );

const corridor = (names: readonly string[], before: number): PlanParts => ({
  doors: names.map((name, index) => ({
    chapter: name,
    number: index + 1,
    name,
    who: 'Someone, someone else',
    side: 'one',
  })),
  before,
  room: 'A room',
  ends: [
    { initial: 'A', side: 'one' },
    { initial: 'Z', side: 'other' },
  ],
});

const linesOf = (drawing: PlanDrawing): TextLine[] => [
  ...drawing.room,
  ...drawing.doors.flatMap(({ number, lines }) => [...(number ? [number] : []), ...lines]),
  ...drawing.discs.flatMap(({ initial }) => initial ?? []),
];

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The straight strokes of path data, as rectangles of no thickness. */
function strokes(path: string): Rect[] {
  return path
    .split('M')
    .filter(Boolean)
    .flatMap((run) => {
      const points = run.split('L').map((pair) => pair.split(' ').map(Number) as [number, number]);
      return points.slice(1).map(([x, y], index) => {
        const [fromX, fromY] = points[index] ?? [x, y];
        return {
          x: Math.min(x, fromX),
          y: Math.min(y, fromY),
          width: Math.abs(x - fromX),
          height: Math.abs(y - fromY),
        };
      });
    });
}

/** Along the corridor: to the right in a lying plan, down in a standing one. */
const along = (layout: PlanLayout, { x, y }: { x: number; y: number }) => (layout === 'narrow' ? y : x);

describe.each(LAYOUTS)('planDrawing, %s', (layout) => {
  const drawn = (parts: PlanParts) => planDrawing(parts, layout);

  it('keeps every label inside the sheet, off the walls and off every other label', () => {
    fc.assert(
      fc.property(corridors, (parts) => {
        const drawing = drawn(parts);
        const boxes = linesOf(drawing).map(lineBox);
        const walls = strokes(drawing.walls);
        const outside = boxes.filter(
          ({ x, y, width, height }) =>
            Math.min(x, y, drawing.width - x - width, drawing.height - y - height) < -0.01,
        );
        const colliding = boxes.filter(
          (box, index) =>
            boxes.slice(index + 1).some((other) => overlap(box, other)) ||
            walls.some((wall) => overlap(box, wall)),
        );
        expect({ outside, colliding }).toEqual({ outside: [], colliding: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the leaves between the walls and out of the room at every angle', () => {
    fc.assert(
      fc.property(corridors, fc.integer({ min: 0, max: 90 }), (parts, angle) => {
        const drawing = drawn(parts);
        const { cx, cy } = drawing.table;
        const middle = layout === 'narrow' ? cx : cy;
        const half = Math.abs(
          middle -
            (layout === 'narrow' ? (strokes(drawing.walls)[0]?.x ?? 0) : (strokes(drawing.walls)[0]?.y ?? 0)),
        );
        drawing.doors.forEach((door, index) => {
          const end = leafEnd(door, angle);
          const across = layout === 'narrow' ? end.x : end.y;
          expect(Math.abs(across - middle)).toBeLessThan(half);
          // Not beyond the next door, the room's wall or the table's side of it.
          const next = drawing.doors[index + door.turn];
          const reached = along(layout, end) * door.turn;
          if (next && next.turn === door.turn)
            expect(reached).toBeLessThan(along(layout, next.hinge) * door.turn);
          else expect(reached).toBeLessThan(along(layout, { x: cx, y: cy }) * door.turn);
          expect(Math.hypot(end.x - door.hinge.x, end.y - door.hinge.y)).toBeCloseTo(door.length, 1);
        });
      }),
    );
  });

  it('keeps the order of the doors, with the room after as many as it should', () => {
    fc.assert(
      fc.property(corridors, (parts) => {
        const drawing = drawn(parts);
        const centre = along(layout, { x: drawing.table.cx, y: drawing.table.cy });
        const places = drawing.doors.map((door) => along(layout, door.hinge));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places.filter((place) => place < centre)).toHaveLength(parts.before);
        expect(drawing.doors.map(({ chapter }) => chapter)).toEqual(
          parts.doors.map(({ chapter }) => chapter),
        );
        const [start, end] = drawing.discs.map((disc) => along(layout, disc));
        expect(start).toBeLessThan(places[0] ?? 0);
        expect(end).toBeGreaterThan(places.at(-1) ?? 0);
      }),
    );
  });

  it('never lets two doors be hit at once', () => {
    fc.assert(
      fc.property(corridors, (parts) => {
        const hits = drawn(parts).doors.map(({ hit }) => ({
          ...hit,
          width: hit.width - 0.02,
          height: hit.height - 0.02,
        }));
        expect(
          hits.filter((hit, index) => hits.slice(index + 1).some((other) => overlap(hit, other))),
        ).toEqual([]);
      }),
    );
  });

  it('has no lettering under 12 px in its smallest frame', () => {
    const [units, px] = layout === 'wide' ? [820, 760] : [360, 292];
    const drawing = drawn(corridor(['One', 'Two', 'Three'], 2));
    expect(drawing.width).toBe(units);
    for (const { size } of linesOf(drawing)) expect((size * px) / units).toBeGreaterThanOrEqual(12);
  });

  it('opens doors towards the room', () => {
    const [before, after] = drawn(corridor(['One', 'Two'], 1)).doors;
    expect(before && leafEnd(before, 0)).toEqual(before?.tip);
    expect([before?.turn, after?.turn]).toEqual([1, -1]);
    for (const door of [before, after]) {
      if (!door) throw new Error('A door is missing.');
      const open = leafEnd(door, 90);
      expect((along(layout, open) - along(layout, door.hinge)) * door.turn).toBeCloseTo(door.length, 1);
    }
  });

  it.each([-1, 3, 0.5])('refuses a room after %s of two doors', (before) => {
    expect(() => drawn(corridor(['One', 'Two'], before))).toThrow(
      new RangeError(`${before} of 2 doors cannot stand before the room.`),
    );
  });
});

describe('planDrawing, lettering', () => {
  const text = (drawing: PlanDrawing, role: TextLine['role']) =>
    drawing.doors.map(({ lines }) => lines.filter((line) => line.role === role).map((line) => line.text));

  it('keeps a name on one line where its neighbours leave it room, and wraps it where not', () => {
    const roomy = planDrawing(corridor(['Constable', 'A long name here', 'It'], 3), 'wide');
    expect(text(roomy, 'name')).toEqual([['Constable'], ['A long name here'], ['It']]);
    const crowded = Array.from({ length: 8 }, (_, index) => `Some long name ${index}`);
    for (const lines of text(planDrawing(corridor(crowded, 4), 'wide'), 'name'))
      expect(lines).toHaveLength(2);
  });

  it('moves every other label down where a word would have to be cut', () => {
    const names = Array.from({ length: 9 }, (_, index) => `Commissioners${index}`);
    const drawing = planDrawing(corridor(names, 5), 'wide');
    expect(text(drawing, 'name').flat()).toEqual(names);
    const heights = drawing.doors.map(({ lines }) => lines[0]?.y ?? 0);
    expect(new Set(heights).size).toBe(2);
    expect(heights[1]).toBeGreaterThan(heights[0] ?? 0);
  });

  it('gives a standing plan the height that its labels need', () => {
    const short = planDrawing(corridor(['One', 'Two'], 1), 'narrow');
    const long = planDrawing(
      corridor(['One', 'A name that goes on and on until it has to wrap'], 1),
      'narrow',
    );
    expect(long.height).toBeGreaterThan(short.height);
  });

  it('names no door in the short layout', () => {
    const drawing = planDrawing(corridor(['One', 'Two'], 1), 'short');
    expect(text(drawing, 'name')).toEqual([[], []]);
    expect(drawing.doors.map(({ number }) => number?.text)).toEqual(['1', '2']);
  });
});

describe.each(['strip', 'strip-narrow'] as const)('stripDrawing, %s', (layout) => {
  const parts = corridor(['one', 'two', 'three'], 2);
  const chapters = ['start', 'past', 'one', 'two', 'three', 'end'];

  it('gives each chapter and the room a place of the same width, in order', () => {
    const { drawing, places } = stripDrawing(parts, chapters, layout);
    expect(places.map(({ chapter }) => chapter)).toEqual([
      'start',
      'past',
      'one',
      'two',
      undefined,
      'three',
      'end',
    ]);
    places.forEach(({ bay }, index) => {
      expect(bay.width).toBeCloseTo(drawing.width / places.length);
      expect(bay.x).toBeCloseTo((index * drawing.width) / places.length);
    });
  });

  it('draws each door with its swing in the place of its chapter, and the table in the room', () => {
    const { drawing, places } = stripDrawing(parts, chapters, layout);
    const bayOf = (chapter: string | undefined) => places.find((place) => place.chapter === chapter)?.bay;
    for (const door of drawing.doors) {
      const bay = bayOf(door.chapter);
      for (const { x } of [door.hinge, leafEnd(door, 45), leafEnd(door, 90)]) {
        expect(x).toBeGreaterThan(bay?.x ?? Infinity);
        expect(x).toBeLessThan((bay?.x ?? 0) + (bay?.width ?? 0));
      }
    }
    const room = bayOf(undefined);
    expect(drawing.table.cx).toBeCloseTo((room?.x ?? 0) + (room?.width ?? 0) / 2);
  });

  it('keeps places of its own for the two men where the story begins or ends with a door', () => {
    const { places } = stripDrawing(parts, ['one', 'two', 'three'], layout);
    expect(places.map(({ chapter }) => chapter)).toEqual([
      undefined,
      'one',
      'two',
      undefined,
      'three',
      undefined,
    ]);
  });

  it('has no lettering', () => {
    expect(linesOf(stripDrawing(parts, chapters, layout).drawing)).toEqual([]);
  });

  it('refuses a door whose chapter the story lacks', () => {
    expect(() => stripDrawing(parts, ['start', 'one', 'two'], layout)).toThrow(
      new RangeError('No chapter "three" for door 3.'),
    );
  });
});
