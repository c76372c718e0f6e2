import { describe, expect, it } from '@jest/globals';
import { sampleRound, type Round } from '../sample-round.js';
import { validateProblem } from './validate-problem.js';

const limit = { id: 'day', measure: 'paid', from: 0, to: 100, most: 10, over: 'hard' } as const;
const stop = { kind: 'visit', id: 'v1', part: '1', arrival: 50, start: 50, end: 70 } as const;
const route = { shift: 'a1', staff: 'anna', departure: 40, return: 80, stops: [stop] };

/** What changes in a sound problem, and every issue it must give. */
const ROWS: readonly (readonly [string, (round: Round) => void, readonly string[]])[] = [
  [
    'a pin to what is not there',
    ({ problem }) => (problem.pins = [{ visit: 'v9', part: '1', staff: 'x', shift: 'y', start: -1 }]),
    [
      'UNKNOWN_REFERENCE pins[0].visit',
      'UNKNOWN_REFERENCE pins[0].staff',
      'UNKNOWN_REFERENCE pins[0].shift',
      'OUT_OF_RANGE pins[0].start',
    ],
  ],
  [
    'two pins of one part',
    ({ problem }) =>
      (problem.pins = [
        { visit: 'v1', part: '1' },
        { visit: 'v1', part: '1' },
      ]),
    ['DUPLICATE_ID pins[1]'],
  ],
  [
    'a limit that ends before it begins, at half a price',
    ({ problem }) => (problem.staff[0].limits = [{ ...limit, from: 9, to: 8, over: 0.5 }]),
    ['OUT_OF_RANGE staff[0].limits[0].to', 'NOT_A_WHOLE_NUMBER staff[0].limits[0].over'],
  ],
  [
    'more time off than there is time',
    ({ problem }) => (problem.staff[0].freeTimes = [{ id: 'f', from: 0, to: 10, least: 11, short: 'hard' }]),
    ['OUT_OF_RANGE staff[0].freeTimes[0].least'],
  ],
  [
    'durations of nobody, with windows for the end',
    ({ first }) => Object.assign(first, { durationByStaff: { x: 1 }, measuredAt: 'end' }),
    ['UNKNOWN_REFERENCE visits[0].parts[0].durationByStaff.x', 'WRONG_VALUE visits[0].parts[0].durationByStaff'],
  ],
  [
    'uses of what no shift holds, and fewer than one',
    ({ problem }) =>
      (problem.equipment = [
        { id: 'hoist', units: 1, held: 'visit', uses: 3 },
        { id: 'van', units: 1, held: 'shift', uses: 0 },
      ]),
    ['WRONG_VALUE equipment[0].uses', 'OUT_OF_RANGE equipment[1].uses'],
  ],
  [
    'a level of a skill not asked for, and unknown equipment',
    ({ first }) => Object.assign(first, { levels: { bath: 2 }, equipment: ['hoist'] }),
    ['UNKNOWN_REFERENCE visits[0].parts[0].levels.bath', 'UNKNOWN_REFERENCE visits[0].parts[0].equipment[0]'],
  ],
  [
    'a cap on an unknown part',
    ({ problem }) => (problem.caps = [{ id: 'c', most: 1, over: 'hard', parts: [{ visit: 'v1', part: '2' }] }]),
    ['UNKNOWN_REFERENCE caps[0].parts[0].part'],
  ],
  [
    'fairness to nobody',
    ({ problem }) => (problem.fairness = [{ id: 'f', measure: 'paid', staff: [], price: 1 }]),
    ['EMPTY fairness[0].staff'],
  ],
  [
    'a level of what is no component, and one named twice',
    ({ problem }) => (problem.levels = [['unserved'], ['unserved'], ['comfort' as 'paid']]),
    ['DUPLICATE_ID levels[1][0]', 'UNKNOWN_REFERENCE levels[2][0]'],
  ],
  [
    'levels beyond exact whole numbers',
    ({ problem }) => {
      problem.levels = [['unserved'], ['paid'], ['travel']];
      for (const one of problem.visits) one.unserved = 1_000_000_000_000;
      problem.objective.paid = 1_000_000;
    },
    ['OUT_OF_RANGE levels'],
  ],
  [
    'a past in a shift that is gone',
    ({ problem, shift }) => {
      shift.id = 'other';
      problem.given = { plan: { routes: [route], unserved: [] }, frozenBefore: 60 };
    },
    ['UNKNOWN_REFERENCE given.plan.routes[0].shift'],
  ],
  [
    'a past that gives half of a visit',
    ({ problem, first }) => {
      problem.visits[0].parts.push({ ...first, id: '2' });
      problem.given = { plan: { routes: [route], unserved: [] }, frozenBefore: 60 };
    },
    ['WRONG_VALUE given.plan'],
  ],
];

describe('validateProblem, rules across routes', () => {
  it.each(ROWS)('finds %s', (_name, change, issues) => {
    const round = sampleRound();
    change(round);
    expect(validateProblem(round.problem).map(({ code, path }) => `${code} ${path}`)).toEqual(issues);
  });
});
