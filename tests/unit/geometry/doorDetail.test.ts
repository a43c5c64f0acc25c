import { describe, expect, it } from 'vitest';
import { doorDetail } from '../../../src/geometry/doorDetail.ts';

describe('doorDetail', () => {
  it('stands across the corridor when shut, along the wall when open', () => {
    const shut = doorDetail({ angle: 0 }, 1);
    expect(shut.end.x).toBeCloseTo(shut.hinge.x);
    expect(shut.end.y).toBeLessThan(shut.hinge.y);
    const open = doorDetail({ angle: 90 }, 1);
    expect(open.end.y).toBeCloseTo(open.hinge.y);
    expect(open.end.x).toBeGreaterThan(open.hinge.x);
  });

  it('is mirrored behind the room', () => {
    const [before, behind] = [doorDetail({ angle: 40 }, 1), doorDetail({ angle: 40 }, -1)];
    expect(behind.end.x).toBeCloseTo(behind.width - before.end.x);
    expect(behind.end.y).toBeCloseTo(before.end.y);
  });

  it.each([0, 10, 45, 90])('stays in its frame at %d degrees', (angle) => {
    for (const turn of [1, -1] as const) {
      const { end, width, height } = doorDetail({ angle }, turn);
      expect(end.x).toBeGreaterThanOrEqual(0);
      expect(end.x).toBeLessThanOrEqual(width);
      expect(end.y).toBeGreaterThanOrEqual(0);
      expect(end.y).toBeLessThanOrEqual(height);
    }
  });
});
