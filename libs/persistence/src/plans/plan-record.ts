import type { PlanProgress, PlanSummary, PlanWeights } from '#contracts';
import type { PlanRecord, WeightProfile } from '#planning';
import { dayOfDate } from '../database/days.js';
import type { Plan } from '../generated/client.js';

/** A plan row -> planning's record. */
export function planRecord(plan: Plan): PlanRecord {
  const { id, providerId, version, status, seconds, threads, seed, requestedAt, finishedAt, failure } = plan;
  const days = { from: dayOfDate(plan.fromDate), to: dayOfDate(plan.toDate) };
  const progress = plan.progress as PlanProgress | null;
  const profile = profileOf(plan);
  return {
    id,
    providerId,
    version,
    status,
    ...days,
    seconds,
    threads,
    seed,
    profile,
    requestedAt,
    finishedAt,
    progress,
    failure,
  };
}

/** How a plan was weighed; null: as usual. */
export function profileOf({ profile, weights }: Pick<Plan, 'profile' | 'weights'>): WeightProfile | null {
  return weights === null ? null : { name: profile ?? '', weights: weights as PlanWeights };
}

/** A plan row -> what people see of it; figures are null until the search has finished. */
export function planSummary(plan: Plan): PlanSummary {
  const { id, version, status, failure, warnings } = plan;
  return {
    id,
    version,
    status,
    from: dayOfDate(plan.fromDate),
    to: dayOfDate(plan.toDate),
    requestedAt: plan.requestedAt.toISOString(),
    finishedAt: plan.finishedAt?.toISOString() ?? null,
    progress: plan.progress as PlanProgress | null,
    failure,
    figures: figuresOf(plan),
    warnings,
    basedOn: plan.basedOnId,
    profile: plan.profile,
    lateChanges: plan.lateChanges,
  };
}

function figuresOf({ figures, cost, iterations, searchSeconds }: Plan): PlanSummary['figures'] {
  if (figures === null || cost === null || iterations === null || searchSeconds === null) return null;
  type Figures = NonNullable<PlanSummary['figures']>;
  return {
    ...(figures as Omit<Figures, 'cost' | 'iterations' | 'seconds'>),
    cost,
    iterations: Number(iterations),
    seconds: searchSeconds,
  };
}
