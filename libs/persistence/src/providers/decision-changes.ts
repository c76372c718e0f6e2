import type { DecisionChange } from '#care';
import { addDays } from '#time';
import { dayOfDate, openDay } from '../database/days.js';
import type * as Rows from '../generated/client.js';

/** What became of a decision, its early end included (S052). */
export function decisionChanges(
  row: Pick<Rows.Decision, 'endedOn'> & { readonly changes: readonly Rows.DecisionChange[] },
): readonly DecisionChange[] {
  const changes = row.changes.map(({ kind, fromDate, toDate, grantedMinutes }): DecisionChange => {
    const from = dayOfDate(fromDate);
    if (kind === 'suspended') return { kind, from, to: openDay(toDate) };
    return kind === 'reduced' ? { kind, from, grantedMinutes: grantedMinutes ?? 0 } : { kind, from };
  });
  return row.endedOn === null ? changes : [...changes, { kind: 'ended', from: addDays(dayOfDate(row.endedOn), 1) }];
}
