import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '#checker';
import { solve, type ProblemInput, type VisitInput } from '#engine';
import { createThreadSolver } from '#threads';
import { cases } from './cases.js';

interface Site {
  readonly x: number;
  readonly y: number;
  readonly ready: number;
  readonly width: number;
  readonly service: number;
  readonly demand: number;
  readonly unserved: number | 'forbidden';
}

const site = fc.record<Site>({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  ready: fc.integer({ min: 0, max: 700 }),
  width: fc.integer({ min: 0, max: 400 }),
  service: fc.integer({ min: 0, max: 40 }),
  demand: fc.integer({ min: 0, max: 9 }),
  unserved: fc.oneof(fc.constant('forbidden' as const), fc.integer({ min: 0, max: 300 })),
});

/** One depot, shifts all alike, hard windows, and travel alone has a price; travel there and back may differ. */
function routingProblem(sites: readonly Site[], shifts: number, capacity: number): ProblemInput {
  const points = [{ x: 50, y: 50 }, ...sites];
  const durations = points.flatMap((a) =>
    points.map((b) => (a === b ? 0 : Math.round(Math.hypot(a.x - b.x, a.y - b.y)) + (b.x > a.x ? 1 : 0))),
  );
  const visits = sites.map((s, at): VisitInput => {
    const windows = [{ start: s.ready, end: Math.min(1000, s.ready + s.width) }];
    const part = {
      id: '1',
      duration: s.service,
      windows,
      lateness: 'hard',
      measuredAt: 'start',
      skills: [],
      demand: s.demand,
    } as const;
    return { id: String(at + 1), client: String(at + 1), place: at + 1, parts: [part], unserved: s.unserved };
  });
  const shift = {
    start: 0,
    end: 1000,
    endRule: 'hard',
    startPlace: 0,
    endPlace: 0,
    departure: 'late',
    breaks: [],
    capacity,
  } as const;
  const staff = Array.from({ length: shifts }, (_, r) => ({
    ...{ id: String(r + 1), profile: 'travel', skills: [] },
    shifts: [{ ...shift, id: String(r + 1) }],
  }));
  const profiles = [{ id: 'travel', durations }];
  return {
    name: 'routing',
    horizonEnd: 1000,
    places: points.length,
    profiles,
    staff,
    visits,
    links: [],
    objective: { travel: 1 },
  };
}

const problems = fc
  .tuple(fc.array(site, { minLength: 2, maxLength: 40 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 60 }))
  .map(([sites, shifts, capacity]) => routingProblem(sites, shifts, capacity));

function solved(
  problem: ProblemInput,
  options: { readonly seed: number; readonly iterations: number; readonly verify?: boolean },
) {
  const result = solve(problem, { ...options, now: () => 0 });
  if (!result.ok) throw new Error('refused');
  return result.solution;
}

/** Three hundred visits and more are divided among threads. */
const large = routingProblem(
  fc.sample(site, { numRuns: 320, seed: 11 }).map((one) => ({ ...one, unserved: 'forbidden' as const })),
  90,
  60,
);

describe('plain routing', () => {
  it('keeps every figure equal to its recomputation, and the checker agrees to the unit', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 1000 }), (problem, seed) => {
        const { plan, cost } = solved(problem, { seed, iterations: 60, verify: true });
        const verdict = checkPlan(problem, plan);
        expect(verdict.violations.filter(({ code }) => code !== 'unserved_forbidden')).toEqual([]);
        expect(verdict.cost.parts.travel ?? 0).toBe(cost.parts.travel ?? 0);
      }),
      { numRuns: cases(80), endOnFailure: true },
    );
  });

  it('finds no worse plan than the search for every kind of problem, given as many iterations, but for a hundredth', () => {
    const sites = fc.sample(site, { numRuns: 60, seed: 5 });
    const plain = routingProblem(sites, 12, 60);
    // One shift unlike the others takes the other search.
    const [first, ...rest] = plain.staff;
    const other: ProblemInput = {
      ...plain,
      staff: [{ ...first, shifts: first.shifts.map((s) => ({ ...s, capacity: 61 })) }, ...rest],
    };
    const own = solved(plain, { seed: 2, iterations: 4000 }).cost.total;
    expect(own).toBeLessThanOrEqual(1.01 * solved(other, { seed: 2, iterations: 4000 }).cost.total);
  });

  it('goes on from a given plan and never ends with a dearer one', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const first = solved(problem, { seed: 3, iterations: 40 });
        const warm = solve(problem, { seed: 4, iterations: 20, now: () => 0, warmStart: first.plan, verify: true });
        if (!warm.ok) throw new Error('refused');
        expect(warm.solution.warmStartRefused).toBe(false);
        expect(warm.solution.cost.total).toBeLessThanOrEqual(first.cost.total);
      }),
      { numRuns: cases(20), endOnFailure: true },
    );
  });

  it.each([1, 2])(
    'crosses the plans of several starts on %d threads, keeps every rule and repeats',
    async (threads) => {
      const sites = fc.sample(site, { numRuns: 10, seed: 3 }).map((one) => ({ ...one, unserved: 'forbidden' as const }));
      const small = routingProblem(sites, 8, 30);
      const run = async () => {
        const { seconds: _clock, ...plan } = await createThreadSolver().solve(small, { seed: 5, iterations: 26_000, threads });
        return plan;
      };
      const once = await run();
      expect(checkPlan(small, once.plan).cost).toEqual(once.cost);
      expect(checkPlan(small, once.plan).violations.filter(({ code }) => code !== 'unserved_forbidden')).toEqual([]);
      expect(await run()).toEqual(once);
      if (threads === 1) expect(solved(small, { seed: 5, iterations: 26_000, verify: true }).cost).toEqual(once.cost);
    },
    60_000,
  );

  it.each([2, 3])(
    'divided among %d threads keeps every rule and repeats',
    async (threads) => {
      const run = async () => {
        const { seconds: _clock, ...plan } = await createThreadSolver().solve(large, { seed: 7, iterations: 300, threads });
        return plan;
      };
      const once = await run();
      expect(checkPlan(large, once.plan).cost).toEqual(once.cost);
      expect(checkPlan(large, once.plan).violations.filter(({ code }) => code !== 'unserved_forbidden')).toEqual([]);
      expect(await run()).toEqual(once);
    },
    60_000,
  );
});
