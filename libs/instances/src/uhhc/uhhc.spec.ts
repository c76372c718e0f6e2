import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { ownCost } from '../format.js';
import { uhhc } from './index.js';

const instance = {
  metadata: {
    time_window_met: 'at_service_end',
    origin: 'generated',
    cost_components: {
      travel_time: 0.5,
      total_tardiness: 2,
      highest_tardiness: 1,
      total_waiting_time: 3,
      total_extra_time: 4,
      max_idle_time: 1,
      caregiver_preferences: 10,
      optional_patients: 100,
      missed_lunch_break: 60,
    },
  },
  distances: [
    [0, 5, 9, 7],
    [5, 0, 6, 4],
    [9, 6, 0, 8],
    [7, 4, 8, 0],
  ],
  terminal_points: [
    { id: 'home', distance_matrix_index: 0 },
    { id: 'office', distance_matrix_index: 3 },
  ],
  services: [{ id: 's1', type: 't', default_duration: 20 }],
  caregivers: [
    {
      id: 'c1',
      abilities: ['s1'],
      departing_point: 'home',
      arrival_point: 'office',
      working_shift: { start: 10, end: 100 },
      lunch_break: true,
    },
    {
      id: 'c2',
      abilities: ['s1'],
      departing_point: 'office',
      arrival_point: 'office',
      working_shift: { start: 0, end: 50 },
      lunch_break: true,
    },
    { id: 'c3', abilities: ['s1'], departing_point: 'office', arrival_point: 'office', working_shift: { start: 0, end: 50 } },
  ],
  lunch_breaks: { start: 30, end: 60, min_duration: 15 },
  patients: [
    {
      id: 'p1',
      distance_matrix_index: 1,
      required_services: [{ service: 's1' }],
      time_windows: [
        { start: 70, end: 80 },
        { start: 20, end: 30 },
      ],
      preferred_caregivers: ['c2'],
      incompatible_caregivers: ['c3'],
    },
    {
      id: 'p2',
      distance_matrix_index: 2,
      required_services: [
        { service: 's1', duration: 10 },
        { service: 's1', duration: 10 },
        { service: 's1', duration: 12 },
      ],
      time_windows: [{ start: 0, end: 90 }],
      synchronization: { type: 'simultaneous' },
      optional: true,
    },
  ],
};

const withMetadata = (changed: object): object => ({ ...instance, metadata: { ...instance.metadata, ...changed } });
const withCosts = (changed: object): object =>
  withMetadata({ cost_components: { ...instance.metadata.cost_components, ...changed } });

function read(document: object) {
  const result = uhhc.readInstance(JSON.stringify(document), 'small');
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

const issuesOf = (document: object): string[] => {
  const result = uhhc.readInstance(JSON.stringify(document), 'small');
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
};

describe('uhhc', () => {
  it('takes weights with decimals as whole prices', () => {
    const { problem, context } = read(instance);
    expect(problem.objective).toEqual({
      ...{ travel: 5, lateness: 20, highestLateness: 10, waiting: 30, overtime: 40, highestIdle: 10, preference: 100 },
    });
    expect(problem.visits.map(({ unserved }) => unserved)).toEqual(['forbidden', 1000]);
    expect(context.costUnit).toBe(10);
  });

  it('sorts windows, links all parts and places lunches before visits', () => {
    const { problem } = read(instance);
    expect(problem.visits[0]?.parts[0]).toEqual({
      ...{ id: 's1', duration: 20, skills: ['s1'], lateness: 'soft', measuredAt: 'end' },
      windows: [
        { start: 20, end: 30 },
        { start: 70, end: 80 },
      ],
      ...{ preferredStaff: ['c2'], excludedStaff: ['c3'] },
    });
    expect(problem.visits[1]?.parts.map(({ id }) => id)).toEqual(['s1', 's1#2', 's1#3']);
    expect(problem.links.map(({ id, before, after, gaps }) => [id, before.part, after.part, gaps])).toEqual([
      ['p2', 's1', 's1#2', [{ min: 0, max: 0, cost: 0 }]],
      ['p2#2', 's1#2', 's1#3', [{ min: 0, max: 0, cost: 0 }]],
    ]);
    expect(problem.staff[0]?.shifts[0]).toMatchObject({
      ...{ start: 10, end: 100, endRule: 'soft', startPlace: 0, endPlace: 3, departure: 'late' },
      breaks: [{ id: 'lunch_break', duration: 15, earliest: 30, latest: 60, measuredAt: 'end', missed: 600, beforeVisit: true }],
    });
    expect(problem.staff[2]?.shifts[0]?.breaks).toEqual([]);
  });

  it('judges a route with an unsorted lunch', () => {
    const { problem, context } = read(instance);
    const document = {
      routes: [
        {
          caregiver_id: 'c1',
          locations: [
            { patient: 'p1', service: 's1', arrival_time: 72, departure_time: 92 },
            { patient: 'p1', service: 'lunch_break', start_time: 40, end_time: 55 },
          ],
        },
      ],
    };
    const answer = uhhc.readSolution(context, JSON.stringify(document));
    if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
    expect(answer.plan.routes[0]).toMatchObject({
      departure: 35,
      return: 96,
      stops: [
        { kind: 'break', arrival: 40 },
        { kind: 'visit', arrival: 55 },
      ],
    });
    const { violations, cost } = checkPlan(problem, answer.plan);
    expect(violations).toEqual([]);
    // Travel 5 + 4; late 92 - 80; the wait of 17 behind the lunch is idle time only; idle 25 + 17 + 4, but c2 and c3 idle 50.
    expect(ownCost(context, cost)).toEqual({
      total: 4.5 + 24 + 12 + 0 + 0 + 50 + 10 + 100 + 60,
      parts: {
        ...{ travel_time: 4.5, total_tardiness: 24, highest_tardiness: 12, total_waiting_time: 0, total_extra_time: 0 },
        ...{ max_idle_time: 50, preferences: 10, unscheduled: 100, missed_lunch_break: 60 },
      },
    });
    const written = JSON.parse(uhhc.writeSolution(context, answer.plan, cost)) as {
      routes: unknown[];
      global_ordering: string[];
    };
    expect(written.routes).toEqual([
      {
        caregiver_id: 'c1',
        locations: [
          { patient: 'p1', service: 'lunch_break', arrival_time: 40, departure_time: 55 },
          { patient: 'p1', service: 's1', arrival_time: 72, departure_time: 92 },
        ],
      },
      { caregiver_id: 'c2' },
      { caregiver_id: 'c3' },
    ]);
    expect(written.global_ordering).toEqual(['p1', 'p2']);
  });

  it.each([
    ['total_tardiness', (problem: ReturnType<typeof read>['problem']) => problem.visits[0]?.parts[0]?.lateness, 'hard'],
    ['highest_tardiness', (problem: ReturnType<typeof read>['problem']) => problem.visits[0]?.parts[0]?.lateness, 'hard'],
    ['total_extra_time', (problem: ReturnType<typeof read>['problem']) => problem.staff[0]?.shifts[0]?.endRule, 'hard'],
    ['caregiver_preferences', (problem: ReturnType<typeof read>['problem']) => problem.visits[0]?.parts[0]?.allowedStaff, ['c2']],
    ['optional_patients', (problem: ReturnType<typeof read>['problem']) => problem.visits[1]?.unserved, 'forbidden'],
    [
      'missed_lunch_break',
      (problem: ReturnType<typeof read>['problem']) => problem.staff[0]?.shifts[0]?.breaks[0]?.missed,
      'required',
    ],
  ])('makes HARD %s a hard rule', (component, figure, expected) => {
    const { problem } = read(withCosts({ [component]: 'HARD' }));
    expect(figure(problem)).toEqual(expected);
  });

  it.each(['bazirha', 'bazirha-caie'])('lets caregivers of origin %s leave when their shift starts', (origin) => {
    expect(read(withMetadata({ origin })).problem.staff[0]?.shifts[0]?.departure).toBe('start');
  });

  it('takes travel times with decimals in thousandths, and the prices of counts with them', () => {
    const { problem, context } = read({
      ...instance,
      distances: instance.distances.map((row) => row.map((time) => time * 1.25)),
    });
    expect([problem.profiles[0]?.durations[1], problem.visits[1]?.unserved, context.timeUnit, context.costUnit]).toEqual([
      6250, 1_000_000, 1000, 10_000,
    ]);
    expect(problem.objective).toMatchObject({ travel: 5, preference: 100_000 });
  });

  it('leaves the day open without a shift', () => {
    const caregivers = instance.caregivers.map(({ working_shift: _, ...caregiver }) => caregiver);
    const { problem } = read({ ...instance, caregivers });
    expect(problem.staff[0]?.shifts[0]).toMatchObject({ start: 0, end: problem.horizonEnd, endRule: 'open' });
  });

  it('prices lacking abilities and incompatible caregivers where the file weighs them', () => {
    const { problem, context } = read(withCosts({ qualification: 7, incompabilities: 5 }));
    expect(problem.objective).toMatchObject({ qualification: 70, exclusion: 50 });
    expect(problem.visits[0].parts[0]).toMatchObject({ skillsWished: true, excludedStaff: ['c3'], exclusionWished: true });
    expect(problem.visits[1].parts[0].exclusionWished).toBeUndefined();
    expect(context.componentNames).toMatchObject({ qualification: 'qualification', exclusion: 'incompabilities' });
  });

  it.each([
    ['total_waiting_time', 'waiting'],
    ['max_waiting_time', 'highestWaiting'],
    ['max_idle_time', 'highestIdle'],
    ['workload_balance', 'balance'],
    ['working_time', 'work'],
    ['travel_time', 'travel'],
  ])('lets HARD %s be nothing at all', (component, price) => {
    const { problem } = read(withCosts({ [component]: 'HARD' }));
    expect(problem.mustBeZero).toEqual([price]);
    expect(problem.objective).not.toHaveProperty(price);
  });

  it('finds every issue at once', () => {
    const document = {
      ...withCosts({ total_waiting_time: 'SOFT', comfort: 3, travel_time: -1 }),
      lunch_breaks: { start: 60, end: 30 },
      caregivers: [
        { ...instance.caregivers[0], departing_point: 'nowhere', abilities: ['s2'] },
        { ...instance.caregivers[0], arrival_point: undefined },
      ],
      patients: [
        { ...instance.patients[0], distance_matrix_index: 4, preferred_caregivers: ['c7'], incompatible_caregivers: [] },
        {
          ...instance.patients[1],
          time_windows: [
            { start: 0, end: 10 },
            { start: 9, end: 20 },
          ],
          synchronization: { type: 'sequential' },
        },
      ],
    };
    expect(issuesOf(document)).toEqual([
      'out_of_range metadata.cost_components.travel_time',
      'wrong_type metadata.cost_components.total_waiting_time',
      'unsupported metadata.cost_components.comfort',
      'not_sorted lunch_breaks',
      'missing lunch_breaks.min_duration',
      'unknown_reference caregivers[0].abilities[0]',
      'unknown_reference caregivers[0].departing_point',
      'missing caregivers[1].arrival_point',
      'duplicate caregivers[1].id',
      'out_of_range patients[0].distance_matrix_index',
      'unknown_reference patients[0].preferred_caregivers[0]',
      'not_sorted patients[1].time_windows',
      'missing patients[1].synchronization.distance',
      'missing patients[1].synchronization.distance.min',
      'missing patients[1].synchronization.distance.max',
    ]);
  });
});
