import type { LinkOrder, TaskOrder, VisitLink } from '../model.js';
import type { Demand } from './day-demands.js';
import type { Folded, Piece } from './fold-rules.js';
import type { Settled } from './settle-orders.js';
import type { Span } from './spans.js';
import type { VisitPair } from './visit-pair.js';

/** One order of the tasks of both visits, and what the rules make of it. */
export interface Variant {
  readonly before: TaskOrder;
  readonly after: TaskOrder;
  /** Of the wishes inside the two visits. */
  readonly cost: number;
  readonly folded: Folded<Demand>;
}

interface Choice {
  readonly order: TaskOrder;
  readonly cost: number;
}

/** A stretch of differences with the variant that stands on it; null where none may. */
export interface Stretch {
  readonly span: Span;
  readonly cost: number;
  readonly variant: Variant | null;
}

/**
 * The variants that set aside the fewest and least binding rules, cheapest
 * orders first: a rule that contradicts others in one order and not in another
 * is kept by choosing that other.
 */
export function variantsOf(pair: VisitPair, settled: ReadonlyMap<unknown, Settled>): readonly Variant[] {
  const all = choicesOf(pair, settled.get(pair.before)).flatMap((before) =>
    choicesOf(pair, settled.get(pair.after)).map((after) => ({
      before: before.order,
      after: after.order,
      cost: before.cost + after.cost,
      folded: pair.judged(before.order, after.order),
    })),
  );
  const best = all.reduce(
    (least, { folded }) => (spares(folded.setAside, least) ? folded.setAside : least),
    all[0].folded.setAside,
  );
  return all.filter(({ folded }) => !spares(best, folded.setAside)).sort((x, y) => x.cost - y.cost);
}

/**
 * The lower envelope of the variants: each stretch of differences stands on the
 * variant that costs least there, its orders' own wishes counted in; the earlier
 * of two alike.
 */
export function stretchesOf(variants: readonly Variant[]): readonly Stretch[] {
  const starts = new Set(variants.flatMap(({ folded }) => folded.pieces.map(({ span }) => span.min)));
  const cuts = [...starts].sort((a, b) => a - b);
  const places = variants.map(() => 0);
  return cuts.map((min, i) => {
    const span = { min, max: (cuts[i + 1] ?? Infinity) - 1 };
    const pieces = variants.map(({ folded }, v) => folded.pieces[(places[v] = placeAt(folded.pieces, places[v], min))]);
    const costs = pieces.map(({ allowed, cost }, v) => (allowed ? cost + variants[v].cost : Infinity));
    const cost = Math.min(...costs);
    return { span, cost, variant: Number.isFinite(cost) ? variants[costs.indexOf(cost)] : null };
  });
}

/** The allowed stretches as a link's gaps, neighbours of one cost joined. */
export function gapsOf(stretches: readonly Stretch[]): VisitLink['gaps'] {
  const open = stretches.filter(({ variant }) => variant !== null);
  return joined(open, (x, y) => x.cost === y.cost).map(({ span, cost }) => ({ ...bounded(span), cost }));
}

/** Which orders stand where; the order of a visit that another pair decides is null. */
export function linkOrders(
  stretches: readonly Stretch[],
  pair: VisitPair,
  settled: ReadonlyMap<unknown, Settled>,
): readonly LinkOrder[] {
  const chooses = (visit: unknown): boolean => settled.get(visit)?.decidedBy === pair;
  const open = stretches.filter(({ variant }) => variant !== null);
  return joined(open, (x, y) => x.variant === y.variant).map(({ span, variant }) => ({
    ...bounded(span),
    before: chooses(pair.before) ? (variant as Variant).before.tasks : null,
    after: chooses(pair.after) ? (variant as Variant).after.tasks : null,
  }));
}

/** The orders of a visit as far as this pair chooses, the cheapest for nothing: where another chooses, any of those left will do. */
function choicesOf(pair: VisitPair, settled: Settled | undefined): readonly Choice[] {
  const { orders, decidedBy } = settled as Settled;
  if (decidedBy !== pair) return [{ order: orders[0], cost: 0 }];
  const least = Math.min(...orders.map(({ cost }) => cost));
  return orders.map((order) => ({ order, cost: order.cost - least }));
}

/** Whether the rules set aside at the first are fewer or less binding; places count from the most binding. */
function spares(a: readonly number[], b: readonly number[]): boolean {
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? Infinity) - (b[i] ?? Infinity));
  const first = at.find((difference) => !Number.isNaN(difference) && difference !== 0);
  return first !== undefined && first > 0;
}

function placeAt(pieces: readonly Piece[], from: number, value: number): number {
  let place = from;
  while (pieces[place].span.max < value) place += 1;
  return place;
}

function joined(stretches: readonly Stretch[], alike: (x: Stretch, y: Stretch) => boolean): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    const follows = last !== undefined && last.span.max + 1 === stretch.span.min && alike(last, stretch);
    if (follows) merged[merged.length - 1] = { ...last, span: { min: last.span.min, max: stretch.span.max } };
    else merged.push(stretch);
  }
  return merged;
}

function bounded({ min, max }: Span): { readonly min: number | null; readonly max: number | null } {
  return { min: Number.isFinite(min) ? min : null, max: Number.isFinite(max) ? max : null };
}
