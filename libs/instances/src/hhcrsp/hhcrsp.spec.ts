import { describe, expect, it } from '@jest/globals';
import { checkPlan } from '#checker';
import { hhcrsp } from './index.js';

const instance = {
  patients: [
    { id: 'p1', location: [0, 0], time_window: [10, 20], required_caregivers: [{ service: 's1', duration: 5 }] },
    {
      id: 'p2',
      location: [0, 0],
      time_window: [30, 40],
      required_caregivers: [{ service: 's1' }, { service: 's2', duration: 4 }],
      synchronization: { type: 'sequential', distance: [8, 16] },
    },
  ],
  services: [{ id: 's1', default_duration: 7 }, { id: 's2' }],
  caregivers: [
    { id: 'c1', abilities: ['s1'] },
    { id: 'c2', abilities: ['s2'] },
    { id: 'c3', abilities: ['s1'] },
  ],
  central_offices: [{ id: 'd', location: [0, 0] }],
  distances: [
    [0, 1.5, 20.001],
    [1.5, 0, 21],
    [25, 2, 0],
  ],
};

const solution = {
  routes: [
    {
      caregiver_id: 'c1',
      locations: [
        { patient: 'p1', service: 's1', arrival_time: 10, departure_time: 15 },
        { patient: 'p2', service: 's1', arrival_time: 36, departure_time: 43 },
      ],
    },
    { caregiver: 'c2', locations: [{ patient_id: 'p2', service_id: 's2', arrival_time: 47.25, departure_time: 51.25 }] },
    { caregiver_id: 'c3' },
  ],
};

function read(changed: object = {}) {
  return hhcrsp.readInstance(JSON.stringify({ ...instance, ...changed }), 'small');
}

function judged(changed: object) {
  const result = read();
  if (!result.ok) throw new Error('the instance is sound');
  const answer = hhcrsp.readSolution(result.context, JSON.stringify(changed));
  return { ...result, answer, verdict: answer.ok ? checkPlan(result.problem, answer.plan) : undefined };
}

describe('hhcrsp', () => {
  it('reads times in thousandths, default durations and a bound on the horizon', () => {
    const result = read();
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.problem.visits[1]).toMatchObject({
      id: 'p2',
      place: 2,
      unserved: 'forbidden',
      parts: [
        {
          id: 's1',
          duration: 7000,
          windows: [{ start: 30_000, end: 40_000 }],
          lateness: 'soft',
          measuredAt: 'start',
          skills: ['s1'],
        },
        { id: 's2', duration: 4000 },
      ],
    });
    expect(result.problem.links).toEqual([
      {
        ...{ id: 'p2', before: { visit: 'p2', part: 's1' }, after: { visit: 'p2', part: 's2' } },
        ...{ gaps: [{ min: 8000, max: 16_000, cost: 0 }], staff: 'different', served: 'together' },
      },
    ]);
    // Last window 40, durations 16, gap 8, longest way to each part and back: 2 + 2 * 21 + 25.
    expect(result.problem.horizonEnd).toBe(133_000);
    expect(result.problem.staff[0]?.shifts[0]).toMatchObject({ start: 0, end: 133_000, endRule: 'open' });
  });

  it('counts travel, lateness and highest lateness by a third each', () => {
    const { context, verdict } = judged(solution);
    expect(verdict?.violations).toEqual([]);
    // Travel 1.5 + 21 + 25 and 20.001 + 25; lateness 0, 0 and 7.25.
    expect(verdict?.raw).toMatchObject({ travel: 92_501, lateness: 7250, highestLateness: 7250 });
    expect((verdict?.cost.total ?? 0) / context.costUnit).toBeCloseTo((92.501 + 7.25 + 7.25) / 3, 9);
  });

  it('writes a route for every caregiver', () => {
    const { context, answer, verdict } = judged(solution);
    if (!answer.ok || !verdict) throw new Error('the solution is sound');
    expect(JSON.parse(hhcrsp.writeSolution(context, answer.plan, verdict.cost))).toEqual({
      routes: [
        solution.routes[0],
        { caregiver_id: 'c2', locations: [{ patient: 'p2', service: 's2', arrival_time: 47.25, departure_time: 51.25 }] },
        { caregiver_id: 'c3', locations: [] },
      ],
    });
  });

  it('finds every issue of an instance at once', () => {
    const result = read({
      patients: [
        { id: 'p1', time_window: [20, 10], required_caregivers: [{ service: 's9', duration: 5 }] },
        { id: 'p1', time_window: [0, 'x'], required_caregivers: [], synchronization: { type: 'together' } },
      ],
      central_offices: [],
      distances: [[0, 1], [1, -2, 0], 'x'],
    });
    expect(result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unsupported central_offices',
      'not_sorted patients[0].time_window',
      'unknown_reference patients[0].required_caregivers[0].service',
      'wrong_type patients[1].time_window[1]',
      'wrong_length patients[1].required_caregivers',
      'out_of_range patients[1].synchronization.type',
      'duplicate patients[1].id',
      'wrong_length distances[0]',
      'out_of_range distances[1][1]',
      'wrong_type distances[2]',
      'wrong_length distances[2]',
    ]);
  });

  it('finds every issue of a solution at once', () => {
    const { answer } = judged({
      routes: [
        { caregiver_id: 'c9', locations: [{ patient: 'p9', service: 's1', arrival_time: 1, departure_time: 2 }] },
        { caregiver_id: 'c1', locations: [{ patient: 'p1', service: 's2', arrival_time: -1 }] },
      ],
    });
    expect(answer.ok ? [] : answer.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown_reference routes[0].caregiver_id',
      'unknown_reference routes[0].locations[0].patient',
      'out_of_range routes[1].locations[0].arrival_time',
      'missing routes[1].locations[0].departure_time',
      'unknown_reference routes[1].locations[0].service',
    ]);
  });

  it.each([
    ['text that is no JSON', '{', 'not_json'],
    ['a list', '[]', 'wrong_type'],
    ['nothing', '', 'not_json'],
  ])('refuses %s', (_name, text, code) => {
    const result = hhcrsp.readInstance(text, 'bad');
    expect(result.ok ? undefined : result.issues[0]?.code).toBe(code);
  });
});
