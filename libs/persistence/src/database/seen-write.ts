import { AsyncLocalStorage } from 'node:async_hooks';
import type { SeenSettings } from '#planning';
import type { Prisma } from '../generated/client.js';
import { hasWritten } from './keyed-write.js';

/** The change of settings that the code running now belongs to; `made` is their revision once it is done. */
const current = new AsyncLocalStorage<{ readonly seen: SeenSettings; made: number | null }>();

/** Somebody has changed the settings since they were read: the change must not be made. */
export class ChangedSince extends Error {
  override readonly name = 'ChangedSince';
}

/**
 * Runs the work of a change of settings: the first transaction of it that writes counts their revision up in the same commit,
 * and only from the one that was seen, so that of two who have seen the same one is refused. Returns what the work
 * returns, and the revision it has made: null when it has written nothing.
 * @throws ChangedSince
 */
export async function asSeen<T>(seen: SeenSettings, work: () => Promise<T>): Promise<readonly [T, number | null]> {
  const change = { seen, made: null };
  const result = await current.run(change, work);
  return [result, change.made];
}

/** Before a transaction commits: counts the revision up if it has changed settings. @throws ChangedSince */
export async function markSeen(transaction: Prisma.TransactionClient): Promise<void> {
  const change = current.getStore();
  if (change === undefined || change.made !== null || !(await hasWritten(transaction))) return;
  const { providerId, what, revision } = change.seen;
  await transaction.settingsRevision.createMany({ data: [{ providerId, what }], skipDuplicates: true });
  const [counted] = await transaction.settingsRevision.updateManyAndReturn({
    where: { providerId, what, ...(revision !== null && { revision }) },
    data: { revision: { increment: 1 } },
  });
  if (counted === undefined) throw new ChangedSince(`the ${what} have been changed since they were read`);
  change.made = counted.revision;
}
