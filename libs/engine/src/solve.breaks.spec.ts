import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import type { BreakInput } from './model/problem-input.js';
import type { CostParts } from './model/plan.js';
import { person, sampleRound, solved, written, type Draft, type Round } from './sample-round.js';

/** What is tested, the one thing changed, the best plan, and its cost by component. */
type Row = readonly [string, (round: Round) => void, readonly string[], CostParts];

const WITHOUT = 'a1 40: v1 50, v2 90 -> 150';

function expectPlan(change: Row[1], plan: Row[2], parts: CostParts): void {
  const round = sampleRound();
  change(round);
  const solution = solved(round.problem);
  expect(written(solution.plan, round.problem)).toEqual(plan);
  expect(solution.cost.parts).toEqual(parts);
  expect(checkPlan(round.problem, solution.plan)).toMatchObject({ violations: [], cost: solution.cost });
}

/** A break of 30 units, begun between 80 and 100 unless said otherwise. */
const rest = (change: Partial<BreakInput>): Draft<BreakInput> => ({
  id: 'rest',
  duration: 30,
  earliest: 80,
  latest: 100,
  measuredAt: 'start',
  missed: 'required',
  ...change,
});
const resting =
  (change: Partial<BreakInput>) =>
  ({ shift }: Round): void =>
    void shift.breaks.push(rest(change));

describe('required breaks', () => {
  it.each<Row>([
    ['are taken on arrival, before the visit', resting({}), ['a1 40: v1 50, rest 90, v2 120 -> 180'], { travel: 60 }],
    ['wait for their own window', resting({ earliest: 95 }), ['a1 45: v1 55, rest 95, v2 125 -> 185'], { travel: 60 }],
    [
      'may have to end by a time',
      resting({ latest: 120, measuredAt: 'end' }),
      ['a1 40: v1 50, rest 90, v2 120 -> 180'],
      { travel: 60 },
    ],
    [
      'may be taken at the end of the route',
      ({ problem, ...round }) => {
        resting({ earliest: 150, latest: 160 })({ problem, ...round });
        problem.objective.paid = 1;
      },
      ['a1 40: v1 50, v2 90, rest 150 -> 180'],
      { travel: 60, paid: 140 },
    ],
    [
      'unless a visit has to follow',
      ({ problem, ...round }) => {
        resting({ earliest: 150, latest: 160, beforeVisit: true })({ problem, ...round });
        problem.objective.paid = 1;
      },
      ['a1 90: v1 100, rest 140>150, v2 180 -> 240'],
      { travel: 60, paid: 150 },
    ],
    [
      'rather cost a visit',
      ({ second, ...round }) => {
        resting({})({ second, ...round });
        second.windows[0].end = 100;
      },
      ['a1 40: v1 50, rest 80 -> 110', '- v2'],
      { travel: 20, unserved: 1000 },
    ],
    [
      'move the return past a soft end',
      ({ problem, shift, ...round }) => {
        resting({})({ problem, shift, ...round });
        Object.assign(shift, { endRule: 'soft', end: 170 });
        problem.objective.overtime = 5;
      },
      ['a1 40: v1 50, rest 90, v2 120 -> 180'],
      { travel: 60, overtime: 5 * 10 },
    ],
    [
      'two of them, in the order of their windows',
      (round) => {
        resting({})(round);
        resting({ id: 'tea', duration: 10, earliest: 160, latest: 185 })(round);
      },
      ['a1 40: v1 50, rest 90, v2 120, tea 180 -> 190'],
      { travel: 60 },
    ],
    [
      'an unused route owes none',
      ({ problem, ...round }) => {
        resting({})({ problem, ...round });
        problem.visits = [];
      },
      [],
      {},
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('breaks owed by long routes only', () => {
  /** At the end of the route, which takes 110 without it. */
  const restLast = (whenLongerThan: number) => (round: Round) => {
    resting({ earliest: 150, latest: 160, whenLongerThan })(round);
    round.problem.objective.paid = 1;
  };

  it.each<Row>([
    ['a route longer by one unit owes it', restLast(109), ['a1 40: v1 50, v2 90, rest 150 -> 180'], { travel: 60, paid: 140 }],
    ['a route as long as the threshold does not', restLast(110), [WITHOUT], { travel: 60, paid: 110 }],
    ['a threshold of 0 is none', restLast(0), ['a1 40: v1 50, v2 90, rest 150 -> 180'], { travel: 60, paid: 140 }],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('priced breaks', () => {
  const tight = ({ second }: Round): void => void (second.windows[0].end = 100);

  it.each<Row>([
    ['are taken where they cost nothing', resting({ missed: 50 }), ['a1 40: v1 50, rest 90, v2 120 -> 180'], { travel: 60 }],
    [
      'are missed where they would cost a visit',
      (round) => {
        resting({ missed: 50 })(round);
        tight(round);
      },
      [WITHOUT],
      { travel: 60, missedBreak: 50 },
    ],
    [
      'are missed where lateness is dearer',
      (round) => {
        resting({ missed: 50 })(round);
        tight(round);
        round.second.lateness = 'soft';
        round.problem.objective.lateness = 3;
      },
      [WITHOUT],
      { travel: 60, missedBreak: 50 },
    ],
    [
      'are taken where lateness is cheaper',
      (round) => {
        resting({ missed: 50 })(round);
        tight(round);
        round.second.lateness = 'soft';
        round.problem.objective.lateness = 2;
      },
      ['a1 40: v1 50, rest 90, v2 120 -> 180'],
      { travel: 60, lateness: 2 * 20 },
    ],
    [
      'are charged to an unused route too',
      ({ problem }) => {
        const bruno = person('bruno', 'b1', 3);
        bruno.skills = [];
        bruno.shifts[0].breaks.push(rest({ missed: 7 }));
        problem.staff.push(bruno);
      },
      [WITHOUT],
      { travel: 60, missedBreak: 7 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

it('a break that a short route does not owe makes no late start dear', () => {
  const { problem, shift } = sampleRound();
  shift.breaks.push(rest({ earliest: 50, latest: 60, whenLongerThan: 150 }));
  problem.visits.pop();
  problem.objective = { paid: 1, wishedTime: 1 };
  const [visit] = problem.visits;
  visit.parts[0].windows = [{ start: 50, end: 200 }];
  visit.parts[0].wishedWindow = { start: 200, end: 200 };
  const solution = solved(problem);
  // Resting at 60 at the latest and waiting for 200 would be 160 more to pay than coming at 200.
  expect(solution.plan.routes[0].stops).toMatchObject([{ kind: 'visit', start: 200 }]);
  expect(solution.cost.parts).toEqual({ paid: 40 });
});
