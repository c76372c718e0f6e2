import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '#checker';
import { solve, validateProblem } from '#engine';
import { cases } from './cases.js';
import { excusedOf } from './excused.js';
import { randomRules } from './random-rules.js';

describe('engine and checker', () => {
  it('agree on all rules together, and every step equals its recomputation', () => {
    fc.assert(
      fc.property(randomRules, fc.integer({ min: 1, max: 1000 }), (problem, seed) => {
        fc.pre(validateProblem(problem).length === 0);
        const result = solve(problem, { seed, iterations: 40, now: () => 0, verify: true });
        if (!result.ok) throw new Error('refused');
        const verdict = checkPlan(problem, result.solution.plan);
        const excused = excusedOf(problem);
        expect(verdict.violations.filter(({ code }) => !excused.has(code))).toEqual([]);
        const { unserved: _engine, ...mine } = result.solution.cost.parts;
        const { unserved: _checker, ...theirs } = verdict.cost.parts;
        expect(nonZero(mine)).toEqual(nonZero(theirs));
      }),
      { numRuns: cases(90), endOnFailure: true },
    );
  });
});

function nonZero(parts: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(parts).filter((row): row is [string, number] => row[1] !== undefined && row[1] !== 0));
}
