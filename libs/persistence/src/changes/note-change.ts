import type { ChangeKind, ReplanJob } from '#contracts';
import type { Recorder } from '#planning';
import { addDays, isoWeekStart, laterDay } from '#time';
import { recordAudit } from '../database/audit.js';
import { dateOfDay, dayOfDate } from '../database/days.js';
import { lockProvider, type Transaction } from '../database/database.js';
import { leaveConsentNews } from '../sharing/news.js';

/** A change to note: what, whose and which days. Ids are the database's. */
export interface ChangeNote {
  readonly providerId: string;
  readonly kind: ChangeKind;
  readonly subject: readonly [kind: string, id: string];
  readonly clientId?: string;
  readonly staffId?: string;
  readonly from: string;
  /** Null: open. */
  readonly to: string | null;
}

/**
 * Notes a change in the transaction that writes its facts: the change, an outbox record for every week in which a plan
 * counts on a day it may touch, the news for other providers where the client's consent changed, and the audit entry. Writers of one provider queue here, so that ids of changes count up in
 * the order of commits. Returns the change's id.
 */
export async function noteChange(transaction: Transaction, note: ChangeNote, { actor, today }: Recorder): Promise<number> {
  const { providerId, kind, subject, clientId = null, staffId = null, from, to } = note;
  await lockProvider(transaction, providerId);
  const change = await transaction.planChange.create({
    data: {
      ...{ providerId, kind, subjectKind: subject[0], subjectId: subject[1], clientId, staffId, recordedBy: actor },
      ...{ fromDate: dateOfDay(from), toDate: to === null ? null : dateOfDay(to) },
    },
  });
  const weeks = await plannedWeeks(transaction, providerId, { from: laterDay(today, from), to });
  await transaction.outboxRecord.createMany({
    data: weeks.map((monday) => {
      const payload: ReplanJob = { version: 1, providerId, from: monday, to: addDays(monday, 6) };
      return { providerId, topic: 'replan', payload, changeId: change.id };
    }),
  });
  if (kind.startsWith('consent_') && clientId !== null) await leaveConsentNews(transaction, { providerId, clientId, from, to });
  await recordAudit(transaction, { providerId, actor, action: `change.${kind}`, subject, detail: { change: Number(change.id) } });
  return Number(change.id);
}

/** The Mondays of the weeks that have a planned day in the range, in order. */
async function plannedWeeks(
  transaction: Transaction,
  providerId: string,
  { from, to }: { readonly from: string; readonly to: string | null },
): Promise<string[]> {
  const days = await transaction.planDay.findMany({
    where: {
      providerId,
      date: { gte: dateOfDay(from), ...(to !== null && { lte: dateOfDay(to) }) },
      plan: { status: { in: ['requested', 'running', 'draft', 'published'] } },
    },
    select: { date: true },
    distinct: ['date'],
    orderBy: { date: 'asc' },
  });
  return [...new Set(days.map(({ date }) => isoWeekStart(dayOfDate(date))))];
}
