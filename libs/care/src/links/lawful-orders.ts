import type { TaskOrder, TaskRule } from '../model.js';
import { defaultRule, ruleBook, type RuleBook } from '../rules/rule-book.js';
import { allowedStarts } from './allowed-starts.js';
import { compareBinding, forbids } from './binding-order.js';
import { costOf } from './rule-costs.js';
import { inSpans } from './spans.js';
import { orderTasks, type OrderContext } from './task-order.js';
import { conditionHolds } from '../rules/conditions.js';
import { taskRuns, type TaskRun } from './task-runs.js';

/** Orders a visit may choose from: all those of four tasks. */
export const MOST_ORDERS = 24;

/** Tasks that change their places; the others of a long visit keep the sequence of the preferred order. */
const MOST_MOVED = 4;

/** Kinds that speak of two tasks of one visit. */
const INSIDE = new Set(['precede', 'requires_after', 'forbid_order', 'same_visit', 'min_gap']);

export interface LawfulContext extends OrderContext {
  /** Length of the visit in seconds, which the tasks fill. */
  readonly durationSeconds: number;
}

/**
 * The orders in which a visit may do its tasks, {@link orderTasks}' own first,
 * then those that break cheaper wishes. An order is lawful when it breaks no hard
 * rule between two tasks of the visit that the preferred order keeps, longest and
 * shortest waits included. Only tasks of the client's other visits give a reason to
 * change the order: without any there is one order. Of orders that look alike to
 * every other visit, the cheapest stands for all.
 *
 * Bounded: at most four tasks move (those that most binding rules tie to other
 * visits first, so that a visit of up to four tasks has all its orders looked at),
 * and at most {@link MOST_ORDERS} orders are kept: of a longer visit first the
 * cheapest for each time that a task wanted together with another visit's may
 * have, since that wish may be worth more than those the order breaks.
 */
export function lawfulOrders(
  tasks: readonly string[],
  { flags = [], elsewhere = [], book = ruleBook(), durationSeconds }: LawfulContext,
): readonly TaskOrder[] {
  const preferred = orderTasks(tasks, { flags, elsewhere, book });
  if (elsewhere.length === 0 || new Set(tasks).size < tasks.length) return [{ tasks: preferred, cost: 0 }];
  const inForce = book.rules.filter(({ condition }) => conditionHolds(condition, flags));
  const inside = inForce.filter(({ a, b, kind }) => INSIDE.has(kind) && a !== b && tasks.includes(a) && tasks.includes(b));
  const broken = (order: readonly string[]): readonly TaskRule[] => brokenBy(taskRuns({ tasks: order, durationSeconds }), inside);
  const given = new Set(broken(preferred));
  const judged = arrangements(preferred, movable(preferred, inForce, elsewhere))
    .map((order) => ({ order, rules: broken(order) }))
    .filter(({ rules }) => rules.every((rule) => !forbids(rule) || given.has(rule)))
    .map(({ order, rules }) => ({ tasks: order, cost: rules.reduce((sum, rule) => sum + costOf(rule), 0) }));
  const least = Math.min(...judged.map(({ cost }) => cost));
  const [first, ...others] = judged.map(({ tasks, cost }) => ({ tasks, cost: cost - least }));
  const times = (order: readonly string[], codes: readonly string[]): readonly string[] =>
    taskRuns({ tasks: order, durationSeconds })
      .filter(({ code }) => codes.includes(code))
      .map(({ code, start, end }) => `${code} ${start} ${end}`);
  const tied = tasks.filter((code) => elsewhere.some((other) => speaksOf(book, flags, code, other)));
  const joint = tied.filter((code) => elsewhere.some((other) => book.inForce(code, other, flags).some(wantsTogether)));
  const different = unlike([first, ...others.sort((x, y) => x.cost - y.cost)], (order) => times(order, tied).join());
  return varied(different, (order) => times(order, joint));
}

/** Those that look like none before them, or cost less than it. */
function unlike(orders: readonly TaskOrder[], look: (order: readonly string[]) => string): readonly TaskOrder[] {
  const least = new Map<string, number>();
  return orders.filter(({ tasks, cost }) => {
    const key = look(tasks);
    if (cost >= (least.get(key) ?? Infinity)) return false;
    least.set(key, cost);
    return true;
  });
}

/** As many as are kept, those that bring a new time before the others. */
function varied(orders: readonly TaskOrder[], times: (order: readonly string[]) => readonly string[]): readonly TaskOrder[] {
  const seen = new Set<string>();
  const fresh = orders.filter(({ tasks }) => {
    const known = seen.size;
    times(tasks).forEach((time) => seen.add(time));
    return seen.size > known;
  });
  const kept = new Set([...new Set([...fresh, ...orders])].slice(0, MOST_ORDERS));
  return orders.filter((order) => kept.has(order));
}

function wantsTogether({ kind }: TaskRule): boolean {
  return kind === 'should_overlap' || kind === 'must_overlap';
}

/** Whether a rule or the pair's default may bind a task of this visit to one of another. */
function speaksOf(book: RuleBook, flags: readonly string[], own: string, other: string): boolean {
  return book.inForce(own, other, flags).length > 0 || defaultRule(own, other).kind === 'separate';
}

/** The tasks that may change places: those other visits' rules name, the most binding first, then the rest as they stand. */
function movable(preferred: readonly string[], rules: readonly TaskRule[], elsewhere: readonly string[]): ReadonlySet<string> {
  const tied = [...rules]
    .sort(compareBinding)
    .flatMap(({ a, b }) => [
      ...(preferred.includes(a) && elsewhere.includes(b) ? [a] : []),
      ...(preferred.includes(b) && elsewhere.includes(a) ? [b] : []),
    ]);
  return new Set([...new Set([...tied, ...preferred])].slice(0, MOST_MOVED));
}

/** Every order in which only the movable tasks leave the sequence; the given one first. */
function arrangements(order: readonly string[], moved: ReadonlySet<string>): readonly (readonly string[])[] {
  if (order.length === 0) return [[]];
  const firstFixed = order.find((code) => !moved.has(code));
  return order
    .filter((code) => moved.has(code) || code === firstFixed)
    .flatMap((code) =>
      arrangements(
        order.filter((other) => other !== code),
        moved,
      ).map((rest) => [code, ...rest]),
    );
}

function brokenBy(runs: readonly TaskRun[], rules: readonly TaskRule[]): readonly TaskRule[] {
  const at = new Map(runs.map((run) => [run.code, run]));
  return rules.filter((rule) => {
    const [a, b] = [at.get(rule.a) as TaskRun, at.get(rule.b) as TaskRun];
    const read = rule.kind === 'same_visit' ? { ...rule, kind: 'precede' } : rule;
    return !inSpans(allowedStarts(read, a, b), 0);
  });
}
