import { describe, expect, it } from '@jest/globals';
import { linkWith, person, sampleRoundForTwo, solved, visit } from '../sample-round.js';
import { explainPlan } from '../solve.js';
import type { UnservedReason } from './unserved.js';

type Round = ReturnType<typeof sampleRoundForTwo>;

describe('why a visit is left out', () => {
  it.each<readonly [UnservedReason['code'], string, (round: Round) => void, UnservedReason['params']]>([
    ['NO_ONE_WITH_SKILL', 'nobody has it', ({ first }) => (first.skills = ['care', 'nurse']), { skill: 'nurse' }],
    [
      'NO_ONE_WITH_SKILL',
      'nobody has all of them',
      ({ problem, bruno, first }) => {
        problem.staff[0].skills.push('nurse');
        bruno.skills.push('lift');
        first.skills = ['nurse', 'lift'];
      },
      { skill: 'nurse+lift' },
    ],
    [
      'NO_ONE_WITH_SKILL',
      'who has it has no shift',
      ({ problem, first }) => {
        problem.staff.push({ ...person('cara', 'c1', 0), skills: ['nurse'], shifts: [] });
        first.skills = ['nurse'];
      },
      { skill: 'nurse' },
    ],
    ['ALL_EXCLUDED', 'everybody', ({ first }) => (first.excludedStaff = ['anna', 'bruno']), { staff: 2 }],
    [
      'REQUIRED_PERSON_NOT_ON_SHIFT',
      'the one named works at another time',
      ({ bruno, first }) => {
        first.allowedStaff = ['bruno'];
        Object.assign(bruno.shifts[0], { start: 200 });
      },
      { staff: 1 },
    ],
    [
      'REQUIRED_PERSON_NOT_ON_SHIFT',
      'the one named does not work',
      ({ bruno, first }) => {
        first.allowedStaff = ['bruno'];
        bruno.shifts = [];
      },
      { staff: 1 },
    ],
    [
      'NO_SHIFT_IN_WINDOW',
      'all shifts are over by then',
      ({ first }) => (first.windows = [{ start: 290, end: 400 }]),
      { staff: 2 },
    ],
    [
      'NO_SHIFT_IN_WINDOW',
      'the only one with the skill begins too late',
      ({ problem, shift, first }) => {
        problem.staff[0].skills.push('nurse');
        first.skills = ['nurse'];
        shift.start = 91;
      },
      { staff: 1 },
    ],
    [
      'TOO_MUCH_LOAD',
      'for any route',
      ({ shift, bruno, first }) => {
        shift.capacity = bruno.shifts[0].capacity = 2;
        first.demand = 3;
      },
      { demand: 3 },
    ],
    [
      'NOT_ENOUGH_PEOPLE',
      'two parts and one person',
      ({ problem, first }) => {
        first.allowedStaff = ['anna'];
        problem.visits[0].parts.push({ ...first, id: '2' });
      },
      { needed: 2, found: 1 },
    ],
    [
      'NEEDS_OTHER_VISIT',
      'that is left out itself',
      ({ problem, second }) => {
        problem.links.push(linkWith({ served: 'beforeNeedsAfter' }));
        second.skills = ['nurse'];
      },
      { visit: 'v2' },
    ],
    [
      'NO_ROOM',
      'something worth more is in the way',
      ({ problem, first }) => {
        first.windows = [{ start: 50, end: 50 }];
        first.allowedStaff = ['anna'];
        problem.visits.push({ ...visit('v3', 0, { duration: 30, windows: [{ start: 30, end: 40 }] }), unserved: 5000 });
        problem.visits[2].parts[0].allowedStaff = ['anna'];
      },
      { staff: 1 },
    ],
    [
      'PINNED_ELSEWHERE',
      'to a start no window allows',
      ({ problem }) => (problem.pins = [{ visit: 'v1', part: '1', start: 101 }]),
      { staff: 2 },
    ],
    [
      'OUTSIDE_DISTRICTS',
      'everybody, and nobody may leave theirs',
      ({ problem }) => {
        for (const one of problem.staff) one.districts = ['south'];
        problem.visits[0].district = 'north';
        problem.mustBeZero = ['outsideDistrict'];
      },
      { staff: 2 },
    ],
    [
      'NO_COMMON_LANGUAGE',
      'where there must be one',
      ({ problem }) => {
        for (const one of problem.staff) one.languages = ['ru'];
        problem.visits[0].languages = ['lv', 'en'];
        problem.mustBeZero = ['language'];
      },
      { staff: 2 },
    ],
    [
      'CAP_USED_UP',
      'by what was given before',
      ({ problem }) => {
        problem.caps = [{ id: 'grant', most: 60, used: 41, over: 'hard', parts: [{ visit: 'v1', part: '1' }] }];
      },
      { cap: 'grant' },
    ],
    [
      'NO_EQUIPMENT_FREE',
      'none there at all',
      ({ problem, first }) => {
        problem.equipment = [{ id: 'car', units: 0, held: 'shift' }];
        first.equipment = ['car'];
      },
      {},
    ],
  ])('%s: %s', (code, _words, change, params) => {
    const round = sampleRoundForTwo();
    change(round);
    const { unserved, plan } = solved(round.problem);
    expect(unserved.find((u) => u.visit === 'v1')).toEqual({ visit: 'v1', reasons: [{ code, params }] });
    expect(unserved.map((u) => u.visit)).toEqual(plan.unserved);
  });

  it('says nothing of a plan that serves everybody', () => {
    expect(solved(sampleRoundForTwo().problem).unserved).toEqual([]);
  });
});

describe('explainPlan', () => {
  it('explains and prices a given plan as the search did', () => {
    const { problem, first } = sampleRoundForTwo();
    first.skills = ['nurse'];
    const { plan, cost, unserved } = solved(problem);
    expect(explainPlan(problem, plan)).toEqual({ cost, unserved });
  });

  it('explains a plan that leaves out what would fit', () => {
    const { problem } = sampleRoundForTwo();
    expect(explainPlan(problem, { routes: [], unserved: ['v1', 'v2'] })).toEqual({
      cost: { total: 2000, parts: { unserved: 2000 } },
      unserved: ['v1', 'v2'].map((id) => ({ visit: id, reasons: [{ code: 'NO_ROOM', params: { staff: 2 } }] })),
    });
  });

  it.each<readonly [string, (round: Round) => void]>([
    ['names an unknown shift', ({ shift }) => (shift.id = 'a2')],
    ['names an unknown visit', ({ problem }) => (problem.visits[0].id = 'v9')],
    ['names somebody who may not come', ({ first }) => (first.excludedStaff = ['anna'])],
    ['comes too late', ({ shift }) => Object.assign(shift, { start: 95 })],
    ['breaks a link', ({ problem }) => problem.links.push(linkWith({ gaps: [{ min: 31, max: 40, cost: 0 }] }))],
    ['is for a problem that is unsound', ({ problem }) => (problem.places = 0)],
  ])('has no answer to a plan that %s', (_name, change) => {
    const { plan } = solved(sampleRoundForTwo().problem);
    const round = sampleRoundForTwo();
    change(round);
    expect(explainPlan(round.problem, plan)).toBeNull();
  });
});
