import type { ProblemInput } from '../model/problem-input.js';

/** Must be the first, or the last, visit of its route. */
const FIRST = 1;
const LAST = 2;

/** Ranks of parts and places at the ends of routes; null when no part has any. */
export interface OrderData {
  readonly rank: Int32Array;
  /** Bits: 1 first, 2 last of its route. */
  readonly ends: Uint8Array;
  /** Price of a lower rank right after a higher one. */
  readonly falling: number;
  /** Price of a visit on the wrong side of one pinned to an end. */
  readonly displaced: number;
}

/** @param nodeOf number of a part by visit id and part id */
export function compileOrder(
  problem: ProblemInput,
  parts: number,
  nodeOf: (visit: string, part: string) => number,
  prices: { readonly falling: number; readonly displaced: number },
): OrderData | null {
  const rank = new Int32Array(parts);
  const ends = new Uint8Array(parts);
  for (const visit of problem.visits) for (const part of visit.parts) rank[nodeOf(visit.id, part.id)] = part.rank ?? 0;
  for (const { visit, part, position } of problem.pins ?? [])
    if (position) ends[nodeOf(visit, part)] |= position === 'first' ? FIRST : LAST;
  const used = ends.some((e) => e > 0) || (prices.falling > 0 && rank.some((r) => r !== 0));
  return used ? { rank, ends, ...prices } : null;
}

/** Cost of one visit right behind another on a route. */
export function pairCost({ rank, ends, falling, displaced }: OrderData, a: number, b: number): number {
  return (rank[b] < rank[a] ? falling : 0) + (ends[b] & FIRST ? displaced : 0) + (ends[a] & LAST ? displaced : 0);
}
