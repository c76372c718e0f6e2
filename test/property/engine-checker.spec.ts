import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '#checker';
import { solve, validateProblem } from '#engine';
import { cases } from './cases.js';
import { randomProblem } from './random-problem.js';

/** Violations a plan may have only because nothing better exists: a visit that had to be served and has no place. */
const UNAVOIDABLE = new Set<string>(['unserved_forbidden']);

describe('engine and checker', () => {
  it('agree on feasibility and on the cost to the unit, and every step equals its recomputation', () => {
    fc.assert(
      fc.property(randomProblem, fc.integer({ min: 1, max: 1000 }), (problem, seed) => {
        fc.pre(validateProblem(problem).length === 0);
        const result = solve(problem, { seed, iterations: 40, now: () => 0, verify: true });
        if (!result.ok) throw new Error('refused');
        const verdict = checkPlan(problem, result.solution.plan);
        const broken = verdict.violations.filter((v) => !UNAVOIDABLE.has(v.code));
        expect(broken).toEqual([]);
        const { parts } = result.solution.cost;
        const { unserved: _engine, ...mine } = parts;
        const { unserved: _checker, ...theirs } = verdict.cost.parts;
        expect(nonZero(mine)).toEqual(nonZero(theirs));
      }),
      { numRuns: cases(120), endOnFailure: true },
    );
  });

  it('repeat for the same seed and iteration count', () => {
    fc.assert(
      fc.property(randomProblem, (problem) => {
        fc.pre(validateProblem(problem).length === 0);
        const once = solve(problem, { seed: 5, iterations: 30, now: () => 0 });
        const twice = solve(problem, { seed: 5, iterations: 30, now: () => 0 });
        expect(twice).toEqual(once);
      }),
      { numRuns: cases(15), endOnFailure: true },
    );
  });
});

function nonZero(parts: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(parts).filter((row): row is [string, number] => row[1] !== undefined && row[1] !== 0));
}
