import type { ToldChanges } from '#planning';
import { recordAudit } from '../database/audit.js';
import { insertRows } from '../database/bulk.js';
import { dayOfDate } from '../database/days.js';
import { lockProvider, type Transaction } from '../database/database.js';
import type { Plan } from '../generated/client.js';
import { leaveTimesNews, sharedTimes } from '../sharing/news.js';
import { adoptVisits } from './store-result.js';

/** Which draft is published, and by whom. */
interface Publication {
  readonly providerId: string;
  readonly planId: string;
  readonly publishedBy: string;
  readonly told?: ToldChanges | undefined;
}

/**
 * Makes a draft the published plan of its days. Other plans lose these days; one that has none left is superseded, one
 * that reaches further stays published for the rest. Postgres refuses when somebody would be in two places (a night
 * shift of the day before, say), which comes out as its exclusion error. Other providers of a client whose times change
 * are told.
 */
export async function publishPlan(
  transaction: Transaction,
  { providerId, planId, publishedBy, told }: Publication,
): Promise<'published' | 'not_a_draft'> {
  await lockProvider(transaction, providerId);
  const plan = await transaction.plan.findFirst({ where: { id: planId, providerId, status: 'draft' } });
  if (plan === null) return 'not_a_draft';
  const days = { gte: plan.fromDate, lte: plan.toDate };
  const range = { providerId, from: plan.fromDate, to: plan.toDate };
  const shared = await sharedTimes(transaction, range);
  await transaction.assignment.updateMany({
    where: { published: true, route: { providerId, date: days } },
    data: { published: false },
  });
  await transaction.planDay.updateMany({ where: { providerId, published: true, date: days }, data: { published: false } });
  await transaction.plan.updateMany({
    where: { providerId, status: 'published', days: { none: { published: true } } },
    data: { status: 'superseded' },
  });
  await transaction.assignment.updateMany({ where: { route: { planId } }, data: { published: true } });
  await transaction.planDay.updateMany({ where: { planId }, data: { published: true } });
  await adoptVisits(transaction, planId);
  await leaveTimesNews(transaction, range, shared);
  if (told) await keepTold(transaction, { providerId, planId }, told.changes);
  const late = told ? { lateChanges: told.lateChanges, publishReason: told.reason } : {};
  await transaction.plan.update({
    where: { id: planId },
    data: { status: 'published', publishedAt: new Date(), publishedBy, ...late },
  });
  await lookAgain(transaction, plan);
  await recordAudit(transaction, {
    ...{ providerId, actor: publishedBy, action: 'plan.published', subject: ['plan', planId] },
    ...(told && { detail: { changes: told.changes.length, lateChanges: told.lateChanges } }),
  });
  return 'published';
}

/** A difference that no change outside the plan led to: somebody, or a new search, chose it. */
const CHOSEN = 'chosen';

/**
 * What people are told is what they see: differences stand for the plan as it is published, edits by hand included, with the
 * causes that a recomputation has found.
 */
async function keepTold(
  transaction: Transaction,
  key: { readonly providerId: string; readonly planId: string },
  changes: ToldChanges['changes'],
): Promise<void> {
  const { providerId, planId } = key;
  const found = await transaction.planDifference.findMany({ where: key, include: { visit: { select: { key: true } } } });
  const numbered = (id: bigint | null): number | null => (id === null ? null : Number(id));
  const causes = new Map(found.map(({ visit, cause, changeId }) => [visit.key, { cause, changeId: numbered(changeId) }]));
  const visits = await transaction.visit.findMany({
    where: { providerId, key: { in: changes.map(({ visit }) => visit) } },
    select: { id: true, key: true },
  });
  const ids = new Map(visits.map((visit) => [visit.key, visit.id]));
  // Other content of a visit at its old place moves nobody and stays told.
  const gone = found.filter(({ effect, visit }) => effect !== 'changed' || ids.has(visit.key)).map(({ visitId }) => visitId);
  await transaction.planDifference.deleteMany({ where: { planId, visitId: { in: gone } } });
  const rows = changes.map(({ visit, effect, before, after, beforeStaff, afterStaff }) => ({
    ...{ providerId, planId, visitId: ids.get(visit), effect, ...(causes.get(visit) ?? { cause: CHOSEN, changeId: null }) },
    ...{ beforeStart: before?.start ?? null, beforeStaff, afterStart: after?.start ?? null, afterStaff },
  }));
  await insertRows(transaction, 'plan_differences', rows);
}

/** Changes that are newer than the draft were looked at beside the plan it replaces: they are sent once more. */
async function lookAgain(transaction: Transaction, { providerId, changesThrough, fromDate, toDate }: Plan): Promise<void> {
  await transaction.$executeRaw`
    UPDATE outbox_records SET sent_at = NULL, settled_at = NULL
    WHERE provider_id = ${providerId}::uuid AND topic = 'replan' AND change_id > ${changesThrough}
      AND payload->>'from' <= ${dayOfDate(toDate)} AND payload->>'to' >= ${dayOfDate(fromDate)}`;
}
