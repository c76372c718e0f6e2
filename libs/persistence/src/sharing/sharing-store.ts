import { randomUUID } from 'node:crypto';
import type { SharedClientView } from '#contracts';
import type { SharingStore } from '#planning';
import { recordAudit } from '../database/audit.js';
import type { Database } from '../database/database.js';

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

  share(providerId: string, { client: externalId, key, actor }: Parameters<SharingStore['share']>[1]) {
    return this.database.prisma.$transaction(async (transaction): Promise<SharedClientView | null> => {
      const client = await transaction.client.findFirst({ where: { providerId, externalId } });
      if (client === null) return null;
      const shared = { providerId, clientId: client.id, key: key ?? randomUUID() };
      await transaction.sharedClient.upsert({
        where: { providerId_key: { providerId, key: shared.key } },
        create: { ...shared, madeBy: actor },
        update: { clientId: client.id, madeBy: actor },
      });
      await recordAudit(transaction, { providerId, actor, action: 'client.shared', subject: ['client', client.id] });
      return { client: externalId, key: shared.key };
    });
  }

  stop(providerId: string, key: string, actor: string): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      const row = await transaction.sharedClient.findFirst({ where: { providerId, key } });
      if (row === null) return false;
      await transaction.sharedClient.deleteMany({ where: { providerId, key } });
      await recordAudit(transaction, { providerId, actor, action: 'client.unshared', subject: ['client', row.clientId] });
      return true;
    });
  }
}
