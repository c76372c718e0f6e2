import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Visit, VisitLink } from '#care';
import type { Plan } from '#engine';
import { planFigures, secondsByFunder } from './figures.js';

const visit = (key: string, from: number, to: number, more: Partial<Visit> = {}): Visit => ({
  key,
  patternId: key,
  clientId: 'c1',
  date: '2026-11-24',
  ordinal: 0,
  funding: { kind: 'private' },
  tasks: ['BATH'],
  durationSeconds: 1800,
  profession: 'carer',
  skills: [],
  staffCount: 1,
  windows: [{ start: from, end: to }],
  priority: 3,
  ...more,
});

const stop = (id: string, part: string, arrival: number, start: number, end: number) =>
  ({ kind: part === '' ? 'break' : 'visit', id, part, arrival, start, end }) as const;

const link = (before: string, after: string, more: Partial<VisitLink>): VisitLink => ({
  before,
  after,
  effect: 'parted',
  gaps: [
    { min: null, max: -1800, cost: 0 },
    { min: 1800, max: null, cost: 0 },
  ],
  served: 'ifBoth',
  rules: ['BATH-WOUND-conflict'],
  ...more,
});

describe('planFigures', () => {
  // 600 s there, 100 s early, 30 min, a break, the second visit in the same house, 600 s back.
  const plan: Plan = {
    routes: [
      {
        shift: 's1',
        staff: 'p1',
        departure: 400,
        return: 7600,
        stops: [stop('a', '1', 1000, 1100, 2900), stop('s1/break', '', 2900, 2900, 4700), stop('b', '1', 4700, 5200, 7000)],
      },
    ],
    unserved: ['c'],
  };
  const visits = [visit('a', 0, 6000), visit('b', 0, 6000), visit('c', 0, 6000)];

  it('derives travel, waiting and service from the stops', () => {
    expect(planFigures(plan, visits, [])).toEqual({
      visits: 3,
      served: 2,
      routes: 1,
      travelSeconds: 1200,
      waitingSeconds: 600,
      serviceSeconds: 3600,
      jointVisits: 0,
      conflictsAvoided: 0,
      secondsByFunder: { municipality: 0, client: 3600, state: 0 },
    });
  });

  it.each([
    ['windows that overlap', 'b', visits, 1],
    ['windows that keep the two apart by themselves', 'b', [visits[0], visit('b', 7800, 9000)], 0],
    ['a visit that is not served', 'c', visits, 0],
  ])('counts a conflict avoided for %s', (_, after, all, expected) => {
    expect(planFigures(plan, all, [link('a', after, {})]).conflictsAvoided).toBe(expected);
  });

  it.each([
    ['the wished gap', [{ min: 4000, max: 4200, cost: 0 }], 1],
    [
      'a gap that costs',
      [
        { min: 0, max: 600, cost: 0 },
        { min: 601, max: null, cost: 9 },
      ],
      0,
    ],
  ])('counts a joined pair in %s', (_, gaps, expected) => {
    expect(planFigures(plan, visits, [link('a', 'b', { effect: 'joined', gaps })]).jointVisits).toBe(expected);
  });

  it('counts a double-up as a joint visit', () => {
    expect(planFigures(plan, [visit('a', 0, 6000, { staffCount: 2 })], []).jointVisits).toBe(1);
  });
});

describe('secondsByFunder', () => {
  it.each([
    [
      { kind: 'decision', id: 'd', municipalityPercent: 100 },
      { municipality: 1800, client: 0, state: 0 },
    ],
    [
      { kind: 'decision', id: 'd', municipalityPercent: 33 },
      { municipality: 594, client: 1206, state: 0 },
    ],
    [
      { kind: 'decision', id: 'd', municipalityPercent: 0 },
      { municipality: 0, client: 1800, state: 0 },
    ],
    [
      { kind: 'episode', id: 'e' },
      { municipality: 0, client: 0, state: 1800 },
    ],
    [{ kind: 'private' }, { municipality: 0, client: 1800, state: 0 }],
  ] as const)('%o', (funding, expected) => {
    expect(secondsByFunder([visit('a', 0, 0, { funding })])).toEqual(expected);
  });

  it('adds up to the service to the second, whatever the percentages', () => {
    const split = fc.record({
      durationSeconds: fc.integer({ min: 300, max: 43_200 }),
      staffCount: fc.integer({ min: 1, max: 3 }),
      municipalityPercent: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(split), (splits) => {
        const visits = splits.map(({ durationSeconds, staffCount, municipalityPercent }, i) =>
          visit(String(i), 0, 0, { durationSeconds, staffCount, funding: { kind: 'decision', id: 'd', municipalityPercent } }),
        );
        const { municipality, client, state } = secondsByFunder(visits);
        const service = visits.reduce((sum, v) => sum + v.durationSeconds * v.staffCount, 0);
        expect(municipality + client + state).toBe(service);
        expect([municipality, client].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
