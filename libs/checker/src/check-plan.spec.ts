import { describe, expect, it } from '@jest/globals';
import { checkPlan } from './check-plan.js';
import { KEPT_CASES, RULE_CASES } from './rule-cases.js';
import { sampleDay, type Case } from './sample-day.js';
import { VIOLATIONS, type ViolationCode } from './violation.js';

type Change = (day: Case) => void;

const anna = ({ plan }: Case) => plan.routes[0];
const bruno = ({ plan }: Case) => plan.routes[1];
const shift = ({ problem }: Case, person: number, at: number) => problem.staff[person].shifts[at];
const part = ({ problem }: Case, visit: number, at: number) => problem.visits[visit].parts[at];

/** Name of the broken rule, what breaks it, and every code it must give, in order. */
const cases: readonly (readonly [string, Change, readonly ViolationCode[]])[] = [
  [
    'a route of an unknown shift',
    (day) => (bruno(day).shift = 'x'),
    ['route_unknown_shift', 'visit_partly_served', 'visit_missing', 'link_served'],
  ],
  [
    'two routes of one shift',
    (day) => day.plan.routes.push({ ...anna(day), stops: [] }),
    ['route_repeated', 'route_empty', 'departure_not_by_rule', 'return_inconsistent'],
  ],
  ["somebody else's shift", (day) => (bruno(day).staff = 'anna'), ['route_wrong_staff']],
  [
    'a route without visits',
    (day) => day.plan.routes.push({ shift: 'b2', staff: 'bruno', departure: 300, return: 300, stops: [] }),
    ['route_empty'],
  ],
  ['half a minute', (day) => (anna(day).stops[0].arrival = 50.5), ['time_not_whole', 'arrival_inconsistent']],
  ['an unknown visit', (day) => day.plan.unserved.push('v9'), ['visit_unknown']],
  ['an unknown part', (day) => (bruno(day).stops[1].part = '2'), ['part_unknown', 'visit_missing', 'return_inconsistent']],
  [
    'a part given twice',
    (day) => bruno(day).stops.splice(1, 1, { kind: 'visit', id: 'v2', part: 'b', arrival: 110, start: 110, end: 140 }),
    ['part_repeated', 'visit_missing', 'return_inconsistent'],
  ],
  [
    'both parts by one person',
    (day) => {
      day.problem.links = [];
      part(day, 1, 1).skills = ['care'];
      anna(day).stops.splice(2, 0, { kind: 'visit', id: 'v2', part: 'b', arrival: 110, start: 110, end: 140 });
      Object.assign(anna(day).stops[3], { arrival: 160, start: 160, end: 190 });
      anna(day).return = 190;
      bruno(day).stops.shift();
      Object.assign(bruno(day), { departure: 110 });
      bruno(day).stops[0].arrival = 140;
    },
    ['parts_same_staff'],
  ],
  [
    'one part of two',
    (day) => {
      bruno(day).stops.shift();
      bruno(day).departure = 110;
      bruno(day).stops[0].arrival = 140;
    },
    ['visit_partly_served', 'link_served'],
  ],
  ['a visit forgotten', (day) => (day.plan.unserved = []), ['visit_missing']],
  ['a visit served and left out', (day) => day.plan.unserved.push('v3'), ['visit_served_and_unserved']],
  ['a visit left out twice', (day) => day.plan.unserved.push('v4'), ['unserved_repeated']],
  ['a mandatory visit left out', (day) => (day.problem.visits[3].unserved = 'forbidden'), ['unserved_forbidden']],
  ['a missing skill', (day) => (part(day, 0, 0).skills = ['nurse']), ['skill_missing']],
  ['somebody not allowed', (day) => (part(day, 0, 0).allowedStaff = ['bruno']), ['staff_not_allowed']],
  ['somebody excluded', (day) => (part(day, 0, 0).excludedStaff = ['anna']), ['staff_excluded']],
  [
    'a departure before the shift',
    (day) => (shift(day, 0, 0).start = 41),
    ['departure_before_shift', 'arrival_inconsistent', 'start_before_arrival'],
  ],
  ['a departure too soon', (day) => (anna(day).departure = 39), ['departure_not_by_rule']],
  [
    'a late departure from a shift that leaves at its start',
    (day) => (shift(day, 1, 0).departure = 'start'),
    ['departure_not_by_rule', 'arrival_inconsistent'],
  ],
  [
    'a start before arriving',
    (day) => {
      const stop = anna(day).stops[1];
      stop.start = 79;
      stop.end = 109;
      day.problem.links.shift();
    },
    ['start_before_arrival', 'arrival_inconsistent'],
  ],
  ['an arrival put off', (day) => (bruno(day).stops[1].arrival = 140), ['arrival_inconsistent']],
  ['a visit cut short', (day) => (bruno(day).stops[1].end = 149), ['duration_wrong']],
  ['a wrong return', (day) => (anna(day).return = 161), ['return_inconsistent']],
  ['a hard shift end passed', (day) => (shift(day, 0, 0).end = 159), ['shift_end_exceeded']],
  ['the horizon passed', (day) => (day.problem.horizonEnd = 179), ['horizon_exceeded']],
  [
    'one person on two routes at once',
    (day) => {
      Object.assign(shift(day, 1, 1), { start: 170, departure: 'late' });
      day.plan.routes.push({
        shift: 'b2',
        staff: 'bruno',
        departure: 170,
        return: 240,
        stops: [{ kind: 'visit', id: 'v4', part: '1', arrival: 200, start: 200, end: 210 }],
      });
      day.plan.unserved = [];
    },
    ['staff_overlap'],
  ],
  [
    'a hard window missed by its start',
    (day) =>
      (part(day, 0, 0).windows = [
        { start: 20, end: 49 },
        { start: 200, end: 300 },
      ]),
    ['window_missed'],
  ],
  [
    'a hard window missed by its end',
    (day) => Object.assign(part(day, 0, 0), { measuredAt: 'end', windows: [{ start: 50, end: 69 }] }),
    ['window_missed'],
  ],
  ['a start before the first soft window', (day) => (part(day, 1, 1).windows = [{ start: 81, end: 120 }]), ['window_too_early']],
  ['an unknown break', (day) => (anna(day).stops[2].id = 'tea'), ['break_unknown', 'return_inconsistent']],
  [
    'a break taken twice',
    (day) => {
      anna(day).stops.push({ kind: 'break', id: 'lunch', part: '', arrival: 160, start: 160, end: 190 });
      anna(day).return = 190;
    },
    ['break_repeated'],
  ],
  [
    'a required break left out',
    (day) => {
      anna(day).stops.pop();
      anna(day).return = 130;
      shift(day, 0, 0).breaks[0].whenLongerThan = 89;
    },
    ['break_missing'],
  ],
  ['a break too early', (day) => (shift(day, 0, 0).breaks[0].earliest = 131), ['break_outside_window']],
  [
    'a break too late',
    (day) => Object.assign(shift(day, 0, 0).breaks[0], { latest: 159, measuredAt: 'end' }),
    ['break_outside_window'],
  ],
  [
    'a break at the end that needs a visit after it',
    (day) => (shift(day, 0, 0).breaks[0].beforeVisit = true),
    ['break_after_last_visit'],
  ],
  ['too much to carry', (day) => (shift(day, 0, 0).capacity = 4), ['capacity_exceeded']],
  ['a gap inside no interval', (day) => (day.problem.links[1].gaps[1].min = 91), ['link_gap']],
  ['different people where one is asked for', (day) => (day.problem.links[1].staff = 'same'), ['link_staff']],
  [
    'one person where different ones are asked for',
    (day) => Object.assign(day.problem.links[1], { before: { visit: 'v2', part: 'b' }, staff: 'different' }),
    ['link_staff'],
  ],
  [
    'the later without the earlier',
    (day) => Object.assign(day.problem.links[1], { before: { visit: 'v4', part: '1' }, served: 'afterNeedsBefore' }),
    ['link_served'],
  ],
  [
    'the earlier without the later',
    (day) => Object.assign(day.problem.links[1], { after: { visit: 'v4', part: '1' }, served: 'beforeNeedsAfter' }),
    ['link_served'],
  ],
  ...RULE_CASES,
];

describe('checkPlan', () => {
  it('finds nothing wrong with the sample day', () => {
    const { problem, plan } = sampleDay();
    expect(checkPlan(problem, plan).violations).toEqual([]);
  });

  it.each(cases)('finds %s', (_name, change, codes) => {
    const day = sampleDay();
    change(day);
    const verdict = checkPlan(day.problem, day.plan);
    expect(verdict.violations.map(({ code }) => code).sort()).toEqual([...codes].sort());
    expect(verdict.feasible).toBe(false);
  });

  it('has a case for every code', () => {
    const covered = new Set(cases.flatMap(([, , codes]) => codes));
    expect([...covered].sort()).toEqual(Object.keys(VIOLATIONS).sort());
  });

  it('says where and by how much', () => {
    const day = sampleDay();
    shift(day, 0, 0).end = 159;
    expect(checkPlan(day.problem, day.plan).violations).toEqual([
      { code: 'shift_end_exceeded', shift: 'a1', staff: 'anna', found: 160, allowed: 159 },
    ]);
  });

  it('sums up every route', () => {
    const { problem, plan } = sampleDay();
    expect(checkPlan(problem, plan).routes[1]).toEqual({
      ...{ shift: 'b1', staff: 'bruno', departure: 60, return: 180, parts: 2 },
      ...{ travel: 60, charge: 60, service: 40, waiting: 20, overtime: 10 },
    });
  });

  it.each<readonly [string, Change]>([
    [
      'a required break whose threshold is just not passed',
      (day) => {
        anna(day).stops.pop();
        anna(day).return = 130;
        shift(day, 0, 0).breaks[0].whenLongerThan = 90;
      },
    ],
    ['a link whose other end is not served', (day) => Object.assign(day.problem.links[1], { after: { visit: 'v4', part: '1' } })],
    ['both ends of a hard window', (day) => (part(day, 0, 0).windows = [{ start: 50, end: 50 }])],
    [
      'a part in the second of two windows that touch',
      (day) =>
        (part(day, 0, 0).windows = [
          { start: 10, end: 50 },
          { start: 50, end: 60 },
        ]),
    ],
    ['an open shift that ends late', (day) => Object.assign(shift(day, 0, 0), { end: 100, endRule: 'open' })],
    [
      'routes of one person end to end',
      (day) => {
        Object.assign(shift(day, 1, 1), { start: 180 });
        day.plan.routes.push({
          shift: 'b2',
          staff: 'bruno',
          departure: 180,
          return: 250,
          stops: [{ kind: 'visit', id: 'v4', part: '1', arrival: 210, start: 210, end: 220 }],
        });
        day.plan.unserved = [];
      },
    ],
    ...KEPT_CASES,
  ])('accepts %s', (_name, change) => {
    const day = sampleDay();
    change(day);
    expect(checkPlan(day.problem, day.plan).violations).toEqual([]);
  });
});
