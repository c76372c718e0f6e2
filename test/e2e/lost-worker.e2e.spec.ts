import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { JOB_VERSION } from '#contracts';
import { testDatabase, testRedis } from '#embedded';
import { createPlanQueue, PLAN_JOB_SETTINGS, PLAN_QUEUE, QUEUE_SETTINGS, relayOutbox, type PlanQueue } from '#jobs';
import { createPersistence, type Persistence } from '#persistence';
import type { PlanRecord } from '#planning';
import { startWorker, type Program, type Servers } from './program.js';
import { DAY, smallProvider } from './small-provider.js';
import { violationsOfStored } from './stored-plan.js';
import { settleTenant } from './tenant.js';

/** Longer than a killed worker's lock, the look for stalled jobs and a search take together. */
const CONVERGED_WITHIN_MS = 60_000;

let servers: Servers;
let persistence: Persistence;
let queue: PlanQueue;
let redis: Redis;
let providerId: string;
const workers: Program[] = [];

beforeAll(async () => {
  servers = { databaseUrl: await testDatabase(), redisUrl: await testRedis() };
  persistence = createPersistence(servers);
  queue = createPlanQueue({ redisUrl: servers.redisUrl, onError: () => undefined });
  redis = new Redis(servers.redisUrl);
  ({ providerId } = await settleTenant(persistence, smallProvider('SMALL')));
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGTERM')));
});

afterAll(async () => {
  await queue.close();
  redis.disconnect();
  await persistence.close();
});

async function worker(): Promise<Program> {
  const started = await startWorker(servers);
  workers.push(started);
  return started;
}

/** Records the request with its outbox record, as the API does before it kicks the relay. */
function request(seconds: number): Promise<PlanRecord> {
  return persistence.plans.request(providerId, { from: DAY, to: DAY, seconds, threads: 1, seed: 1 }, null);
}

/** Looks at the plan until it is as wanted. */
async function until(planId: string, wanted: (plan: PlanRecord) => boolean): Promise<PlanRecord> {
  const deadline = Date.now() + CONVERGED_WITHIN_MS;
  for (;;) {
    const plan = await persistence.plans.find(providerId, planId);
    if (plan && wanted(plan)) return plan;
    if (Date.now() > deadline || (plan && finished(plan)))
      throw new Error(`the plan is ${plan?.status} in ${plan?.progress?.phase}: ${plan?.failure}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const searching = ({ status, progress }: PlanRecord): boolean => status === 'running' && progress?.phase === 'searching';
const finished = ({ status }: PlanRecord): boolean => status !== 'requested' && status !== 'running';
const jobsDone = (of: Program): number =>
  of.log.filter(({ msg, outcome }) => msg === 'plan job done' && outcome === 'stored').length;

async function expectOneSoundPlan(planId: string): Promise<void> {
  expect(await until(planId, finished)).toMatchObject({ status: 'draft', failure: null });
  const summary = await persistence.planReader.summary(providerId, planId);
  const routes = await persistence.planReader.routes(providerId, planId, null);
  expect(summary?.figures?.served).toBe(3);
  expect(routes).toHaveLength(summary?.figures?.routes ?? 0);
  expect(await violationsOfStored(persistence, { providerId, planId })).toEqual([]);
}

describe('a plan', () => {
  it('is finished once by the next worker when its worker is killed in the middle', async () => {
    const killed = await worker();
    const { id } = await request(4);
    await relayOutbox(persistence.outbox, queue);
    await until(id, searching);
    await killed.end('SIGKILL');
    expect(await persistence.plans.find(providerId, id)).toMatchObject({ status: 'running', finishedAt: null });
    const next = await worker();
    await expectOneSoundPlan(id);
    expect([jobsDone(killed), jobsDone(next)]).toEqual([0, 1]);
  }, 90_000);

  it('goes back to the queue when its worker is asked to stop', async () => {
    const stopped = await worker();
    const { id } = await request(4);
    await relayOutbox(persistence.outbox, queue);
    await until(id, searching);
    expect(await stopped.end('SIGTERM')).toBe(0);
    const next = await worker();
    await expectOneSoundPlan(id);
    expect([jobsDone(stopped), jobsDone(next)]).toEqual([0, 1]);
  }, 60_000);

  it('is finished although Redis is emptied after it was queued', async () => {
    const { id } = await request(1);
    await relayOutbox(persistence.outbox, queue);
    await redis.flushdb();
    await worker();
    await expectOneSoundPlan(id);
  }, 60_000);

  it('is finished although Redis is emptied under a waiting worker, and nobody kicks the outbox', async () => {
    await worker();
    const { id } = await request(1);
    await redis.flushdb();
    await expectOneSoundPlan(id);
  }, 60_000);

  it('is queued and planned once, however often its record is sent', async () => {
    const { id } = await request(1);
    for (let time = 0; time < 3; time++) {
      await persistence.outbox.reopen((await persistence.outbox.undone()).map(({ id }) => id));
      await relayOutbox(persistence.outbox, queue);
    }
    const only = await worker();
    await expectOneSoundPlan(id);
    await only.end('SIGTERM');
    expect(only.log.filter(({ msg }) => msg === 'plan job done')).toHaveLength(1);
  }, 60_000);

  it('of a later version is left to a worker that knows it', async () => {
    const inspector = new Queue(PLAN_QUEUE, { connection: redis, ...QUEUE_SETTINGS });
    const data = { version: JOB_VERSION + 1, providerId, planId: randomUUID() };
    const newer = await inspector.add(PLAN_QUEUE, data, PLAN_JOB_SETTINGS);
    const { id } = await request(1);
    await relayOutbox(persistence.outbox, queue);
    const old = await worker();
    await expectOneSoundPlan(id);
    expect(await newer.getState()).toBe('delayed');
    expect(old.log.filter(({ msg }) => msg === 'job failed')).toEqual([]);
    await newer.remove();
    await inspector.close();
  }, 60_000);
});
