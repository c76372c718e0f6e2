import type { ObjectiveInput } from '#engine';

/**
 * What one unit of each part of a plan costs. Care comes first, then its
 * quality, then money: prices are set so that no saving the ordinary decision
 * can bring on a later level buys a loss on an earlier one, and no saving at
 * all buys a visit. 1 is one second of one
 * staff member's paid time.
 */
export interface PriceProfile {
  readonly name: string;
  readonly objective: ObjectiveInput;
  /** What the rule book's soft costs (seconds of inconvenience) are multiplied by. */
  readonly ruleWeight: number;
  /** Cost of leaving out a visit of priority 1 (may wait) to 5 (must not be missed). */
  readonly unservedByPriority: readonly [number, number, number, number, number];
}

/** A second on the way costs its pay (see {@link PAID}) and as much again: fares, wear, and care that is not given. */
export const TRAVEL = 1;

/** A second between leaving the start place and being back; it prices waiting too. */
export const PAID = 1;

/**
 * A visit by somebody outside the client's wish: half an hour on the road. A
 * leg in town takes 10 to 13 minutes, so that sending the wished-for person
 * costs a way there and a way on of up to 26 minutes, and is worth it.
 */
export const WISH_MISSED = 1800 * (TRAVEL + PAID);

/**
 * A second of inconvenience that a soft task rule counts weighs four seconds of
 * pay and road: a pressure ulcer dressed away from its linen change (half an
 * hour in the rule book) may cost two hours elsewhere, as much as two wishes.
 */
export const RULE_WEIGHT = 4;

/**
 * A client visited behind one who should have come later in the round: after an
 * infectious one, say. As dear as four wishes, so that it happens where the
 * windows leave nothing else.
 */
export const OUT_OF_ORDER = 4 * WISH_MISSED;

/**
 * Each different person who comes to a client in the days planned: ten minutes
 * on the road. A client with three visits a day then sees the same face again
 * where that is a detour of one leg, and no visit waits for it.
 */
export const ONE_MORE_FACE = 600 * (TRAVEL + PAID);

/**
 * Leaving out a visit of the lowest priority. The dearest way to serve one
 * visit is three staff members (the most a visit may need) each opening a shift
 * of twelve hours for it alone, travelling all day, all against the client's
 * wish and at the wrong place of the round, all new faces:
 * 3 * (12 h * 2 + 3,600 + 14,400 + 1,200) = 316,800.
 */
export const UNSERVED = 400_000;

/**
 * Leaving out a visit that is only reserved (S060): an eighth of the least visit that is owed, which it never takes the
 * place of, and more than anything an ordinary detour and the wish for a person can cost.
 */
export const RESERVED_UNSERVED = UNSERVED / 8;

/**
 * How many visits of one priority one visit of the next outweighs. Eight keeps
 * the dearest visit (400,000 * 8^4 = 1,638,400,000) inside 32 bits and a
 * million of them inside the whole numbers a double holds exactly; plans that
 * would trade eight visits for one do not occur among visits of one day.
 */
export const PRIORITY_RATIO = 8;

/** The provider's ordinary weighing: care, then wishes, then time. */
export const STANDARD_PRICES: PriceProfile = {
  name: 'standard',
  ruleWeight: RULE_WEIGHT,
  objective: { travel: TRAVEL, paid: PAID, preference: WISH_MISSED, outOfOrder: OUT_OF_ORDER, distinctStaff: ONE_MORE_FACE },
  unservedByPriority: [
    UNSERVED,
    UNSERVED * PRIORITY_RATIO,
    UNSERVED * PRIORITY_RATIO ** 2,
    UNSERVED * PRIORITY_RATIO ** 3,
    UNSERVED * PRIORITY_RATIO ** 4,
  ],
};

/** Cost of leaving out a visit; a priority outside 1..5 is a bug of the caller. */
export function unservedCost(prices: PriceProfile, priority: number): number {
  const cost = prices.unservedByPriority[priority - 1];
  if (cost === undefined) throw new RangeError(`priority ${priority} is not 1 to 5`);
  return cost;
}
