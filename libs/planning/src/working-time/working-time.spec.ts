import { describe, expect, it } from '@jest/globals';
import { practises, type Shift, type StaffMember, type Visit, type WorkingTerms } from '#care';
import { checkPlan } from '#checker';
import { solve, type Plan } from '#engine';
import { addDays, instantOf } from '#time';
import type { PlanningData } from '../ports.js';
import { buildProblem } from '../problem/build-problem.js';
import { placesOf } from '../problem/places.js';
import { STANDARD_PRICES } from '../problem/prices.js';
import { judgeWorkingTime, unlawful } from './judge-working-time.js';
import type { KnownWork } from './working-time-ports.js';

const MONDAY = '2026-11-23';
const HERE = { latitude: 56.95, longitude: 24.1 };
const NORMAL: WorkingTerms = { regime: 'normal', contractMinutesPerWeek: 2400, referenceMonths: 1, overtimeAgreed: false };

const member = (terms: WorkingTerms): StaffMember => ({
  ...{ id: 's', professions: ['carer'], skills: [], languages: ['lv'], travelMode: 'walk', start: HERE },
  ...{ qualifications: [], terms },
});

const shiftOn = (date: string, from: string, to: string, breakSeconds = 1800): Shift => ({
  ...{ id: `${date}/${from}`, staffId: 's', date, breakSeconds },
  ...{ start: instantOf(date, from), end: instantOf(date, to) },
});

/** An hour's visit that may begin at any time of the day. */
const visitOn = (date: string, ordinal: number): Visit => ({
  ...{ key: `${date}.${ordinal}`, patternId: 'p', clientId: 'c', date, ordinal, funding: { kind: 'private' } },
  ...{ tasks: ['CLEAN'], durationSeconds: 3600, profession: 'carer', skills: [], staffCount: 1, priority: 3 },
  windows: [{ start: instantOf(date, '00:00'), end: instantOf(date, '23:00') }],
});

const workOn = (date: string, from: string, to: string): KnownWork => ({
  ...{ staffId: 's', date, start: instantOf(date, from), end: instantOf(date, to), journeySeconds: 0 },
  breaks: [{ start: instantOf(date, '10:00'), end: instantOf(date, '10:30') }],
});

interface Case {
  readonly shifts: readonly Shift[];
  readonly terms?: WorkingTerms;
  readonly workHistory?: readonly KnownWork[];
  /** Visits a day; each day of a shift has so many. */
  readonly visits: number;
  readonly days?: number;
}

/** The engine's plan of a person's days with more visits than the law allows, judged by the checker and by the law. */
function planned({ shifts, terms = NORMAL, workHistory = [], visits, days = 1 }: Case) {
  const dates = [...new Set(shifts.map(({ date }) => date))];
  const demand = dates.flatMap((date) => Array.from({ length: visits }, (_, i) => visitOn(date, i)));
  const client = { id: 'c', position: HERE, languages: ['lv'], flags: [] };
  const data: PlanningData = { clients: [client], staff: [member(terms)], shifts, patterns: [], preferences: [], workHistory };
  const places = placesOf(data.clients, data.staff);
  const { problem, epoch } = buildProblem({
    ...{ name: 'law', epoch: instantOf(MONDAY, '00:00'), end: instantOf(addDays(MONDAY, days), '00:00') },
    ...{ data, visits: demand, links: [], places, prices: STANDARD_PRICES, practises },
    travel: new Map([['walk', new Int32Array(places.positions.length ** 2)]]),
  });
  const solved = solve(problem, { seed: 1, iterations: 400, now: () => 0 });
  if (!solved.ok) throw new Error(JSON.stringify(solved.issues));
  const { plan } = solved.solution;
  expect(checkPlan(problem, plan).violations).toEqual([]);
  return { plan, findings: judgeWorkingTime(plan, data, epoch), served: demand.length - plan.unserved.length };
}

describe('a plan and the law of working time', () => {
  it.each<[string, Case, number]>([
    ['eight hours of a day of thirteen', { shifts: [shiftOn(MONDAY, '07:00', '20:00')], visits: 12 }, 8],
    [
      'what the week has left after 36 hours',
      {
        shifts: [shiftOn(MONDAY, '08:00', '16:30')],
        visits: 8,
        workHistory: [1, 2, 3, 4].map((at) => workOn(addDays(MONDAY, at), '07:00', '16:30')),
      },
      4,
    ],
    [
      'twelve hours between an evening and a morning',
      { shifts: [shiftOn(MONDAY, '17:00', '22:00', 0), shiftOn(addDays(MONDAY, 1), '06:00', '11:00', 0)], visits: 5, days: 2 },
      // Eight hours lie between the two shifts: four of the ten come off one end or the other.
      6,
    ],
    [
      'what follows last night',
      { shifts: [shiftOn(MONDAY, '06:00', '14:30')], visits: 8, workHistory: [workOn(addDays(MONDAY, -1), '09:00', '23:00')] },
      3,
    ],
    [
      'nothing on the eighth day in a row',
      {
        shifts: [shiftOn(MONDAY, '08:00', '12:00')],
        visits: 4,
        workHistory: [1, 2, 3, 4, 5, 6, 7].map((at) => workOn(addDays(MONDAY, -at), '08:00', '12:30')),
      },
      0,
    ],
    [
      'twelve hours where time is summed up',
      { shifts: [shiftOn(MONDAY, '07:00', '22:00')], visits: 14, terms: { ...NORMAL, regime: 'summarised' } },
      12,
    ],
    [
      'more than eight where overtime is agreed',
      { shifts: [shiftOn(MONDAY, '07:00', '18:00')], visits: 12, terms: { ...NORMAL, overtimeAgreed: true } },
      10,
    ],
  ])('serves %s', (_, given, served) => {
    const result = planned(given);
    expect(result.served).toBe(served);
    expect(unlawful(result.findings)).toEqual([]);
  });

  it('tells of agreed overtime, with the figures and the law', () => {
    const { findings } = planned({
      ...{ shifts: [shiftOn(MONDAY, '07:00', '18:00')], visits: 12, terms: { ...NORMAL, overtimeAgreed: true } },
    });
    expect(findings).toEqual([
      {
        ...{ staffId: 's', code: 'working_time.day', severity: 'warning', from: MONDAY, to: MONDAY },
        ...{ actualMinutes: 600, limitMinutes: 480, source: 'Labour Law, s. 131(1)' },
      },
    ]);
  });

  it('judges a plan made by hand: nine hours without a break are hard', () => {
    const shift = shiftOn(MONDAY, '07:00', '20:00');
    const stops = [{ kind: 'visit' as const, id: 'v', part: '1', arrival: 28_800, start: 28_800, end: 61_200 }];
    const plan: Plan = {
      routes: [{ shift: shift.id, staff: 's', departure: 28_800, return: 61_200, stops }],
      unserved: [],
    };
    const data: PlanningData = { clients: [], staff: [member(NORMAL)], shifts: [shift], patterns: [], preferences: [] };
    expect(unlawful(judgeWorkingTime(plan, data, instantOf(MONDAY, '00:00')))).toEqual([
      'working_time.day',
      'working_time.break_after',
    ]);
  });
});
