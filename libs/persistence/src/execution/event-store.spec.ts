import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExecutionEvent } from '#contracts';
import { testDatabase } from '#embedded';
import { recordEvents, type RecordOutcome, type Reporter } from '#planning';
import { createPersistence, type Persistence } from '../index.js';
import { planRequest, planResult, route, stop, visitOf } from '../testing/plan-result.js';
import { smallProvider } from '../testing/small-provider.js';

const MONDAY = '2026-11-23';
const NOW = new Date(`${MONDAY}T12:00:00+02:00`);
const DAYS = { from: MONDAY, to: MONDAY, visit: null, staff: null };
const at = (clock: string): string => `${MONDAY}T${clock}:00+02:00`;
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let persistence: Persistence;
let providerId: string;
let visit: string;
let left: string;
let carer: Reporter & { readonly staffId: string };
let nurse: typeof carer;
let office: Reporter;

/** Monday as published: the carer baths at 08:30; the nurse has nothing, and the cleaning is left out. */
beforeAll(async () => {
  persistence = createPersistence({ databaseUrl: await testDatabase() });
  ({ providerId } = await persistence.providers.write(smallProvider()));
  const data = await persistence.providers.planningData(providerId, MONDAY, MONDAY);
  const [bath, cleaning] = data.patterns.map((pattern) => ({ ...visitOf(pattern, MONDAY), staffCount: 1 }));
  [visit, left] = [bath.key, cleaning.key];
  const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
  const routes = [route(data.shifts[0], 480, [stop(visit, '1', [510, 510, 570])], 630)];
  await persistence.plans.finish(plan.id, planResult(MONDAY, [bath, cleaning], routes));
  await persistence.plans.publish(providerId, plan.id, 'office');
  carer = { accountId: idOf(901), office: false, staffId: data.shifts[0].staffId };
  nurse = { accountId: idOf(902), office: false, staffId: data.shifts[1].staffId };
  office = { accountId: idOf(903), office: true, staffId: null };
});

afterAll(() => persistence.close());

function event(n: number, more: Partial<ExecutionEvent> = {}): ExecutionEvent {
  return { id: idOf(n), visit, kind: 'checked_in', at: at('08:31'), ...more };
}

function report(events: readonly ExecutionEvent[], reporter: Reporter = carer): Promise<RecordOutcome> {
  return recordEvents(persistence.events, { providerId, reporter, events, now: NOW });
}

const codes = (outcome: RecordOutcome): readonly string[] =>
  outcome.ok ? [] : outcome.issues.map(({ code, path }) => `${path} ${code}`);

describe('reports from the homes', () => {
  it('are the same record however often, in whatever order and from how many places they arrive', async () => {
    const day = [
      event(1),
      event(2, { kind: 'task_done', task: 'BATH', at: at('08:50') }),
      event(3, { kind: 'checked_out', at: at('09:28') }),
    ];
    expect(await report([day[2]])).toEqual({ ok: true, recorded: 1, repeated: 0 });
    const answers = await Promise.all([report(day), report([...day].reverse()), report([day[0], day[0]])]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    expect(answers.reduce((sum, answer) => sum + (answer.ok ? answer.recorded : 0), 0)).toBe(2);
    const stored = await persistence.events.list(providerId, DAYS);
    expect(stored.map(({ id, kind, staff }) => [id, kind, staff])).toEqual(day.map(({ id, kind }) => [id, kind, carer.staffId]));
  });

  it('keep the position and the reporter’s time beside the server’s', async () => {
    const position = { latitude: 56.95, longitude: 24.1, accuracyMetres: 12 };
    await report([event(10, { kind: 'running_late', at: at('08:00'), expectedAt: at('08:45'), note: 'traffic', position })]);
    const [stored] = await persistence.events.list(providerId, { ...DAYS, visit });
    expect(stored).toMatchObject({
      id: idOf(10),
      at: '2026-11-23T06:00:00.000Z',
      expectedAt: '2026-11-23T06:45:00.000Z',
      note: 'traffic',
      position,
    });
    expect(Date.parse(stored.recordedAt)).toBeGreaterThan(0);
  });

  it('are refused together, with everything wrong with each', async () => {
    const refused = await report([
      event(20),
      event(21, { visit: 'nowhere', at: at('12:16') }),
      event(22, { kind: 'task_not_done', task: 'WINDOWS' }),
      event(23, { visit: left }),
      event(24, { task: 'BATH' }),
      event(25, { kind: 'running_late' }),
      event(26, { kind: 'withdrawn' }),
      event(27, { kind: 'checked_out', corrects: idOf(99) }),
      event(1, { at: at('08:32') }),
    ]);
    expect(codes(refused)).toEqual([
      'events.1.visit event.visit_unknown',
      'events.1.at event.in_future',
      'events.2.task event.task_unknown',
      'events.2.reason event.reason_missing',
      'events.3.visit event.not_yours',
      'events.4.task event.task_unknown',
      'events.5.expectedAt event.expected_missing',
      'events.6.corrects event.corrects_unknown',
      'events.7.corrects event.corrects_unknown',
      'events.8.id event.id_reused',
    ]);
    expect((await persistence.events.list(providerId, DAYS)).map(({ id }) => id)).not.toContain(idOf(20));
  });

  it('are of one’s own visits; the office reports for everybody it names', async () => {
    expect(codes(await report([event(30)], nurse))).toEqual(['events.0.visit event.not_yours']);
    expect(codes(await report([event(30, { staff: carer.staffId })], nurse))).toEqual(['events.0.visit event.not_yours']);
    expect(codes(await report([event(30)], office))).toEqual(['events.0.staff event.staff_unknown']);
    const missed = event(31, { visit: left, staff: nurse.staffId, kind: 'not_given', reason: 'ill' });
    expect(await report([missed], office)).toEqual({ ok: true, recorded: 1, repeated: 0 });
  });

  it('are corrected by further events, each of them once', async () => {
    expect(await report([event(40, { kind: 'checked_out', at: at('09:20'), corrects: idOf(3) })])).toMatchObject({ ok: true });
    expect(codes(await report([event(41, { kind: 'checked_out', at: at('09:25'), corrects: idOf(3) })]))).toEqual([
      'events.0.corrects event.already_corrected',
    ]);
    const race = await Promise.all([42, 43].map((n) => report([event(n, { kind: 'withdrawn', corrects: idOf(40) })])));
    expect(race.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(race.flatMap(codes)).toEqual(['events.0.corrects event.already_corrected']);
  });
});
