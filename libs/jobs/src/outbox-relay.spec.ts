import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Queue, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { PlanJob, ReplanJob } from '#contracts';
import { testRedis } from '#embedded';
import type { Outbox } from '#planning';
import { createPlanQueue, PLAN_QUEUE, QUEUE_SETTINGS, relayOutbox, REPLAN_QUEUE, resendLost, type PlanQueue } from './index.js';

const PROVIDER = '00000000-0000-4000-8000-000000000001';
const job = (n: number): PlanJob => ({
  version: 1,
  providerId: PROVIDER,
  planId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
});

const recordOf = (id: string, each: PlanJob | ReplanJob) =>
  'planId' in each ? { id, topic: 'plan' as const, job: each } : { id, topic: 'replan' as const, job: each };

/** Records in memory, all of unfinished plans. */
class Records implements Outbox {
  readonly jobs = new Map<string, PlanJob | ReplanJob>();
  readonly unsent = new Set<string>();

  add(n: number): void {
    this.jobs.set(String(n), job(n));
    this.unsent.add(String(n));
  }

  addReplan(id: string): void {
    this.jobs.set(id, { version: 1, providerId: PROVIDER, from: '2026-11-30', to: '2026-12-06' });
    this.unsent.add(id);
  }

  pending(limit: number) {
    const ids = [...this.unsent].slice(0, limit);
    return Promise.resolve(ids.map((id) => recordOf(id, this.jobs.get(id)!)));
  }

  sent(ids: readonly string[]) {
    for (const id of ids) this.unsent.delete(id);
    return Promise.resolve();
  }

  backlog() {
    return Promise.resolve({ unsent: this.unsent.size, oldestSeconds: 0, unsettled: 0 });
  }

  tellNeighbours() {
    return Promise.reject(new Error('nobody has neighbours here'));
  }

  undone() {
    const sent = [...this.jobs].filter(([id]) => !this.unsent.has(id));
    return Promise.resolve(sent.map(([id, each]) => recordOf(id, each)));
  }

  reopen(ids: readonly string[]) {
    for (const id of ids) this.unsent.add(id);
    return Promise.resolve(ids.length);
  }
}

let redis: Redis;
let inspector: Queue;
let replans: Queue;
let queue: PlanQueue;
let outbox: Records;

beforeAll(async () => {
  const redisUrl = await testRedis();
  redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  inspector = new Queue(PLAN_QUEUE, { connection: redis, ...QUEUE_SETTINGS });
  replans = new Queue(REPLAN_QUEUE, { connection: redis, ...QUEUE_SETTINGS });
  queue = createPlanQueue({ redisUrl, onError: () => undefined });
});

beforeEach(async () => {
  await redis.flushdb();
  outbox = new Records();
});

afterAll(async () => {
  await queue.close();
  await Promise.all([inspector.close(), replans.close()]);
  redis.disconnect();
});

const waiting = async (): Promise<unknown[]> => (await inspector.getWaiting()).map((found) => found.data as unknown);

describe('relayOutbox', () => {
  it('queues every record once and forgets it', async () => {
    for (let n = 1; n <= 250; n++) outbox.add(n);
    expect(await relayOutbox(outbox, queue)).toBe(250);
    expect(await relayOutbox(outbox, queue)).toBe(0);
    expect(await inspector.getWaitingCount()).toBe(250);
    expect((await waiting())[0]).toEqual(job(1));
  });

  it('makes one job of a record that is sent again', async () => {
    outbox.add(1);
    await relayOutbox(outbox, queue);
    await outbox.reopen(['1']);
    expect(await relayOutbox(outbox, queue)).toBe(1);
    expect(await waiting()).toEqual([job(1)]);
  });

  it('makes one job when two programs relay at the same time', async () => {
    outbox.add(1);
    await Promise.all([relayOutbox(outbox, queue), relayOutbox(outbox, queue)]);
    expect(await waiting()).toEqual([job(1)]);
  });

  it('keeps a record unsent whose job did not reach the queue', async () => {
    outbox.add(1);
    outbox.add(2);
    const broken = {
      addReplan: () => Promise.resolve(),
      addGrowth: () => Promise.resolve(),
      addPlan: ({ planId }: PlanJob) => (planId === job(2).planId ? Promise.reject(new Error('gone')) : Promise.resolve()),
    };
    await expect(relayOutbox(outbox, broken)).rejects.toThrow('gone');
    expect([...outbox.unsent]).toEqual(['1', '2']);
  });
});

describe('resendLost', () => {
  it('leaves alone what waits or works', async () => {
    outbox.add(1);
    outbox.addReplan('week');
    await relayOutbox(outbox, queue);
    expect(await resendLost(outbox, queue)).toBe(0);
    expect([...outbox.unsent]).toEqual([]);
  });

  it('queues again what an emptied Redis forgot', async () => {
    outbox.add(1);
    outbox.add(2);
    outbox.addReplan('week');
    await relayOutbox(outbox, queue);
    await redis.flushdb();
    expect(await resendLost(outbox, queue)).toBe(3);
    expect(await waiting()).toEqual([job(1), job(2)]);
    expect(await resendLost(outbox, queue)).toBe(0);
  });

  it('queues again the one job of many that is gone', async () => {
    outbox.add(1);
    outbox.add(2);
    await relayOutbox(outbox, queue);
    await inspector.remove(job(1).planId);
    expect(await resendLost(outbox, queue)).toBe(1);
    expect(await waiting()).toEqual([job(2), job(1)]);
  });

  it('lets a job go on that a clock far ahead has put off', async () => {
    outbox.addReplan('week');
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3 * 3_600_000);
    await relayOutbox(outbox, queue);
    later.mockRestore();
    expect(await replans.getJobCounts('delayed', 'wait')).toEqual({ delayed: 1, wait: 0 });
    expect(await resendLost(outbox, queue)).toBe(0);
    expect(await replans.getJobCounts('delayed', 'wait')).toEqual({ delayed: 0, wait: 1 });
  });

  it('lets a job rest that has failed for good, and then looks again', async () => {
    outbox.addReplan('week');
    await relayOutbox(outbox, queue);
    const worker = new Worker(REPLAN_QUEUE, () => Promise.reject(new UnrecoverableError('broken')), {
      ...{ connection: redis, prefix: QUEUE_SETTINGS.prefix },
    });
    await new Promise((resolve) => worker.once('failed', resolve));
    await worker.close();
    expect(await resendLost(outbox, queue)).toBe(0);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000);
    expect(await resendLost(outbox, queue)).toBe(1);
    later.mockRestore();
  });
});
