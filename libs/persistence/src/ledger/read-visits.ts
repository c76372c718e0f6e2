import {
  isConfirmed,
  judgeRecord,
  type ConfirmationLimits,
  type LedgerCause,
  type LedgerPeriod,
  type LedgerVisit,
} from '#planning';
import { recordOf, WITH_RECORD } from '../confirmation/records.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import type { Transaction } from '../database/database.js';
import type { Prisma } from '../generated/client.js';

const WITH_RECORDS = {
  ...WITH_RECORD,
  unserved: { where: { plan: { status: 'published' } } },
  ledgerLines: { where: { kind: 'billed' } },
} as const satisfies Prisma.VisitInclude;

type VisitRow = Prisma.VisitGetPayload<{ include: typeof WITH_RECORDS }>;

/** A visit as stored, before orders say what was asked for. */
export type StoredVisit = Pick<
  LedgerVisit,
  'key' | 'id' | 'account' | 'date' | 'unserved' | 'planned' | 'events' | 'confirmed' | 'billed'
> & {
  readonly kind: 'decision' | 'episode' | 'private';
};

/** What visits are read against: the published plan of each day, and what is confirmed at an instant (epoch seconds). */
interface Around {
  readonly publishedDays: ReadonlyMap<string, string>;
  readonly limits: ConfirmationLimits;
  readonly now: number;
}

/** Every visit of the days that a plan has ever held, with what is planned, reported and billed of it. */
export async function readVisits(
  database: Transaction,
  providerId: string,
  { from, to, ...around }: LedgerPeriod & Around,
): Promise<readonly StoredVisit[]> {
  const rows = await database.visit.findMany({
    where: { providerId, date: { gte: dateOfDay(from), lte: dateOfDay(to) } },
    include: WITH_RECORDS,
    orderBy: { key: 'asc' },
  });
  return rows.map((row) => storedVisit(row, around));
}

function storedVisit(row: VisitRow, { publishedDays, limits, now }: Around): StoredVisit {
  const date = dayOfDate(row.date);
  const record = recordOf(row);
  // A plan of several days may have lost this one to a newer plan.
  const unserved = row.unserved.find(({ planId }) => planId === publishedDays.get(date));
  return {
    key: row.key,
    id: row.id,
    account: row.decisionId ?? row.episodeId ?? row.clientId,
    kind: row.funding,
    date,
    unserved: unserved ? (unserved.reasons as { readonly code: string }[]).map(({ code }) => code) : null,
    planned: record.planned,
    events: record.events,
    confirmed: isConfirmed(judgeRecord(record, limits, now)),
    billed: row.ledgerLines.map(({ id, funder, minutes, cents, correctsId, cause }) => ({
      ...{ id, funder, minutes, cents, cause },
      corrects: correctsId,
    })),
  };
}

/** The published plan of each of the days that has one. */
export async function readPublishedDays(
  database: Transaction,
  providerId: string,
  { from, to }: LedgerPeriod,
): Promise<ReadonlyMap<string, string>> {
  const days = await database.planDay.findMany({
    where: { providerId, published: true, date: { gte: dateOfDay(from), lte: dateOfDay(to) } },
  });
  return new Map(days.map(({ date, planId }) => [dayOfDate(date), planId]));
}

const AWAY: Readonly<Record<string, LedgerCause>> = { hospital: 'in_hospital', away: 'away', refused: 'refused' };

/** Days clients are not at home, and visits called off, with their causes. */
export async function readDaysOff(database: Transaction, providerId: string, { from, to }: LedgerPeriod) {
  const [first, last] = [dateOfDay(from), dateOfDay(to)];
  const [absences, cancellations] = await Promise.all([
    database.clientAbsence.findMany({
      where: { providerId, fromDate: { lte: last }, OR: [{ toDate: null }, { toDate: { gte: first } }] },
    }),
    database.visitCancellation.findMany({
      where: { providerId, visit: { date: { gte: first, lte: last } } },
      include: { visit: { select: { key: true } } },
    }),
  ]);
  return {
    absences: absences.map(({ clientId, fromDate, toDate, reason }) => ({
      clientId,
      from: dayOfDate(fromDate),
      to: toDate === null ? null : dayOfDate(toDate),
      cause: AWAY[reason] ?? 'away',
    })),
    calledOff: new Map(cancellations.map(({ visit, reason }) => [visit.key, AWAY[reason] ?? 'refused'])),
  };
}
