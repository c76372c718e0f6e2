import type { TaskRule } from '../model.js';
import { findTask, occupiesClient, taskIndex, taskOf } from '../tasks/catalogue.js';
import { conditionHolds } from './conditions.js';
import { changedRule, type RuleChange, type RuleEffect } from './rule-change.js';
import { RULE_ROWS } from './rule-data.js';
import { RULE_SOURCES } from './rule-sources.js';

/** The task rules in force at a provider. */
export interface RuleBook {
  /** Every explicit rule, in the table's order, those switched off left out. */
  readonly rules: readonly TaskRule[];
  /** The rule of an id, a pair's default included; undefined when there is none or it is switched off. */
  find(id: string): TaskRule | undefined;
  /** Explicit rules naming both tasks, in either direction. */
  between(a: string, b: string): readonly TaskRule[];
  /** Those of {@link between} whose condition the client's flags meet. */
  inForce(a: string, b: string, flags: readonly string[]): readonly TaskRule[];
}

/** A provider's changes of the book, or those that hold for one client. */
export interface RuleChanges {
  /** Ids of rules that do not apply. */
  readonly off?: readonly string[];
  /** Rules that bind otherwise, by id. */
  readonly changed?: ReadonlyMap<string, Exclude<RuleEffect, { off: true }>>;
}

const EXPLICIT: readonly TaskRule[] = RULE_ROWS.flatMap(
  ([a, b, kind, minGap, maxGap, severity, confidence, condition, reason, sources]) => {
    const seconds = b.split(' ');
    const pairs = a.split(' ').flatMap((first) => seconds.map((second) => [first, second === '=' ? first : second] as const));
    return pairs.map(([first, second]) => ({
      id: ruleId(first, second, kind, condition),
      a: first,
      b: second,
      kind,
      minGap,
      maxGap,
      reason,
      source: sourceText(sources),
      confidence,
      severity,
      condition,
    }));
  },
);

const WHOLE: RuleBook = bookOf(EXPLICIT);

/** The rule book, with a provider's or a client's changes. */
export function ruleBook({ off = [], changed = new Map() }: RuleChanges = {}): RuleBook {
  return off.length + changed.size === 0 ? WHOLE : bookOf(EXPLICIT, new Set(off), changed);
}

/**
 * The book of each client: the provider's changes, those of the client instead
 * of them where it has its own. Made once a client.
 */
export function ruleBooks(changes: readonly RuleChange[]): (clientId: string) => RuleBook {
  const general = changes.filter(({ clientId }) => clientId === null);
  const common = bookWith(general);
  const own = new Map<string, RuleBook>();
  for (const clientId of new Set(changes.map(({ clientId }) => clientId).filter((id) => id !== null))) {
    own.set(clientId, bookWith([...general, ...changes.filter((change) => change.clientId === clientId)]));
  }
  return (clientId) => own.get(clientId) ?? common;
}

/** Of several changes of one rule the last stands. */
function bookWith(changes: readonly RuleChange[]): RuleBook {
  const standing = new Map(changes.map(({ rule, change }) => [rule, change]));
  const changed = new Map<string, Exclude<RuleEffect, { off: true }>>();
  for (const [rule, change] of standing) if (!change.off) changed.set(rule, change);
  return ruleBook({ off: [...standing].filter(([, change]) => change.off).map(([rule]) => rule), changed });
}

/**
 * What holds for two tasks when no explicit rule says more: two tasks that both
 * hold the client are `separate`, others `parallel_ok`. The pair is named in the
 * catalogue's order, so (a, b) and (b, a) give the same rule.
 */
export function defaultRule(a: string, b: string): TaskRule {
  const [first, second] = taskIndex(a) <= taskIndex(b) ? [a, b] : [b, a];
  const apart = occupiesClient(taskOf(first)) && occupiesClient(taskOf(second));
  const kind = apart ? 'separate' : 'parallel_ok';
  return {
    id: `${first}-${second}-${kind}`,
    a: first,
    b: second,
    kind,
    minGap: null,
    maxGap: null,
    reason: reasonOfDefault(apart, first === second),
    source: RULE_SOURCES.order,
    confidence: 'default',
    severity: 'default',
    condition: '',
  };
}

function bookOf(
  explicit: readonly TaskRule[],
  off: ReadonlySet<string> = new Set(),
  changed: NonNullable<RuleChanges['changed']> = new Map(),
): RuleBook {
  const asChanged = (rule: TaskRule): TaskRule => {
    const change = changed.get(rule.id);
    return change === undefined ? rule : changedRule(rule, change);
  };
  const rules = explicit.filter((rule) => !off.has(rule.id)).map(asChanged);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const byPair = new Map<string, TaskRule[]>();
  for (const rule of rules) {
    const key = pairKey(rule.a, rule.b);
    byPair.set(key, [...(byPair.get(key) ?? []), rule]);
  }
  const between = (a: string, b: string): readonly TaskRule[] => byPair.get(pairKey(a, b)) ?? [];
  return {
    rules,
    find: (id) => {
      if (off.has(id)) return undefined;
      const standard = byId.has(id) ? undefined : defaultOfId(id);
      return standard === undefined ? byId.get(id) : asChanged(standard);
    },
    between,
    inForce: (a, b, flags) => between(a, b).filter((rule) => conditionHolds(rule.condition, flags)),
  };
}

/** `A-B-kind`, with the flag that switches the rule on, so that alternatives keep apart; class names lose their stars. */
function ruleId(a: string, b: string, kind: string, condition: string): string {
  const flag = condition === '' || condition.startsWith('unless ') ? '' : `-${condition}`;
  return `${a}-${b}-${kind}${flag}`.replaceAll('*', '').replaceAll(':', '.');
}

function defaultOfId(id: string): TaskRule | undefined {
  const [a, b] = id.split('-');
  if (a === undefined || b === undefined || findTask(a) === undefined || findTask(b) === undefined) return undefined;
  const rule = defaultRule(a, b);
  return rule.id === id ? rule : undefined;
}

function sourceText(names: string): string {
  return names
    .split('+')
    .map((name) => RULE_SOURCES[name as keyof typeof RULE_SOURCES])
    .join('; ');
}

function reasonOfDefault(apart: boolean, same: boolean): string {
  if (!apart) return 'Noklusējums: viens no darbiem neaizņem klientu';
  if (same) return 'Noklusējums: tas pats darbs divreiz nevar notikt vienlaikus';
  return 'Noklusējums: klients vienlaikus var saņemt tikai vienu roku darbu';
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
