import { describe, expect, it } from '@jest/globals';
import { openPlan, type PlanSession } from '../advise/plan-session.js';
import type { ProblemInput } from '../model/problem-input.js';
import { linkWith, sampleRound, sampleRoundForTwo, solved } from '../sample-round.js';
import { candidatesFor } from './candidates.js';
import { costBreakdown } from './cost-breakdown.js';
import { planDifference } from './plan-difference.js';
import { remediesFor, type RemedyOptions } from './remedies.js';

function open(problem: ProblemInput): PlanSession {
  const opened = openPlan(problem, solved(problem).plan);
  if (!opened.ok) throw new Error(opened.code);
  return opened.session;
}

describe('what a plan costs', () => {
  it('is cut by person and by client, the way home to the last', () => {
    const { problem } = sampleRound();
    expect(costBreakdown(problem, solved(problem).plan)).toEqual({
      cost: { total: 60, parts: { travel: 60 } },
      byPerson: [{ id: 'anna', cost: { total: 60, parts: { travel: 60 } } }],
      byClient: [
        { id: 'v2', cost: { total: 50, parts: { travel: 50 } } },
        { id: 'v1', cost: { total: 10, parts: { travel: 10 } } },
      ],
    });
  });
});

describe('the difference of two plans', () => {
  it('has one cause for each visit that changed', () => {
    const round = sampleRound();
    const before = { problem: structuredClone(round.problem), plan: solved(round.problem).plan };
    const difference = (change: (now: ReturnType<typeof sampleRound>) => void): unknown => {
      const now = sampleRound();
      change(now);
      return planDifference(before, { problem: now.problem, plan: solved(now.problem).plan });
    };
    expect(difference(() => undefined)).toEqual([]);
    expect(difference(({ problem }) => problem.visits.shift())).toEqual([
      { visit: 'v2', kind: 'other_time', cause: 'route_before', by: 'v1' },
      { visit: 'v1', kind: 'gone', cause: 'visit_cancelled' },
    ]);
    expect(difference(({ first }) => (first.duration = 40))).toEqual([{ visit: 'v2', kind: 'other_time', cause: 'cheaper' }]);
    expect(difference(({ shift }) => (shift.start = 45))).toEqual([
      { visit: 'v1', kind: 'other_time', cause: 'shift_changed' },
      { visit: 'v2', kind: 'other_time', cause: 'shift_changed' },
    ]);
    expect(difference(({ problem }) => problem.links.push(linkWith({ gaps: [{ min: 45, max: 60, cost: 0 }] })))).toEqual([
      { visit: 'v2', kind: 'other_time', cause: 'cheaper' },
    ]);
  });
});

describe('an unserved visit', () => {
  const options: RemedyOptions = {
    prices: {
      widen_window: { once: 10, perUnit: 1 },
      start_earlier: { once: 10, perUnit: 1 },
      move_visit: { once: 20, perUnit: 2 },
      extend_shift: { once: 30, perUnit: 3 },
      allow_person: { once: 50 },
      drop_pin: { once: 60 },
      add_shift: { once: 1000 },
    },
    ...{ count: 3, tries: 6, iterations: 30, step: 5 },
  };

  /** `v1` must begin at 20, when nobody can be there: Anna comes at 22. Bruno is excluded. */
  function late() {
    const round = sampleRoundForTwo();
    round.shift.start = 12;
    round.bruno.shifts[0].start = 25;
    round.first.windows = [{ start: 20, end: 20 }];
    round.first.excludedStaff = ['bruno'];
    return round.problem;
  }

  it('has every shift as a candidate, with the rules that stop it', () => {
    const candidates = candidatesFor(open(late()), 'v1');
    expect(candidates.map(({ staff, kind, broken }) => [staff, kind, broken.map(({ code }) => code)])).toEqual([
      ['anna', 'impossible', ['window_missed']],
      ['bruno', 'impossible', ['staff_excluded', 'window_missed']],
    ]);
  });

  it('is served by the cheapest change that solving proves', () => {
    const remedies = remediesFor(open(late()), 'v1', options);
    expect(remedies).toEqual([
      { steps: [{ kind: 'widen_window', visit: 'v1', part: '1', by: 5 }], reason: '', price: 15, delta: -1000 + 20 },
      {
        steps: [
          { kind: 'allow_person', visit: 'v1', part: '1', staff: 'bruno' },
          { kind: 'widen_window', visit: 'v1', part: '1', by: 25 },
        ],
        // So wide, the window lets Anna come as well, and she is nearer.
        ...{ reason: '', price: 85, delta: -1000 + 20 },
      },
      { steps: [{ kind: 'add_shift', visit: 'v1', part: '1', from: 20, to: 40 }], reason: '', price: 1000, delta: -1000 },
    ]);
  });

  it('may be begun earlier, where the shift would end too late', () => {
    const { problem, shift, first, bruno } = sampleRoundForTwo();
    first.windows = [{ start: 500, end: 510 }];
    Object.assign(shift, { end: 300, endRule: 'hard' });
    Object.assign(bruno.shifts[0], { end: 200, endRule: 'hard' });
    const session = open(problem);
    const missed = candidatesFor(session, 'v1').map(({ broken }) => broken.map(({ found, allowed }) => found! - allowed!));
    const [remedy] = remediesFor(session, 'v1', { ...options, count: 1 });
    expect(missed[0][0]).toBeLessThan(missed[1][0]);
    const by = Math.ceil(missed[0][0] / 5) * 5;
    expect(remedy).toMatchObject({ steps: [{ kind: 'start_earlier', visit: 'v1', part: '1', by }], price: 10 + by });
  });

  it('needs no change at all where a search finds room for it', () => {
    const { problem } = sampleRoundForTwo();
    const opened = openPlan(problem, { routes: [], unserved: ['v1', 'v2'] });
    if (!opened.ok) throw new Error(opened.code);
    const best = solved(problem).cost.total;
    expect(remediesFor(opened.session, 'v1', options)).toEqual([
      { steps: [{ kind: 'rearrange', visit: 'v1' }], reason: '', price: 0, delta: best - 2000 },
    ]);
  });

  it('that costs more than leaving it out is served at that cost', () => {
    const { problem } = sampleRoundForTwo();
    problem.visits[0].unserved = 1;
    const { plan } = solved(problem);
    expect(plan.unserved).toEqual(['v1']);
    // A cheaper plan would leave out v2 as well; that is no answer to how to serve v1.
    problem.visits[1].unserved = 1;
    const opened = openPlan(problem, plan);
    if (!opened.ok) throw new Error(opened.code);
    const { session } = opened;
    const cheapest = Math.min(...candidatesFor(session, 'v1').map(({ delta }) => delta));
    expect(remediesFor(session, 'v1', { ...options, count: 1 })).toEqual([
      { steps: [{ kind: 'rearrange', visit: 'v1' }], reason: '', price: 0, delta: cheapest },
    ]);
  });

  it('may have a remedy of the caller, tried like the others', () => {
    const own = {
      reason: 'opinion',
      price: 1,
      change: (problem: ProblemInput) => ({ ...problem, visits: problem.visits.filter(({ id }) => id !== 'v1') }),
    };
    const useless = { ...own, reason: 'nothing', price: 0, change: (problem: ProblemInput) => problem };
    const [first] = remediesFor(open(late()), 'v1', { ...options, count: 1, own: [useless, own] });
    expect(first).toMatchObject({ reason: 'opinion', price: 1 });
  });
});
