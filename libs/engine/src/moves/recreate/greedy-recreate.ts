import type { ProblemData } from '../../model/problem-data.js';
import type { Random } from '../../random/random.js';
import type { Region } from '../../state/region.js';
import type { SearchPlan } from '../../state/search-plan.js';
import type { Insertion } from './insertion.js';

/** Visits absent before the ruin that are tried again in one iteration. */
const MOST_EXTRA = 10;
/** One recreate in so many is generous: leaving a visit out counts so many times its cost. */
const GENEROUS_EVERY = 8;
const GENEROSITY = 6;

/**
 * Greedy insertion with blinks (Christiaens and Vanden Berghe 2020, section
 * 5.2): the absent visits, in an order drawn anew each time, each take their
 * cheapest place.
 */
export class GreedyRecreate {
  private readonly data: ProblemData;
  private readonly key: Float64Array;
  private readonly order: Int32Array;
  /** Stamp of the run in which a visit counted as absent from before. */
  private readonly longAbsent: Int32Array;
  private stamp = 0;
  /** 1: a visit of one part without links, which only changes on its own routes can help. */
  private readonly stands: Uint8Array;
  /** Leaving out costs more for some visits than for others. */
  private readonly ranked: boolean;
  /** A visit put back never makes the plan cheaper but by being served. */
  private readonly monotone: boolean;

  constructor(
    private readonly plan: SearchPlan,
    private readonly insertion: Insertion,
    private readonly random: Random,
    private readonly region: Region,
  ) {
    this.data = plan.data;
    this.key = new Float64Array(plan.data.visits);
    this.order = new Int32Array(plan.data.visits);
    this.longAbsent = new Int32Array(plan.data.visits);
    this.stands = Uint8Array.from({ length: plan.data.visits }, (_, v) => standsAlone(plan.data, v));
    this.monotone = !plan.data.routeCosts && !plan.features && plan.data.breaks === 0;
    this.ranked = plan.data.unservedCost.some((cost) => cost !== plan.data.unservedCost[0]);
  }

  /**
   * Visits may be left served without one they need: the caller takes those out.
   * @param longAbsent how many visits were absent before the ruin; they stand first in the plan's list
   * @param limit the plan is of no use at or above this guided cost
   * @returns false when that was seen to be passed, before all were put back
   */
  run(longAbsent: number, limit = Infinity): boolean {
    const { plan, insertion, random } = this;
    let count = 0;
    for (let k = longAbsent; k < plan.absentCount; k++) this.order[count++] = plan.absent[k]!;
    // Now and then a visit goes in although leaving it out is cheaper: several together may pay.
    const generous = count > 0 && random.below(GENEROUS_EVERY) === 0;
    insertion.generosity = generous ? GENEROSITY : 1;
    // The cheapest place of a needed visit may leave no room for the one that needs it: either goes first.
    insertion.ahead = this.data.needs.length > 0 && random.below(2) === 0;
    const restrict = count > 0 && !generous;
    count = this.addLongAbsent(count, longAbsent, restrict);
    this.sort(count);
    const useful = this.insertAll(count, restrict, this.monotone ? limit : Infinity);
    insertion.generosity = 1;
    insertion.ahead = false;
    return useful;
  }

  private insertAll(count: number, restrict: boolean, limit: number): boolean {
    const { plan, insertion, data, order } = this;
    // What serving all that still wait would save at most.
    let hoped = 0;
    for (let k = 0; k < count; k++) hoped += data.unservedCost[order[k]];
    let waiting = 0;
    for (let k = 0; k < count; k++) {
      const visit = order[k];
      if (plan.guided() - hoped >= limit) return false;
      hoped -= data.unservedCost[visit];
      if (insertion.insert(visit, restrict && this.longAbsent[visit] === this.stamp && this.stands[visit] === 1)) continue;
      if (data.needsFirst[visit] !== data.needsFirst[visit + 1]) order[waiting++] = visit;
    }
    // Those that waited for another visit have a second chance now that it may be served.
    for (let k = 0; k < waiting; k++) insertion.insert(order[k]);
    return true;
  }

  /** Adds visits absent from before that the ruin may have made room for; all of them when nothing was ruined. */
  private addLongAbsent(given: number, longAbsent: number, restrict: boolean): number {
    const { plan } = this;
    const from = longAbsent > 0 ? this.random.below(longAbsent) : 0;
    const most = given === 0 ? longAbsent : given + MOST_EXTRA;
    let count = given;
    this.stamp++;
    for (let k = 0; k < longAbsent && count < most; k++) {
      const visit = plan.absent[(from + k) % longAbsent];
      if (!this.region.visit[visit] || (restrict && this.stands[visit] === 1 && !this.fitsChanged(visit))) continue;
      this.longAbsent[visit] = this.stamp;
      this.order[count++] = visit;
    }
    return count;
  }

  /** Whether a visit could go to a route that has just lost something. */
  private fitsChanged(visit: number): boolean {
    const { data, plan } = this;
    const i = data.visitFirst[visit];
    for (let k = 0; k < plan.touchedRouteCount; k++) if (data.fit[i * data.routes + plan.touchedRoutes[k]]) return true;
    return false;
  }

  private sort(count: number): void {
    const { key, random, order, data } = this;
    random.shuffle(order, count);
    const draw = random.below(13);
    const dearestFirst = this.ranked && random.below(2) === 0;
    if (draw < 4 && !dearestFirst) return;
    const cost = data.unservedCost;
    for (let k = 0; k < count; k++) key[order[k]] = draw < 4 ? 0 : this.keyOf(order[k], draw);
    // Few at a time: a sort by insertion keeps the order of equals and makes nothing.
    for (let k = 1; k < count; k++) {
      const visit = order[k];
      let at = k;
      for (; at > 0; at--) {
        const other = order[at - 1];
        const dearer = dearestFirst ? cost[visit] - cost[other] : 0;
        if (dearer < 0 || (dearer === 0 && key[other] <= key[visit])) break;
        order[at] = other;
      }
      order[at] = visit;
    }
  }

  private keyOf(visit: number, draw: number): number {
    const { data } = this;
    const i = data.visitFirst[visit];
    if (draw < 6) return -(data.visitFirst[visit + 1] - i) * 1e9 - data.duration[i];
    if (draw === 6) return -data.demand[i];
    if (draw === 7) return -this.distance(i);
    if (draw === 8) return this.distance(i);
    if (draw === 9) return data.earliest[i];
    if (draw === 10) return -data.due[i];
    if (draw === 11) return this.fewestFits(visit);
    return data.due[i] - data.earliest[i];
  }

  /** How many routes the part fits that fits the fewest: the hardest visits go first. */
  private fewestFits(visit: number): number {
    const { data } = this;
    let least = Infinity;
    for (let i = data.visitFirst[visit]; i < data.visitFirst[visit + 1]; i++) {
      const fits = data.fitFirst[i + 1] - data.fitFirst[i];
      if (fits < least) least = fits;
    }
    return least;
  }

  /** Travel from the first route's start place: far and near are only an order. */
  private distance(node: number): number {
    const { data } = this;
    return data.routes === 0 ? 0 : data.travel[0][data.place[data.parts + data.breaks] * data.places + data.place[node]];
  }
}

function standsAlone({ visitFirst, nodeLinkFirst }: ProblemData, visit: number): number {
  const i = visitFirst[visit];
  return visitFirst[visit + 1] - i === 1 && nodeLinkFirst[i] === nodeLinkFirst[i + 1] ? 1 : 0;
}
