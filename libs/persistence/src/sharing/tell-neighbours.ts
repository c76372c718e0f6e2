import { noteChange } from '../changes/note-change.js';
import type { Transaction } from '../database/database.js';
import { mayBeTold, type News } from './news.js';

/** Who records what another provider’s news change, in the trail. */
const NEIGHBOUR = 'neighbour';

/**
 * Tells the other providers of a shared client what a record of the outbox says: each gets a change of its own client,
 * with which its plans recompute themselves (S103). A record that was told already says nothing more.
 */
export async function tellNeighbours(transaction: Transaction, id: bigint): Promise<void> {
  const { count } = await transaction.outboxRecord.updateMany({
    where: { id, sentAt: null, topic: 'neighbours' },
    data: { sentAt: new Date() },
  });
  if (count === 0) return;
  const { providerId: teller, payload } = await transaction.outboxRecord.findUniqueOrThrow({ where: { id } });
  const news = payload as unknown as News;
  if (!news.always && !(await mayBeTold(transaction, teller, news))) return;
  const told = await transaction.sharedClient.findMany({
    where: { key: news.key, providerId: { not: teller } },
    // The same order for everybody who tells: each waits for the writers of one provider after the other.
    orderBy: { providerId: 'asc' },
  });
  const { from, to } = news;
  for (const { providerId, clientId } of told) {
    const note = { providerId, kind: 'elsewhere_changed', subject: ['client', clientId], clientId, from, to } as const;
    await noteChange(transaction, note, { actor: NEIGHBOUR, today: from });
  }
}
