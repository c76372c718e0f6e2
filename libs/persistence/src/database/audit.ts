import type { Transaction } from './database.js';

/** One line of the trail: codes, ids and figures, never names or health facts. */
export interface AuditLine {
  readonly providerId: string;
  readonly actor: string | null;
  /** What was done, `plan.published`. */
  readonly action: string;
  readonly subject: readonly [kind: string, id: string];
  readonly detail?: object;
}

/** Adds a line to the trail in the transaction of the change it tells of. */
export async function recordAudit(transaction: Transaction, line: AuditLine): Promise<void> {
  const { providerId, actor, action, subject, detail = {} } = line;
  await transaction.auditEntry.create({
    data: { providerId, actor, action, subjectKind: subject[0], subjectId: subject[1], detail },
  });
}
