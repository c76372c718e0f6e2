import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { PlanJob, ReplanJob } from '#contracts';
import type { JobQueue } from '#planning';
import { redisCounts, type Counts } from './counts.js';
import {
  KEY_PREFIX,
  PLAN_JOB_SETTINGS,
  PLAN_QUEUE,
  QUEUE_SETTINGS,
  REPLAN_DELAY_MS,
  REPLAN_JOB_SETTINGS,
  REPLAN_QUEUE,
} from './queue-settings.js';

/** The queue as the programs open it. */
export interface PlanQueue extends JobQueue {
  /** False when Redis does not know us: it is new, was emptied, or restarted without its data. */
  remembers(): Promise<boolean>;
  /** Leaves the mark {@link PlanQueue.remembers} looks for. */
  leaveMark(): Promise<void>;
  /** Resolves when Redis answers, rejects when it does not. */
  ping(): Promise<void>;
  /** How many jobs of each queue wait, work or are delayed. */
  depths(): Promise<Readonly<Record<string, number>>>;
  /** Counts of things that must not happen too often. */
  readonly counts: Counts;
  close(): Promise<void>;
}

/** Where Redis is and whom to tell of lost connections; they mend themselves. */
export interface PlanQueueSettings {
  readonly redisUrl: string;
  readonly onError: (error: Error) => void;
}

const MARK = `${KEY_PREFIX}:mark`;

/**
 * Opens the queues. A plan job's id is its plan's, so that a plan is queued once however often it is added. A job of
 * recomputation is one for a provider and its days: it waits a moment for further changes, and what arrives while it works
 * makes one more.
 */
export function createPlanQueue({ redisUrl, onError }: PlanQueueSettings): PlanQueue {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, disconnectTimeout: 200 });
  redis.on('error', onError);
  const queue = new Queue(PLAN_QUEUE, { connection: redis, ...QUEUE_SETTINGS, defaultJobOptions: PLAN_JOB_SETTINGS });
  const replans = new Queue(REPLAN_QUEUE, { connection: redis, ...QUEUE_SETTINGS, defaultJobOptions: REPLAN_JOB_SETTINGS });
  for (const each of [queue, replans]) each.on('error', onError);
  return {
    counts: redisCounts(redis),
    async addPlan(job: PlanJob) {
      // The queue would wait for Redis to come; whoever relays would rather know and try again.
      await redis.ping();
      await queue.add(PLAN_QUEUE, job, { jobId: job.planId });
    },
    async addReplan(job: ReplanJob) {
      await redis.ping();
      const deduplication = { id: `${job.providerId}/${job.from}/${job.to}`, keepLastIfActive: true };
      await replans.add(REPLAN_QUEUE, job, { deduplication, delay: REPLAN_DELAY_MS });
    },
    remembers: async () => (await redis.exists(MARK)) === 1,
    async leaveMark() {
      await redis.set(MARK, '1');
    },
    async ping() {
      await redis.ping();
    },
    async depths() {
      const counts = await Promise.all([queue, replans].map((each) => each.getJobCounts('waiting', 'active', 'delayed')));
      return Object.fromEntries(
        [PLAN_QUEUE, REPLAN_QUEUE].flatMap((name, n) =>
          Object.entries(counts[n]).map(([state, count]) => [`${name} ${state}`, count]),
        ),
      );
    },
    async close() {
      await Promise.all([queue.close(), replans.close()]);
      redis.disconnect();
    },
  };
}
