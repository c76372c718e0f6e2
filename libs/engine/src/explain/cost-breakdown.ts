import { compileProblem } from '../model/compile-problem.js';
import type { Plan, PlanCost } from '../model/plan.js';
import type { ProblemInput } from '../model/problem-input.js';
import { costEntries, planCost } from './plan-cost.js';
import type { CostEntry } from './route-cost.js';
import { indexPlan, walkPlan } from './walked-plan.js';

/** A plan's cost cut three ways; each adds up to the total exactly. */
export interface CostBreakdown {
  readonly cost: PlanCost;
  /** By person, then by client: cost by component, dearest first; null gathers what is nobody's. */
  readonly byPerson: readonly CostShare[];
  readonly byClient: readonly CostShare[];
}

export interface CostShare {
  readonly id: string | null;
  readonly cost: PlanCost;
}

/**
 * What a plan costs by rule, by person and by client.
 * @param plan names only what the problem has, its times agree with each other
 * @returns null when the problem is refused
 */
export function costBreakdown(problem: ProblemInput, plan: Plan): CostBreakdown | null {
  const compiled = compileProblem(problem);
  if (!compiled.ok) return null;
  const walked = walkPlan(indexPlan(problem, compiled.data), plan);
  const entries = costEntries(walked);
  return { cost: planCost(walked), byPerson: shares(entries, 'staff'), byClient: shares(entries, 'client') };
}

function shares(entries: readonly CostEntry[], by: 'staff' | 'client'): CostShare[] {
  const sums = new Map<string | null, Record<string, number>>();
  for (const entry of entries) {
    const parts = sums.get(entry[by]) ?? {};
    parts[entry.component] = (parts[entry.component] ?? 0) + entry.amount;
    sums.set(entry[by], parts);
  }
  return [...sums]
    .map(([id, parts]) => ({ id, cost: { total: Object.values(parts).reduce((sum, amount) => sum + amount, 0), parts } }))
    .toSorted((a, b) => b.cost.total - a.cost.total);
}
