import { randomUUID } from 'node:crypto';
import type { SharedClientView } from '#contracts';
import type { Recorder, SharingStore } from '#planning';
import { noteChange } from '../changes/note-change.js';
import { recordAudit } from '../database/audit.js';
import type { Database, Transaction } from '../database/database.js';
import { leaveNews } from './news.js';

/** Keys of shared clients in Postgres; the trail says who made and who ended them. */
export class PostgresSharingStore implements SharingStore {
  constructor(private readonly database: Database) {}

  async list(providerId: string): Promise<SharedClientView[]> {
    const rows = await this.database.prisma.sharedClient.findMany({
      where: { providerId },
      include: { client: { select: { externalId: true } } },
      orderBy: [{ madeAt: 'asc' }, { key: 'asc' }],
    });
    return rows.map(({ key, client }) => ({ client: client.externalId, key }));
  }

  share(providerId: string, { client: externalId, key, ...by }: Parameters<SharingStore['share']>[1]) {
    return this.database.prisma.$transaction(async (transaction): Promise<SharedClientView | null> => {
      const client = await transaction.client.findFirst({ where: { providerId, externalId } });
      if (client === null) return null;
      const shared = { providerId, clientId: client.id, key: key ?? randomUUID() };
      await transaction.sharedClient.upsert({
        where: { providerId_key: { providerId, key: shared.key } },
        create: { ...shared, madeBy: by.actor },
        update: { clientId: client.id, madeBy: by.actor },
      });
      await recordAudit(transaction, { providerId, actor: by.actor, action: 'client.shared', subject: ['client', client.id] });
      await sharingChanged(transaction, shared, by);
      return { client: externalId, key: shared.key };
    });
  }

  stop(providerId: string, key: string, by: Recorder): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      const row = await transaction.sharedClient.findFirst({ where: { providerId, key } });
      if (row === null) return false;
      await transaction.sharedClient.deleteMany({ where: { providerId, key } });
      await recordAudit(transaction, {
        providerId,
        actor: by.actor,
        action: 'client.unshared',
        subject: ['client', row.clientId],
      });
      await sharingChanged(transaction, row, by);
      return true;
    });
  }
}

/** From today on both sides may know more or less of each other: their plans recompute themselves. */
async function sharingChanged(
  transaction: Transaction,
  { providerId, clientId, key }: { readonly providerId: string; readonly clientId: string; readonly key: string },
  by: Recorder,
): Promise<void> {
  const days = { from: by.today, to: null };
  await noteChange(transaction, { providerId, kind: 'elsewhere_changed', subject: ['client', clientId], clientId, ...days }, by);
  await leaveNews(transaction, providerId, [{ key, ...days, always: true }]);
}
