import type { TaskRule } from '../model.js';

/**
 * What breaking a soft rule costs, in seconds of a staff member's time that
 * keeping it is worth, by how sure the rule is. Assumptions: a sure rule is
 * worth half an hour of travel, a doubtful one five minutes.
 */
export const SOFT_RULE_COST: Readonly<Record<'high' | 'medium' | 'low', number>> = { high: 1800, medium: 900, low: 300 };

/** Cost of breaking the rule once: 0 for rules that forbid instead. */
export function costOf(rule: TaskRule): number {
  if (rule.severity !== 'soft' || rule.confidence === 'default') return 0;
  return SOFT_RULE_COST[rule.confidence];
}
