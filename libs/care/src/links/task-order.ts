import type { TaskRule } from '../model.js';
import { conditionHolds } from '../rules/conditions.js';
import { ruleBook, type RuleBook } from '../rules/rule-book.js';
import { compareBinding } from './binding-order.js';

/** Kinds that say which of two tasks of one visit comes first, the surest first; `min_gap` lets b go before a freely. */
const FIRST_OF: ReadonlyMap<string, 'a' | 'b'> = new Map([
  ['precede', 'a'],
  ['requires_after', 'a'],
  ['forbid_order', 'b'],
  ['same_visit', 'a'],
  ['min_gap', 'b'],
]);

/** What decides the order beside the tasks themselves. */
export interface OrderContext {
  /** Flags of the client. */
  readonly flags?: readonly string[];
  /** Tasks of the client's other visits, which some of these may be wanted together with. */
  readonly elsewhere?: readonly string[];
  readonly book?: RuleBook;
}

/**
 * The tasks of one visit in the order they are done. Starts from the given
 * order and moves a task only where a rule says so; where rules contradict each
 * other round a circle, the less binding one gives way. A task that must follow
 * another within a time comes right after it. Of tasks that are wanted together
 * with another visit, the visitor's comes first and the host's last (a wound
 * first, clean linen last), so that two visits can overlap at their ends.
 */
export function orderTasks(
  tasks: readonly string[],
  { flags = [], elsewhere = [], book = ruleBook() }: OrderContext = {},
): readonly string[] {
  const codes = [...new Set(tasks)];
  if (codes.length < 2) return tasks;
  const rules = book.rules.filter(
    ({ a, b, condition }) => a !== b && (codes.includes(a) || codes.includes(b)) && conditionHolds(condition, flags),
  );
  const after = new Map(codes.map((code) => [code, new Set<string>()]));
  for (const { first, second } of wishes(rules.filter(({ a, b }) => codes.includes(a) && codes.includes(b)))) {
    if (!reaches(after, second, first)) after.get(first)?.add(second);
  }
  const rank = rankBy(rules, elsewhere);
  const ordered: string[] = [];
  const left = [...codes];
  while (left.length > 0) {
    const open = left.filter((code) => left.every((other) => !after.get(other)?.has(code)));
    const next = open.reduce((best, code) => (rank(code, ordered) < rank(best, ordered) ? code : best));
    ordered.push(...left.splice(left.indexOf(next), 1));
  }
  return ordered.flatMap((code) => tasks.filter((task) => task === code));
}

/** Lower goes earlier: 0 bound to a task already done, 1 wanted by another visit's task, 2 any, 3 wanted with a visitor's. */
function rankBy(rules: readonly TaskRule[], elsewhere: readonly string[]): (code: string, done: readonly string[]) => number {
  const urgent = rules.filter(({ kind, severity, maxGap }) => kind === 'precede' && severity === 'hard' && maxGap !== null);
  const joint = rules.filter(({ kind }) => kind === 'should_overlap' || kind === 'must_overlap');
  return (code, done) => {
    if (urgent.some(({ a, b }) => b === code && done.includes(a))) return 0;
    if (joint.some(({ a, b }) => a === code && elsewhere.includes(b))) return 1;
    return joint.some(({ a, b }) => b === code && elsewhere.includes(a)) ? 3 : 2;
  };
}

/** Who wishes to go first, the most binding rule first, then by kind, then as the rules stand in the book. */
function wishes(rules: readonly TaskRule[]): readonly Wish[] {
  const kinds = [...FIRST_OF.keys()];
  return rules
    .filter((rule) => FIRST_OF.has(rule.kind))
    .sort((x, y) => compareBinding(x, y) || kinds.indexOf(x.kind) - kinds.indexOf(y.kind))
    .map(wishOf);
}

interface Wish {
  readonly first: string;
  readonly second: string;
}

function wishOf(rule: TaskRule): Wish {
  return FIRST_OF.get(rule.kind) === 'a' ? { first: rule.a, second: rule.b } : { first: rule.b, second: rule.a };
}

function reaches(after: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  if (from === to) return true;
  return [...(after.get(from) ?? [])].some((next) => reaches(after, next, to));
}
