import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { solve, validateProblem, type ProblemInput, type Solution } from '#engine';
import { cases } from './cases.js';
import { exhaustive } from './exhaustive.js';
import { Dice, tinyPerson, tinyProblem } from './tiny-problem.js';

const ITERATIONS = 300;
const SEEDS = Array.from({ length: cases(120) }, (_, k) => k + 1);

/** Seeds of problems with links, double-ups and several windows whose best plan must be found, however the search is tuned. */
const REACHED = SEEDS.slice(0, 20);
const LONG = 2000;

function solved(problem: ProblemInput, iterations: number): Solution {
  const result = solve(problem, { seed: 1, iterations, now: () => 0 });
  if (!result.ok) throw new Error(`${problem.name}: ${result.issues[0].path} ${result.issues[0].message}`);
  return result.solution;
}

describe('tiny problems, every plan tried', () => {
  const problems = SEEDS.map(tinyProblem);
  const best = problems.map(exhaustive);

  it('are sound, and not all alike', () => {
    expect(problems.flatMap(validateProblem)).toEqual([]);
    const share = (is: (p: ProblemInput) => boolean): number => problems.filter(is).length / problems.length;
    expect(share((p) => p.links.length > 0)).toBeGreaterThan(0.3);
    expect(share((p) => p.visits.some((v) => v.parts.length > 1))).toBeGreaterThan(0.3);
    expect(share((p) => best[problems.indexOf(p)] < p.visits.reduce((sum, v) => sum + Number(v.unserved), 0))).toBeGreaterThan(
      0.8,
    );
  });

  it('are never solved for less than their best plan, and nearly always for as much', () => {
    let reached = 0;
    problems.forEach((problem, at) => {
      const { plan, cost } = solved(problem, ITERATIONS);
      expect({ name: problem.name, ...checkPlan(problem, plan) }).toMatchObject({ violations: [], cost });
      if (cost.total < best[at])
        throw new Error(`${problem.name}: ${cost.total} is below ${best[at]}, the cost of the best plan`);
      if (cost.total === best[at]) reached++;
    });
    expect(reached / problems.length).toBeGreaterThanOrEqual(0.98);
  });

  it('reach their best plan with more iterations', () => {
    const costs = REACHED.map((seed) => [seed, solved(problems[seed - 1], LONG).cost.total]);
    expect(costs).toEqual(REACHED.map((seed) => [seed, best[seed - 1]]));
  });

  it('are never dearer with one person more', () => {
    for (const seed of REACHED) {
      const problem = problems[seed - 1];
      const more = { ...problem, staff: [...problem.staff, tinyPerson(new Dice(seed + 1000), 'm2')] };
      const cheapest = exhaustive(more);
      expect([seed, cheapest <= best[seed - 1]]).toEqual([seed, true]);
      expect([seed, solved(more, LONG).cost.total]).toEqual([seed, cheapest]);
    }
  });
});
