import type { Case } from './sample-day.js';
import type { ViolationCode } from './violation.js';

/** Name of the broken rule, what breaks it, and every code it must give, in order. */
export type RuleCase = readonly [string, (day: Case) => void, readonly ViolationCode[]];

const pin = (day: Case, change: object): void => {
  day.problem.pins = [{ visit: 'v2', part: 'b', ...change }];
};
const limits = (day: Case, person: number, change: object): void => {
  const limit = { id: 'day', measure: 'paid', from: 0, to: 100, most: 0, over: 'hard' } as const;
  day.problem.staff[person].limits = [{ ...limit, ...change }];
};
/** Bruno's second shift gives v4 from 300: travel 30, 10 long, back at 340. */
const secondRoute = (day: Case): void => {
  day.plan.unserved = [];
  const stop = { kind: 'visit', id: 'v4', part: '1', arrival: 330, start: 330, end: 340 } as const;
  day.plan.routes.push({ shift: 'b2', staff: 'bruno', departure: 300, return: 370, stops: [stop] });
};
const frozen = (day: Case, frozenBefore: number): void => {
  day.problem.given = { plan: structuredClone(day.plan), frozenBefore };
};
const equip = (day: Case, held: 'visit' | 'shift', units: number): void => {
  day.problem.equipment = [{ id: 'hoist', units, held }];
  for (const part of day.problem.visits[1].parts) part.equipment = ['hoist'];
};

/** Rules that bind people over shifts, pins, the past and what is scarce; used by the specs only. */
export const RULE_CASES: readonly RuleCase[] = [
  ['a pin to somebody else', (day) => pin(day, { staff: 'anna' }), ['pin_staff']],
  ['a pin to another shift', (day) => pin(day, { shift: 'b2' }), ['pin_shift']],
  ['a pin to another start', (day) => pin(day, { start: 81 }), ['pin_start']],
  ['a pin to the end of the route', (day) => pin(day, { position: 'last' }), ['pin_position']],
  [
    'a pin to the front of the route',
    (day) => (day.problem.pins = [{ visit: 'v3', part: '1', position: 'first' }]),
    ['pin_position'],
  ],
  [
    'a past stop moved',
    (day) => {
      frozen(day, 51);
      day.problem.given!.plan.routes[0].stops[0].start = 49;
    },
    // The visit as it is now starts before the instant as well.
    ['frozen_changed'],
  ],
  [
    'the visit that somebody is on the way to moved',
    (day) => {
      frozen(day, 45);
      day.problem.given!.plan.routes[0].stops[0].start = 51;
    },
    ['frozen_changed'],
  ],
  [
    'something new in the past',
    (day) => {
      frozen(day, 100);
      day.problem.given!.plan.routes = [];
    },
    // Both departures, v1, and v2 at both people.
    ['frozen_changed', 'frozen_changed', 'frozen_changed', 'frozen_changed', 'frozen_changed'],
  ],
  ['a day that is too long', (day) => limits(day, 0, { most: 119 }), ['limit_exceeded']],
  ['a day too long without its break', (day) => limits(day, 0, { measure: 'worked', most: 89 }), ['limit_exceeded']],
  ['too long with the hours from before', (day) => limits(day, 0, { most: 130, used: 11 }), ['limit_exceeded']],
  ['more when the hours are used up', (day) => limits(day, 0, { most: 5, used: 6 }), ['limit_exceeded']],
  [
    'too short a rest after the last return',
    (day) => (day.problem.staff[0].rest = { least: 50, lastReturn: -9, short: 'hard' }),
    ['rest_too_short'],
  ],
  [
    'too short a rest between routes',
    (day) => {
      secondRoute(day);
      day.problem.staff[1].rest = { least: 121, short: 'hard' };
    },
    ['rest_too_short'],
  ],
  [
    'no time off as long as it should be',
    (day) => {
      secondRoute(day);
      day.problem.staff[1].freeTimes = [{ id: 'week', from: 50, to: 480, least: 121, short: 'hard' }];
    },
    ['free_time_too_short'],
  ],
  [
    'more than a budget holds',
    (day) => {
      const parts = ['a', 'b'].map((part) => ({ visit: 'v2', part }));
      day.problem.caps = [{ id: 'grant', most: 69, used: 10, over: 'hard', parts }];
    },
    ['cap_exceeded'],
  ],
  ['one hoist at two people at once', (day) => equip(day, 'visit', 1), ['equipment_exceeded']],
  ['one hoist in two shifts at once', (day) => equip(day, 'shift', 1), ['equipment_exceeded']],
  [
    'a van used more often on one shift than it lasts',
    (day) => {
      day.problem.equipment = [{ id: 'van', units: 9, held: 'shift', uses: 1 }];
      for (const { parts } of day.problem.visits) for (const part of parts) part.equipment = ['van'];
    },
    // On the first and on the second shift.
    ['equipment_used_up', 'equipment_used_up'],
  ],
  ['a wait where none may be', (day) => (day.problem.mustBeZero = ['waiting']), ['component_not_zero']],
];

/** What only just keeps the same rules. */
export const KEPT_CASES: readonly (readonly [string, (day: Case) => void])[] = [
  ['a pin that is kept', (day) => pin(day, { staff: 'bruno', shift: 'b1', start: 80, position: 'first' })],
  ['a day just long enough', (day) => limits(day, 0, { most: 120 })],
  ['a day just long enough without its break', (day) => limits(day, 0, { measure: 'worked', most: 90 })],
  ['a limit of other days', (day) => limits(day, 0, { from: 1, to: 900 })],
  ['a rest just long enough', (day) => (day.problem.staff[0].rest = { least: 49, lastReturn: -9, short: 'hard' })],
  [
    'time off just long enough, and nothing counted outside',
    (day) => {
      secondRoute(day);
      day.problem.staff[1].freeTimes = [{ id: 'week', from: 50, to: 480, least: 120, short: 'hard' }];
    },
  ],
  ['the visit that somebody is on the way to, as it was', (day) => frozen(day, 45)],
  ['two hoists at two people at once', (day) => equip(day, 'visit', 2)],
  [
    'the past as it was, whatever windows, skills, travel and links say',
    (day) => {
      frozen(day, 90);
      day.problem.visits[0].parts[0].windows = [{ start: 90, end: 100 }];
      day.problem.visits[1].parts[1].skills = ['surgery'];
      Object.assign(day.problem.links[0], { gaps: [{ min: 7, max: 7, cost: 0 }], staff: 'same' });
      day.problem.profiles[0].durations = Array.from({ length: 16 }, (_, at) => 10 * Math.abs(Math.floor(at / 4) - (at % 4)));
    },
  ],
  [
    'a skill held at its level when the shift starts',
    (day) => {
      Object.assign(day.problem.visits[0].parts[0], { skills: ['bath'], levels: { bath: 2 } });
      day.problem.staff[0].qualified = [{ skill: 'bath', level: 2, from: 0, to: 1 }];
    },
  ],
  [
    'skills and exclusions that are only wished for',
    (day) => {
      Object.assign(day.problem.visits[0].parts[0], { skills: ['bath'], skillsWished: true, excludedStaff: ['anna'] });
      day.problem.visits[0].parts[0].exclusionWished = true;
    },
  ],
];
