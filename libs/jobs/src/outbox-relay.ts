import type { JobQueue, Outbox, OutboxJob } from '#planning';
import type { PlanQueue } from './plan-queue.js';

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
  return record.topic === 'plan' ? queue.addPlan(record.job) : queue.addReplan(record.job);
}

/**
 * Fills the queue again after Redis lost its memory: every unfinished plan's
 * record counts as unsent. The mark is left last, so that dying half-way
 * repeats the whole. Returns how many records were reopened.
 */
export async function refillQueue(outbox: Outbox, queue: PlanQueue): Promise<number> {
  if (await queue.remembers()) return 0;
  const reopened = await outbox.reopenUnfinished();
  await relayOutbox(outbox, queue);
  await queue.leaveMark();
  return reopened;
}
