import type { ClientListItem, DwellingOrder, PatternOrder } from '#contracts';
import type { ClientFacts, ClientStore, EditOfClient, Recorder } from '#planning';
import { laterDay } from '#time';
import { noteChange } from '../changes/note-change.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import { FUNDED, patternOf } from '../providers/pattern-rows.js';
import { readClientList } from './client-list.js';
import { revisionOf } from './client-rows.js';
import { readClient } from './read-client.js';

/** Clients in Postgres as the office works with them. */
export class PostgresClientStore implements ClientStore {
  constructor(private readonly database: Database) {}

  list(providerId: string, today: string): Promise<ClientListItem[]> {
    return readClientList(this.database.prisma, providerId, today);
  }

  page(
    providerId: string,
    client: string,
    look: { readonly today: string; readonly seenDays: number },
  ): Promise<ClientFacts | null> {
    return readClient(this.database.prisma, { providerId, client }, look);
  }

  async accounts(providerId: string, externalId: string): Promise<string[] | null> {
    const client = await this.database.prisma.client.findFirst({
      where: { providerId, externalId },
      select: { id: true, decisions: { select: { id: true } }, referrals: { select: { episodes: { select: { id: true } } } } },
    });
    if (client === null) return null;
    return [...client.decisions, ...client.referrals.flatMap(({ episodes }) => episodes), client].map(({ id }) => id);
  }

  changeDwelling(providerId: string, externalId: string, order: DwellingOrder, by: Recorder): Promise<EditOfClient> {
    return this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const client = await transaction.client.findFirst({ where: { providerId, externalId } });
      if (client === null) return 'not_found';
      if (revisionOf(client) !== order.revision) return 'stale';
      const { id: clientId } = client;
      await transaction.client.update({ where: { id: clientId }, data: { ...order.dwelling, updatedAt: new Date() } });
      const note = { kind: 'client_moved', subject: ['client', clientId], clientId, from: by.today, to: null } as const;
      await noteChange(transaction, { ...note, providerId }, by);
      return 'ok';
    });
  }

  async pattern(providerId: string, externalId: string): ReturnType<ClientStore['pattern']> {
    const row = await this.database.prisma.visitPattern.findFirst({ where: { providerId, externalId }, include: FUNDED });
    if (row === null) return null;
    const { decision, episode } = row;
    const granted = decision?.tasks ?? (episode && [...episode.mainTasks, ...episode.additionalTasks]);
    return { pattern: patternOf(row), granted: granted ?? null };
  }

  changePattern(providerId: string, externalId: string, order: PatternOrder, by: Recorder): Promise<EditOfClient> {
    return this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const pattern = await transaction.visitPattern.findFirst({ where: { providerId, externalId } });
      if (pattern === null) return 'not_found';
      if (revisionOf(pattern) !== order.revision) return 'stale';
      const { id: patternId, clientId } = pattern;
      const from = laterDay(order.from, dayOfDate(pattern.validFrom));
      await dropReplaced(transaction, patternId, { ...order, from });
      const { reason, scope, content } = order;
      const toDate = scope === 'this' ? dateOfDay(from) : null;
      await transaction.patternChange.create({
        data: { ...content, providerId, patternId, fromDate: dateOfDay(from), toDate, reason, madeBy: by.actor },
      });
      await transaction.visitPattern.update({ where: { id: patternId }, data: { updatedAt: new Date() } });
      const to = scope === 'this' ? from : null;
      await noteChange(
        transaction,
        { providerId, kind: 'pattern_changed', subject: ['pattern', patternId], clientId, from, to },
        by,
      );
      return 'ok';
    });
  }
}

/** Changes whose place the new one takes: of its day; or all from its day on, those of single visits only where asked for. */
async function dropReplaced(transaction: Transaction, patternId: string, { scope, from }: PatternOrder): Promise<void> {
  const [day, droppedAt] = [dateOfDay(from), new Date()];
  const replaced = {
    this: { fromDate: day, toDate: day },
    following: { fromDate: { gte: day } },
    unchanged: { fromDate: { gte: day }, toDate: null },
  }[scope];
  await transaction.patternChange.updateMany({ where: { patternId, droppedAt: null, ...replaced }, data: { droppedAt } });
}
