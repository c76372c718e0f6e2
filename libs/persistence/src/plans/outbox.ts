import type { GrowthJob, PlanJob, ReplanJob } from '#contracts';
import type { Outbox, OutboxJob } from '#planning';
import type { Database } from '../database/database.js';
import { currentTenant } from '../database/tenant.js';
import type { OutboxRecord, Prisma } from '../generated/client.js';
import { tellNeighbours } from '../sharing/tell-neighbours.js';

/** Outbox records in Postgres; ids count up, so oldest first is by id. */
export class PostgresOutbox implements Outbox {
  constructor(private readonly database: Database) {}

  async pending(limit: number): Promise<({ id: string } & OutboxJob)[]> {
    const records = await this.database.prisma.outboxRecord.findMany({
      // Other providers are told by those who work for all of them.
      where: { sentAt: null, ...(currentTenant() !== 'everybody' && { topic: { not: 'neighbours' } }) },
      orderBy: { id: 'asc' },
      take: limit,
    });
    return records.map(recordOf);
  }

  async sent(ids: readonly string[]): Promise<void> {
    await this.database.prisma.outboxRecord.updateMany({ where: { id: { in: ids.map(BigInt) } }, data: { sentAt: new Date() } });
  }

  async tellNeighbours(id: string): Promise<void> {
    await this.database.prisma.$transaction((transaction) => tellNeighbours(transaction, BigInt(id)));
  }

  async undone(): Promise<({ id: string } & OutboxJob)[]> {
    return (await this.database.prisma.outboxRecord.findMany({ where: UNDONE, orderBy: { id: 'asc' } })).map(recordOf);
  }

  async reopen(ids: readonly string[]): Promise<number> {
    const where = { ...UNDONE, id: { in: ids.map(BigInt) } };
    return (await this.database.prisma.outboxRecord.updateMany({ where, data: { sentAt: null } })).count;
  }

  async backlog(now: Date): Promise<{ unsent: number; oldestSeconds: number; unsettled: number }> {
    const { prisma } = this.database;
    const unsent = { sentAt: null };
    const [count, oldest, unsettled] = await Promise.all([
      prisma.outboxRecord.count({ where: unsent }),
      prisma.outboxRecord.aggregate({ where: unsent, _min: { createdAt: true } }),
      prisma.outboxRecord.count({ where: { changeId: { not: null }, settledAt: null } }),
    ]);
    const since = oldest._min.createdAt ?? now;
    return { unsent: count, oldestSeconds: Math.max(0, (now.getTime() - since.getTime()) / 1000), unsettled };
  }
}

const UNDONE = {
  sentAt: { not: null },
  OR: [
    { plan: { status: { in: ['requested', 'running'] } } },
    { growth: { status: { in: ['requested', 'running'] } } },
    { changeId: { not: null }, settledAt: null },
  ],
} satisfies Prisma.OutboxRecordWhereInput;

function recordOf({ id, topic, payload }: OutboxRecord): { id: string } & OutboxJob {
  return { id: String(id), ...jobOf(topic, payload) };
}

function jobOf(topic: string, payload: Prisma.JsonValue): OutboxJob {
  if (topic === 'neighbours') return { topic, job: null };
  if (topic === 'growth') return { topic, job: payload as GrowthJob };
  return topic === 'replan' ? { topic, job: payload as ReplanJob } : { topic: 'plan', job: payload as PlanJob };
}
