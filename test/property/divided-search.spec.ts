import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { solve } from '#engine';
import { createThreadSolver } from '#threads';
import { townProblem } from '../benchmark/town-problem.js';

const ITERATIONS = 250;
const problem = townProblem(330, 28, 4);

async function together(threads: number, seed: number) {
  const { seconds: _clock, ...solved } = await createThreadSolver().solve(problem, { seed, iterations: ITERATIONS, threads });
  return solved;
}

describe('a large plan divided among threads', () => {
  it.each([2, 3])(
    'keeps every rule, breaks, joint visits and links across the border too, and repeats: %d threads',
    async (threads) => {
      const once = await together(threads, 7);
      expect(checkPlan(problem, once.plan)).toMatchObject({ violations: [], cost: once.cost });
      expect(once.iterations).toBe(threads * ITERATIONS);
      expect(await together(threads, 7)).toEqual(once);
    },
    60_000,
  );

  it('is cheaper than what one thread makes of as many iterations of its own', async () => {
    const alone = solve(problem, { seed: 3, iterations: ITERATIONS, now: () => 0 });
    if (!alone.ok) throw new Error('refused');
    expect((await together(2, 3)).cost.total).toBeLessThan(alone.solution.cost.total);
  }, 60_000);
});
