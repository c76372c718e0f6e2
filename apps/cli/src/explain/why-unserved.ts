import { openPlan, recommend, solve, type Plan, type PlanSession } from '#engine';
import type { InstanceContext } from '#instances';

/**
 * Why each visit is left out, in the engine's codes. The engine takes the plan
 * up without searching and puts in what fits as it is; of what stays out it
 * says why, and what went in had room. Where people could come but do not, the
 * cheapest place tells what is merely dear from what has no room.
 */
export function whyUnserved({ problem, costUnit }: InstanceContext, plan: Plan): ReadonlyMap<string, string> {
  const result = solve(problem, { seed: 1, now: () => 0, warmStart: plan });
  if (!result.ok || result.solution.warmStartRefused) {
    return new Map(
      plan.unserved.map((visit) => [visit, 'NOT_EXPLAINED: the engine cannot take up this plan, because it breaks rules']),
    );
  }
  const opened = openPlan(problem, result.solution.plan);
  const dearer = (visit: string): string | undefined => {
    const delta = opened.ok ? cheapestDelta(opened.session, visit) : null;
    if (delta === null) return undefined;
    return `${delta > 0 ? 'COSTS_MORE' : 'HAS_ROOM'}: the cheapest place changes the cost by ${delta / costUnit}`;
  };
  const stopped = new Map(result.solution.unserved.map(({ visit, reasons }) => [visit, reasons]));
  return new Map(
    plan.unserved.map((visit) => {
      const found = stopped.get(visit);
      const dear = found?.every(({ code }) => code === 'NO_ROOM') ? dearer(visit) : undefined;
      if (dear !== undefined) return [visit, dear];
      const reasons = found?.map(({ code, params }) =>
        [code, ...Object.entries(params).map(([key, value]) => `${key} ${value}`)].join(' '),
      );
      return [visit, reasons?.join('; ') ?? 'HAS_ROOM: fits into the plan as it is'];
    }),
  );
}

/** What the cheapest place for a visit costs beyond leaving it out; null when no place breaks nothing. */
function cheapestDelta(session: PlanSession, visit: string): number | null {
  return recommend(session, [visit], { count: 1, perStaff: 1 })[0]?.verdict.delta.total ?? null;
}
