import type { TaskRule } from '../model.js';
import type { TaskRuleKind } from './rule-kinds.js';

/**
 * What a provider does to a rule, for all its clients or for one: it does not
 * apply, or it binds otherwise. A client's own change stands instead of the
 * provider's, not on top of it.
 */
export interface RuleChange {
  /** Id of the rule, a pair's default included. */
  readonly rule: string;
  /** Null: for every client. */
  readonly clientId: string | null;
  readonly change: RuleEffect;
}

export type RuleEffect =
  | { readonly off: true }
  | {
      readonly off: false;
      /** Null: as the book says. */
      readonly severity: 'hard' | 'soft' | null;
      /** In minutes, for the book's; a bound that is null is none. Null: as the book says. */
      readonly gaps: { readonly min: number | null; readonly max: number | null } | null;
    };

/** Kinds with gaps: which of the two bounds they know. */
const BOUNDS: ReadonlyMap<string, readonly ('min' | 'max')[]> = new Map<TaskRuleKind, readonly ('min' | 'max')[]>([
  ['precede', ['min', 'max']],
  ['requires_after', ['min', 'max']],
  ['same_visit', ['min', 'max']],
  ['min_gap', ['min', 'max']],
  ['min_gap_sym', ['min']],
  ['max_gap', ['max']],
]);

/** Kinds that lose their meaning without a bound. */
const NEEDED: ReadonlyMap<string, 'min' | 'max'> = new Map<TaskRuleKind, 'min' | 'max'>([
  ['min_gap', 'min'],
  ['min_gap_sym', 'min'],
  ['max_gap', 'max'],
]);

/** Kinds that say who pays or may do what: law or competence, which no provider changes. */
const FIXED: ReadonlySet<string> = new Set<TaskRuleKind>(['requires', 'not_substitute']);

/** What is wrong with a change: the part of it, and why. */
export interface RuleChangeFault {
  readonly part: 'rule' | 'severity' | 'gaps' | 'change';
  readonly fault: 'fixed' | 'no_gaps' | 'bound_unknown' | 'bound_needed' | 'order' | 'nothing' | 'parallel';
}

/** Every fault of a change of a rule; none: it may stand. */
export function ruleChangeFaults(rule: TaskRule, change: RuleEffect): readonly RuleChangeFault[] {
  if (FIXED.has(rule.kind)) return [{ part: 'rule', fault: 'fixed' }];
  if (rule.kind === 'parallel_ok') return [{ part: 'rule', fault: 'parallel' }];
  if (change.off) return [];
  const faults = change.gaps === null ? [] : gapFaults(rule.kind, change.gaps);
  return faults.length === 0 && !changes(rule, change) ? [{ part: 'change', fault: 'nothing' }] : faults;
}

/** Which gaps of a rule a change may set; null for a rule that no provider changes. */
export function changeableBounds({ kind }: Pick<TaskRule, 'kind'>): readonly ('min' | 'max')[] | null {
  return FIXED.has(kind) || kind === 'parallel_ok' ? null : (BOUNDS.get(kind) ?? []);
}

/** The rule as changed; a pair's default that is made a wish is of low confidence, so that it costs least. */
export function changedRule(rule: TaskRule, { severity, gaps }: Exclude<RuleEffect, { off: true }>): TaskRule {
  const confidence = rule.confidence === 'default' && severity !== null ? 'low' : rule.confidence;
  return {
    ...rule,
    ...(severity !== null && { severity, confidence }),
    ...(gaps !== null && { minGap: gaps.min, maxGap: gaps.max }),
  };
}

type Gaps = NonNullable<Exclude<RuleEffect, { off: true }>['gaps']>;

function gapFaults(kind: string, gaps: Gaps): readonly RuleChangeFault[] {
  const bounds = BOUNDS.get(kind);
  if (bounds === undefined) return [{ part: 'gaps', fault: 'no_gaps' }];
  const needed = NEEDED.get(kind);
  const unknown = (['min', 'max'] as const).some((bound) => gaps[bound] !== null && !bounds.includes(bound));
  return [
    ...(unknown ? [{ part: 'gaps', fault: 'bound_unknown' } as const] : []),
    ...(needed !== undefined && gaps[needed] === null ? [{ part: 'gaps', fault: 'bound_needed' } as const] : []),
    ...(gaps.min !== null && gaps.max !== null && gaps.min > gaps.max ? [{ part: 'gaps', fault: 'order' } as const] : []),
  ];
}

function changes(rule: TaskRule, { severity, gaps }: Exclude<RuleEffect, { off: true }>): boolean {
  return (
    (severity !== null && severity !== rule.severity) || (gaps !== null && (gaps.min !== rule.minGap || gaps.max !== rule.maxGap))
  );
}
