import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';
import { linkWith, sampleRound, sampleRoundForTwo, solved, written } from '../sample-round.js';
import { judgeMoves, type MoveVerdict } from './judge-move.js';
import type { Move } from './move.js';
import { openPlan, type PlanSession } from './plan-session.js';
import { recommend } from './recommend.js';
import { repairPlan } from './repair-plan.js';

function open(problem: ProblemInput, plan: Plan = solved(problem).plan): PlanSession {
  const opened = openPlan(problem, plan);
  if (!opened.ok) throw new Error(opened.code);
  return opened.session;
}

function verdictOn(problem: ProblemInput, ...moves: Move[]): MoveVerdict {
  const result = judgeMoves(open(problem), moves);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.verdict;
}

describe('the verdict on a move', () => {
  const put = (visit: string, shift: string, at: { position: number } | { start: number }): Move => {
    return { kind: 'put', visit, part: '1', shift, at };
  };

  it('prices a visit taken out', () => {
    const { problem } = sampleRound();
    const verdict = verdictOn(problem, { kind: 'remove', visit: 'v1' });
    expect(written(verdict.plan, problem)).toEqual(['a1 50: v2 80 -> 140', '- v1']);
    expect(verdict).toMatchObject({ feasible: true, broken: [], delta: { total: 1000, parts: { unserved: 1000 } } });
  });

  it('says by how much a window is missed in the other order', () => {
    const { problem } = sampleRound();
    const verdict = verdictOn(problem, put('v1', 'a1', { position: 1 }));
    expect(written(verdict.plan, problem)).toEqual(['a1 50: v2 80, v1 130 -> 160']);
    const at = { shift: 'a1', staff: 'anna', visit: 'v1', part: '1' };
    expect(verdict.broken).toEqual([{ code: 'window_missed', ...at, found: 130, allowed: 100 }]);
    expect(verdict).toMatchObject({
      feasible: false,
      held: ['skill_missing', 'shift_end_exceeded'],
      delta: { total: 0, parts: {} },
    });
  });

  it('starts a visit when it is asked to, and moves what follows', () => {
    const { problem } = sampleRound();
    const verdict = verdictOn(problem, put('v1', 'a1', { start: 75 }));
    expect(written(verdict.plan, problem)).toEqual(['a1 65: v1 75, v2 115 -> 175']);
    expect(verdict.feasible).toBe(true);
  });

  it('shows a start that nobody can keep as asked for', () => {
    const { problem, shift } = sampleRound();
    shift.start = 42;
    const verdict = verdictOn(problem, put('v1', 'a1', { start: 50 }));
    const at = { shift: 'a1', staff: 'anna', visit: 'v1', part: '1' };
    expect(verdict.caused).toEqual([{ code: 'start_before_arrival', ...at, found: 50, allowed: 52 }]);
  });

  it('lets a break that needs a visit after it come last where something is past', () => {
    const { problem, shift } = sampleRound();
    const rest = { id: 'rest', duration: 10, earliest: 120, latest: 200, measuredAt: 'start', missed: 'required' } as const;
    shift.breaks = [{ ...rest, beforeVisit: true }];
    const { plan } = solved(problem);
    const codes = (of: ProblemInput): string[] => verdictOn(of, { kind: 'remove', visit: 'v2' }).caused.map(({ code }) => code);
    expect(codes(problem)).toEqual(['break_after_last_visit']);
    expect(codes({ ...problem, given: { plan, frozenBefore: 110 } })).toEqual([]);
  });

  it('swaps two visits between people', () => {
    const { problem } = sampleRoundForTwo();
    const refs = { first: { visit: 'v1', part: '1' }, second: { visit: 'v2', part: '1' } };
    const verdict = verdictOn(problem, { kind: 'swap', ...refs });
    // Anna to place 3 and back, Bruno to place 1 and back, instead of 20 and 0.
    expect(verdict).toMatchObject({ feasible: true, delta: { total: 80, parts: { travel: 80 } } });
    expect(verdict.routes.map(({ shift }) => shift)).toEqual(['a1', 'b1']);
  });

  it.each<readonly [string, Move, object]>([
    ['an unknown visit', { kind: 'remove', visit: 'v9' }, { code: 'VISIT_UNKNOWN', path: '[0].visit' }],
    [
      'an unknown part',
      { kind: 'put', visit: 'v1', part: '2', shift: 'a1', at: { position: 0 } },
      { code: 'PART_UNKNOWN', path: '[0].part' },
    ],
    ['an unknown shift', put('v1', 'z1', { position: 0 }), { code: 'SHIFT_UNKNOWN', path: '[0].shift' }],
    ['a place behind the last', put('v1', 'a1', { position: 2 }), { code: 'POSITION_OUT_OF_RANGE', path: '[0].at' }],
  ])('refuses %s', (_name, move, issue) => {
    expect(judgeMoves(open(sampleRound().problem), [move])).toEqual({ ok: false, issues: [issue] });
  });
});

describe('recommendations', () => {
  const all = { count: 9, perStaff: 9 };

  it('name every other place that breaks nothing, cheapest first', () => {
    const { problem } = sampleRoundForTwo();
    const found = recommend(open(problem), ['v1'], all);
    expect(found.map(({ places: [place], verdict }) => [place.staff, place.position, place.start, verdict.delta.total])).toEqual([
      ['bruno', 0, 50, 20],
    ]);
  });

  it('place a linked pair that is left out', () => {
    const { problem } = sampleRoundForTwo();
    problem.links.push(linkWith({ staff: 'same', gaps: [{ min: 45, max: 60, cost: 7 }] }));
    const found = recommend(open(problem, { routes: [], unserved: ['v1', 'v2'] }), ['v1', 'v2'], all);
    // v2 cannot begin before 80, so that v1 waits for it or they are 45 apart.
    expect(found[0].verdict.delta).toEqual({ total: -2000 + 40 + 7, parts: { unserved: -2000, travel: 40, links: 7 } });
    expect(found[0].places.map(({ staff }) => staff)).toEqual(['bruno', 'bruno']);
    expect(found.every(({ places: [a, b] }) => a.staff === b.staff && b.start - a.start >= 45)).toBe(true);
  });
});

describe('repair', () => {
  const disruption = { changedStaff: 500, movedStart: 1, newlyUnserved: 5000 };
  const options = { seed: 1, iterations: 60, now: () => 0, disruption, frozenBefore: 0 };

  it('moves only what must move when somebody is absent', () => {
    const { problem } = sampleRoundForTwo();
    const { plan } = solved(problem);
    problem.staff[0].shifts = [];
    const repaired = repairPlan(problem, plan, options);
    if (!repaired.ok) throw new Error('refused');
    expect(written(repaired.solution.plan, problem)).toEqual(['b1 30: v1 50, v2 90 -> 120']);
    expect(repaired.solution.cost.parts).toEqual({ travel: 40, changedStaff: 500, movedStart: 10 });
  });

  it('leaves people and times alone where a change saves less than it disturbs', () => {
    const { problem } = sampleRoundForTwo();
    const { plan } = solved(problem);
    const one: Plan = {
      routes: plan.routes.map((route) => ({ ...route })),
      unserved: [],
    };
    const repaired = repairPlan(problem, one, options);
    if (!repaired.ok) throw new Error('refused');
    expect(repaired.solution.plan).toEqual(plan);
  });
});
