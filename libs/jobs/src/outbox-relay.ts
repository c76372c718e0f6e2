import type { JobQueue, Outbox } from '#planning';
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
    for (const record of pending) await (record.topic === 'plan' ? queue.addPlan(record.job) : queue.addReplan(record.job));
    if (pending.length > 0) await outbox.sent(pending.map((record) => record.id));
    sent += pending.length;
    if (pending.length < BATCH) return sent;
  }
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
