import type { TaskRule } from '../model.js';
import type { RuleBook } from './rule-book.js';

/** What a client's state asks of the whole route or of the staff, beside any pair of tasks. */
export interface ClientClass {
  /** Where in a round the visit is wanted; `last` wins when both hold, since it protects the other clients. */
  readonly round: 'first' | 'last' | null;
  /** Members of staff in this condition do not go there. */
  readonly excludesStaff: 'pregnant' | null;
  /** Tasks that need protective clothing and separate laundry. */
  readonly protectiveTasks: readonly string[];
  /** Ids of the rules behind it. */
  readonly rules: readonly string[];
}

/** Reads the rules on classes of clients: infectious, with weak immunity, under cytostatics. */
export function clientClass(flags: readonly string[], book: RuleBook): ClientClass {
  const rules = book.rules.filter((rule) => flags.includes(flagOfClass(rule.a) ?? ''));
  const has = (kind: string): boolean => rules.some((rule) => rule.kind === kind);
  return {
    round: has('last_in_round') ? 'last' : has('first_in_round') ? 'first' : null,
    excludesStaff: has('exclude_worker') ? 'pregnant' : null,
    protectiveTasks: rules.filter((rule) => rule.kind === 'needs_ppe').map((rule) => rule.b),
    rules: rules.map((rule: TaskRule) => rule.id),
  };
}

/** `*CLIENT:INFECTIOUS*` speaks of clients flagged `infectious`. */
function flagOfClass(name: string): string | null {
  return /^\*CLIENT:(\w+)\*$/.exec(name)?.[1]?.toLowerCase() ?? null;
}
