import type { ObservationView } from '#contracts';
import type { ObservationContext, ObservationStore, RoutedReport } from '#planning';
import { dayOf, startOfDay } from '#time';
import { noteChange } from '../changes/note-change.js';
import { FactWriter } from '../changes/write-facts.js';
import { recordAudit } from '../database/audit.js';
import { dayOfDate, instantAt, openDay, secondsOf } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import { refusalOf } from '../database/refusal.js';
import { addWorkItems } from '../work-items/write-work-items.js';

const OVERTAKEN = 'observation_reports_provider_id_client_event_id_key';

/** What staff saw, in Postgres; a trigger keeps every row as it is. */
export class PostgresObservationStore implements ObservationStore {
  constructor(private readonly database: Database) {}

  async context(
    providerId: string,
    { visits, ids }: { readonly visits: readonly string[]; readonly ids: readonly string[] },
  ): Promise<ObservationContext> {
    const { prisma } = this.database;
    const [rows, known] = await Promise.all([
      prisma.visit.findMany({
        where: { providerId, key: { in: [...visits] } },
        select: {
          ...{ key: true, clientId: true, client: { select: { consents: true } } },
          parts: { select: { assignments: { where: { published: true }, select: { staffId: true } } } },
        },
      }),
      prisma.observationReport.findMany({
        where: { providerId, clientEventId: { in: [...ids] } },
        include: { visit: { select: { key: true } } },
      }),
    ]);
    return {
      visits: new Map(
        rows.map(({ key, clientId, client, parts }) => [
          key,
          {
            clientId,
            staff: parts.flatMap(({ assignments }) => assignments.map(({ staffId }) => staffId)),
            consents: client.consents.map(({ direction, givenOn, validTo, withdrawnOn }) => ({
              ...{ direction, givenOn: dayOfDate(givenOn), validTo: openDay(validTo), withdrawnOn: openDay(withdrawnOn) },
            })),
          },
        ]),
      ),
      known: new Map(
        known.map(({ clientEventId: id, code, isNew, clientInformed, occurredAt, visit, staffId }) => [
          id,
          { id, visit: visit.key, code, isNew, clientInformed, at: occurredAt.toISOString(), staffId },
        ]),
      ),
    };
  }

  async record(
    providerId: string,
    reports: readonly RoutedReport[],
    by: { readonly accountId: string; readonly today: string },
  ): Promise<number | null> {
    try {
      return await this.database.prisma.$transaction(async (transaction) => {
        await lockProvider(transaction, providerId);
        for (const routed of reports) await recordIn(transaction, providerId, routed, by);
        return reports.length;
      });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.constraint === OVERTAKEN) return null;
      throw refusal ?? error;
    }
  }

  async list(providerId: string, from: string, to: string): Promise<ObservationView[]> {
    const name = { select: { givenName: true, familyName: true } } as const;
    const rows = await this.database.prisma.observationReport.findMany({
      where: { providerId, occurredAt: { gte: instantAt(startOfDay(from)), lt: instantAt(startOfDay(to) + 26 * 3600) } },
      include: { client: name, staff: name },
      orderBy: { occurredAt: 'desc' },
    });
    return rows
      .filter(({ occurredAt }) => dayOf(secondsOf(occurredAt)) <= to)
      .map((row) => ({
        ...{ id: row.clientEventId, code: row.code, isNew: row.isNew, note: row.note },
        ...{ clientInformed: row.clientInformed, consented: row.consented },
        client: `${row.client.givenName} ${row.client.familyName}`,
        staff: `${row.staff.givenName} ${row.staff.familyName}`,
        at: row.occurredAt.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
        calledAt: row.calledAt?.toISOString() ?? null,
      }));
  }
}

async function recordIn(
  transaction: Transaction,
  providerId: string,
  { report, staffId, clientId, consented, work, replan }: RoutedReport,
  { accountId, today }: { readonly accountId: string; readonly today: string },
): Promise<void> {
  const visit = await transaction.visit.findUniqueOrThrow({
    where: { providerId_key: { providerId, key: report.visit } },
    select: { id: true, date: true },
  });
  const { id } = await transaction.observationReport.create({
    data: {
      ...{ providerId, clientEventId: report.id, visitId: visit.id, clientId, staffId, consented, recordedBy: accountId },
      ...{ code: report.code, isNew: report.isNew, note: report.note ?? null, clientInformed: report.clientInformed },
      ...{ occurredAt: new Date(report.at), calledAt: report.calledAt === undefined ? null : new Date(report.calledAt) },
    },
    select: { id: true },
  });
  if (work) await addWorkItems(transaction, providerId, [{ ...work, subjectKind: 'observation', subjectId: id }]);
  const subject = ['observation', id] as const;
  await recordAudit(transaction, { providerId, actor: accountId, action: 'observation.reported', subject });
  if (replan && dayOfDate(visit.date) === today)
    await giveRestOfDay(transaction, providerId, { report, staffId, accountId, today });
}

/** Who stays with a client in danger is away from the rest of the day's route, until the office says otherwise. */
async function giveRestOfDay(
  transaction: Transaction,
  providerId: string,
  about: {
    readonly report: RoutedReport['report'];
    readonly staffId: string;
    readonly accountId: string;
    readonly today: string;
  },
): Promise<void> {
  const { report, staffId, accountId: actor, today } = about;
  const { externalId: staff } = await transaction.staffMember.findUniqueOrThrow({
    where: { id: staffId },
    select: { externalId: true },
  });
  const absence = { id: `emergency-${report.id}`, staff, from: today, to: today, kind: 'other' } as const;
  const touch = await new FactWriter(transaction, providerId, today).write({ kind: 'staff_absent', absence });
  await noteChange(transaction, { ...touch, providerId, kind: 'staff_absent' }, { actor, today });
}
