import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { solve, validateProblem } from '#engine';
import { weekProblem } from './week-problem.js';

describe('weekProblem', () => {
  it.each([10, 30, 100, 1000])('has %i visits and nothing wrong with it', (visits) => {
    const problem = weekProblem(visits);
    expect(problem.visits).toHaveLength(visits);
    expect(validateProblem(problem)).toEqual([]);
  });

  it('is the same every time, with pairs of both kinds', () => {
    expect(weekProblem(300)).toEqual(weekProblem(300));
    const gaps = weekProblem(300).links.map((link) => link.gaps.length);
    expect([...new Set(gaps)].sort()).toEqual([1, 2]);
  });

  it('can be served', () => {
    const problem = weekProblem(30);
    const result = solve(problem, { seed: 1, iterations: 300, now: () => 0 });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.solution.plan.unserved).toEqual([]);
    expect(checkPlan(problem, result.solution.plan).violations).toEqual([]);
  });
});
