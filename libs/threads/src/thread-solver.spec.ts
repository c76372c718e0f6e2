import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { solve, validateProblem, type Plan, type ProblemInput, type VisitInput } from '#engine';
import { createThreadSolver, ProblemRefused } from './thread-solver.js';

const SIDE = 5;

/** Thirty visits in a town of 25 places, four people: enough that no search of a few hundred iterations has seen it all. */
function town(): ProblemInput {
  const places = SIDE * SIDE;
  const way = (a: number, b: number): number =>
    10 * (Math.abs((a % SIDE) - (b % SIDE)) + Math.abs(Math.floor(a / SIDE) - Math.floor(b / SIDE)));
  const visits = Array.from({ length: 30 }, (_, v): VisitInput => {
    const start = (v * 37) % 400;
    const windows = [{ start, end: start + 60 + ((v * 13) % 90) }];
    return {
      ...{ id: `v${v}`, client: `c${v}`, place: (v * 7) % places, unserved: 10_000 },
      parts: [{ id: '1', duration: 15 + (v % 3) * 5, windows, lateness: 'hard', measuredAt: 'start', skills: [] }],
    };
  });
  return {
    ...{ name: 'town', horizonEnd: 1000, places, visits, links: [] },
    profiles: [
      { id: 'walk', durations: Array.from({ length: places * places }, (_, at) => way(Math.floor(at / places), at % places)) },
    ],
    staff: [0, 6, 18, 24].map((home) => ({
      ...{ id: `m${home}`, profile: 'walk', skills: [] },
      shifts: [
        {
          ...{ id: `s${home}`, start: 0, end: 600, endRule: 'hard', departure: 'late' },
          ...{ startPlace: home, endPlace: home, breaks: [] },
        },
      ],
    })),
    objective: { travel: 1, paid: 1 },
  };
}

const solver = createThreadSolver();

/** What a repeated run must give again; the clock's figure is left out. */
async function run(problem: ProblemInput, options: { seed: number; iterations: number; threads: number; warmStart?: Plan }) {
  const { seconds: _clock, ...rest } = await solver.solve(problem, options);
  return rest;
}

describe('search in threads', () => {
  it('gives the same plan for the same seed, iterations and number of threads', async () => {
    const once = await run(town(), { seed: 11, iterations: 400, threads: 2 });
    const twice = await run(town(), { seed: 11, iterations: 400, threads: 2 });
    expect(twice).toEqual(once);
    expect(once.iterations).toBe(2 * 400);
    expect(checkPlan(town(), once.plan)).toMatchObject({ violations: [], cost: once.cost });
  });

  it('with one thread is the engine’s own search', async () => {
    const alone = await run(town(), { seed: 5, iterations: 300, threads: 1 });
    const engine = solve(town(), { seed: 5, iterations: 300, now: () => 0 });
    if (!engine.ok) throw new Error('refused');
    const { plan, cost, unserved, iterations } = engine.solution;
    expect(alone).toMatchObject({ plan, cost, unserved, iterations });
  });

  it('tells of its progress, and stops when asked with the best plan so far', async () => {
    const abort = new AbortController();
    const told: { readonly share: number; readonly cost: number; readonly served: number }[] = [];
    const answer = await solver.solve(town(), {
      ...{ seed: 3, seconds: 3600, threads: 2, signal: abort.signal },
      onProgress: (progress) => {
        told.push(progress);
        if (told.length === 3) abort.abort();
      },
    });
    // An hour was allowed: that the answer is here shows that it was not used.
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.filter((p) => p.share >= 1 || p.served < 1 || p.served > 30)).toEqual([]);
    expect(answer.iterations).toBeGreaterThan(0);
    expect(answer.cost.total).toBeLessThanOrEqual(Math.min(...told.map((p) => p.cost)));
    expect(checkPlan(town(), answer.plan)).toMatchObject({ violations: [], cost: answer.cost });
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('searches in threads that give way where asked to', async () => {
    const abort = new AbortController();
    const threads = new Set<number>();
    await createThreadSolver({ yields: true }).solve(town(), {
      ...{ seed: 3, seconds: 3600, threads: 2, signal: abort.signal },
      onProgress: () => {
        for (const tid of readdirSync('/proc/self/task')) threads.add(getPriority(Number(tid)));
        abort.abort();
      },
    });
    expect(Math.max(...threads)).toBe(Math.min(19, getPriority() + 5));
  });

  it('that is stopped before it begins still has a plan', async () => {
    const answer = await solver.solve(town(), { seed: 3, seconds: 3600, threads: 2, signal: AbortSignal.abort() });
    expect(checkPlan(town(), answer.plan)).toMatchObject({ violations: [], cost: answer.cost });
  });

  it('goes on from a plan and ends no dearer', async () => {
    const before = await run(town(), { seed: 1, iterations: 300, threads: 1 });
    const after = await run(town(), { seed: 2, iterations: 300, threads: 2, warmStart: before.plan });
    expect(after.cost.total).toBeLessThanOrEqual(before.cost.total);
  });

  it('refuses an unsound problem with every issue', async () => {
    const sound = town();
    const problem: ProblemInput = { ...sound, places: 0, horizonEnd: -1, objective: { travel: 0.5 } };
    const issues = validateProblem(problem);
    expect(issues.length).toBeGreaterThan(3);
    const refused = await solver.solve(problem, { seed: 1, iterations: 10, threads: 2 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProblemRefused);
    expect((refused as ProblemRefused).issues).toEqual(issues);
  });
});
