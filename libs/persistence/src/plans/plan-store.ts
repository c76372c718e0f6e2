import type { PlanJob, PlanProgress } from '#contracts';
import type { WeightProfileOrder } from '#contracts';
import type { KnownDays, PlanRecord, PlanRequest, PlanResult, PlanStore, ToldChanges, WeightProfile } from '#planning';
import { addDays, daysFrom } from '#time';
import { recordAudit } from '../database/audit.js';
import { dateOfDay } from '../database/days.js';
import { lockProvider, type Database, type Transaction } from '../database/database.js';
import { refusalOf, refusing } from '../database/refusal.js';
import type { Plan, PlanStatus, Prisma } from '../generated/client.js';
import { currentPlans } from '../replan/current-plans.js';
import { readKnownStaff } from './known-staff.js';
import { planRecord } from './plan-record.js';
import { publishPlan } from './publish-plan.js';
import { storeResult } from './store-result.js';
import { dropProfile, readProfiles, saveProfile } from './weight-profiles.js';

/** Continuity is looked at over so many days. */
const KNOWN_DAYS = 14;

const UNFINISHED: PlanStatus[] = ['requested', 'running'];

/** Plans in Postgres. Methods that must not miss a provider or plan throw when it does not exist. */
export class PostgresPlanStore implements PlanStore {
  constructor(private readonly database: Database) {}

  request(providerId: string, request: PlanRequest, requestedBy: string | null): Promise<PlanRecord> {
    return this.database.prisma.$transaction((transaction) => requestIn(transaction, providerId, request, requestedBy));
  }

  async find(providerId: string, planId: string): Promise<PlanRecord | null> {
    const plan = await this.database.prisma.plan.findFirst({ where: { id: planId, providerId } });
    return plan === null ? null : planRecord(plan);
  }

  async list(providerId: string, limit: number): Promise<PlanRecord[]> {
    const plans = await this.database.prisma.plan.findMany({ where: { providerId }, orderBy: { version: 'desc' }, take: limit });
    return plans.map(planRecord);
  }

  async begin(planId: string): Promise<boolean> {
    const begun = await this.database.prisma.$executeRaw`
      UPDATE plans SET status = 'running', started_at = coalesce(started_at, now()),
        changes_through = (SELECT coalesce(max(id), 0) FROM plan_changes WHERE plan_changes.provider_id = plans.provider_id)
      WHERE id = ${planId}::uuid AND status IN ('requested', 'running')`;
    return begun === 1;
  }

  async progress(planId: string, progress: PlanProgress): Promise<'go_on' | 'enough'> {
    const [row] = await this.database.prisma.plan.updateManyAndReturn({
      where: { id: planId, status: 'running' },
      data: { progress },
      select: { stopRequested: true },
    });
    return row?.stopRequested === true ? 'enough' : 'go_on';
  }

  stopEarly(providerId: string, planId: string, actor: string): Promise<boolean> {
    return this.database.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.plan.updateMany({
        where: { id: planId, providerId, status: { in: UNFINISHED } },
        data: { stopRequested: true },
      });
      if (count === 0) return false;
      await recordAudit(transaction, { providerId, actor, action: 'plan.stopped_early', subject: ['plan', planId] });
      return true;
    });
  }

  async finish(planId: string, result: PlanResult): Promise<void> {
    await refusing(() => this.database.prisma.$transaction((transaction) => finishIn(transaction, planId, result)));
  }

  async fail(planId: string, failure: string): Promise<void> {
    await this.database.prisma.plan.updateMany({
      where: { id: planId, status: { in: UNFINISHED } },
      data: { status: 'failed', failure, finishedAt: new Date() },
    });
  }

  async publish(
    providerId: string,
    planId: string,
    publishedBy: string,
    told?: ToldChanges,
  ): Promise<'published' | 'not_a_draft' | 'overlap'> {
    try {
      return await this.database.prisma.$transaction((transaction) =>
        publishPlan(transaction, { providerId, planId, publishedBy, told }),
      );
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.kind === 'overlap' || refusal?.constraint === 'assignments_one_published_per_part') return 'overlap';
      throw refusal ?? error;
    }
  }

  async knownOf(providerId: string, { from, to }: { readonly from: string; readonly to: string }): Promise<KnownDays> {
    const { prisma } = this.database;
    const [current, staff] = await Promise.all([
      currentPlans(prisma, { providerId, from, to }),
      readKnownStaff(prisma, providerId, { from: addDays(from, -KNOWN_DAYS), to: addDays(from, -1) }),
    ]);
    return { routes: current.filter(({ published }) => published).flatMap(({ routes }) => routes), staff };
  }

  profiles(providerId: string): Promise<(WeightProfile & { id: string })[]> {
    return readProfiles(this.database.prisma, providerId);
  }

  saveProfile(providerId: string, order: WeightProfileOrder, actor: string): Promise<string> {
    return saveProfile(this.database.prisma, providerId, order, actor);
  }

  dropProfile(providerId: string, id: string, actor: string): Promise<boolean> {
    return dropProfile(this.database.prisma, providerId, id, actor);
  }
}

/** Requests a plan inside a transaction: its row, its days, its outbox record and the audit entry. */
export async function requestIn(
  transaction: Transaction,
  providerId: string,
  request: PlanRequest,
  requestedBy: string | null,
): Promise<PlanRecord> {
  if (!(await lockProvider(transaction, providerId))) throw new Error(`there is no provider ${providerId}`);
  const { from, to, seconds, threads, seed, profile } = request;
  const weighed = profile && { profile: profile.name, weights: profile.weights };
  const plan = await createPlan(transaction, { providerId, from, to }, { seconds, threads, seed, requestedBy, ...weighed });
  const payload: PlanJob = { version: 1, providerId, planId: plan.id };
  await transaction.outboxRecord.create({ data: { providerId, planId: plan.id, topic: 'plan', payload } });
  await recordAudit(transaction, { providerId, actor: requestedBy, action: 'plan.requested', subject: ['plan', plan.id] });
  return planRecord(plan);
}

/** A new plan row under the provider's next version, with its days; the provider is locked. */
export async function createPlan(
  transaction: Transaction,
  { providerId, from, to }: { readonly providerId: string; readonly from: string; readonly to: string },
  rest: Omit<Prisma.PlanUncheckedCreateInput, 'providerId' | 'version' | 'fromDate' | 'toDate'>,
): Promise<Plan> {
  const version = await nextVersion(transaction, providerId);
  const days = { fromDate: dateOfDay(from), toDate: dateOfDay(to) };
  const plan = await transaction.plan.create({ data: { ...rest, providerId, version, ...days } });
  const dates = daysFrom(from, to).map((day) => ({ providerId, planId: plan.id, date: dateOfDay(day) }));
  await transaction.planDay.createMany({ data: dates });
  return plan;
}

async function nextVersion(transaction: Transaction, providerId: string): Promise<number> {
  const { _max } = await transaction.plan.aggregate({ where: { providerId }, _max: { version: true } });
  return (_max.version ?? 0) + 1;
}

async function finishIn(transaction: Transaction, planId: string, result: PlanResult): Promise<void> {
  const plan = await transaction.plan.findUnique({ where: { id: planId }, select: { providerId: true } });
  if (plan === null) return;
  await lockProvider(transaction, plan.providerId);
  // Only now is the status certain: a second worker may have finished while we waited for the lock.
  const { count } = await transaction.plan.updateMany({
    where: { id: planId, status: { in: UNFINISHED } },
    data: draftOf(result),
  });
  if (count === 1) await storeResult(transaction, { providerId: plan.providerId, planId }, result);
}

/** The columns of a plan whose search has finished. */
export function draftOf(result: PlanResult) {
  return {
    status: 'draft',
    finishedAt: new Date(),
    figures: result.figures as unknown as Prisma.InputJsonObject,
    cost: result.cost.total,
    costParts: result.cost.parts,
    iterations: result.iterations,
    searchSeconds: result.seconds,
    warnings: [...result.warnings],
  } satisfies Prisma.PlanUpdateManyMutationInput;
}
