import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { PlanJob } from '#contracts';
import { testRedis } from '#embedded';
import type { Outbox } from '#planning';
import { createPlanQueue, PLAN_QUEUE, QUEUE_SETTINGS, refillQueue, relayOutbox, type PlanQueue } from './index.js';

const PROVIDER = '00000000-0000-4000-8000-000000000001';
const job = (n: number): PlanJob => ({
  version: 1,
  providerId: PROVIDER,
  planId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
});

/** Records in memory, all of unfinished plans. */
class Records implements Outbox {
  readonly jobs = new Map<string, PlanJob>();
  readonly unsent = new Set<string>();

  add(n: number): void {
    this.jobs.set(String(n), job(n));
    this.unsent.add(String(n));
  }

  pending(limit: number) {
    const ids = [...this.unsent].slice(0, limit);
    return Promise.resolve(ids.map((id) => ({ id, topic: 'plan' as const, job: this.jobs.get(id) as PlanJob })));
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

  reopenUnfinished() {
    const closed = [...this.jobs.keys()].filter((id) => !this.unsent.has(id));
    for (const id of closed) this.unsent.add(id);
    return Promise.resolve(closed.length);
  }
}

let redis: Redis;
let inspector: Queue;
let queue: PlanQueue;
let outbox: Records;

beforeAll(async () => {
  const redisUrl = await testRedis();
  redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  inspector = new Queue(PLAN_QUEUE, { connection: redis, ...QUEUE_SETTINGS });
  queue = createPlanQueue({ redisUrl, onError: () => undefined });
});

beforeEach(async () => {
  await redis.flushdb();
  outbox = new Records();
});

afterAll(async () => {
  await queue.close();
  await inspector.close();
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
    await outbox.reopenUnfinished();
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
      addPlan: ({ planId }: PlanJob) => (planId === job(2).planId ? Promise.reject(new Error('gone')) : Promise.resolve()),
    };
    await expect(relayOutbox(outbox, broken)).rejects.toThrow('gone');
    expect([...outbox.unsent]).toEqual(['1', '2']);
  });
});

describe('refillQueue', () => {
  it('does nothing while Redis remembers', async () => {
    outbox.add(1);
    await refillQueue(outbox, queue);
    await relayOutbox(outbox, queue);
    expect(await refillQueue(outbox, queue)).toBe(0);
  });

  it('queues again what an emptied Redis forgot', async () => {
    outbox.add(1);
    outbox.add(2);
    await refillQueue(outbox, queue);
    expect(await inspector.getWaitingCount()).toBe(2);
    await redis.flushdb();
    expect(await refillQueue(outbox, queue)).toBe(2);
    expect(await waiting()).toEqual([job(1), job(2)]);
    expect(await refillQueue(outbox, queue)).toBe(0);
  });

  it('tries again when it dies between queueing and leaving its mark', async () => {
    outbox.add(1);
    await relayOutbox(outbox, queue);
    await redis.flushdb();
    const dying: PlanQueue = { ...queue, leaveMark: () => Promise.reject(new Error('killed')) };
    await expect(refillQueue(outbox, dying)).rejects.toThrow('killed');
    expect(await refillQueue(outbox, queue)).toBe(1);
    expect(await waiting()).toEqual([job(1)]);
  });
});
