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

/**
 * The tasks of one visit in the order they are done. Starts from the given
 * order and moves a task only where a rule says so; where rules contradict each
 * other round a circle, the less binding one gives way.
 */
export function orderTasks(
  tasks: readonly string[],
  flags: readonly string[] = [],
  book: RuleBook = ruleBook(),
): readonly string[] {
  const codes = [...new Set(tasks)];
  if (codes.length < 2) return tasks;
  const after = new Map(codes.map((code) => [code, new Set<string>()]));
  for (const { first, second } of wishes(codes, flags, book)) {
    if (!reaches(after, second, first)) after.get(first)?.add(second);
  }
  const ordered: string[] = [];
  const left = [...codes];
  while (left.length > 0) {
    const next = left.findIndex((code) => left.every((other) => !after.get(other)?.has(code)));
    ordered.push(...left.splice(next, 1));
  }
  return ordered.flatMap((code) => tasks.filter((task) => task === code));
}

/** Who wishes to go first, the most binding rule first, then by kind, then as the rules stand in the book. */
function wishes(codes: readonly string[], flags: readonly string[], book: RuleBook): readonly Wish[] {
  const kinds = [...FIRST_OF.keys()];
  return book.rules
    .filter(
      ({ a, b, kind, condition }) =>
        a !== b && FIRST_OF.has(kind) && codes.includes(a) && codes.includes(b) && conditionHolds(condition, flags),
    )
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
