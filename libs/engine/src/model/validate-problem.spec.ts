import { describe, expect, it } from '@jest/globals';
import { linkWith, sampleRoundForTwo, visit, type Draft } from '../sample-round.js';
import { solve } from '../solve.js';
import type { ProblemIssueCode } from './issues.js';
import type { BreakInput } from './problem-input.js';
import { validateProblem } from './validate-problem.js';

type Round = ReturnType<typeof sampleRoundForTwo>;
type Issue = readonly [ProblemIssueCode, string];

function issuesOf(change: (round: Round) => void): Issue[] {
  const round = sampleRoundForTwo();
  change(round);
  return validateProblem(round.problem).map(({ code, path }) => [code, path]);
}

const rest = (change: Partial<BreakInput>): Draft<BreakInput> => ({
  ...{ id: 'rest', duration: 30, earliest: 80, latest: 100, measuredAt: 'start', missed: 'required' },
  ...change,
});

/** What is wrong, the change that makes it so, and the one issue it gives. */
const faults: readonly (readonly [string, (round: Round) => void, ...Issue])[] = [
  ['half a unit', ({ first }) => (first.duration = 0.5), 'NOT_A_WHOLE_NUMBER', 'visits[0].parts[0].duration'],
  ['not a number', ({ shift }) => (shift.capacity = NaN), 'NOT_A_WHOLE_NUMBER', 'staff[0].shifts[0].capacity'],
  ['words for a price', ({ problem }) => Object.assign(problem.objective, { paid: '1' }), 'NOT_A_WHOLE_NUMBER', 'objective.paid'],
  ['a horizon too long', ({ problem }) => (problem.horizonEnd = 1_000_000_001), 'OUT_OF_RANGE', 'horizonEnd'],
  ['a service longer than the horizon', ({ second }) => (second.duration = 1001), 'OUT_OF_RANGE', 'visits[1].parts[0].duration'],
  [
    'a window past the horizon',
    ({ second }) => (second.windows[0].end = 1001),
    'OUT_OF_RANGE',
    'visits[1].parts[0].windows[0].end',
  ],
  [
    'a window that ends before it begins',
    ({ first }) => (first.windows[0].end = 49),
    'OUT_OF_RANGE',
    'visits[0].parts[0].windows[0].end',
  ],
  [
    'a wished window that does',
    ({ first }) => (first.wishedWindow = { start: 2, end: 1 }),
    'OUT_OF_RANGE',
    'visits[0].parts[0].wishedWindow.end',
  ],
  ['a visit nowhere', ({ problem }) => (problem.visits[1].place = 4), 'OUT_OF_RANGE', 'visits[1].place'],
  ['a home nowhere', ({ bruno }) => (bruno.shifts[0].startPlace = -1), 'OUT_OF_RANGE', 'staff[1].shifts[0].startPlace'],
  ['a shift that ends before it begins', ({ shift }) => (shift.start = 301), 'OUT_OF_RANGE', 'staff[0].shifts[0].end'],
  ['a price below nothing', ({ problem }) => (problem.objective.travel = -1), 'OUT_OF_RANGE', 'objective.travel'],
  ['a visit of no parts', ({ problem }) => (problem.visits[0].parts = []), 'OUT_OF_RANGE', 'visits[0].parts'],
  [
    'a visit of nine parts',
    ({ problem, first }) => (problem.visits[0].parts = Array.from({ length: 9 }, (_, k) => ({ ...first, id: `${k}` }))),
    'OUT_OF_RANGE',
    'visits[0].parts',
  ],
  [
    'a negative way',
    ({ problem }) => ((problem.profiles[0].durations as number[])[6] = -1),
    'OUT_OF_RANGE',
    'profiles[0].durations[6]',
  ],
  [
    'a matrix of the wrong size',
    ({ problem }) => (problem.profiles[0].charges = [0, 1, 2]),
    'WRONG_LENGTH',
    'profiles[0].charges',
  ],
  ['the same visit twice', ({ problem }) => (problem.visits[1].id = 'v1'), 'DUPLICATE_ID', 'visits[1].id'],
  ['the same shift for two', ({ bruno }) => (bruno.shifts[0].id = 'a1'), 'DUPLICATE_ID', 'staff[1].shifts[0].id'],
  ['the same person twice', ({ bruno }) => (bruno.id = 'anna'), 'DUPLICATE_ID', 'staff[1].id'],
  ['no name', ({ problem }) => (problem.visits[0].id = ''), 'EMPTY', 'visits[0].id'],
  ['no window', ({ first }) => (first.windows = []), 'EMPTY', 'visits[0].parts[0].windows'],
  ['an unknown profile', ({ bruno }) => (bruno.profile = 'fly'), 'UNKNOWN_REFERENCE', 'staff[1].profile'],
  [
    'an unknown person wished for',
    ({ first }) => (first.preferredStaff = ['anna', 'x']),
    'UNKNOWN_REFERENCE',
    'visits[0].parts[0].preferredStaff[1]',
  ],
  [
    'an unknown person allowed',
    ({ first }) => (first.allowedStaff = ['x']),
    'UNKNOWN_REFERENCE',
    'visits[0].parts[0].allowedStaff[0]',
  ],
  [
    'an unknown person excluded',
    ({ first }) => (first.excludedStaff = ['x']),
    'UNKNOWN_REFERENCE',
    'visits[0].parts[0].excludedStaff[0]',
  ],
  [
    'windows out of order',
    ({ first }) => first.windows.push({ start: 99, end: 120 }),
    'NOT_SORTED',
    'visits[0].parts[0].windows[1]',
  ],
  [
    'an end rule that is none',
    ({ shift }) => Object.assign(shift, { endRule: 'x' }),
    'WRONG_VALUE',
    'staff[0].shifts[0].endRule',
  ],
  [
    'a departure that is none',
    ({ shift }) => Object.assign(shift, { departure: 'x' }),
    'WRONG_VALUE',
    'staff[0].shifts[0].departure',
  ],
  [
    'shifts of one person that overlap',
    ({ problem, shift }) => problem.staff[0].shifts.push({ ...shift, id: 'a2', start: 299, end: 400 }),
    'WRONG_VALUE',
    'staff[0].shifts',
  ],
  [
    'a break with no time to begin',
    ({ shift }) => shift.breaks.push(rest({ latest: 79, missed: 7 })),
    'OUT_OF_RANGE',
    'staff[0].shifts[0].breaks[0].latest',
  ],
  [
    'a break with no time to end',
    ({ shift }) => shift.breaks.push(rest({ latest: 109, measuredAt: 'end', missed: 7 })),
    'OUT_OF_RANGE',
    'staff[0].shifts[0].breaks[0].latest',
  ],
  [
    'a required break over before the shift',
    ({ shift }) => {
      shift.start = 101;
      shift.breaks.push(rest({}));
    },
    'OUT_OF_RANGE',
    'staff[0].shifts[0].breaks[0].latest',
  ],
  [
    'a required break that does not fit its shift',
    ({ shift }) => {
      shift.end = 109;
      shift.breaks.push(rest({}));
    },
    'OUT_OF_RANGE',
    'staff[0].shifts[0].breaks[0].duration',
  ],
  [
    'the same break twice',
    ({ shift }) => shift.breaks.push(rest({ duration: 0 }), rest({ duration: 0 })),
    'DUPLICATE_ID',
    'staff[0].shifts[0].breaks[1].id',
  ],
  [
    'a link to an unknown visit',
    ({ problem }) => problem.links.push(linkWith({ after: { visit: 'x', part: '1' } })),
    'UNKNOWN_REFERENCE',
    'links[0].after.visit',
  ],
  [
    'a link to an unknown part',
    ({ problem }) => problem.links.push(linkWith({ before: { visit: 'v1', part: '2' } })),
    'UNKNOWN_REFERENCE',
    'links[0].before.part',
  ],
  [
    'a link to itself',
    ({ problem }) => problem.links.push(linkWith({ after: { visit: 'v1', part: '1' } })),
    'WRONG_VALUE',
    'links[0]',
  ],
  ['the same link twice', ({ problem }) => problem.links.push(linkWith({}), linkWith({})), 'DUPLICATE_ID', 'links[1].id'],
  ['a link without gaps', ({ problem }) => problem.links.push(linkWith({ gaps: [] })), 'EMPTY', 'links[0].gaps'],
  [
    'a gap that is empty',
    ({ problem }) => problem.links.push(linkWith({ gaps: [{ min: 5, max: 4, cost: 0 }] })),
    'OUT_OF_RANGE',
    'links[0].gaps[0]',
  ],
  [
    'gaps that touch',
    ({ problem }) =>
      problem.links.push(
        linkWith({
          gaps: [
            { min: null, max: 5, cost: 0 },
            { min: 5, max: null, cost: 0 },
          ],
        }),
      ),
    'NOT_SORTED',
    'links[0].gaps[1]',
  ],
];

describe('validateProblem', () => {
  it('has nothing to say of a sound problem', () => {
    expect(issuesOf(() => undefined)).toEqual([]);
  });

  it.each(faults)('finds %s', (_name, change, code, path) => {
    expect(issuesOf(change)).toEqual([[code, path]]);
  });

  it('finds ten faults at once', () => {
    const { problem, shift, first, second, bruno } = sampleRoundForTwo();
    problem.horizonEnd = 1000.5;
    problem.profiles[0].charges = [1];
    bruno.id = 'anna';
    bruno.profile = 'fly';
    shift.endPlace = 9;
    Object.assign(shift, { endRule: 'x' });
    first.windows = [];
    first.excludedStaff = ['x'];
    second.windows = [
      { start: 80, end: 200 },
      { start: 150, end: 250 },
    ];
    problem.links.push(linkWith({ gaps: [{ min: 1, max: 0, cost: 0 }] }));
    expect(validateProblem(problem).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'NOT_A_WHOLE_NUMBER horizonEnd',
      'WRONG_LENGTH profiles[0].charges',
      'WRONG_VALUE staff[0].shifts[0].endRule',
      'OUT_OF_RANGE staff[0].shifts[0].endPlace',
      'DUPLICATE_ID staff[1].id',
      'UNKNOWN_REFERENCE staff[1].profile',
      'EMPTY visits[0].parts[0].windows',
      'UNKNOWN_REFERENCE visits[0].parts[0].excludedStaff[0]',
      'NOT_SORTED visits[1].parts[0].windows[1]',
      'OUT_OF_RANGE links[0].gaps[0]',
    ]);
  });

  it('names the value, what is allowed and what to do', () => {
    const { problem } = sampleRoundForTwo();
    problem.visits[1].place = 4;
    expect(validateProblem(problem)[0].message).toBe('is 4; give a whole number from 0 to 3');
  });

  it('stops the search before it begins', () => {
    const { problem } = sampleRoundForTwo();
    problem.visits.push(visit('v1', 9, { duration: 1, windows: [] }));
    const result = solve(problem, { seed: 1, iterations: 1, now: () => 0 });
    expect(result).toEqual({ ok: false, issues: validateProblem(problem) });
    expect(validateProblem(problem)).toHaveLength(3);
  });
});
