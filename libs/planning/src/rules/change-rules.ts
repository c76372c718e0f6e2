import {
  changeableBounds,
  ruleBook,
  ruleBooks,
  ruleChangeFaults,
  type RuleChange,
  type RuleChangeFault,
  type TaskRule,
} from '#care';
import type { Issue, RuleChangeOrder, RuleChangeView, RuleView } from '#contracts';
import { issueOf } from '../changes/change-issues.js';
import type { Recorder } from '../changes/change-ports.js';
import type { RuleChangeStore } from './rule-ports.js';

export type RuleChangeOutcome =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly issues: readonly Issue[]; readonly changed?: true };

/** A change somebody wants; `seen` is what stood when they looked, by id or `none`; without it whatever stands is replaced. */
export interface RuleChangeRequest {
  readonly providerId: string;
  readonly order: RuleChangeOrder;
  readonly by: Recorder & { readonly seen?: string | null };
}

/** Changes a task rule for a client or for all; everything wrong with the change comes back at once. */
export async function setRuleChange(
  store: RuleChangeStore,
  { providerId, order, by }: RuleChangeRequest,
): Promise<RuleChangeOutcome> {
  const issues = orderIssues(order);
  if (issues.length > 0) return { ok: false, issues };
  const set = await store.set(providerId, order, by);
  if (set.ok) return set;
  if (set.because === 'changed') return { ok: false, issues: [], changed: true };
  const allowed = 'the id of one of the clients';
  return { ok: false, issues: [issueOf({ code: 'reference.unknown', path: 'client', value: order.client ?? '', allowed })] };
}

/** The rule book as it holds for a client, by the provider's own id, or for all clients without changes of their own. */
export function viewRules(changes: readonly RuleChangeView[], client: string | null): readonly RuleView[] {
  const standing = changes.filter((change) => change.endedAt === null);
  const ofClient = standing.filter((change) => change.client === client);
  const ofAll = standing.filter((change) => change.client === null);
  const by = new Map([...ofAll, ...ofClient].map((change) => [change.rule, change]));
  const book = ruleBooks([...by.values()].map((change) => ruleChangeOf({ ...change, client: null })))('');
  const whole = ruleBook();
  const named = [...by.keys()].filter((id) => !whole.rules.some((rule) => rule.id === id)).sort();
  const rules = [...whole.rules, ...named.flatMap((id) => whole.find(id) ?? [])];
  return rules.map((rule) => ruleView(book.find(rule.id) ?? rule, by.get(rule.id)));
}

/** A stored change as the rule book reads it. */
export function ruleChangeOf({ rule, client, off, severity, gaps }: Omit<RuleChangeOrder, 'reason'>): RuleChange {
  return { rule, clientId: client, change: off ? { off } : { off: false, severity, gaps } };
}

function ruleView(rule: TaskRule, change: RuleChangeView | undefined): RuleView {
  const bounds = changeableBounds(rule);
  return { ...rule, off: change?.off ?? false, change: change?.id ?? null, bounds: bounds && [...bounds] };
}

const ALLOWED: Readonly<Record<RuleChangeFault['fault'], string>> = {
  fixed: 'a rule about tasks; who may do what and who pays is law',
  parallel: 'a rule that asks something; this one lets both tasks run at once',
  no_gaps: 'null: a rule of this kind has no gaps',
  bound_unknown: 'null for the bound that a rule of this kind does not have',
  bound_needed: 'a number for the bound that a rule of this kind needs',
  order: 'a shortest gap no longer than the longest',
  nothing: 'something other than the rule book says, or off',
};

function orderIssues(order: RuleChangeOrder): readonly Issue[] {
  const rule = ruleBook().find(order.rule);
  if (rule === undefined) {
    return [issueOf({ code: 'rule.unknown', path: 'rule', value: order.rule, allowed: 'the id of a rule of the book' })];
  }
  const both = order.off && (order.severity !== null || order.gaps !== null);
  const faults = ruleChangeFaults(rule, ruleChangeOf(order).change);
  return [
    ...(both ? [issueOf({ code: 'rule.change', path: 'off', value: 'true', allowed: 'off alone, or other bounds' })] : []),
    ...faults.map(({ part, fault }) =>
      issueOf({ code: 'rule.change', path: part === 'change' ? 'severity' : part, value: order.rule, allowed: ALLOWED[fault] }),
    ),
  ];
}
