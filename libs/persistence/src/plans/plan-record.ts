import type { PlanProgress, PlanSummary } from '#contracts';
import type { PlanRecord } from '#planning';
import { dayOfDate } from '../database/days.js';
import type { Plan } from '../generated/client.js';

/** A plan row -> planning's record. */
export function planRecord(plan: Plan): PlanRecord {
  const { id, providerId, version, status, seconds, threads, seed, requestedAt, finishedAt, failure } = plan;
  const days = { from: dayOfDate(plan.fromDate), to: dayOfDate(plan.toDate) };
  const progress = plan.progress as PlanProgress | null;
  return { id, providerId, version, status, ...days, seconds, threads, seed, requestedAt, finishedAt, progress, failure };
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
