import { describe, expect, it } from '@jest/globals';
import { compileProblem } from '../model/compile-problem.js';
import { startNode } from '../model/problem-data.js';
import { sampleRoundForTwo, visit } from '../sample-round.js';
import { Edits } from '../state/edits.js';
import { SearchPlan } from '../state/search-plan.js';
import { BalanceGuide } from './balance-guide.js';
import { balance } from './overall-cost.js';

const WEIGHT = 7;

/** Two people without travel, and a visit of each duration; nobody has one yet. */
function waiting(durations: readonly number[], weight = WEIGHT) {
  const { problem } = sampleRoundForTwo();
  problem.profiles[0].durations = new Int32Array(16);
  problem.visits = durations.map((duration, v) => visit(`v${v}`, 1, { duration, windows: [{ start: 0, end: 200 }] }));
  problem.objective = { travel: 1, balance: weight };
  const compiled = compileProblem(problem);
  if (!compiled.ok) throw new Error(compiled.issues[0].message);
  const { data } = compiled;
  const plan = new SearchPlan(data);
  const edits = new Edits(plan);
  edits.rebuild();
  const guide = new BalanceGuide(data);
  /** Gives a visit to one of the two; tells the work of that route before and after. */
  const give = (visit: number, route: number): readonly [number, number] => {
    const work = (): number => plan.travelTime[route] + plan.serviceTime[route];
    const before = work();
    edits.place(data.visitFirst[visit], startNode(data, route));
    edits.serve(visit);
    return [before, work()];
  };
  return { plan, guide, give };
}

describe('BalanceGuide', () => {
  it.each([
    { durations: [20, 30], to: [0, 1], change: WEIGHT * (5 + 5 - 50) },
    { durations: [20, 30], to: [0, 0], change: 0 },
    { durations: [10, 20, 30, 40], to: [0, 1, 1, 0], change: -WEIGHT * 100 },
    { durations: [60, 20], to: [1, 0], change: WEIGHT * (20 + 20 - 80) },
  ])('prices $durations given to $to, one after the other, at $change in all', ({ durations, to, change }) => {
    const { plan, guide, give } = waiting(durations);
    const goal = durations.reduce((sum, d) => sum + d, 0) / 2;
    let sum = 0;
    durations.forEach((_, v) => {
      guide.remember(plan);
      sum += guide.change(...give(v, to[v]));
    });
    expect(sum).toBe(change);
    // Nobody works at first, so both are as far from the mean to come as can be; from there the changes lead to the finished cost.
    expect(WEIGHT * 2 * goal + sum).toBe(WEIGHT * balance(plan));
  });

  it('gives whoever has nothing yet a visit at a gain, where the present mean would charge for it', () => {
    const { plan, guide, give } = waiting([40, 40]);
    guide.remember(plan);
    const before = balance(plan);
    expect(guide.change(...give(0, 0))).toBe(-WEIGHT * 40);
    expect(balance(plan) - before).toBe(40);
  });

  it('costs nothing where balance has no price', () => {
    const { plan, guide, give } = waiting([20, 30], 0);
    guide.remember(plan);
    expect(guide.change(...give(0, 0))).toBe(0);
  });
});
