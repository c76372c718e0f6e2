import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Client as PgClient } from 'pg';
import type { DifferenceView } from '#contracts';
import { startPostgres, testRedis, type EmbeddedServer } from '#embedded';
import { createPlanQueue, relayOutbox, type PlanQueue } from '#jobs';
import { applyMigrations, createPersistence, type Persistence } from '#persistence';
import { replanDays, type PlanSolver } from '#planning';
import { createThreadSolver } from '#threads';
import { addDays, dayOf, instantOf, isoWeekStart } from '#time';
import { createTravelTimes } from '#travel';
import { startProgram, startWorker, type Program, type Servers } from './program.js';
import { client, member, pattern, shifts, storyProvider } from './story-provider.js';

/** Longer than a killed worker's lock, the look for stalled jobs and a recomputation take together on a busy machine. */
const CONVERGED_WITHIN_MS = 90_000;

/** These workers have the machine's own clock: the day lies a week ahead. */
const DAY = addDays(dayOf(Date.now() / 1000), 7);

let folder: string;
let postgres: EmbeddedServer;
let redisUrl: string;
let redis: Redis;
let queue: PlanQueue;
let persistence: Persistence;
let providerId: string;
let absences = 0;
const workers: Program[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'apgaita-lost-'));
  postgres = await startPostgres({ dataDir: folder, fsync: false });
  await applyMigrations(postgres.url);
  redisUrl = await testRedis();
  redis = new Redis(redisUrl);
  queue = createPlanQueue({ redisUrl, onError: () => undefined });
  persistence = createPersistence({ databaseUrl: postgres.url });
  const clients = [1, 2, 3, 4].map((n) => client(n));
  ({ providerId } = await persistence.providers.write(
    storyProvider('LOST', {
      clients,
      staff: [member('S1'), member('S2')],
      shifts: shifts(['S1', 'S2'], [DAY]),
      patterns: clients.map(({ id }) =>
        pattern(`P-${id}`, id, ['CLEAN'], { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }),
      ),
      preferences: clients.map(({ id }, n) => ({ id: `W-${id}`, client: id, staff: n < 2 ? 'S1' : 'S2', kind: 'preferred' })),
    }),
  ));
});

/** Each test leaves the plan as published, nobody ill and no worker. */
afterEach(async () => {
  if (absences > 0) await recover();
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGTERM')));
}, CONVERGED_WITHIN_MS);

afterAll(async () => {
  await persistence.close();
  await queue.close();
  redis.disconnect();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function worker(): Promise<Program> {
  const started = await startWorker({ databaseUrl: postgres.url, redisUrl });
  workers.push(started);
  return started;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + CONVERGED_WITHIN_MS;
  // While Postgres is away nothing can be said.
  while (!(await done().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(JSON.stringify(workers.flatMap(({ log }) => log).slice(-5)));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const by = { actor: 'test', today: dayOf(Date.now() / 1000) };

/** Records that the first carer is ill, as the API does before it kicks the relay. */
async function fallIll(): Promise<void> {
  const absence = { id: `ILL-${++absences}`, staff: 'S1', from: DAY, to: DAY, kind: 'sick' } as const;
  expect(await persistence.changes.record(providerId, { kind: 'staff_absent', absence }, by)).toMatchObject({ ok: true });
}

/** Takes the illness back and waits until no draft is left of it. */
async function recover(): Promise<void> {
  expect(await persistence.changes.record(providerId, { kind: 'staff_back', staff: 'S1', on: DAY }, by)).toMatchObject({
    ok: true,
  });
  if (workers.length === 0) await worker();
  await settled();
  expect(await openDrafts()).toEqual([]);
}

const settled = (): Promise<void> => until(async () => (await persistence.replans.unsettled(providerId)) === 0);

async function openDrafts(): Promise<string[]> {
  const plans = await persistence.planReader.summaries(providerId, 100);
  return plans.filter(({ basedOn, status }) => basedOn !== null && status === 'draft').map(({ id }) => id);
}

/** Starts a worker and kills it once it wants to write what is the provider's, whose row somebody else holds till then. */
async function killOneThatWrites(servers: Servers = { databaseUrl: postgres.url, redisUrl }): Promise<void> {
  const holder = new PgClient({ connectionString: postgres.url });
  // Within a transaction Postgres shows what others do as it was at the first look.
  const watcher = new PgClient({ connectionString: postgres.url });
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM providers WHERE id = $1 FOR UPDATE', [providerId]);
    // It may have to write before it says that it is ready.
    const killed = startProgram('worker', servers);
    await until(async () => {
      const { rowCount } = await watcher.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`);
      return (rowCount ?? 0) > 0;
    });
    await killed.end('SIGKILL');
  } finally {
    await holder.query('ROLLBACK');
    await Promise.all([holder.end(), watcher.end()]);
  }
}

type State = Omit<DifferenceView, 'change'>[];

/** All that is left when everything has been looked at: the one draft's differences, and its figures. */
async function state(): Promise<{ readonly differences: State; readonly figures: unknown }> {
  await settled();
  const drafts = await openDrafts();
  expect(drafts).toHaveLength(1);
  const differences = (await persistence.replans.differences(providerId, drafts[0])) ?? [];
  const { seconds: _, ...figures } = (await persistence.planReader.summary(providerId, drafts[0]))!.figures!;
  return { differences: differences.map(({ change: __, ...rest }) => rest), figures };
}

describe('a change', () => {
  let wanted: Awaited<ReturnType<typeof state>>;

  it('leads to a draft when nothing goes wrong', async () => {
    const { id } = await persistence.plans.request(providerId, { from: DAY, to: DAY, seconds: 1, threads: 1, seed: 1 }, null);
    await worker();
    await until(async () => (await persistence.plans.find(providerId, id))?.status === 'draft');
    expect(await persistence.plans.publish(providerId, id, 'test')).toBe('published');
    await fallIll();
    wanted = await state();
    expect(wanted.differences.map(({ effect, cause }) => `${effect} ${cause}`)).toEqual(Array(2).fill('reassigned direct'));
  }, 120_000);

  it('leads to the same when its worker is killed in the middle', async () => {
    await fallIll();
    // It is caught between solving and storing.
    await killOneThatWrites();
    expect(await persistence.replans.unsettled(providerId)).toBe(1);
    expect(await openDrafts()).toEqual([]);
    await worker();
    expect(await state()).toEqual(wanted);
  }, 150_000);

  it('leads to the same when nobody lives to queue it', async () => {
    await fallIll();
    await worker();
    expect(await state()).toEqual(wanted);
  }, 120_000);

  it('leads to the same when Redis is emptied after it was queued', async () => {
    await fallIll();
    await relayOutbox(persistence.outbox, queue);
    await redis.flushdb();
    await worker();
    expect(await state()).toEqual(wanted);
  }, 120_000);

  it('leads to the same when Redis is emptied under a waiting worker', async () => {
    await worker();
    await fallIll();
    await relayOutbox(persistence.outbox, queue);
    await redis.flushdb();
    expect(await state()).toEqual(wanted);
  }, 120_000);

  it('leads to the same when Postgres is restarted under the worker', async () => {
    await worker();
    await fallIll();
    await relayOutbox(persistence.outbox, queue);
    await postgres.stop();
    postgres = await startPostgres({ dataDir: folder, port: Number(new URL(postgres.url).port), fsync: false });
    expect(await state()).toEqual(wanted);
  }, 120_000);

  it('is looked at once, however often its record is sent', async () => {
    await fallIll();
    for (let time = 0; time < 3; time++) {
      await persistence.outbox.reopen((await persistence.outbox.undone()).map(({ id }) => id));
      await relayOutbox(persistence.outbox, queue);
    }
    const only = await worker();
    expect(await state()).toEqual(wanted);
    expect(only.log.filter(({ msg }) => msg === 'replan job done')).toHaveLength(1);
  }, 120_000);

  it('is not lost when it comes while another is looked at: both are in one draft, begun anew', async () => {
    await fallIll();
    const real = createThreadSolver();
    let solved = 0;
    const solver: PlanSolver = {
      async solve(problem, options) {
        solved += 1;
        if (solved === 1) {
          const away = { kind: 'client_away', client: 'C3', from: DAY, to: DAY, reason: 'away' } as const;
          expect(await persistence.changes.record(providerId, away, by)).toMatchObject({ ok: true });
          // Nothing but the newer change ends this search.
          await new Promise<void>((resolve) => options.signal?.addEventListener('abort', () => resolve()));
        }
        return real.solve(problem, options);
      },
    };
    const monday = isoWeekStart(DAY);
    const parts = { providers: persistence.providers, replans: persistence.replans, travel: createTravelTimes(), solver };
    const job = { version: 1, providerId, from: monday, to: addDays(monday, 6) } as const;
    const outcomes = await replanDays(job, { ...parts, now: () => new Date() });
    expect(outcomes.map(({ status }) => status)).toEqual(['stored']);
    expect(solved).toBeGreaterThan(1);
    expect(await persistence.replans.unsettled(providerId)).toBe(0);
    const [draft] = await openDrafts();
    const differences = (await persistence.replans.differences(providerId, draft)) ?? [];
    expect(differences.map(({ client: of, effect, change }) => `${of} ${effect} ${change?.kind}`).sort()).toEqual([
      'Given1 Client1 reassigned staff_absent',
      'Given2 Client2 reassigned staff_absent',
      'Given3 Client3 removed client_away',
    ]);
    await persistence.changes.record(providerId, { kind: 'client_back', client: 'C3', on: DAY }, by);
  }, 120_000);

  it('of a neighbour is told once, though the worker dies while it tells', async () => {
    const { providerId: neighbour } = await persistence.providers.write(storyProvider('NEXT', { clients: [client(1)] }));
    const office = { actor: randomUUID(), today: by.today };
    const key = (await persistence.sharing.share(neighbour, { client: 'C1', key: null, ...office }))?.key ?? null;
    await persistence.sharing.share(providerId, { client: 'C1', key, ...office });
    const told = async (): Promise<number> => {
      const changes = await persistence.changes.list(providerId, 100);
      return changes.filter(({ kind }) => kind === 'elsewhere_changed').length;
    };
    const unsent = async (): Promise<number> => (await persistence.outbox.pending(100)).length;
    await relayOutbox(persistence.outbox, queue);
    const before = await told();
    const consent = { id: 'K1', client: 'C1', direction: 'health_to_social', scope: 'plans', givenOn: by.today } as const;
    expect(await persistence.changes.record(neighbour, { kind: 'consent_given', consent }, by)).toMatchObject({ ok: true });
    await killOneThatWrites();
    expect([await told(), await unsent()]).toEqual([before, 1]);
    await worker();
    await until(async () => (await told()) > before && (await unsent()) === 0);
    await fallIll();
    expect(await state()).toEqual(wanted);
    expect(await told()).toBe(before + 1);
  }, 150_000);
});

describe('the nightly horizon', () => {
  it('that a night without a machine has missed is planned once, though the worker dies in the middle', async () => {
    const tomorrow = addDays(dayOf(Date.now() / 1000), 1);
    // It is noon when somebody turns the machine on.
    const clock = join(folder, 'clock');
    writeFileSync(clock, String(instantOf(tomorrow, '12:00') * 1000 - Date.now()));
    const servers = {
      ...{ databaseUrl: postgres.url, redisUrl, env: { APGAITA_CLOCK_FILE: clock } },
      imports: [new URL('../faults/shifted-clock.js', import.meta.url).href],
    };
    const settings = await persistence.replans.settings(providerId);
    await persistence.replans.saveSettings(providerId, { ...settings, horizonDays: 7 }, 'test');
    const requested = async (): Promise<string[]> => {
      const plans = await persistence.planReader.summaries(providerId, 100);
      return plans.filter(({ basedOn, from }) => basedOn === null && from !== DAY).map(({ from, to }) => `${from} ${to}`);
    };
    const hasRun = (): Promise<boolean> => persistence.schedules.hasRun(providerId, 'horizon', tomorrow);
    await killOneThatWrites(servers);
    expect([await requested(), await hasRun()]).toEqual([[], false]);
    workers.push(...(await Promise.all([startWorker(servers), startWorker(servers)])));
    await until(hasRun);
    const days = [`${addDays(DAY, 1)} ${addDays(DAY, 1)}`, `${addDays(tomorrow, 1)} ${addDays(DAY, -1)}`];
    expect((await requested()).sort()).toEqual(days.sort());
    await Promise.all(workers.splice(0).map((each) => each.end('SIGTERM')));
    await persistence.replans.saveSettings(providerId, settings, 'test');
  }, 150_000);
});
