import { describe, expect, it } from '@jest/globals';
import { merged, type BenchResults } from './results-file.js';
import { gapFigures, infeasible, rowsOf } from './rows.js';
import { loggedRun as run } from './testing/logged-run.js';

const long = 'a'.repeat(12);

describe('rowsOf', () => {
  const [row, ...others] = rowsOf([
    run('aa', 210, { memoryMb: 90, load: 0.5 }),
    run('aaa', 198, { iterations: 150, served: 2, unserved: 1 }),
    run('aa', 202, { seed: 2, processor: 0.75, firstPlan: 0.5 }),
    run('aaa', 190, { seed: 2 }),
  ]);

  it('puts the sizes of a bracket together', () => {
    expect(others).toEqual([]);
    expect(rowsOf([run('a', 1), run(long, 1), run('a', 1, { seconds: 60 })])).toHaveLength(3);
    expect(row.sizes).toEqual([2, 3]);
  });

  it('keeps the cost of every instance and seed', () => {
    expect(row.seeds).toEqual([1, 2]);
    expect(row.instances).toEqual({ 'f/aa': { best: 200, costs: [210, 202] }, 'f/aaa': { best: 200, costs: [198, 190] } });
  });

  it('has means, and the most of what a search takes', () => {
    expect(row).toMatchObject({ iterationsPerSecond: 8, evaluatedPerSecond: 100, memoryMb: 90, firstPlan: 0.5, load: [0.5, 1] });
    expect(row).toMatchObject({ processor: 0.9, servedShare: 0.9, unserved: 0.25 });
  });

  it('says how the gap fell over the search', () => {
    // Twice the mean cost of 200 after a second, and 200 at the end.
    expect(row.moments).toEqual([
      { seconds: 1, gap: 100, memoryMb: 70 },
      { seconds: 10, gap: 0, memoryMb: 75 },
    ]);
  });
});

describe('gapFigures', () => {
  it('counts an instance with the mean of its seeds', () => {
    const rows = rowsOf([run('a', 210), run('a', 198, { seed: 2 }), run('b', 190), run('b', 190, { seed: 2 }), run('c', 200)]);
    expect(gapFigures(rows)).toEqual({ mean: -1, worst: 2, below: 1, at: 1, newBest: 2, counted: 3 });
  });

  it('does not count an instance with a plan that breaks a rule', () => {
    const rows = rowsOf([run('a', 150, { feasible: false }), run('a', 150, { seed: 2 }), run('b', 202)]);
    expect(gapFigures(rows)).toMatchObject({ mean: 1, counted: 1, newBest: 0 });
    expect(infeasible(rows[0])).toBe(1);
  });

  it('is unknown where no best cost is', () => {
    const instance = { ...run('a', 1).instance, best: undefined };
    expect(gapFigures(rowsOf([run('a', 1, { instance })]))).toBeUndefined();
  });
});

describe('merged', () => {
  const before: BenchResults = { rows: rowsOf([run('a', 210), run(long, 210)]), own: {} };

  it('replaces the rows measured again and keeps the others, in order', () => {
    const now = rowsOf([run('a', 190), run('a', 180, { seconds: 60 })]);
    const costs = merged(before, now, {}).rows.map(({ sizes, seconds, instances }) => [
      sizes[1],
      seconds,
      Object.values(instances)[0].costs,
    ]);
    expect(costs).toEqual([
      [1, 10, [190]],
      [1, 60, [180]],
      [12, 10, [210]],
    ]);
  });
});
