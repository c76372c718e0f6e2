import { Queue, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { GrowthJob, PlanJob, ReplanJob } from '#contracts';
import type { JobQueue } from '#planning';
import { redisCounts, type Counts } from './counts.js';
import {
  FAILED_RESTS_MS,
  GROWTH_QUEUE,
  LONGEST_DELAY_MS,
  PLAN_JOB_SETTINGS,
  PLAN_QUEUE,
  QUEUE_SETTINGS,
  REPLAN_DELAY_MS,
  REPLAN_JOB_SETTINGS,
  REPLAN_QUEUE,
} from './queue-settings.js';

/** The queue as the programs open it. */
export interface PlanQueue extends JobQueue {
  /**
   * The keys ({@link jobKey}) of what has a job: it waits, works, or has just failed for good and rests. Jobs that wait longer
   * than any may, because the clock of whoever added them was ahead, go on at once.
   */
  held(): Promise<ReadonlySet<string>>;
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
  const studies = new Queue(GROWTH_QUEUE, { connection: redis, ...QUEUE_SETTINGS, defaultJobOptions: PLAN_JOB_SETTINGS });
  const queues = [queue, replans, studies];
  for (const each of queues) each.on('error', onError);
  return {
    counts: redisCounts(redis),
    async addPlan(job: PlanJob) {
      // The queue would wait for Redis to come; whoever relays would rather know and try again.
      await redis.ping();
      await queue.add(PLAN_QUEUE, job, { jobId: job.planId });
    },
    async addReplan(job: ReplanJob) {
      await redis.ping();
      const deduplication = { id: jobKey(job), keepLastIfActive: true };
      await replans.add(REPLAN_QUEUE, job, { deduplication, delay: REPLAN_DELAY_MS });
    },
    async addGrowth(job: GrowthJob) {
      await redis.ping();
      await studies.add(GROWTH_QUEUE, job, { jobId: job.growthId });
    },
    async held() {
      await Promise.all(queues.map((each) => goOnAtOnce(each, redis)));
      return new Set((await Promise.all(queues.map(heldBy))).flat().map(jobKey));
    },
    async ping() {
      await redis.ping();
    },
    async depths() {
      const counts = await Promise.all(queues.map((each) => each.getJobCounts('waiting', 'active', 'delayed')));
      return Object.fromEntries(
        [PLAN_QUEUE, REPLAN_QUEUE, GROWTH_QUEUE].flatMap((name, n) =>
          Object.entries(counts[n]).map(([state, count]) => [`${name} ${state}`, count]),
        ),
      );
    },
    async close() {
      await Promise.all(queues.map((each) => each.close()));
      redis.disconnect();
    },
  };
}

type AnyJob = PlanJob | ReplanJob | GrowthJob;

/** What two records must have in common to need one job. */
export function jobKey(job: AnyJob): string {
  if ('growthId' in job) return job.growthId;
  return 'planId' in job ? job.planId : `${job.providerId}/${job.from}/${job.to}`;
}

/** The scores of delayed jobs are the milliseconds at which they are due, times this. */
const SCORE_OF_MS = 0x1000;

async function goOnAtOnce(queue: Queue, redis: Redis): Promise<void> {
  const tooLate = (Date.now() + LONGEST_DELAY_MS) * SCORE_OF_MS;
  for (const id of await redis.zrangebyscore(queue.toKey('delayed'), tooLate, '+inf')) {
    const job = await queue.getJob(id);
    // Another worker may have been quicker.
    await job?.promote().catch(() => undefined);
  }
}

async function heldBy(queue: Queue<AnyJob>): Promise<AnyJob[]> {
  const jobs = await queue.getJobs(['wait', 'prioritized', 'active', 'delayed', 'failed']);
  // A job that ended since its id was read is undefined.
  return jobs.flatMap((job?: Job<AnyJob>) => (job && !isRested(job) ? [job.data] : []));
}

/** Whether a job failed for good so long ago that it counts no more; by whatever clock. */
const isRested = ({ finishedOn }: Job): boolean =>
  finishedOn !== undefined && Math.abs(Date.now() - finishedOn) > FAILED_RESTS_MS;
