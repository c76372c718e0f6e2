import type { ChangeOrder, Issue } from '#contracts';
import { bodyIssues, issueOf, rowIssues } from './change-issues.js';
import type { ChangeStore, KnownRow, Recorder, Reference } from './change-ports.js';
import { createdBy, referencesOf } from './references.js';

export type ChangeOutcome =
  { readonly ok: true; readonly id: number } | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Records what has happened: everything wrong with it comes back at once; otherwise the facts, the change and the outbox
 * records that make plans recompute themselves are written in one transaction.
 */
export async function recordChange(
  changes: ChangeStore,
  { providerId, order, by }: { readonly providerId: string; readonly order: ChangeOrder; readonly by: Recorder },
): Promise<ChangeOutcome> {
  const [wanted, made] = [referencesOf(order), createdBy(order)];
  const rows = await changes.known(providerId, [...wanted, ...made]);
  const found = rows.slice(0, wanted.length);
  const issues = [
    ...bodyIssues(order),
    ...wanted.filter((_, n) => found[n] === null).map(unknown),
    ...made.filter((_, n) => rows[wanted.length + n] !== null).map(taken),
    ...(found.every((row): row is KnownRow => row !== null) ? rowIssues(order, found) : []),
  ];
  return issues.length > 0 ? { ok: false, issues } : changes.record(providerId, order, by);
}

const unknown = ({ path, list, id }: Reference): Issue =>
  issueOf({ code: 'reference.unknown', path, value: id, allowed: `an id among the ${list}` });

const taken = ({ path, list, id }: Reference): Issue =>
  issueOf({ code: 'id.duplicate', path, value: id, allowed: `an id that no other of the ${list} has` });
