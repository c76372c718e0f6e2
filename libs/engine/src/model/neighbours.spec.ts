import { describe, expect, it } from '@jest/globals';
import { nearestVisits } from './neighbours.js';

/** Visits of one part each on a line, a place each; travel is the distance. */
function onALine(at: readonly number[], earliest: readonly number[] = at.map(() => 0)) {
  const visits = at.length;
  return nearestVisits({
    visits,
    visitFirst: Int32Array.from({ length: visits + 1 }, (_, v) => v),
    place: Int32Array.from(at, (_, v) => v),
    places: visits,
    earliest: Int32Array.from(earliest),
    travel: [Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))))],
  });
}

describe('nearestVisits', () => {
  it('orders by travel, and ties by number', () => {
    const { neighbour, neighbourCount } = onALine([5, 0, 10, 6]);
    expect(neighbourCount).toBe(3);
    expect([...neighbour]).toEqual([3, 1, 2, 0, 3, 2, 3, 0, 1, 0, 2, 1]);
  });

  it('counts a tenth of the difference of earliest starts', () => {
    // From the first: 3 away at the same time, or 2 away and 10 or 11 later.
    expect([...onALine([0, 3, 2], [0, 0, 10]).neighbour.slice(0, 2)]).toEqual([1, 2]);
    expect([...onALine([0, 2, 3], [0, 11, 0]).neighbour.slice(0, 2)]).toEqual([2, 1]);
  });

  it.each([0, 1])('knows none among %i visits', (visits) => {
    expect(onALine(Array.from({ length: visits }, (_, v) => v))).toEqual({ neighbour: new Int32Array(0), neighbourCount: 0 });
  });

  it('keeps the nearest 200 of more', () => {
    const at = Array.from({ length: 450 }, (_, v) => (v * 7919) % 1009);
    const { neighbour } = onALine(at);
    at.forEach((from, v) => {
      const others = at.map((_, w) => w).filter((w) => w !== v);
      const ranked = others.sort((a, b) => Math.abs(from - at[a]) - Math.abs(from - at[b]) || a - b);
      expect([...neighbour.slice(v * 200, v * 200 + 200)]).toEqual(ranked.slice(0, 200));
    });
  });
});
