import { AsyncLocalStorage } from 'node:async_hooks';
import type { KeyedRequest } from '#planning';
import type { Prisma } from '../generated/client.js';

/** The write under a key that the code running now belongs to. */
const current = new AsyncLocalStorage<{ readonly request: KeyedRequest; over: boolean }>();

/**
 * Runs the work of a write that carries a key: the first transaction of it that writes says in the same commit that the key is done,
 * so that nobody who asks again does it twice, wherever the process dies.
 */
export async function asKeyedWrite<T>(request: KeyedRequest, work: () => Promise<T>): Promise<T> {
  const write = { request, over: false };
  try {
    return await current.run(write, work);
  } finally {
    // What goes on behind the answer belongs to it no more.
    write.over = true;
  }
}

/** Whether the code running now does a write that carries a key, and is not over yet. */
export function isKeyedWrite(): boolean {
  return current.getStore()?.over === false;
}

/**
 * Before a transaction commits: marks the key as done if it wrote anything.
 * @throws Error when another request has taken the key over meanwhile, so that this one must not commit
 */
export async function markDone(transaction: Prisma.TransactionClient): Promise<void> {
  const write = current.getStore();
  if (write === undefined || write.over) return;
  const { callerId, key, claim } = write.request;
  if (!(await hasWritten(transaction))) return;
  const marked = await transaction.$executeRaw`
    UPDATE keyed_answers SET done_at = now() WHERE caller_id = ${callerId}::uuid AND key = ${key} AND claim = ${claim}::uuid`;
  if (marked !== 1) throw new Error('the key of this write was taken over by a later request');
}

/** Whether a transaction has changed anything so far. */
export async function hasWritten(transaction: Prisma.TransactionClient): Promise<boolean> {
  const [{ wrote }] = await transaction.$queryRaw<{ wrote: boolean }[]>`
    SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote`;
  return wrote;
}
