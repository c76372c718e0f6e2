import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Plan } from '#engine';
import type { PlanProgress } from '#contracts';
import { startOfDay } from '#time';
import type { PlanRecord, PlanResult, PlanningData, SolvedPlan, SolveRequest } from '../ports.js';
import { planDays, type PlanningParts, type PlanningWatch } from './plan-days.js';

const DAY = '2026-11-24';
const HOUR = 3600;
const EPOCH = startOfDay(DAY);
const job = { version: 1, providerId: 'p', planId: 'x' } as const;

const record: PlanRecord = {
  id: 'x',
  providerId: 'p',
  version: 1,
  status: 'requested',
  from: DAY,
  to: DAY,
  seconds: 5,
  threads: 2,
  seed: 7,
  requestedAt: new Date(0),
  finishedAt: null,
  progress: null,
  failure: null,
};

const data: PlanningData = {
  clients: [{ id: 'c', position: { latitude: 56.95, longitude: 24.1 }, languages: ['lv'], flags: [] }],
  staff: [
    {
      id: 's',
      professions: ['carer'],
      skills: [],
      languages: ['lv'],
      travelMode: 'walk',
      start: { latitude: 56.96, longitude: 24.1 },
      qualifications: [],
    },
  ],
  shifts: [{ id: 'r', staffId: 's', date: DAY, start: EPOCH + 8 * HOUR, end: EPOCH + 12 * HOUR, breakSeconds: 0 }],
  patterns: [
    {
      id: 'bath',
      clientId: 'c',
      funding: { kind: 'decision', id: 'd', municipalityPercent: 60 },
      tasks: ['BATH'],
      durationMinutes: 60,
      profession: 'carer',
      skills: [],
      staffCount: 1,
      weekdays: ['TU'],
      timesPerWeek: null,
      minDaysBetween: 1,
      everyWeeks: 1,
      windows: [{ from: '09:00', to: '09:30' }],
      priority: 3,
      validFrom: '2026-01-01',
      validTo: null,
      pausedFrom: null,
      pausedTo: null,
    },
  ],
  preferences: [],
};

const VISIT = `bath@${DAY}.0`;

/** Ten minutes there, an hour's bath from `start`, ten minutes back. */
const planAt = (start: number): Plan => ({
  routes: [
    {
      shift: 'r',
      staff: 's',
      departure: start - 600,
      return: start + HOUR + 600,
      stops: [{ kind: 'visit', id: VISIT, part: '1', arrival: start, start, end: start + HOUR }],
    },
  ],
  unserved: [],
});

const solved = (plan: Plan, unserved: SolvedPlan['unserved'] = []): SolvedPlan => ({
  plan,
  cost: { total: 1200, parts: { travel: 1200 } },
  iterations: 10,
  seconds: 5,
  unserved,
});

/** Storage and solver that write down what reaches them. */
class Recorder {
  plan: PlanRecord | null = record;
  begins = true;
  data = data;
  answer = solved(planAt(9 * HOUR));
  readonly requests: SolveRequest[] = [];
  readonly results: PlanResult[] = [];
  readonly failures: string[] = [];

  readonly parts: PlanningParts = {
    providers: { planningData: () => Promise.resolve(this.data) },
    plans: {
      find: () => Promise.resolve(this.plan),
      begin: () => Promise.resolve(this.begins),
      finish: (_, result) => Promise.resolve(void this.results.push(result)),
      fail: (_, failure) => Promise.resolve(void this.failures.push(failure)),
      knownOf: () => Promise.resolve({ routes: [], staff: new Map() }),
    },
    travel: {
      matrix: (positions) => {
        const n = positions.length;
        const seconds = Int32Array.from({ length: n * n }, (_, cell) => (cell % (n + 1) === 0 ? 0 : 600));
        return Promise.resolve({ seconds, warnings: ['travel.cells_estimated'] });
      },
    },
    solver: {
      solve: (_, request) => {
        this.requests.push(request);
        request.onProgress?.({ seconds: 1, iterations: 4, cost: 9000, served: 1, share: 0.2 });
        return Promise.resolve(this.answer);
      },
    },
  };

  run(watch: PlanningWatch = {}) {
    return planDays(job, this.parts, watch);
  }
}

let recorder: Recorder;
beforeEach(() => {
  recorder = new Recorder();
});

describe('planDays', () => {
  it('stores a checked plan with figures, reasons and warnings', async () => {
    expect(await recorder.run()).toEqual({ status: 'stored', visits: 1, served: 1, cost: 1200 });
    expect(recorder.requests).toEqual([expect.objectContaining({ seconds: 5, threads: 2, seed: 7 })]);
    expect(recorder.results).toEqual([
      expect.objectContaining({
        epoch: EPOCH,
        unserved: [],
        warnings: ['travel.cells_estimated'],
        figures: {
          visits: 1,
          served: 1,
          routes: 1,
          travelSeconds: 1200,
          waitingSeconds: 0,
          serviceSeconds: HOUR,
          jointVisits: 0,
          conflictsAvoided: 0,
          secondsByFunder: { municipality: 2160, client: 1440, state: 0 },
        },
      }),
    ]);
  });

  it.each([
    ['one minute after its window', planAt(9.5 * HOUR + 60), 'window_missed'],
    ['before the carer can be there', planAt(8 * HOUR), 'departure_before_shift'],
    ['nowhere', { routes: [], unserved: [] }, 'visit_missing'],
  ])('never stores a plan with its visit %s', async (_, plan, code) => {
    recorder.answer = solved(plan);
    const outcome = await recorder.run();
    expect(outcome).toEqual({ status: 'refused', failure: expect.stringMatching(`^plan\\.broken_rules: (.*, )?${code}`) });
    expect([recorder.results, recorder.failures.length]).toEqual([[], 1]);
  });

  it('fails at once when the data make no problem', async () => {
    recorder.data = { ...data, shifts: [...data.shifts, { ...data.shifts[0], id: 'again' }] };
    expect(await recorder.run()).toEqual({ status: 'refused', failure: 'plan.problem_refused: WRONG_VALUE staff[0].shifts' });
    expect(recorder.requests).toEqual([]);
    expect(recorder.failures).toHaveLength(1);
  });

  it.each([
    ['finished or failed', () => void (recorder.begins = false)],
    ['gone', () => void (recorder.plan = null)],
  ])('leaves a plan that is %s alone', async (_, change) => {
    change();
    expect(await recorder.run()).toEqual({ status: 'skipped' });
    expect([recorder.requests, recorder.results, recorder.failures]).toEqual([[], [], []]);
  });

  it('searches nothing where there are no visits', async () => {
    recorder.data = { ...data, patterns: [] };
    expect(await recorder.run()).toEqual({ status: 'stored', visits: 0, served: 0, cost: 0 });
    expect(recorder.requests).toEqual([]);
  });

  it('neither stores nor fails a plan when stopped', async () => {
    const stop = new AbortController();
    stop.abort(new Error('shutting down'));
    await expect(recorder.run({ signal: stop.signal })).rejects.toThrow('shutting down');
    expect([recorder.results, recorder.failures]).toEqual([[], []]);
  });

  it('reports every phase with what is known so far', async () => {
    const seen: PlanProgress[] = [];
    await recorder.run({ onProgress: (progress) => void seen.push(progress) });
    expect(seen.map(({ phase, share, visits, served }) => [phase, share, visits, served])).toEqual([
      ['building', 0, 0, 0],
      ['searching', 0, 1, 0],
      ['searching', 0.2, 1, 1],
      ['storing', 1, 1, 1],
      ['done', 1, 1, 1],
    ]);
  });

  it('tells reasons in words of care', async () => {
    const reason = (code: string, params: Record<string, string | number>) => ({ code, params });
    recorder.answer = solved({ routes: [], unserved: [VISIT] }, [
      {
        visit: VISIT,
        reasons: [
          reason('NO_ONE_WITH_SKILL', { skill: `profession:nurse|feldsher@${DAY}` }),
          reason('NO_ONE_WITH_SKILL', { skill: 'skill:heavy_transfer' }),
          reason('NO_ROOM', { staff: 3 }),
        ],
      },
    ]);
    await recorder.run();
    expect(recorder.results[0].unserved).toEqual([
      {
        visitKey: VISIT,
        reasons: [
          reason('NO_ONE_PRACTISES', { profession: 'nurse' }),
          reason('NO_ONE_WITH_SKILL', { skill: 'heavy_transfer' }),
          reason('NO_ROOM', { staff: 3 }),
        ],
      },
    ]);
  });
});
