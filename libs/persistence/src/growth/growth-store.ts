import type { GrowthJob, GrowthOrder, GrowthResult, GrowthView } from '#contracts';
import type { GrowthStore } from '#planning';
import { recordAudit } from '../database/audit.js';
import type { Database } from '../database/database.js';
import type { GrowthStudy, Prisma } from '../generated/client.js';

const UNFINISHED = { in: ['requested', 'running'] } satisfies Prisma.EnumGrowthStatusFilter;

/** Studies of growth in Postgres; those that are over change no more. */
export class PostgresGrowthStore implements GrowthStore {
  constructor(private readonly database: Database) {}

  request(providerId: string, order: GrowthOrder, requestedBy: string): Promise<string> {
    return this.database.prisma.$transaction(async (transaction) => {
      const { id } = await transaction.growthStudy.create({ data: { providerId, order, requestedBy } });
      const payload: GrowthJob = { version: 1, providerId, growthId: id };
      await transaction.outboxRecord.create({ data: { providerId, growthId: id, topic: 'growth', payload } });
      const line = { providerId, actor: requestedBy, action: 'growth.requested', subject: ['growth_study', id] } as const;
      await recordAudit(transaction, { ...line, detail: order });
      return id;
    });
  }

  async find(providerId: string, id: string): Promise<GrowthView | null> {
    const study = await this.database.prisma.growthStudy.findFirst({ where: { id, providerId } });
    return study === null ? null : growthView(study);
  }

  async list(providerId: string, take: number): Promise<GrowthView[]> {
    const studies = await this.database.prisma.growthStudy.findMany({
      ...{ where: { providerId }, orderBy: { requestedAt: 'desc' }, take },
      omit: { result: true },
    });
    return studies.map((study) => growthView({ ...study, result: null }));
  }

  async begin(providerId: string, id: string): Promise<boolean> {
    return (await this.change(providerId, id, { status: 'running' })) === 1;
  }

  async progress(providerId: string, id: string, share: number): Promise<'go_on' | 'stopped'> {
    return (await this.change(providerId, id, { share })) === 1 ? 'go_on' : 'stopped';
  }

  async finish(providerId: string, id: string, result: GrowthResult): Promise<void> {
    await this.change(providerId, id, { status: 'done', share: 1, result, finishedAt: new Date() });
  }

  async fail(providerId: string, id: string): Promise<void> {
    await this.change(providerId, id, { status: 'failed', finishedAt: new Date() });
  }

  async stop(providerId: string, id: string): Promise<boolean> {
    return (await this.change(providerId, id, { status: 'stopped', finishedAt: new Date() })) === 1;
  }

  async districts(providerId: string): Promise<ReadonlyMap<string, string>> {
    const clients = await this.database.prisma.client.findMany({
      ...{ where: { providerId }, select: { id: true, neighbourhood: true } },
    });
    return new Map(clients.map(({ id, neighbourhood }) => [id, neighbourhood ?? '']));
  }

  private async change(providerId: string, id: string, data: Prisma.GrowthStudyUpdateManyMutationInput): Promise<number> {
    const { count } = await this.database.prisma.growthStudy.updateMany({
      ...{ where: { id, providerId, status: UNFINISHED }, data },
    });
    return count;
  }
}

function growthView({ id, order, status, share, requestedAt, finishedAt, result }: GrowthStudy): GrowthView {
  return {
    ...{ id, status, share },
    order: order as unknown as GrowthOrder,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    result: result as unknown as GrowthResult | null,
  };
}
