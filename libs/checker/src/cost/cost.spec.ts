import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '../check-plan.js';
import { sampleDay, type Case } from '../sample-day.js';
import type { RawCost } from './cost.js';

const bruno = ({ plan }: Case) => plan.routes[1];
const shift = ({ problem }: Case, person: number, at: number) => problem.staff[person].shifts[at];

function raw(change: (day: Case) => void): RawCost {
  const day = sampleDay();
  change(day);
  return checkPlan(day.problem, day.plan).raw;
}

describe('cost', () => {
  it('prices every component of the sample day', () => {
    const { problem, plan } = sampleDay();
    expect(checkPlan(problem, plan).cost).toEqual({
      total: 21_899,
      parts: {
        travel: 2 * 100,
        lateness: 3 * 5,
        highestLateness: 5 * 5,
        waiting: 7 * 20,
        highestWaiting: 11 * 20,
        overtime: 13 * 10,
        highestIdle: 17 * 380,
        balance: 19 * (27 + 37 + 64),
        work: 23 * 190,
        paid: 29 * 240,
        preference: 31,
        wishedTime: 37 * 10,
        route: 41 * 2,
        unserved: 400,
        missedBreak: 55,
        links: 9,
      },
    });
  });

  it('leaves out what costs nothing', () => {
    const { problem, plan } = sampleDay();
    problem.objective = { travel: 1 };
    expect(checkPlan(problem, plan).cost).toEqual({
      total: 564,
      parts: { travel: 100, unserved: 400, missedBreak: 55, links: 9 },
    });
  });

  it.each<readonly [string, (day: Case) => void, Partial<RawCost>]>([
    [
      'charges instead of durations, for travel alone',
      ({ problem }) => (problem.profiles[0].charges = Array.from({ length: 16 }, (_, at) => (at === 1 ? 7 : 0))),
      { travel: 7, work: 190 },
    ],
    [
      'no leg after a break, not even from a place to itself',
      ({ problem }) => (problem.profiles[0].charges = Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 1000 : 1))),
      { travel: 6 },
    ],
    [
      'lateness of the end',
      ({ problem }) => (problem.visits[1].parts[1].measuredAt = 'end'),
      { lateness: 35, highestLateness: 35 },
    ],
    [
      'lateness against the last window begun by the start',
      ({ problem }) =>
        (problem.visits[1].parts[1].windows = [
          { start: 0, end: 10 },
          { start: 40, end: 60 },
          { start: 81, end: 90 },
        ]),
      { lateness: 20 },
    ],
    [
      'the end of a part begun where two windows touch, against the second',
      ({ problem }) =>
        Object.assign(problem.visits[1].parts[1], {
          measuredAt: 'end',
          windows: [
            { start: 60, end: 80 },
            { start: 80, end: 100 },
          ],
        }),
      { lateness: 10 },
    ],
    ['no wish, no preference', ({ problem }) => (problem.visits[2].parts[0].preferredStaff = []), { preference: 0 }],
    [
      'a start after the wished window',
      ({ problem }) => (problem.visits[2].parts[0].wishedWindow = { start: 0, end: 139 }),
      { wishedTime: 1 },
    ],
    ['no overtime past a hard end', (day) => (shift(day, 1, 0).endRule = 'hard'), { overtime: 0 }],
    [
      'idle time of an open shift, before and between visits only',
      (day) => (shift(day, 0, 0).endRule = 'open'),
      { highestIdle: 100 },
    ],
    [
      'no idle time of an unused open shift',
      (day) => Object.assign(shift(day, 1, 1), { endRule: 'open', end: 990 }),
      { highestIdle: 380 },
    ],
    ['the cheaper of two intervals', ({ problem }) => problem.links[1].gaps.push({ min: 90, max: 90, cost: 4 }), { links: 4 }],
    [
      'a break an unused shift owes only beyond a threshold',
      (day) => (shift(day, 1, 1).breaks[0].whenLongerThan = 1),
      { missedBreak: 0 },
    ],
    [
      'a break a used route misses',
      (day) => shift(day, 1, 0).breaks.push({ ...shift(day, 1, 1).breaks[0], missed: 6 }),
      { missedBreak: 61 },
    ],
  ])('counts %s', (_name, change, expected) => {
    expect(raw(change)).toMatchObject(expected);
  });
});

describe('waits behind a leading break', () => {
  /** Bruno rests on arrival at the first visit, then waits 5 for it. */
  const restFirst = (departure: 'late' | 'start') => (day: Case) => {
    Object.assign(shift(day, 1, 0), {
      departure,
      breaks: [{ ...shift(day, 0, 0).breaks[0], duration: 15, earliest: 0, latest: 400 }],
    });
    Object.assign(bruno(day), { departure: departure === 'late' ? 40 : 0 });
    bruno(day).stops.unshift({
      kind: 'break',
      id: 'lunch',
      part: '',
      arrival: departure === 'late' ? 60 : 20,
      start: 60,
      end: 75,
    });
    bruno(day).stops[1].arrival = 75;
  };

  it('do not count when the departure follows the first stop, but are idle time', () => {
    const day = sampleDay();
    restFirst('late')(day);
    expect(checkPlan(day.problem, day.plan).violations).toEqual([]);
    day.problem.staff.splice(0, 1);
    day.problem.staff[0].shifts.splice(1, 1);
    day.plan.routes.splice(0, 1);
    expect(checkPlan(day.problem, day.plan).raw).toMatchObject({ waiting: 20, highestWaiting: 20, highestIdle: 40 + 5 + 20 });
  });

  it('count when the route leaves at the start of the shift', () => {
    expect(raw(restFirst('start'))).toMatchObject({ waiting: 40 + 5 + 20, highestWaiting: 40 });
  });
});
