import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { PlanProgress } from '#contracts';
import type { PlanningData, PlanRecord, PlanResult } from '#planning';
import { testDatabase } from '#embedded';
import { createPersistence, type Persistence } from '../index.js';
import { FIGURES, planRequest, planResult, route, stop, visitOf } from '../testing/plan-result.js';
import { smallProvider } from '../testing/small-provider.js';

const MONDAY = '2026-11-23';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const PROGRESS: PlanProgress = { phase: 'searching', share: 0.5, seconds: 1, iterations: 10, cost: 99, visits: 3, served: 2 };

let persistence: Persistence;
let sql: Client;
let providerId: string;
let data: PlanningData;
let providers = 0;

beforeAll(async () => {
  const databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  sql = new Client({ connectionString: databaseUrl });
  await sql.connect();
});

afterAll(async () => {
  await sql.end();
  await persistence.close();
});

beforeEach(async () => {
  const provider = { code: `P${++providers}`, name: 'Test' };
  ({ providerId } = await persistence.providers.write(smallProvider({ provider })));
  data = await persistence.providers.planningData(providerId, MONDAY, '2026-11-29');
});

/** Monday: the wound care at 08:10 by the nurse; bath and cleaning are left out. */
function oneRoute(minute = 490): PlanResult {
  const visits = data.patterns.map((pattern) => visitOf(pattern, MONDAY));
  const nurse = data.shifts[1];
  return planResult(MONDAY, visits, [
    route(nurse, minute - 10, [stop(visits[2].key, '1', [minute, minute, minute + 60])], minute + 70),
  ]);
}

async function drafted(result: PlanResult = oneRoute(), to: string = MONDAY): Promise<PlanRecord> {
  const plan = await persistence.plans.request(providerId, planRequest(MONDAY, to), null);
  await persistence.plans.begin(plan.id);
  await persistence.plans.finish(plan.id, result);
  return plan;
}

async function count(table: string, where: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(`SELECT count(*)::int FROM ${table} WHERE ${where}`);
  return rows[0].count;
}

const status = async (plan: PlanRecord): Promise<string | undefined> =>
  (await persistence.plans.find(providerId, plan.id))?.status;

describe('asking for a plan', () => {
  it('numbers a provider’s plans, newest first, and writes the job with the plan', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => persistence.plans.request(providerId, planRequest(MONDAY, '2026-11-29'), 'me')),
    );
    expect([first.version, second.version].sort()).toEqual([1, 2]);
    expect(first).toMatchObject({
      ...planRequest(MONDAY, '2026-11-29'),
      providerId,
      status: 'requested',
      finishedAt: null,
      progress: null,
      failure: null,
    });
    expect((await persistence.plans.list(providerId, 10)).map(({ version }) => version)).toEqual([2, 1]);
    expect((await persistence.plans.list(providerId, 1)).map(({ version }) => version)).toEqual([2]);
    const jobs = (await persistence.outbox.pending(100)).map(({ job }) => job);
    expect(jobs).toContainEqual({ version: 1, providerId, planId: first.id });
    expect(jobs).toContainEqual({ version: 1, providerId, planId: second.id });
  });

  it('writes neither for a provider that does not exist', async () => {
    const before = (await persistence.outbox.pending(1000)).length;
    await expect(persistence.plans.request(UNKNOWN, planRequest(MONDAY), null)).rejects.toThrow('no provider');
    expect(await persistence.outbox.pending(1000)).toHaveLength(before);
    expect(await count('plans', `provider_id = '${UNKNOWN}'`)).toBe(0);
  });

  it('shows a plan to its own provider only', async () => {
    const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
    expect(await persistence.plans.find(UNKNOWN, plan.id)).toBeNull();
    expect(await persistence.plans.find(providerId, UNKNOWN)).toBeNull();
  });
});

describe('the life of a plan', () => {
  it('is requested, running, and begun again by a restarted worker; then a draft with its figures', async () => {
    const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
    await persistence.plans.progress(plan.id, PROGRESS);
    expect((await persistence.plans.find(providerId, plan.id))?.progress).toBeNull();
    expect(await persistence.plans.begin(plan.id)).toBe(true);
    await persistence.plans.progress(plan.id, PROGRESS);
    expect(await persistence.plans.find(providerId, plan.id)).toMatchObject({ status: 'running', progress: PROGRESS });
    expect(await persistence.plans.begin(plan.id)).toBe(true);
    await persistence.plans.finish(plan.id, oneRoute());
    const finished = await persistence.plans.find(providerId, plan.id);
    expect(finished).toMatchObject({ status: 'draft', failure: null, finishedAt: expect.any(Date) });
    expect(await persistence.planReader.summary(providerId, plan.id)).toMatchObject({
      figures: { ...FIGURES, cost: 1234, iterations: 5_000_000_000, seconds: 1.5 },
      warnings: ['travel.estimated'],
    });
  });

  it('has one result, whoever finishes or fails it again', async () => {
    const plan = await drafted();
    const results = [persistence.plans.finish(plan.id, oneRoute(600)), persistence.plans.fail(plan.id, 'plan.late')];
    await Promise.all([...results, persistence.plans.progress(plan.id, PROGRESS)]);
    expect(await persistence.plans.begin(plan.id)).toBe(false);
    expect(await persistence.plans.find(providerId, plan.id)).toMatchObject({ status: 'draft', failure: null, progress: null });
    expect(await count('routes', `plan_id = '${plan.id}'`)).toBe(1);
  });

  it('has one result when two workers finish at once', async () => {
    const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
    await persistence.plans.begin(plan.id);
    await Promise.all([490, 500, 510].map((minute) => persistence.plans.finish(plan.id, oneRoute(minute))));
    expect(await count('routes', `plan_id = '${plan.id}'`)).toBe(1);
    expect(await count('unserved_visits', `plan_id = '${plan.id}'`)).toBe(2);
  });

  it('keeps a failure’s code and is never begun again', async () => {
    const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
    await persistence.plans.fail(plan.id, 'plan.broken_rules: skill');
    expect(await persistence.plans.find(providerId, plan.id)).toMatchObject({
      status: 'failed',
      failure: 'plan.broken_rules: skill',
    });
    expect(await persistence.plans.begin(plan.id)).toBe(false);
    expect(await persistence.plans.begin(UNKNOWN)).toBe(false);
  });

  it('stores nothing of a result that the database refuses', async () => {
    const plan = await persistence.plans.request(providerId, planRequest(MONDAY), null);
    await persistence.plans.begin(plan.id);
    const result = oneRoute();
    const broken = { ...result, visits: result.visits.map((visit) => ({ ...visit, clientId: UNKNOWN })) };
    await expect(persistence.plans.finish(plan.id, broken)).rejects.toMatchObject({
      kind: 'reference',
      constraint: 'visits_provider_id_client_id_fkey',
    });
    expect(await status(plan)).toBe('running');
    expect(await count('visits', `provider_id = '${providerId}'`)).toBe(0);
  });

  it('keeps one row of a visit over plans, as last demanded', async () => {
    await drafted();
    const result = oneRoute();
    const visits = result.visits.map((visit) => ({ ...visit, durationSeconds: 1800 }));
    await drafted({ ...result, visits });
    expect(await count('visits', `provider_id = '${providerId}' AND duration_seconds = 1800`)).toBe(3);
    expect(await count('visits', `provider_id = '${providerId}'`)).toBe(3);
    expect(await count('visit_parts', `provider_id = '${providerId}' AND duration_seconds = 1800`)).toBe(4);
  });
});

describe('publishing', () => {
  const publish = (plan: PlanRecord): Promise<string> => persistence.plans.publish(providerId, plan.id, 'me');

  it('publishes a draft once, and nothing else', async () => {
    const plan = await drafted();
    const waiting = await persistence.plans.request(providerId, planRequest(MONDAY), null);
    expect(await publish(plan)).toBe('published');
    expect(await publish(plan)).toBe('not_a_draft');
    expect(await publish(waiting)).toBe('not_a_draft');
    expect(await persistence.plans.publish(UNKNOWN, plan.id, 'me')).toBe('not_a_draft');
    expect(await count('assignments', `published AND provider_id = '${providerId}'`)).toBe(1);
    expect(await count('audit_entries', `action = 'plan.published' AND subject_id = '${plan.id}'`)).toBe(1);
  });

  it('supersedes the published plan of the same days', async () => {
    const [old, next] = [await drafted(), await drafted(oneRoute(500))];
    await publish(old);
    expect(await publish(next)).toBe('published');
    expect([await status(old), await status(next)]).toEqual(['superseded', 'published']);
    expect(await count('assignments', `published AND provider_id = '${providerId}'`)).toBe(1);
  });

  it('takes one day over from a week, which stays published for the others', async () => {
    const [week, day] = [await drafted(oneRoute(), '2026-11-29'), await drafted(oneRoute(500))];
    await publish(week);
    expect(await publish(day)).toBe('published');
    expect([await status(week), await status(day)]).toEqual(['published', 'published']);
    expect(await count('plan_days', `published AND plan_id = '${week.id}'`)).toBe(6);
    expect(await count('plan_days', `published AND plan_id = '${day.id}'`)).toBe(1);
  });

  it('refuses to put one person in two places, across days and plans, and leaves all as it was', async () => {
    // Wednesday's night shift runs into Thursday 06:00; a Thursday plan that sends the nurse out at 05:30 collides.
    const night = data.shifts[3];
    const wednesday = { ...visitOf(data.patterns[2], '2026-11-25'), key: 'night' };
    const evening = planResult('2026-11-25', [wednesday], [route(night, 1380, [stop('night', '1', [1700, 1700, 1790])], 1795)]);
    const first = await persistence.plans.request(providerId, planRequest('2026-11-25'), null);
    await persistence.plans.finish(first.id, evening);
    expect(await publish(first)).toBe('published');
    await sql.query(`INSERT INTO shifts (provider_id, external_id, staff_id, date, start_time, end_time, starts_at, ends_at, break_minutes)
      SELECT provider_id, 'W9', staff_id, '2026-11-26', '06:00', '12:00', ends_at, ends_at + interval '6 hours', 0 FROM shifts WHERE id = '${night.id}'`);
    const early = (await persistence.providers.planningData(providerId, '2026-11-26', '2026-11-26')).shifts[0];
    const thursday = { ...visitOf(data.patterns[2], '2026-11-26'), key: 'early' };
    const at = (minute: number): PlanResult =>
      planResult(
        '2026-11-26',
        [thursday],
        [route(early, minute, [stop('early', '1', [minute, minute, minute + 60])], minute + 60)],
      );
    const drafts = await Promise.all(
      [349, 350].map(() => persistence.plans.request(providerId, planRequest('2026-11-26'), null)),
    );
    await persistence.plans.finish(drafts[0].id, at(349));
    await persistence.plans.finish(drafts[1].id, at(350));
    expect(await publish(drafts[0])).toBe('overlap');
    expect([await status(first), await status(drafts[0])]).toEqual(['published', 'draft']);
    expect(await count('assignments', `published AND provider_id = '${providerId}'`)).toBe(1);
    // The night's visit ends at 05:50, and a stop occupies [arrival, end).
    expect(await publish(drafts[1])).toBe('published');
  });

  it('cannot be led around: the database itself refuses a second place and a second person', async () => {
    await publish(await drafted());
    const twice = (staff: string, position: number): Promise<unknown> =>
      sql.query(`INSERT INTO assignments (provider_id, route_id, position, staff_id, kind, visit_id, part, arrival, starts_at, ends_at, published)
        SELECT provider_id, route_id, ${position}, ${staff}, kind, visit_id, part, arrival, starts_at, ends_at, true
        FROM assignments WHERE published AND provider_id = '${providerId}'`);
    await expect(twice('staff_id', 7)).rejects.toThrow(/assignments_(never_in_two_places|one_published_per_part)/);
    await expect(twice(`'${data.staff[0].id}'`, 8)).rejects.toThrow(/assignments_one_published_per_part|fkey/);
    const other = `INSERT INTO plan_days (provider_id, plan_id, date, published) SELECT provider_id, id, '${MONDAY}', true FROM plans WHERE id = `;
    const plan = await persistence.plans.request(providerId, planRequest('2026-12-24'), null);
    await expect(sql.query(`${other}'${plan.id}'`)).rejects.toThrow('plan_days_one_published');
  });
});

describe('the outbox', () => {
  it('gives what is not sent, oldest first, and after a lost queue what is unfinished', async () => {
    const plans: PlanRecord[] = [];
    for (let i = 0; i < 4; i++) plans.push(await persistence.plans.request(providerId, planRequest(MONDAY), null));
    const own = async (): Promise<{ id: string; version: number | undefined }[]> => {
      const pending = await persistence.outbox.pending(1000);
      const mine = pending.filter(({ job }) => job?.providerId === providerId);
      return mine.map(({ id, job }) => ({
        id,
        version: plans.find((plan) => job !== null && 'planId' in job && plan.id === job.planId)?.version,
      }));
    };
    const versions = async (): Promise<unknown[]> => (await own()).map(({ version }) => version);
    expect(await versions()).toEqual([1, 2, 3, 4]);
    expect(await persistence.outbox.pending(1)).toHaveLength(1);
    const all = await persistence.outbox.pending(1000);
    await persistence.outbox.sent(all.map(({ id }) => id));
    expect(await versions()).toEqual([]);
    await persistence.plans.begin(plans[1].id);
    await persistence.plans.fail(plans[2].id, 'plan.failed');
    await persistence.plans.begin(plans[3].id);
    await persistence.plans.finish(plans[3].id, oneRoute());
    const ids = all.map(({ id }) => id);
    expect(await persistence.outbox.reopen(ids)).toBeGreaterThanOrEqual(2);
    expect(await versions()).toEqual([1, 2]);
    expect(await persistence.outbox.reopen(ids)).toBe(0);
  });
});
