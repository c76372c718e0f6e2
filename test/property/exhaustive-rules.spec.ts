import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { solve, validateProblem } from '#engine';
import { cases } from './cases.js';
import { cheapestByChecker, tinyRules } from './tiny-rules.js';

const PROBLEMS = Array.from({ length: cases(40) }, (_, k) => tinyRules(k + 1));

describe('tiny problems with rules that count, every plan tried', () => {
  it('are sound', () => {
    expect(PROBLEMS.flatMap(validateProblem)).toEqual([]);
  });

  it('are never solved for less than their best plan, and nearly always for as much', () => {
    const missed: string[] = [];
    for (const problem of PROBLEMS) {
      const result = solve(problem, { seed: 1, iterations: 300, now: () => 0, verify: true });
      if (!result.ok) throw new Error(problem.name);
      const { plan, cost } = result.solution;
      expect({ name: problem.name, ...checkPlan(problem, plan) }).toMatchObject({ violations: [], cost });
      const best = cheapestByChecker(problem);
      if (cost.total < best) throw new Error(`${problem.name}: ${cost.total} is below ${best}, the cost of the best plan`);
      if (cost.total > best) missed.push(`${problem.name}: ${cost.total} instead of ${best}`);
    }
    expect(missed.length / PROBLEMS.length).toBeLessThanOrEqual(0.02);
  });
});
