import type { RuleChange } from '#care';
import type { Transaction } from '../database/database.js';

/** What stands of the provider's changes of task rules. */
export async function readRuleChanges(database: Transaction, providerId: string): Promise<RuleChange[]> {
  const rows = await database.ruleChange.findMany({
    where: { providerId, endedAt: null },
    orderBy: [{ rule: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ rule, clientId, off, severity, setsGaps, minGap, maxGap }) => ({
    rule,
    clientId,
    change: off
      ? { off }
      : { off, severity: severity as 'hard' | 'soft' | null, gaps: setsGaps ? { min: minGap, max: maxGap } : null },
  }));
}
