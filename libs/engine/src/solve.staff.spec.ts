import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import type { CostParts } from './model/plan.js';
import { linkWith, sampleRoundForTwo, solved, visit, written } from './sample-round.js';

type Round = ReturnType<typeof sampleRoundForTwo>;
/** What is tested, the one thing changed, the best plan, and its cost by component. */
type Row = readonly [string, (round: Round) => void, readonly string[], CostParts];

const EACH_ONE = ['a1 40: v1 50 -> 80', 'b1 80: v2 80 -> 110'];
const ANNA_BOTH = ['a1 40: v1 50, v2 90 -> 150'];
const BRUNO_BOTH = ['b1 30: v1 50, v2 90 -> 120'];

function expectPlan(change: Row[1], plan: Row[2], parts: CostParts): void {
  const round = sampleRoundForTwo();
  change(round);
  const solution = solved(round.problem);
  expect(written(solution.plan, round.problem)).toEqual(plan);
  expect(solution.cost.parts).toEqual(parts);
  expect(checkPlan(round.problem, solution.plan)).toMatchObject({ violations: [], cost: solution.cost });
}

describe('who may come', () => {
  it.each<Row>([
    ['anybody: each the visit nearest to home', () => undefined, EACH_ONE, { travel: 20 }],
    [
      'nobody, for nobody is on duty',
      ({ problem }) => {
        problem.staff.length = 0;
        problem.profiles.length = 0;
      },
      ['- v1', '- v2'],
      { unserved: 2000 },
    ],
    [
      'only who has the skill',
      ({ bruno, first }) => {
        bruno.skills.push('nurse');
        first.skills = ['nurse'];
      },
      BRUNO_BOTH,
      { travel: 40 },
    ],
    [
      'only who has all the skills',
      ({ problem, bruno, second }) => {
        problem.staff[0].skills.push('nurse', 'lift');
        bruno.skills.push('lift');
        second.skills = ['nurse', 'lift'];
      },
      ANNA_BOTH,
      { travel: 60 },
    ],
    ['only those named', ({ second }) => (second.allowedStaff = ['anna']), ANNA_BOTH, { travel: 60 }],
    [
      'nobody when nobody is named',
      ({ second }) => (second.allowedStaff = []),
      ['a1 40: v1 50 -> 80', '- v2'],
      { travel: 20, unserved: 1000 },
    ],
    ['not those excluded', ({ first }) => (first.excludedStaff = ['anna']), BRUNO_BOTH, { travel: 40 }],
    [
      'a wish worth less than the way',
      ({ problem, first }) => {
        first.preferredStaff = ['bruno'];
        problem.objective.preference = 19;
      },
      EACH_ONE,
      { travel: 20, preference: 19 },
    ],
    [
      'a wish worth more than the way',
      ({ problem, first }) => {
        first.preferredStaff = ['bruno'];
        problem.objective.preference = 21;
      },
      BRUNO_BOTH,
      { travel: 40 },
    ],
    [
      'an empty list of wishes is none',
      ({ problem, first }) => {
        first.preferredStaff = [];
        problem.objective.preference = 21;
      },
      EACH_ONE,
      { travel: 20 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('capacity', () => {
  const load = ({ first, second, problem }: Round, capacity: number): void => {
    problem.staff.pop();
    problem.staff[0].shifts[0].capacity = capacity;
    first.demand = 3;
    second.demand = 4;
  };

  it.each<Row>([
    ['the whole load just fits', (round) => load(round, 7), ANNA_BOTH, { travel: 60 }],
    ['one unit too much', (round) => load(round, 6), ['a1 40: v1 50 -> 80', '- v2'], { travel: 20, unserved: 1000 }],
    ['a visit that fits no route alone', (round) => load(round, 2), ['- v1', '- v2'], { unserved: 2000 }],
    [
      'is each route’s own',
      (round) => {
        round.problem.staff[0].shifts[0].capacity = 2;
        round.first.demand = 3;
      },
      BRUNO_BOTH,
      { travel: 40 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});

describe('what is left out', () => {
  /** Nobody else there, and each of the two visits makes the other late. */
  const oneOfTwo = ({ problem, first, second }: Round, unserved: readonly (number | 'forbidden')[]): void => {
    problem.staff.pop();
    first.windows = [{ start: 50, end: 50 }];
    second.windows = [{ start: 60, end: 89 }];
    problem.visits.forEach((v, at) => (v.unserved = unserved[at]));
  };

  it.each<Row>([
    [
      'the lower priority',
      (round) => oneOfTwo(round, [1000, 8000]),
      ['a1 30: v2 60 -> 120', '- v1'],
      { travel: 60, unserved: 1000 },
    ],
    [
      'never the one that must be served',
      (round) => oneOfTwo(round, ['forbidden', 8000]),
      ['a1 40: v1 50 -> 80', '- v2'],
      { travel: 20, unserved: 8000 },
    ],
    [
      'a visit that costs more to serve than to leave out',
      ({ problem }) => (problem.visits[0].unserved = 19),
      ['b1 80: v2 80 -> 110', '- v1'],
      { unserved: 19 },
    ],
    [
      'two together rather than one worth more than both',
      (round) => {
        oneOfTwo(round, [1000, 1500]);
        round.problem.visits.push(visit('v3', 1, { duration: 5, windows: [{ start: 70, end: 75 }] }));
      },
      ['a1 40: v1 50, v3 70 -> 85', '- v2'],
      { travel: 20, unserved: 1500 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));

  it('has a price of its own in the engine where it must be served, and the checker names the broken rule', () => {
    const { problem, first } = sampleRoundForTwo();
    problem.visits[0].unserved = 'forbidden';
    first.skills = ['nurse'];
    const solution = solved(problem);
    expect(written(solution.plan, problem)).toEqual(['b1 80: v2 80 -> 110', '- v1']);
    expect(checkPlan(problem, solution.plan).violations).toEqual([{ code: 'unserved_forbidden', visit: 'v1' }]);
  });
});

describe('double-ups', () => {
  /** `v1` needs two people: `a` anybody, `b` the nurse Bruno. */
  const forTwo = ({ bruno, problem, first }: Round): void => {
    bruno.skills.push('nurse');
    first.id = 'a';
    problem.visits[0].parts.push({ ...first, id: 'b', skills: ['nurse'] });
  };

  it.each<Row>([
    ['the parts go to different people', forTwo, ['a1 40: v1/a 50 -> 80', 'b1 30: v1/b 50, v2 90 -> 120'], { travel: 20 + 40 }],
    [
      'and need not begin together unless a link says so',
      (round) => {
        forTwo(round);
        round.problem.visits[0].parts[1].windows = [{ start: 65, end: 100 }];
      },
      ['a1 40: v1/a 50 -> 80', 'b1 45: v1/b 65, v2 105 -> 135'],
      { travel: 60 },
    ],
    [
      'with a link they do',
      (round) => {
        forTwo(round);
        round.problem.visits[0].parts[1].windows = [{ start: 65, end: 100 }];
        const [before, after] = ['a', 'b'].map((part) => ({ visit: 'v1', part }));
        round.problem.links.push(linkWith({ before, after, gaps: [{ min: 0, max: 0, cost: 0 }] }));
      },
      ['a1 55: v1/a 65 -> 95', 'b1 45: v1/b 65, v2 105 -> 135'],
      { travel: 60 },
    ],
    [
      'each part lasts as long as it should',
      (round) => {
        forTwo(round);
        round.problem.visits[0].parts[1].duration = 40;
      },
      ['a1 40: v1/a 50 -> 80', 'b1 30: v1/b 50, v2 110 -> 140'],
      { travel: 60 },
    ],
    [
      'all parts are given or none',
      (round) => {
        forTwo(round);
        round.problem.staff[0].skills = [];
      },
      ['b1 80: v2 80 -> 110', '- v1'],
      { unserved: 1000 },
    ],
    [
      'one person does not make two',
      (round) => {
        forTwo(round);
        round.bruno.shifts.push({ ...round.bruno.shifts[0], id: 'b2', start: 400, end: 500 });
        round.problem.staff.shift();
      },
      ['b1 80: v2 80 -> 110', '- v1'],
      { unserved: 1000 },
    ],
  ])('%s', (_name, change, plan, parts) => expectPlan(change, plan, parts));
});
