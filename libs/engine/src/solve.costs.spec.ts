import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import type { CostComponent, ObjectiveInput } from './model/problem-input.js';
import { linkWith, person, sampleRound, sampleRoundForTwo, solved, visit, written, type Draft } from './sample-round.js';

describe('cost components, one at a time', () => {
  /**
   * The sample round with `v1` from 50 to 60 and `v2` from 120: leaves at 50,
   * `v1` 60 to 80, arrives at 100, waits 20, `v2` 120 to 150, back at 180,
   * where the shift ends softly at 170.
   */
  const round = () => {
    const { problem, shift, first, second } = sampleRound();
    first.windows = [{ start: 50, end: 60 }];
    Object.assign(second, { lateness: 'soft', windows: [{ start: 120, end: 125 }] });
    Object.assign(shift, { endRule: 'soft', end: 170 });
    problem.objective = {};
    return { problem, shift, first, second };
  };

  it.each<readonly [keyof ObjectiveInput, string, number]>([
    ['travel', '10 + 20 + 30', 60],
    ['waiting', '120 - 100', 20],
    ['highestWaiting', '120 - 100', 20],
    ['overtime', '180 - 170', 10],
    ['highestIdle', '50 before, 20 waiting, none after', 70],
    ['balance', 'a single route is its own mean', 0],
    ['work', '60 on the way and 50 with clients', 110],
    ['paid', '180 - 50', 130],
    ['lateness', 'nobody is late', 0],
    ['route', 'one', 1],
  ])('%s: %s', (component, _words, amount) => {
    const { problem } = round();
    problem.objective = { [component]: 7 };
    const solution = solved(problem);
    expect(written(solution.plan, problem)).toEqual(['a1 50: v1 60, v2 100>120 -> 180']);
    expect(solution.cost).toEqual({ total: 7 * amount, parts: amount === 0 ? {} : { [component]: 7 * amount } });
    expect(checkPlan(problem, solution.plan)).toMatchObject({ violations: [], cost: solution.cost });
  });
});

describe('costs that look at all routes', () => {
  /** Anna gives `v1` (leaves 40, back 80), Bruno `v2` (80 to 110, no travel). */
  const round = (objective: Draft<ObjectiveInput>) => {
    const { problem, ...rest } = sampleRoundForTwo();
    problem.objective = { travel: 1, ...objective };
    return { problem, ...rest };
  };

  it.each<readonly [string, Draft<ObjectiveInput>, Partial<Record<CostComponent, number>>]>([
    ['balance: 40 and 30 are each 5 from 35', { balance: 1 }, { travel: 20, balance: 5 + 5 }],
    ['route: two', { route: 3 }, { travel: 20, route: 2 * 3 }],
    ['highest idle time: Bruno’s 80 and 190, Anna’s 40 and 220', { highestIdle: 1 }, { travel: 20, highestIdle: 270 }],
    ['paid: 40 and 30', { paid: 2 }, { travel: 20, paid: 2 * 70 }],
  ])('%s', (_words, objective, parts) => {
    const { problem } = round(objective);
    const solution = solved(problem);
    expect(written(solution.plan, problem)).toEqual(['a1 40: v1 50 -> 80', 'b1 80: v2 80 -> 110']);
    expect(solution.cost.parts).toEqual(parts);
    expect(checkPlan(problem, solution.plan)).toMatchObject({ violations: [], cost: solution.cost });
  });

  it('balance rounds each distance up and counts unused routes', () => {
    const { problem } = round({ balance: 1 });
    problem.staff.push({ ...person('cara', 'c1', 0), skills: [] });
    const solution = solved(problem);
    // Work of 40, 30 and 0 has the mean 23 1/3: distances of 16 2/3, 6 2/3 and 23 1/3.
    expect(solution.cost.parts).toEqual({ travel: 20, balance: 17 + 7 + 24 });
    expect(checkPlan(problem, solution.plan).cost).toEqual(solution.cost);
  });

  it('an unused shift idles from start to end, an open one not at all', () => {
    const { problem, bruno } = round({ highestIdle: 1 });
    problem.staff.push({ ...person('cara', 'c1', 0), skills: [] });
    expect(solved(problem).cost.parts.highestIdle).toBe(300);
    problem.staff[2].shifts[0].endRule = 'open';
    bruno.shifts[0].endRule = 'open';
    // Bruno's and Cara's shifts may stay unused; Anna gives both visits and idles 40 and 150, which is worth 40 more of travel.
    expect(solved(problem).cost.parts).toEqual({ travel: 60, highestIdle: 190 });
  });

  it('a dear route is not begun', () => {
    const { problem } = round({ route: 21 });
    const solution = solved(problem);
    expect(written(solution.plan, problem)).toEqual(['b1 30: v1 50, v2 90 -> 120']);
    expect(solution.cost.parts).toEqual({ travel: 40, route: 21 });
  });
});

describe('all components at once', () => {
  it('add up, each at its own price', () => {
    const { problem, shift, first, second } = sampleRound();
    first.windows = [{ start: 50, end: 50 }];
    first.preferredStaff = ['bruno'];
    first.wishedWindow = { start: 0, end: 46 };
    Object.assign(second, { lateness: 'soft', windows: [{ start: 95, end: 99 }] });
    second.measuredAt = 'end';
    Object.assign(shift, { endRule: 'soft', end: 150 });
    shift.breaks.push({ id: 'tea', duration: 10, earliest: 300, latest: 310, measuredAt: 'start', missed: 9 });
    const bruno = { ...person('bruno', 'b1', 3), skills: [] };
    problem.staff.push(bruno);
    problem.visits.push(visit('v3', 0, { duration: 1, windows: [{ start: 0, end: 1 }] }));
    [100_000, 100_000, 400].forEach((price, at) => (problem.visits[at].unserved = price));
    problem.visits[2].parts[0].skills = ['nurse'];
    problem.links.push(linkWith({ gaps: [{ min: 0, max: null, cost: 11 }] }));
    Object.assign(problem, {
      objective: {
        ...{ travel: 2, lateness: 3, highestLateness: 5, waiting: 7, highestWaiting: 13, overtime: 17, highestIdle: 19 },
        ...{ balance: 23, work: 29, paid: 31, preference: 37, wishedTime: 41, route: 43 },
      },
    });
    const solution = solved(problem);
    expect(written(solution.plan, problem)).toEqual(['a1 40: v1 50, v2 90>95 -> 155', '- v3']);
    expect(solution.cost.parts).toEqual({
      travel: 2 * 60,
      lateness: 3 * 26,
      highestLateness: 5 * 26,
      waiting: 7 * 5,
      highestWaiting: 13 * 5,
      overtime: 17 * 5,
      highestIdle: 19 * 300,
      balance: 23 * (55 + 55),
      work: 29 * 110,
      paid: 31 * 115,
      preference: 37,
      wishedTime: 41 * 4,
      route: 43,
      unserved: 400,
      missedBreak: 9,
      links: 11,
    });
    expect(checkPlan(problem, solution.plan)).toMatchObject({ violations: [], cost: solution.cost });
  });
});
