import type { JobQueue, Outbox, OutboxJob } from '#planning';
import { jobKey, type PlanQueue } from './plan-queue.js';

/** Records taken from the outbox at a time. */
const BATCH = 100;

/**
 * Carries records of the outbox into the queue. Whoever dies between the two
 * leaves the record unsent, and a record sent twice makes one job.
 */
export async function relayOutbox(outbox: Outbox, queue: JobQueue): Promise<number> {
  let sent = 0;
  for (;;) {
    const pending = await outbox.pending(BATCH);
    for (const record of pending) await carry(record, outbox, queue);
    const jobs = pending.filter(({ topic }) => topic !== 'neighbours');
    if (jobs.length > 0) await outbox.sent(jobs.map((record) => record.id));
    sent += pending.length;
    // Telling neighbours leaves records of theirs.
    if (pending.length < BATCH && jobs.length === pending.length) return sent;
  }
}

function carry(record: { readonly id: string } & OutboxJob, outbox: Outbox, queue: JobQueue): Promise<void> {
  if (record.topic === 'neighbours') return outbox.tellNeighbours(record.id);
  if (record.topic === 'growth') return queue.addGrowth(record.job);
  return record.topic === 'plan' ? queue.addPlan(record.job) : queue.addReplan(record.job);
}

/**
 * Sends again what was sent, is not done and has no job: Redis lost its memory, or whoever relayed died or slept at the wrong
 * moment. The queue is asked after the outbox, and a job ends only when its record is done: what is missing then is lost.
 * Returns how many records were reopened.
 */
export async function resendLost(outbox: Outbox, queue: Pick<PlanQueue, 'held'> & JobQueue): Promise<number> {
  const undone = await outbox.undone();
  if (undone.length === 0) return 0;
  const held = await queue.held();
  const lost = undone.filter((record) => record.job !== null && !held.has(jobKey(record.job)));
  if (lost.length === 0) return 0;
  const reopened = await outbox.reopen(lost.map(({ id }) => id));
  await relayOutbox(outbox, queue);
  return reopened;
}
