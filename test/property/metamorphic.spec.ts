import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '#checker';
import { solve, validateProblem, type Plan, type ProblemInput, type Solution } from '#engine';
import { cases } from './cases.js';
import { randomProblem } from './random-problem.js';
import { tinyProblem } from './tiny-problem.js';

const sound = randomProblem.filter((problem) => validateProblem(problem).length === 0);

function solved(problem: ProblemInput, seed: number, warmStart?: Plan): Solution {
  const result = solve(problem, { seed, iterations: 40, now: () => 0, ...(warmStart ? { warmStart } : {}) });
  if (!result.ok) throw new Error(`${result.issues[0].path} ${result.issues[0].message}`);
  return result.solution;
}

/** The same problem so many units later. */
function shifted(problem: ProblemInput, by: number): ProblemInput {
  const window = <W extends { readonly start: number; readonly end: number }>(w: W): W => ({
    ...w,
    start: w.start + by,
    end: w.end + by,
  });
  return {
    ...problem,
    horizonEnd: problem.horizonEnd + by,
    staff: problem.staff.map((person) => ({
      ...person,
      shifts: person.shifts.map((shift) => ({
        ...window(shift),
        breaks: shift.breaks.map((b) => ({ ...b, earliest: b.earliest + by, latest: b.latest + by })),
      })),
    })),
    visits: problem.visits.map((visit) => ({
      ...visit,
      parts: visit.parts.map((part) => ({
        ...part,
        windows: part.windows.map(window),
        ...(part.wishedWindow ? { wishedWindow: window(part.wishedWindow) } : {}),
      })),
    })),
  };
}

function shiftedPlan(plan: Plan, by: number): Plan {
  return {
    ...plan,
    routes: plan.routes.map((route) => ({
      ...route,
      departure: route.departure + by,
      return: route.return + by,
      stops: route.stops.map((s) => ({ ...s, arrival: s.arrival + by, start: s.start + by, end: s.end + by })),
    })),
  };
}

describe('the same problem', () => {
  it('some time later has the same plan, as much later', () => {
    fc.assert(
      fc.property(sound, fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1000), (problem, by, seed) => {
        const now = solved(problem, seed);
        const later = solved(shifted(problem, by), seed);
        expect(later).toEqual({ ...now, plan: shiftedPlan(now.plan, by) });
      }),
      { numRuns: cases(40), endOnFailure: true },
    );
  });

  it('with its visits in another order still has a plan that holds', () => {
    fc.assert(
      fc.property(
        sound.chain((problem) =>
          fc.tuple(fc.constant(problem), fc.shuffledSubarray([...problem.visits], { minLength: problem.visits.length })),
        ),
        fc.nat(1000),
        ([problem, visits], seed) => {
          const other = { ...problem, visits };
          const { plan, cost } = solved(other, seed);
          // Judged by the problem as it was: an order of visits is no part of the question.
          const verdict = checkPlan(problem, plan);
          expect(verdict.violations.filter((v) => v.code !== 'unserved_forbidden')).toEqual([]);
          if (verdict.feasible) expect(verdict.cost).toEqual(cost);
        },
      ),
      { numRuns: cases(40), endOnFailure: true },
    );
  });
});

describe('a warm start', () => {
  it('never ends dearer than the plan it started from', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const problem = tinyProblem(seed);
      const before = solved(problem, seed);
      const after = solved(problem, seed + 1, before.plan);
      expect([seed, after.warmStartRefused, after.cost.total <= before.cost.total]).toEqual([seed, false, true]);
    }
  });

  it('that names what the problem does not have is refused, and the search goes on without it', () => {
    const problem = tinyProblem(7);
    const { plan } = solved(problem, 1);
    const foreign: Plan = { ...plan, routes: plan.routes.map((r) => ({ ...r, shift: `${r.shift}-of-another-problem` })) };
    expect(foreign.routes.length).toBeGreaterThan(0);
    const after = solved(problem, 1, foreign);
    expect(after).toEqual({ ...solved(problem, 1), warmStartRefused: true });
  });
});
