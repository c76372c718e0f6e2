import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '#checker';
import { judgeMoves, openPlan, solve, validateProblem, type Move, type PartRef, type Plan, type ProblemInput } from '#engine';
import { cases } from './cases.js';
import { randomProblem } from './random-problem.js';
import { randomRules } from './random-rules.js';
import { Dice } from './tiny-problem.js';

/** One to three moves of any kind, most of them possible to carry out, few of them wise. */
function randomMoves(dice: Dice, problem: ProblemInput): Move[] {
  const refs = problem.visits.flatMap((v) => v.parts.map((p): PartRef => ({ visit: v.id, part: p.id })));
  const shifts = problem.staff.flatMap((s) => s.shifts);
  const ref = (): PartRef => dice.of(refs);
  const move = (): Move => {
    if (dice.oneIn(8)) return { kind: 'remove', visit: dice.of(problem.visits).id };
    if (dice.oneIn(8)) return { kind: 'swap', first: ref(), second: ref() };
    const at = dice.oneIn(2) ? { start: dice.from(0, 900) } : { position: dice.from(0, 1) };
    return { kind: 'put', ...ref(), shift: dice.of(shifts).id, at };
  };
  return Array.from({ length: dice.from(1, 3) }, move);
}

function planFor(problem: ProblemInput, seed: number): Plan {
  const solved = solve(problem, { seed, iterations: 30, now: () => 0 });
  if (!solved.ok) throw new Error('refused');
  return solved.solution.plan;
}

/**
 * What two judges of a plan must name alike. Where a window is missed the
 * checker counts that as lateness besides; a component that must be nothing
 * then says no more than the window.
 */
function named(rules: readonly { readonly code: string }[]): string[] {
  const others = rules.filter(({ code }) => code !== 'component_not_zero');
  return (others.length > 0 ? others : rules).map((rule) => JSON.stringify(Object.entries(rule).sort())).sort();
}

describe('the verdict on moves by hand', () => {
  it.each([
    ['the plain model', randomProblem],
    ['all rules together', randomRules],
  ])('is the checker’s of the plan they make, to the unit: %s', (_name, problems) => {
    const seen = { feasible: 0, broken: 0, refused: 0 };
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 1e6 }), (problem, seed) => {
        fc.pre(validateProblem(problem).length === 0);
        const opened = openPlan(problem, planFor(problem, seed));
        if (!opened.ok) throw new Error(opened.code);
        const { session } = opened;
        const dice = new Dice(seed);
        for (let k = 0; k < 6; k++) {
          const result = judgeMoves(session, randomMoves(dice, problem));
          if (!result.ok) {
            seen.refused++;
            continue;
          }
          const { verdict } = result;
          const checked = checkPlan(problem, verdict.plan);
          expect(named(verdict.broken)).toEqual(named(checked.violations));
          expect(verdict.feasible).toBe(checked.feasible);
          seen[verdict.feasible ? 'feasible' : 'broken']++;
          if (verdict.feasible) expect(verdict.cost).toEqual(checked.cost);
          expect(verdict.delta.total).toBeCloseTo(verdict.cost.total - session.base.cost.total, 6);
        }
      }),
      { numRuns: cases(60), endOnFailure: true },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(cases(60) / 8);
  });

  it('leaves the session as it was', () => {
    fc.assert(
      fc.property(randomProblem, fc.integer({ min: 1, max: 1e6 }), (problem, seed) => {
        fc.pre(validateProblem(problem).length === 0);
        const opened = openPlan(problem, planFor(problem, seed));
        if (!opened.ok) throw new Error(opened.code);
        const dice = new Dice(seed);
        const moves = randomMoves(dice, problem);
        const once = judgeMoves(opened.session, moves);
        for (let k = 0; k < 3; k++) judgeMoves(opened.session, randomMoves(dice, problem));
        expect(judgeMoves(opened.session, moves)).toEqual(once);
      }),
      { numRuns: cases(12), endOnFailure: true },
    );
  });
});
