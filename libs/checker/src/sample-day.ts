import type { Plan, ProblemInput } from '#engine';

/** Everything writable, so that a test can change one thing. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] extends object | undefined ? Draft<T[Key]> : T[Key] };

/** A problem and a plan for it. */
export interface Case {
  problem: Draft<ProblemInput>;
  plan: Draft<Plan>;
}

/**
 * Two people, three shifts, four visits on a line of places ten minutes apart;
 * every price is different, so that no component can stand in for another.
 * Used by the specs only.
 */
export function sampleDay(): Case {
  const anybody = { skills: ['care'], lateness: 'hard', measuredAt: 'start' } as const;
  const problem: ProblemInput = {
    name: 'sample day',
    horizonEnd: 1000,
    places: 4,
    profiles: [{ id: 'walk', durations: Array.from({ length: 16 }, (_, at) => 10 * Math.abs(Math.floor(at / 4) - (at % 4))) }],
    staff: [
      {
        id: 'anna',
        profile: 'walk',
        skills: ['care'],
        shifts: [
          {
            ...{ id: 'a1', start: 0, end: 500, endRule: 'hard', startPlace: 0, endPlace: 0, departure: 'late', capacity: 5 },
            breaks: [
              {
                id: 'lunch',
                duration: 30,
                earliest: 100,
                latest: 200,
                measuredAt: 'start',
                missed: 'required',
                whenLongerThan: 100,
              },
            ],
          },
        ],
      },
      {
        id: 'bruno',
        profile: 'walk',
        skills: ['care', 'nurse'],
        shifts: [
          { id: 'b1', start: 0, end: 170, endRule: 'soft', startPlace: 0, endPlace: 0, departure: 'late', breaks: [] },
          {
            ...{ id: 'b2', start: 300, end: 400, endRule: 'hard', startPlace: 0, endPlace: 0, departure: 'start' },
            breaks: [{ id: 'tea', duration: 10, earliest: 300, latest: 400, measuredAt: 'end', missed: 55 }],
          },
        ],
      },
    ],
    visits: [
      {
        ...{ id: 'v1', client: 'k1', place: 1, unserved: 'forbidden' },
        parts: [{ id: '1', duration: 20, windows: [{ start: 50, end: 100 }], ...anybody, demand: 2 }],
      },
      {
        ...{ id: 'v2', client: 'k2', place: 2, unserved: 1000 },
        parts: [
          { id: 'a', duration: 30, windows: [{ start: 60, end: 120 }], ...anybody, demand: 3 },
          { id: 'b', duration: 30, windows: [{ start: 60, end: 75 }], ...anybody, skills: ['nurse'], lateness: 'soft' },
        ],
      },
      {
        ...{ id: 'v3', client: 'k3', place: 3, unserved: 700 },
        parts: [
          {
            ...{ id: '1', duration: 10, windows: [{ start: 0, end: 400 }], ...anybody },
            ...{ preferredStaff: ['anna'], wishedWindow: { start: 150, end: 200 } },
          },
        ],
      },
      {
        id: 'v4',
        client: 'k3',
        place: 3,
        unserved: 400,
        parts: [{ id: '1', duration: 10, windows: [{ start: 0, end: 400 }], ...anybody }],
      },
    ],
    links: [
      {
        ...{ id: 'pair', before: { visit: 'v2', part: 'a' }, after: { visit: 'v2', part: 'b' } },
        ...{ gaps: [{ min: 0, max: 0, cost: 0 }], staff: 'different', served: 'together' },
      },
      {
        ...{ id: 'apart', before: { visit: 'v1', part: '1' }, after: { visit: 'v3', part: '1' } },
        gaps: [
          { min: null, max: -60, cost: 0 },
          { min: 60, max: null, cost: 9 },
        ],
        ...{ staff: 'any', served: 'ifBoth' },
      },
    ],
    objective: {
      ...{ travel: 2, lateness: 3, highestLateness: 5, waiting: 7, highestWaiting: 11, overtime: 13, highestIdle: 17 },
      ...{ balance: 19, work: 23, paid: 29, preference: 31, wishedTime: 37, route: 41 },
    },
  };
  const plan: Plan = {
    routes: [
      {
        ...{ shift: 'a1', staff: 'anna', departure: 40, return: 160 },
        stops: [
          { kind: 'visit', id: 'v1', part: '1', arrival: 50, start: 50, end: 70 },
          { kind: 'visit', id: 'v2', part: 'a', arrival: 80, start: 80, end: 110 },
          { kind: 'break', id: 'lunch', part: '', arrival: 130, start: 130, end: 160 },
        ],
      },
      {
        ...{ shift: 'b1', staff: 'bruno', departure: 60, return: 180 },
        stops: [
          { kind: 'visit', id: 'v2', part: 'b', arrival: 80, start: 80, end: 110 },
          { kind: 'visit', id: 'v3', part: '1', arrival: 120, start: 140, end: 150 },
        ],
      },
    ],
    unserved: ['v4'],
  };
  return structuredClone({ problem, plan }) as Case;
}
