import { solve, type Plan, type ProblemInput } from '#engine';

/**
 * Why each visit is left out, in the engine's codes. The engine takes the plan
 * up without searching and puts in what fits as it is; of what stays out it
 * says why, and what went in had room.
 */
export function whyUnserved(problem: ProblemInput, plan: Plan): ReadonlyMap<string, string> {
  const result = solve(problem, { seed: 1, now: () => 0, warmStart: plan });
  if (!result.ok || result.solution.warmStartRefused) {
    return new Map(
      plan.unserved.map((visit) => [visit, 'NOT_EXPLAINED: the engine cannot take up this plan, because it breaks rules']),
    );
  }
  const stopped = new Map(result.solution.unserved.map(({ visit, reasons }) => [visit, reasons]));
  return new Map(
    plan.unserved.map((visit) => {
      const reasons = stopped
        .get(visit)
        ?.map(({ code, params }) => [code, ...Object.entries(params).map(([key, value]) => `${key} ${value}`)].join(' '));
      return [visit, reasons?.join('; ') ?? 'HAS_ROOM: fits into the plan as it is'];
    }),
  );
}
