import type { PlanCost } from '../model/plan.js';
import type { CostComponent } from '../model/problem-input.js';

/** One cost minus another, by component; components that stay the same are left out. */
export function costDelta(before: PlanCost, after: PlanCost): PlanCost {
  const names = new Set([...Object.keys(before.parts), ...Object.keys(after.parts)] as CostComponent[]);
  const parts: Partial<Record<CostComponent, number>> = {};
  for (const name of names) {
    const change = (after.parts[name] ?? 0) - (before.parts[name] ?? 0);
    if (change !== 0) parts[name] = change;
  }
  return { total: after.total - before.total, parts };
}
