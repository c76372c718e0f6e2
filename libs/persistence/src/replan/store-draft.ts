import type { Difference, Placement, RecomputedDraft } from '#planning';
import { recordAudit } from '../database/audit.js';
import { insertRows } from '../database/bulk.js';
import { dateOfDay, instantAt } from '../database/days.js';
import { lockProvider, type Transaction } from '../database/database.js';
import { createPlan, draftOf } from '../plans/plan-store.js';
import { publishPlan } from '../plans/publish-plan.js';
import { storeResult } from '../plans/store-result.js';
import { addWorkItems, closeWorkItems } from '../work-items/write-work-items.js';

/** Who recomputes, in the trail and in work items. */
export const REPLAN = 'replan';

/** How long a recomputation may search, as its plan row says; the days are the few it touches. */
const SECONDS = 20;

/**
 * Stores a recomputed draft in place of older ones of the same plan and days, with its differences and what people must do
 * about it. Null when the plan it is based on does not count for its days any more: somebody has published another in the
 * meantime, and what it lacks has been looked at by whoever made that. Where another draft already answers the same changes
 * (somebody has chosen a repair while this one was searched for), that one stays and its id is given, unless this one is
 * chosen too.
 */
export async function storeDraft(transaction: Transaction, providerId: string, draft: RecomputedDraft): Promise<string | null> {
  const { basedOn, from, to, changesThrough, result } = draft;
  await lockProvider(transaction, providerId);
  if (!(await stillCounts(transaction, draft))) return null;
  const answer = draft.chosen ? null : await answeringDraft(transaction, providerId, draft);
  if (answer !== null) return answer.id;
  await dropDrafts(transaction, { providerId, basedOn: basedOn.id, from, to });
  const { threads, seed, profile } = basedOn;
  const weighed = profile && { profile: profile.name, weights: profile.weights };
  const plan = await createPlan(
    transaction,
    { providerId, from, to },
    {
      ...draftOf(result),
      ...{ seconds: SECONDS, threads, seed, requestedBy: REPLAN, basedOnId: basedOn.id, changesThrough },
      ...weighed,
    },
  );
  await storeResult(transaction, { providerId, planId: plan.id }, result);
  await keepPins(transaction, { planId: plan.id, basedOn: basedOn.id, from, to });
  await storeDifferences(transaction, { providerId, planId: plan.id }, draft.differences);
  await closeCoverItems(transaction, { providerId, from, to, leftOut: draft.leftOut });
  await addWorkItems(transaction, providerId, draft.workItems);
  await recordAudit(transaction, {
    ...{ providerId, actor: REPLAN, action: 'plan.recomputed', subject: ['plan', plan.id] },
    detail: { basedOn: basedOn.id, differences: draft.differences.length, changesThrough },
  });
  if (draft.publish) await publishPlan(transaction, { providerId, planId: plan.id, publishedBy: REPLAN });
  return plan.id;
}

/** What people settled in the plan in force stays settled in the draft that changes it. */
async function keepPins(
  transaction: Transaction,
  {
    planId,
    basedOn,
    from,
    to,
  }: { readonly planId: string; readonly basedOn: string; readonly from: string; readonly to: string },
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO visit_pins (provider_id, plan_id, visit_id, part, staff_id, starts_at, reason, pinned_by, pinned_at)
    SELECT p.provider_id, ${planId}::uuid, p.visit_id, p.part, p.staff_id, p.starts_at, p.reason, p.pinned_by, p.pinned_at
    FROM visit_pins p JOIN visits v ON v.id = p.visit_id
    WHERE p.plan_id = ${basedOn}::uuid AND v.date BETWEEN ${dateOfDay(from)} AND ${dateOfDay(to)}`;
}

/** Nobody need look for cover of a visit that is given, or gone. */
export async function closeCoverItems(
  transaction: Transaction,
  {
    leftOut,
    ...days
  }: { readonly providerId: string; readonly from: string; readonly to: string; readonly leftOut: readonly string[] },
): Promise<void> {
  const except = leftOut.map((key) => `find_cover:${key}`);
  await closeWorkItems(transaction, { ...days, kind: 'find_cover', except }, REPLAN);
}

async function stillCounts(transaction: Transaction, { basedOn, from, to }: RecomputedDraft): Promise<boolean> {
  const days = { date: { gte: dateOfDay(from), lte: dateOfDay(to) } };
  const counting = await transaction.planDay.count({ where: { planId: basedOn.id, published: basedOn.published, ...days } });
  const wanted = basedOn.days.filter((day) => from <= day && day <= to).length;
  return counting >= wanted;
}

function answeringDraft(
  transaction: Transaction,
  providerId: string,
  { basedOn, from, to, changesThrough }: RecomputedDraft,
): Promise<{ readonly id: string } | null> {
  return transaction.plan.findFirst({
    where: { ...openDrafts({ providerId, basedOn: basedOn.id, from, to }), changesThrough: { gte: changesThrough } },
    select: { id: true },
  });
}

/** Some days of a plan in force, of which there may be drafts. */
interface DraftedDays {
  readonly providerId: string;
  readonly basedOn: string;
  readonly from: string;
  readonly to: string;
}

/** Older drafts of the same plan that share a day have nothing more to say. */
export async function dropDrafts(transaction: Transaction, days: DraftedDays): Promise<void> {
  await transaction.plan.updateMany({ where: openDrafts(days), data: { status: 'superseded' } });
}

/** Drafts of the plan that share a day. */
function openDrafts({ providerId, basedOn, from, to }: DraftedDays) {
  const days = { fromDate: { lte: dateOfDay(to) }, toDate: { gte: dateOfDay(from) } };
  return { providerId, basedOnId: basedOn, status: 'draft', ...days } as const;
}

async function storeDifferences(
  transaction: Transaction,
  key: { readonly providerId: string; readonly planId: string },
  differences: readonly Difference[],
): Promise<void> {
  const visits = await transaction.visit.findMany({
    where: { providerId: key.providerId, key: { in: differences.map(({ visitKey }) => visitKey) } },
    select: { id: true, key: true },
  });
  const ids = new Map(visits.map((visit) => [visit.key, visit.id]));
  const rows = differences.map(({ visitKey, effect, cause, changeId, before, after }) => ({
    ...{ ...key, visitId: ids.get(visitKey), effect, cause, changeId },
    ...{
      beforeStart: startOf(before),
      beforeStaff: before?.staff ?? [],
      afterStart: startOf(after),
      afterStaff: after?.staff ?? [],
    },
  }));
  await insertRows(transaction, 'plan_differences', rows);
}

function startOf(placement: Placement | null): string | null {
  return placement === null ? null : instantAt(placement.start).toISOString();
}

/** A recomputation that cannot be: a failed plan of its days, so that people see it. */
export async function storeFailedDraft(
  transaction: Transaction,
  providerId: string,
  {
    basedOn,
    from,
    to,
    changesThrough,
    failure,
  }: Pick<RecomputedDraft, 'basedOn' | 'from' | 'to' | 'changesThrough'> & { readonly failure: string },
): Promise<void> {
  await lockProvider(transaction, providerId);
  const { threads, seed } = basedOn;
  const same = { providerId, basedOnId: basedOn.id, status: 'failed', changesThrough } as const;
  if ((await transaction.plan.count({ where: same })) > 0) return;
  await createPlan(
    transaction,
    { providerId, from, to },
    {
      ...{ status: 'failed', failure, finishedAt: new Date(), seconds: SECONDS, threads, seed, requestedBy: REPLAN },
      ...{ basedOnId: basedOn.id, changesThrough },
    },
  );
}
