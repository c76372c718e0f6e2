import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import type { CostParts } from './model/plan.js';
import { sampleRound, solved, written, type Round } from './sample-round.js';

/** What is tested, the one thing changed, the best plan, and its cost by component. */
type Row = readonly [string, (round: Round) => void, readonly string[], CostParts];

const BASE = 'a1 40: v1 50, v2 90 -> 150';

function expectPlan(change: Row[1], plan: Row[2], parts: CostParts): void {
  const round = sampleRound();
  change(round);
  const solution = solved(round.problem);
  expect(written(solution.plan, round.problem)).toEqual(plan);
  expect(solution.cost.parts).toEqual(parts);
  expect(checkPlan(round.problem, solution.plan)).toMatchObject({ violations: [], cost: solution.cost });
}

/** `v1` may start until `end` only, so that the round has no room before `v2`. */
function pressed({ first }: Round, end = 50): void {
  first.windows = [{ start: 50, end }];
}

const softSecond = (round: Round, ...windows: [number, number][]): void => {
  pressed(round);
  Object.assign(round.second, { lateness: 'soft', windows: windows.map(([start, end]) => ({ start, end })) });
  round.problem.objective.lateness = 3;
};

const hardSecond = (round: Round, ...windows: [number, number][]): void => {
  pressed(round);
  round.second.windows = windows.map(([start, end]) => ({ start, end }));
};

describe('windows', () => {
  it.each<Row>([
    ['nothing changed', () => undefined, [BASE], { travel: 60 }],
    ['both ends of a window belong to it', (round) => hardSecond(round, [90, 90]), [BASE], { travel: 60 }],
    [
      'a hard window over by one unit loses the visit that is dearer to reach',
      (round) => hardSecond(round, [60, 89]),
      ['a1 40: v1 50 -> 80', '- v2'],
      { travel: 20, unserved: 1000 },
    ],
    [
      'or the one that is cheaper to leave out',
      (round) => {
        hardSecond(round, [60, 89]);
        round.problem.visits[1].unserved = 2000;
      },
      ['a1 30: v2 60 -> 120', '- v1'],
      { travel: 60, unserved: 1000 },
    ],
    [
      'a stop reached too early waits for its window',
      (round) => hardSecond(round, [95, 100]),
      ['a1 40: v1 50, v2 90>95 -> 155'],
      { travel: 60 },
    ],
    ['a soft window is passed at a price', (round) => softSecond(round, [60, 80]), [BASE], { travel: 60, lateness: 3 * 10 }],
    [
      'a soft window is never begun early',
      (round) => softSecond(round, [95, 100]),
      ['a1 40: v1 50, v2 90>95 -> 155'],
      { travel: 60 },
    ],
    [
      'lateness of the end',
      (round) => {
        softSecond(round, [60, 115]);
        round.second.measuredAt = 'end';
      },
      [BASE],
      { travel: 60, lateness: 3 * 5 },
    ],
    [
      'a hard window that the end just meets',
      (round) => {
        hardSecond(round, [60, 120]);
        round.second.measuredAt = 'end';
      },
      [BASE],
      { travel: 60 },
    ],
    [
      'a hard window that the end misses by one unit',
      (round) => {
        hardSecond(round, [60, 119]);
        round.second.measuredAt = 'end';
      },
      ['a1 40: v1 50 -> 80', '- v2'],
      { travel: 20, unserved: 1000 },
    ],
    [
      'between two hard windows the stop waits for the next',
      (round) => hardSecond(round, [60, 80], [110, 130]),
      ['a1 40: v1 50, v2 90>110 -> 170'],
      { travel: 60 },
    ],
    ['windows that touch leave no wait', (round) => hardSecond(round, [60, 80], [80, 130]), [BASE], { travel: 60 }],
    [
      'start and end lie in the same of several hard windows',
      (round) => {
        hardSecond(round, [60, 100], [130, 160]);
        round.second.measuredAt = 'end';
      },
      ['a1 40: v1 50, v2 90>130 -> 190'],
      { travel: 60 },
    ],
    [
      'a hard window shorter than the service is none',
      (round) => {
        hardSecond(round, [90, 110], [111, 150]);
        round.second.measuredAt = 'end';
      },
      ['a1 40: v1 50, v2 90>111 -> 171'],
      { travel: 60 },
    ],
    [
      'between two soft windows waiting for the next is free',
      (round) => softSecond(round, [60, 80], [110, 130]),
      ['a1 40: v1 50, v2 90>110 -> 170'],
      { travel: 60 },
    ],
    [
      'or cheaper than being late',
      (round) => {
        softSecond(round, [60, 80], [110, 130]);
        round.problem.objective.waiting = 1;
      },
      ['a1 40: v1 50, v2 90>110 -> 170'],
      { travel: 60, waiting: 20 },
    ],
    [
      'or dearer',
      (round) => {
        softSecond(round, [60, 80], [110, 130]);
        round.problem.objective.waiting = 2;
      },
      [BASE],
      { travel: 60, lateness: 3 * 10 },
    ],
    [
      'the largest single lateness',
      ({ problem, first, second }) => {
        Object.assign(first, { lateness: 'soft', windows: [{ start: 0, end: 5 }] });
        Object.assign(second, { lateness: 'soft', windows: [{ start: 0, end: 40 }] });
        Object.assign(problem.objective, { lateness: 3, highestLateness: 7 });
      },
      ['a1 0: v1 10, v2 50 -> 110'],
      { travel: 60, lateness: 3 * (5 + 10), highestLateness: 7 * 10 },
    ],
    [
      'a start after the wished window',
      (round) => {
        pressed(round);
        round.second.wishedWindow = { start: 0, end: 85 };
        round.problem.objective.wishedTime = 2;
      },
      [BASE],
      { travel: 60, wishedTime: 2 * 5 },
    ],
    [
      'a wish that holds costs nothing',
      (round) => {
        round.second.wishedWindow = { start: 85, end: 90 };
        round.problem.objective.wishedTime = 2;
      },
      [BASE],
      { travel: 60 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('travel', () => {
  it.each<Row>([
    [
      'differs by direction',
      ({ problem }) => ((problem.profiles[0].durations as number[])[1 * 4 + 3] = 35),
      ['a1 40: v1 50, v2 105 -> 165'],
      { travel: 10 + 35 + 30 },
    ],
    [
      'is charged by its own matrix, and still takes its time',
      ({ problem }) => (problem.profiles[0].charges = Array.from({ length: 16 }, () => 7)),
      [BASE],
      { travel: 3 * 7 },
    ],
    [
      'follows the profile of whoever travels',
      ({ problem }) => {
        const twice = Array.from(problem.profiles[0].durations, (d) => 2 * d);
        problem.profiles.push({ id: 'slow', durations: twice });
        problem.staff[0].profile = 'slow';
      },
      ['a1 30: v1 50, v2 110 -> 200'],
      { travel: 120 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('the end of a shift', () => {
  it.each<Row>([
    ['hard: just met', ({ shift }) => (shift.end = 150), [BASE], { travel: 60 }],
    [
      'hard: missed by one unit',
      ({ shift }) => (shift.end = 149),
      ['a1 40: v1 50 -> 80', '- v2'],
      { travel: 20, unserved: 1000 },
    ],
    [
      'soft: passed at a price',
      ({ problem, shift }) => {
        Object.assign(shift, { end: 140, endRule: 'soft' });
        problem.objective.overtime = 5;
      },
      [BASE],
      { travel: 60, overtime: 5 * 10 },
    ],
    [
      'soft: never past the same person’s next shift',
      ({ problem, shift }) => {
        Object.assign(shift, { end: 140, endRule: 'soft' });
        problem.staff[0].shifts.push({ ...shift, id: 'a2', start: 145, end: 300, breaks: [] });
        problem.objective.overtime = 5;
      },
      ['a1 40: v1 50 -> 80', 'a2 145: v2 175 -> 235'],
      { travel: 20 + 60 },
    ],
    [
      'open: there is none',
      ({ problem, shift }) => {
        Object.assign(shift, { end: 60, endRule: 'open' });
        problem.objective.overtime = 5;
      },
      [BASE],
      { travel: 60 },
    ],
    [
      'open: but the horizon’s',
      ({ problem, shift, second }) => {
        Object.assign(shift, { end: 60, endRule: 'open' });
        problem.horizonEnd = 149;
        second.windows[0].end = 149;
      },
      ['a1 40: v1 50 -> 80', '- v2'],
      { travel: 20, unserved: 1000 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('departure', () => {
  /** `v2` not before 150: a wait of 60 when `v1` starts at 50. */
  const laterSecond = (round: Round, lastFirst: number): void => {
    pressed(round, lastFirst);
    round.second.windows = [{ start: 150, end: 200 }];
    Object.assign(round.problem.objective, { paid: 1, waiting: 2 });
  };

  it.each<Row>([
    [
      'late: the first stop waits for nothing',
      ({ problem }) => Object.assign(problem.objective, { paid: 1, waiting: 2 }),
      [BASE],
      { travel: 60, paid: 110 },
    ],
    [
      'start: everything counts from the start of the shift',
      ({ problem, shift }) => {
        shift.departure = 'start';
        Object.assign(problem.objective, { paid: 1, waiting: 2 });
      },
      ['a1 0: v1 10>50, v2 90 -> 150'],
      { travel: 60, paid: 150, waiting: 2 * 40 },
    ],
    [
      'late: as late as the first window allows',
      (round) => laterSecond(round, 80),
      ['a1 70: v1 80, v2 120>150 -> 210'],
      { travel: 60, paid: 140, waiting: 2 * 30 },
    ],
    [
      'late: no later than the waits can absorb',
      (round) => laterSecond(round, 120),
      ['a1 100: v1 110, v2 150 -> 210'],
      { travel: 60, paid: 110 },
    ],
    [
      'start: waits are not absorbed',
      (round) => {
        laterSecond(round, 120);
        round.shift.departure = 'start';
      },
      ['a1 0: v1 10>50, v2 90>150 -> 210'],
      { travel: 60, paid: 210, waiting: 2 * (40 + 60) },
    ],
    ['not before the shift begins', ({ shift }) => (shift.start = 45), ['a1 45: v1 55, v2 95 -> 155'], { travel: 60 }],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});
