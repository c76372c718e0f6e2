import { randomUUID } from 'node:crypto';
import {
  DEFAULT_LIMITS,
  type Acknowledgement,
  type ConfirmationLimits,
  type ConfirmationStore,
  type LabelledRecord,
  type LedgerPeriod,
} from '#planning';
import { recordAudit } from '../database/audit.js';
import { insertRows } from '../database/bulk.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';
import { recordOf, WITH_RECORD } from './records.js';

const WITH_LABELS = {
  ...WITH_RECORD,
  client: { select: { ...WITH_RECORD.client.select, givenName: true, familyName: true, externalId: true } },
  decision: { select: { number: true } },
  episode: { select: { externalId: true } },
} as const satisfies Prisma.VisitInclude;

type LabelledRow = Prisma.VisitGetPayload<{ include: typeof WITH_LABELS }>;

/** The limits of a provider, or the defaults. */
export async function readLimits(database: Transaction, providerId: string): Promise<ConfirmationLimits> {
  const row = await database.confirmationLimits.findFirst({ where: { providerId } });
  if (row === null) return DEFAULT_LIMITS;
  const { startMinutes, shorterMinutes, longerMinutes, placeMetres, tasksNotDone, tasksOpen, recordedHours } = row;
  return { startMinutes, shorterMinutes, longerMinutes, placeMetres, tasksNotDone, tasksOpen, recordedHours };
}

/** Records of visits and what people acknowledged, in Postgres; a trigger keeps every acknowledgement as it is. */
export class PostgresConfirmationStore implements ConfirmationStore {
  constructor(private readonly database: Database) {}

  limits(providerId: string): Promise<ConfirmationLimits> {
    return readLimits(this.database.prisma, providerId);
  }

  setLimits(providerId: string, limits: ConfirmationLimits, actor: string): Promise<void> {
    return this.database.prisma.$transaction(async (transaction) => {
      const row = { ...limits, updatedAt: new Date() };
      await transaction.confirmationLimits.upsert({ where: { providerId }, create: { providerId, ...row }, update: row });
      const subject = ['provider', providerId] as const;
      await recordAudit(transaction, { providerId, actor, action: 'confirmation_limits.set', subject, detail: limits });
    });
  }

  async records(providerId: string, { from, to }: LedgerPeriod): Promise<readonly LabelledRecord[]> {
    const { prisma } = this.database;
    const rows = await prisma.visit.findMany({
      where: {
        ...{ providerId, date: { gte: dateOfDay(from), lte: dateOfDay(to) } },
        OR: [{ executionEvents: { some: {} } }, { parts: { some: { assignments: { some: { published: true } } } } }],
      },
      include: WITH_LABELS,
    });
    const staff = await prisma.staffMember.findMany({
      where: { providerId },
      select: { id: true, givenName: true, familyName: true },
    });
    const names = new Map(staff.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
    return rows.map((row) => labelled(row, names)).sort((a, b) => a.date.localeCompare(b.date) || startOf(a) - startOf(b));
  }

  /** Under the provider's lock, so that no billing run looks at half of them. */
  acknowledge({ providerId, by, now, visits, note }: Acknowledgement): Promise<number> {
    return this.database.prisma.$transaction(async (transaction) => {
      await lockProvider(transaction, providerId);
      const known = await transaction.visit.findMany({
        where: { providerId, key: { in: visits.map(({ visit }) => visit) } },
        select: {
          ...{ id: true, key: true, confirmations: { select: { events: true } }, _count: { select: { executionEvents: true } } },
        },
      });
      const seen = new Map(visits.map(({ visit, events }) => [visit, events]));
      const rows = known.flatMap(({ id, key, confirmations, _count: { executionEvents: events } }) => {
        if (seen.get(key) !== events || confirmations.some((one) => one.events === events)) return [];
        return [{ id: randomUUID(), providerId, visitId: id, events, note, confirmedBy: by, confirmedAt: now.toISOString() }];
      });
      await insertRows(transaction, 'visit_confirmations', rows);
      for (const { visitId, events } of rows) {
        const line = {
          providerId,
          actor: by,
          action: 'visit.confirmed',
          subject: ['visit', visitId],
          detail: { events },
        } as const;
        await recordAudit(transaction, line);
      }
      return rows.length;
    });
  }
}

function labelled(row: LabelledRow, staff: ReadonlyMap<string, string>): LabelledRecord {
  const { key, date, client, decision, episode, profession } = row;
  return {
    ...recordOf(row),
    visit: key,
    date: dayOfDate(date),
    client: `${client.givenName} ${client.familyName}`,
    account: decision?.number ?? episode?.externalId ?? client.externalId,
    profession,
    staff,
  };
}

function startOf({ planned, events }: LabelledRecord): number {
  return Math.min(...planned.map(({ start }) => start), ...events.map(({ at }) => at));
}
