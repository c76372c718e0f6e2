import type { Transaction } from '../database/database.js';

/** Pattern id to what its visits are for and how long, as a text to compare. */
export type PatternContents = ReadonlyMap<string, string>;

/** What the patterns say that somebody has changed from a day on: an import that says otherwise comes after that change. */
export async function changedContents(transaction: Transaction, providerId: string): Promise<PatternContents> {
  const rows = await transaction.$queryRaw<{ id: string; content: string }[]>`
    SELECT p.id, concat_ws('|', p.tasks, p.duration_minutes, p.staff_count, p.windows) AS content FROM visit_patterns p
    WHERE p.provider_id = ${providerId}::uuid
      AND EXISTS (SELECT FROM pattern_changes c WHERE c.pattern_id = p.id AND c.dropped_at IS NULL AND c.to_date IS NULL)`;
  return new Map(rows.map(({ id, content }) => [id, content]));
}

/**
 * Drops the lasting changes of patterns whose content is not what it was: the newer word stands. What was agreed for single
 * visits stays, as it does when a pattern is changed at the screen.
 */
export async function dropOvertaken(transaction: Transaction, providerId: string, before: PatternContents): Promise<void> {
  const after = await changedContents(transaction, providerId);
  const overtaken = [...after].filter(([id, content]) => before.has(id) && before.get(id) !== content).map(([id]) => id);
  if (overtaken.length === 0) return;
  await transaction.patternChange.updateMany({
    where: { providerId, patternId: { in: overtaken }, droppedAt: null, toDate: null },
    data: { droppedAt: new Date() },
  });
}
