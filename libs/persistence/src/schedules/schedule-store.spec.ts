import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '#embedded';
import { runSchedules } from '#planning';
import { Client as PgClient } from 'pg';
import { createPersistence, type Persistence } from '../index.js';
import { smallProvider } from '../testing/small-provider.js';

/** The small provider's term ends on 1 December 2026: the GP is asked from 24 November on. */
const MORNING = new Date('2026-11-24T06:10:00+02:00');

let databaseUrl: string;
let persistence: Persistence;
let providerId: string;

beforeAll(async () => {
  databaseUrl = await testDatabase();
  persistence = createPersistence({ databaseUrl });
  ({ providerId } = await persistence.providers.write(smallProvider()));
});

afterAll(() => persistence.close());

const kinds = async (now: Date): Promise<string[]> =>
  (await persistence.workItems.list(providerId, 'open', now)).map(({ kind }) => kind);

describe('a day’s schedules', () => {
  it('are run once by several workers at once', async () => {
    const workers = [1, 2, 3].map(() => createPersistence({ databaseUrl }));
    const runs = await Promise.all(workers.map(({ schedules }) => runSchedules(schedules, MORNING)));
    await Promise.all(workers.map((worker) => worker.close()));
    expect(runs.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(await kinds(MORNING)).toEqual(['request_gp_visit', 'complete_referral']);
    expect(await runSchedules(persistence.schedules, MORNING)).toBe(0);
  });

  it('leave nothing when their worker dies half-way, and are done by the next', async () => {
    const next = new Date('2026-11-25T06:10:00+02:00');
    const run = { name: 'terms', date: '2026-11-25' } as const;
    const item = { key: 'k', kind: 'find_cover', subjectKind: 'pattern', subjectId: providerId } as const;
    const items = [{ ...item, clientId: null, staffId: null, about: '2026-11-25', dueAt: 0 }];
    const broken = {
      workItems: items,
      replaces: [],
      plans: [],
      changes: [{ kind: 'term_lapsed', subject: ['episode', 'no id'], from: '2026-11-25' }],
    } as const;
    await expect(persistence.schedules.commit(providerId, run, broken)).rejects.toThrow();
    expect(await kinds(next)).toEqual(['request_gp_visit', 'complete_referral']);
    expect(await runSchedules(persistence.schedules, next)).toBe(3);
  });

  it('record once that a term has lapsed, and keep the horizon planned', async () => {
    await persistence.replans.saveSettings(
      providerId,
      { ...(await persistence.replans.settings(providerId)), horizonDays: 2 },
      'test',
    );
    for (const day of ['2026-12-02', '2026-12-03']) await runSchedules(persistence.schedules, new Date(`${day}T06:10:00+02:00`));
    const changes = await persistence.changes.list(providerId, 10);
    expect(changes.map(({ kind, client, from }) => [kind, client, from])).toEqual([['term_lapsed', 'Cilda Egle', '2026-12-02']]);
    const plans = await persistence.plans.list(providerId, 10);
    expect(plans.map(({ from, to }) => [from, to])).toEqual([
      ['2026-12-05', '2026-12-05'],
      ['2026-12-03', '2026-12-04'],
    ]);
  });

  it('are claimed by a row that the database allows once', async () => {
    const sql = new PgClient({ connectionString: databaseUrl });
    await sql.connect();
    const again = sql.query(
      `INSERT INTO schedule_runs (provider_id, name, date) VALUES ('${providerId}', 'terms', '2026-12-02')`,
    );
    await expect(again).rejects.toThrow('schedule_runs_pkey');
    await sql.end();
  });
});
