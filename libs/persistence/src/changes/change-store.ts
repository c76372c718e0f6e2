import type { ChangeKind, ChangeOrder, ChangeView, Issue, PracticeChangeView, RecordedChangeView } from '#contracts';
import type { ChangeOf, ChangeStore, KnownRow, LegalPractice, Recorder, Reference, VisitsBefore } from '#planning';
import { dayOfDate, openDay } from '../database/days.js';
import { lockProvider, type Database } from '../database/database.js';
import { refusalOf, StorageRefusal } from '../database/refusal.js';
import type { PlanChange } from '../generated/client.js';
import { readLegalPractice } from '../providers/law-data.js';
import { knownRow } from './known-rows.js';
import { noteChange } from './note-change.js';
import { changePractice, practiceChanges } from './practice-changes.js';
import { addWorkItems, settleWorkItems } from '../work-items/write-work-items.js';
import { visitsBefore } from './visits-before.js';
import { FactWriter } from './write-facts.js';

/** Changes in Postgres: facts, change, outbox records and audit entry are one transaction. */
export class PostgresChangeStore implements ChangeStore {
  constructor(private readonly database: Database) {}

  known(providerId: string, references: readonly Reference[]): Promise<(KnownRow | null)[]> {
    return Promise.all(references.map((reference) => knownRow(this.database.prisma, providerId, reference)));
  }

  async record(
    providerId: string,
    order: ChangeOrder,
    by: Recorder,
  ): Promise<{ ok: true; id: number } | { ok: false; issues: readonly Issue[] }> {
    try {
      return await this.database.prisma.$transaction(async (transaction) => {
        await lockProvider(transaction, providerId);
        const { settles, raises = [], ...touch } = await new FactWriter(transaction, providerId, by.today).write(order);
        if (settles) await settleWorkItems(transaction, providerId, settles, by.actor);
        await addWorkItems(transaction, providerId, raises);
        return { ok: true, id: await noteChange(transaction, { ...touch, providerId, kind: order.kind }, by) };
      });
    } catch (error) {
      const refusal = error instanceof StorageRefusal ? error : refusalOf(error);
      if (refusal === null) throw error;
      return { ok: false, issues: [refusedIssue(refusal.kind, refusal.constraint)] };
    }
  }

  visitsBefore(providerId: string, change: ChangeOf, days: number): Promise<VisitsBefore | null> {
    return visitsBefore(this.database, providerId, { change, days });
  }

  practice(providerId: string): Promise<LegalPractice> {
    return readLegalPractice(this.database.prisma, providerId);
  }

  changePractice(
    providerId: string,
    change: { readonly practice: LegalPractice; readonly reason: string },
    by: Recorder,
  ): Promise<void> {
    return this.database.prisma.$transaction((transaction) => changePractice(transaction, providerId, change, by));
  }

  practiceChanges(providerId: string): Promise<readonly PracticeChangeView[]> {
    return practiceChanges(this.database.prisma, providerId);
  }

  async list(providerId: string, limit: number): Promise<RecordedChangeView[]> {
    const changes = await this.database.prisma.planChange.findMany({
      where: { providerId },
      orderBy: { id: 'desc' },
      take: limit,
    });
    const waiting = await this.database.prisma.outboxRecord.findMany({
      where: { providerId, topic: 'replan', settledAt: null, changeId: { in: changes.map(({ id }) => id) } },
      select: { changeId: true },
    });
    const waits = new Set(waiting.map(({ changeId }) => Number(changeId)));
    const views = await withNames(this.database.prisma, changes);
    return views.map((view) => ({ ...view, followed: !waits.has(view.id) }));
  }
}

/** What the database forbids and only it can see: a term, certificate or shift that meets another. */
function refusedIssue(kind: string, constraint: string | null): Issue {
  return {
    code: 'change.refused',
    path: '',
    allowed: 'days and ids that meet no other row',
    message: `The database refused it: ${kind}${constraint === null ? '' : ` (${constraint})`}.`,
  };
}

/** Changes as people see them, with the names of the clients and staff they are about. */
export async function withNames(database: Database['prisma'], changes: readonly PlanChange[]): Promise<ChangeView[]> {
  const name = { id: true, givenName: true, familyName: true } as const;
  const ids = (of: (change: PlanChange) => string | null): string[] => [
    ...new Set(changes.flatMap((change) => of(change) ?? [])),
  ];
  const [clients, staff] = await Promise.all([
    database.client.findMany({ where: { id: { in: ids(({ clientId }) => clientId) } }, select: name }),
    database.staffMember.findMany({ where: { id: { in: ids(({ staffId }) => staffId) } }, select: name }),
  ]);
  const names = new Map([...clients, ...staff].map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  return changes.map(({ id, kind, clientId, staffId, fromDate, toDate, recordedAt }) => ({
    id: Number(id),
    kind: kind as ChangeKind,
    client: clientId === null ? null : (names.get(clientId) ?? null),
    staff: staffId === null ? null : (names.get(staffId) ?? null),
    from: dayOfDate(fromDate),
    to: openDay(toDate),
    recordedAt: recordedAt.toISOString(),
  }));
}
