import type { ProblemData } from '../../model/problem-data.js';
import type { Random } from '../../random/random.js';
import type { SearchPlan } from '../../state/search-plan.js';
import type { Insertion } from './insertion.js';

/** Visits absent before the ruin that are tried again in one iteration. */
const MOST_EXTRA = 10;

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

  constructor(
    private readonly plan: SearchPlan,
    private readonly insertion: Insertion,
    private readonly random: Random,
  ) {
    this.data = plan.data;
    this.key = new Float64Array(plan.data.visits);
    this.order = new Int32Array(plan.data.visits);
    this.longAbsent = new Int32Array(plan.data.visits);
  }

  /** @param longAbsent how many visits were absent before the ruin; they stand first in the plan's list. */
  run(longAbsent: number): void {
    const { plan } = this;
    let count = 0;
    for (let k = longAbsent; k < plan.absentCount; k++) this.order[count++] = plan.absent[k]!;
    const from = longAbsent > 0 ? this.random.below(longAbsent) : 0;
    const most = count === 0 ? longAbsent : MOST_EXTRA;
    let extra = 0;
    this.stamp++;
    for (let k = 0; k < longAbsent && extra < most; k++) {
      const visit = plan.absent[(from + k) % longAbsent];
      if (count > 0 && !this.fitsChanged(visit)) continue;
      this.longAbsent[visit] = this.stamp;
      this.order[count + extra++] = visit;
    }
    const restrict = count > 0;
    count += extra;
    this.sort(count);
    let waiting = 0;
    for (let k = 0; k < count; k++) {
      const visit = this.order[k];
      const single = this.data.visitFirst[visit + 1] - this.data.visitFirst[visit] === 1;
      if (this.insertion.insert(visit, restrict && single && this.longAbsent[visit] === this.stamp)) continue;
      if (this.data.needsFirst[visit] !== this.data.needsFirst[visit + 1]) this.order[waiting++] = visit;
    }
    // Those that waited for another visit have a second chance now that it may be served.
    for (let k = 0; k < waiting; k++) this.insertion.insert(this.order[k]);
  }

  /** Whether a visit could go to a route that has just lost something. */
  private fitsChanged(visit: number): boolean {
    const { data, plan } = this;
    const i = data.visitFirst[visit];
    for (let k = 0; k < plan.touchedRouteCount; k++) if (data.fit[i * data.routes + plan.touchedRoutes[k]]) return true;
    return false;
  }

  private sort(count: number): void {
    const { key, random, order } = this;
    random.shuffle(order, count);
    const draw = random.below(13);
    if (draw < 4) return;
    for (let k = 0; k < count; k++) key[order[k]] = this.keyOf(order[k], draw);
    const sorted = Array.from(order.subarray(0, count)).sort((a, b) => key[a] - key[b]);
    order.set(sorted);
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
    if (draw === 11) return data.due[i] - data.earliest[i];
    return -data.unservedCost[visit];
  }

  /** Travel from the first route's start place: far and near are only an order. */
  private distance(node: number): number {
    const { data } = this;
    return data.routes === 0 ? 0 : data.travel[0][data.place[data.parts + data.breaks] * data.places + data.place[node]];
  }
}
