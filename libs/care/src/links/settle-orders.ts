import type { TaskOrder, Visit } from '../model.js';
import { compareBinding } from './binding-order.js';
import { spansMeet } from './spans.js';
import { ordersOf } from './task-runs.js';
import type { VisitPair } from './visit-pair.js';
import { reachOf } from './visit-windows.js';

/** The orders left to a visit, and the one pair whose planned difference chooses among them. */
export interface Settled {
  /** Never empty; the first is done when nothing chooses. */
  readonly orders: readonly TaskOrder[];
  /** Null when one order is left. */
  readonly decidedBy: VisitPair | null;
}

/**
 * Leaves each visit of a client's day only such orders that choosing one by the
 * planned difference to a single partner is right towards every other visit too.
 *
 * A visit's partner is the one its most binding rule ties it to, among those
 * that its order makes a difference to. Orders that look different to any other
 * visit, in any order left to that one, cannot be chosen freely: they fall into
 * classes that look alike to all of them, and the class stays that leaves every
 * pair possible, sets fewest rules aside and breaks the cheapest wishes (ties:
 * the preferred order). Orders left later on are fewer, so what looks alike stays
 * alike: every plan that keeps the links has one order a visit that keeps them all.
 */
export function settleOrders(visits: readonly Visit[], pairs: readonly VisitPair[]): ReadonlyMap<Visit, Settled> {
  const left = new Map(visits.map((visit) => [visit, ordersOf(visit)]));
  const settled = new Map<Visit, Settled>();
  for (const visit of visits) {
    const own = left.get(visit) as readonly TaskOrder[];
    const looks = pairs.filter((pair) => pair.has(visit)).map((pair) => lookOf(pair, visit, left));
    const differing = own.length === 1 ? [] : looks.filter(({ looks }) => new Set(looks).size > 1);
    const [decidedBy = null, ...others] = differing.map(({ pair }) => pair).sort(moreBinding);
    const orders =
      decidedBy === null
        ? own.slice(0, 1)
        : bestClass(visit, { decidedBy, others: differing.filter((l) => others.includes(l.pair)), left });
    left.set(visit, orders);
    settled.set(visit, { orders, decidedBy: orders.length > 1 ? decidedBy : null });
  }
  return settled;
}

type Left = ReadonlyMap<Visit, readonly TaskOrder[]>;

/** How each of a visit's orders looks to the other visit of a pair: texts that are equal when the rules judge alike. */
interface Look {
  readonly pair: VisitPair;
  readonly looks: readonly string[];
}

function lookOf(pair: VisitPair, visit: Visit, left: Left): Look {
  const others = left.get(pair.other(visit)) as readonly TaskOrder[];
  const looks = (left.get(visit) as readonly TaskOrder[]).map((own) =>
    others
      .map((other) => {
        const { pieces, setAside } = pair.judgedFor(visit, own, other);
        const line = pieces.map(({ span, allowed, cost }, i) => {
          const last = pieces[i - 1];
          const same = last !== undefined && last.allowed === allowed && last.cost === cost;
          return same ? '' : `${span.min}:${allowed ? cost : '-'}`;
        });
        return `${line.filter((text) => text !== '').join(' ')}|${setAside.join(' ')}`;
      })
      .join(';'),
  );
  return { pair, looks };
}

function moreBinding(x: VisitPair, y: VisitPair): number {
  return compareBinding(x.demands[0].rule, y.demands[0].rule);
}

interface Choice {
  readonly decidedBy: VisitPair;
  /** The other pairs that the visit's order makes a difference to. */
  readonly others: readonly Look[];
  readonly left: Left;
}

/** The orders of the best class: those that look alike to every pair but the deciding one. */
function bestClass(visit: Visit, { decidedBy, others, left }: Choice): readonly TaskOrder[] {
  const own = left.get(visit) as readonly TaskOrder[];
  const classes = new Map<string, TaskOrder[]>();
  own.forEach((order, i) => {
    const key = others.map(({ looks }) => looks[i]).join('\n');
    classes.set(key, [...(classes.get(key) ?? []), order]);
  });
  if (classes.size === 1) return own;
  const pairs = [decidedBy, ...others.map(({ pair }) => pair)];
  const ranked = [...classes.values()].map((orders) => ({ orders, worth: worthOf(visit, orders, pairs, left) }));
  return ranked.reduce((best, next) => (compare(next.worth, best.worth) < 0 ? next : best)).orders;
}

/** Pairs left impossible, rules set aside, cost of wishes: less is better, the first difference decides. */
function worthOf(visit: Visit, orders: readonly TaskOrder[], pairs: readonly VisitPair[], left: Left): readonly number[] {
  const best = pairs.map((pair) => {
    const others = left.get(pair.other(visit)) as readonly TaskOrder[];
    return orders
      .flatMap((own) => others.map((other) => easeOf(pair, pair.judgedFor(visit, own, other))))
      .reduce((best, next) => (compare(next, best) < 0 ? next : best));
  });
  const total = best.reduce((sum, row) => sum.map((value, i) => value + row[i]));
  return [...total.slice(0, 2), total[2] + Math.min(...orders.map(({ cost }) => cost))];
}

/** How easily the start windows keep what is judged: impossible (1) or not, rules set aside, cheapest cost. */
function easeOf(pair: VisitPair, { pieces, setAside }: ReturnType<VisitPair['judged']>): readonly number[] {
  const reach = reachOf(pair.before, pair.after);
  const open = pieces.filter(({ span, allowed }) => allowed && spansMeet([span], reach));
  return open.length === 0 ? [1, setAside.length, 0] : [0, setAside.length, Math.min(...open.map(({ cost }) => cost))];
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - b[i]).find((difference) => difference !== 0) ?? 0;
}
