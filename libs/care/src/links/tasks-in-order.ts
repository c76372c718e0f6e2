import type { Visit, VisitLink } from '../model.js';

/** The orders of tasks that a planned difference stands on; null where the link does not choose. */
export interface ChosenOrders {
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

const NOTHING_CHOSEN: ChosenOrders = { before: null, after: null };

/**
 * The orders in which the visits of a link do their tasks when they start
 * `difference` seconds apart, start(after) - start(before). Nothing is chosen by a
 * link without orders, nor at a difference that its rules forbid.
 */
export function ordersFor({ orders = [] }: Pick<VisitLink, 'orders'>, difference: number): ChosenOrders {
  const at = orders.find(({ min, max }) => (min ?? -Infinity) <= difference && difference <= (max ?? Infinity));
  return at === undefined ? NOTHING_CHOSEN : { before: at.before, after: at.after };
}

/**
 * The tasks of every visit in the order a plan does them: as a link chooses by
 * the two starts, otherwise as the visit lists them. One link at most chooses for
 * a visit, so the answer does not depend on the links' order.
 *
 * @param startOf start of a served visit in seconds from any one instant, by key; undefined when it is left out.
 */
export function tasksInOrder(
  visits: readonly Visit[],
  links: readonly Pick<VisitLink, 'before' | 'after' | 'orders'>[],
  startOf: (key: string) => number | undefined,
): ReadonlyMap<string, readonly string[]> {
  const tasks = new Map(visits.map((visit) => [visit.key, visit.tasks]));
  for (const link of links) {
    const [before, after] = [startOf(link.before), startOf(link.after)];
    if (before === undefined || after === undefined) continue;
    const chosen = ordersFor(link, after - before);
    if (chosen.before !== null) tasks.set(link.before, chosen.before);
    if (chosen.after !== null) tasks.set(link.after, chosen.after);
  }
  return tasks;
}
