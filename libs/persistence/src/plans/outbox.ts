import type { PlanJob } from '#contracts';
import type { Outbox } from '#planning';
import type { Database } from '../database/database.js';

/** Outbox records in Postgres; ids count up, so oldest first is by id. */
export class PostgresOutbox implements Outbox {
  constructor(private readonly database: Database) {}

  async pending(limit: number): Promise<{ id: string; job: PlanJob }[]> {
    const records = await this.database.prisma.outboxRecord.findMany({
      where: { sentAt: null },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return records.map(({ id, payload }) => ({ id: String(id), job: payload as PlanJob }));
  }

  async sent(ids: readonly string[]): Promise<void> {
    await this.database.prisma.outboxRecord.updateMany({ where: { id: { in: ids.map(BigInt) } }, data: { sentAt: new Date() } });
  }

  async reopenUnfinished(): Promise<number> {
    const { count } = await this.database.prisma.outboxRecord.updateMany({
      where: { sentAt: { not: null }, plan: { status: { in: ['requested', 'running'] } } },
      data: { sentAt: null },
    });
    return count;
  }
}
