import { recordAudit } from '../database/audit.js';
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
}

/**
 * Makes a draft the published plan of its days. Other plans lose these days; one that has none left is superseded, one
 * that reaches further stays published for the rest. Postgres refuses when somebody would be in two places (a night
 * shift of the day before, say), which comes out as its exclusion error. Other providers of a client whose times change
 * are told.
 */
export async function publishPlan(
  transaction: Transaction,
  { providerId, planId, publishedBy }: Publication,
): Promise<'published' | 'not_a_draft'> {
  await lockProvider(transaction, providerId);
  const plan = await transaction.plan.findFirst({ where: { id: planId, providerId, status: 'draft' } });
  if (plan === null) return 'not_a_draft';
  const days = { gte: plan.fromDate, lte: plan.toDate };
  const range = { providerId, from: plan.fromDate, to: plan.toDate };
  const told = await sharedTimes(transaction, range);
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
  await leaveTimesNews(transaction, range, told);
  await transaction.plan.update({ where: { id: planId }, data: { status: 'published', publishedAt: new Date(), publishedBy } });
  await lookAgain(transaction, plan);
  await recordAudit(transaction, { providerId, actor: publishedBy, action: 'plan.published', subject: ['plan', planId] });
  return 'published';
}

/** Changes that are newer than the draft were looked at beside the plan it replaces: they are sent once more. */
async function lookAgain(transaction: Transaction, { providerId, changesThrough, fromDate, toDate }: Plan): Promise<void> {
  await transaction.$executeRaw`
    UPDATE outbox_records SET sent_at = NULL, settled_at = NULL
    WHERE provider_id = ${providerId}::uuid AND topic = 'replan' AND change_id > ${changesThrough}
      AND payload->>'from' <= ${dayOfDate(toDate)} AND payload->>'to' >= ${dayOfDate(fromDate)}`;
}
