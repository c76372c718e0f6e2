import type { JobsOptions, QueueOptions } from 'bullmq';

/** Queue of plan jobs; its jobs are named like it. */
export const PLAN_QUEUE = 'plans';

/** Queue of jobs that recompute plans; its jobs are named like it. */
export const REPLAN_QUEUE = 'replans';

/** Queue of studies of growth; its jobs are named like it. They take minutes, and no plan waits for one. */
export const GROWTH_QUEUE = 'growth';

/** How long a recomputation waits for further changes of the same days, milliseconds: people record several in a row. */
export const REPLAN_DELAY_MS = 800;

/** First part of every key in Redis. */
export const KEY_PREFIX = 'apgaita';

/**
 * The queue's own settings, the same for everybody who opens it. Few events are
 * kept: nobody reads them late, and some Redis-compatible servers copy the
 * whole stream on every script.
 */
export const QUEUE_SETTINGS = {
  prefix: KEY_PREFIX,
  streams: { events: { maxLen: 200 } },
} as const satisfies Omit<QueueOptions, 'connection'>;

/**
 * A plan job: three attempts, 2 s and 4 s apart. Nothing of it stays behind:
 * plans are the record, and a job that stayed would keep its id from being
 * used when the plan has to be queued again.
 */
export const PLAN_JOB_SETTINGS: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 2000 },
  removeOnComplete: true,
  removeOnFail: true,
};

/** How long what has failed for good is left alone before its days are looked at again, milliseconds. */
export const FAILED_RESTS_MS = 10 * 60_000;

/**
 * A job of recomputation: eight attempts over about two minutes, so that a restart of Postgres is outlasted. One that fails
 * for good stays behind while it rests, so that it is not taken for lost.
 */
export const REPLAN_JOB_SETTINGS: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: { age: FAILED_RESTS_MS / 1000 },
  stackTraceLimit: 0,
};

/** No job waits longer: the last backoff of a recomputation is 64 s. One that would was added by a clock that was ahead. */
export const LONGEST_DELAY_MS = 120_000;

/**
 * How a worker holds its jobs, milliseconds. A killed worker's job is free
 * after the lock has run out and the next look for stalled jobs, 20 s at most.
 * A plan may lose its worker this often before it counts as the plan's fault.
 */
export const WORKER_SETTINGS = { lockDuration: 15_000, stalledInterval: 5000, maxStalledCount: 5 } as const;
