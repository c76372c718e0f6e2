import type { ProblemData } from '../../model/problem-data.js';
import type { Random } from '../../random/random.js';
import type { SearchPlan } from '../../state/search-plan.js';
import type { Insertion } from './insertion.js';

const MOST_EXTRA = 30;

/**
 * Greedy insertion with blinks (Christiaens and Vanden Berghe 2020, section
 * 5.2): the absent visits, in an order drawn anew each time, each take their
 * cheapest place.
 */
export class GreedyRecreate {
  private readonly data: ProblemData;
  private readonly key: Float64Array;
  private order: Int32Array;

  constructor(
    private readonly plan: SearchPlan,
    private readonly insertion: Insertion,
    private readonly random: Random,
  ) {
    this.data = plan.data;
    this.key = new Float64Array(plan.data.visits);
    this.order = new Int32Array(plan.data.visits);
  }

  /** @param longAbsent how many visits were absent before the ruin; they stand first in the plan's list. */
  run(longAbsent: number): void {
    const { plan } = this;
    let count = 0;
    for (let k = longAbsent; k < plan.absentCount; k++) this.order[count++] = plan.absent[k]!;
    if (longAbsent <= MOST_EXTRA) for (let k = 0; k < longAbsent; k++) this.order[count++] = plan.absent[k]!;
    else {
      const from = this.random.below(longAbsent);
      for (let k = 0; k < MOST_EXTRA; k++) this.order[count++] = plan.absent[(from + k) % longAbsent]!;
    }
    this.sort(count);
    let waiting = 0;
    for (let k = 0; k < count; k++) {
      const visit = this.order[k]!;
      if (this.insertion.insert(visit)) continue;
      if (this.data.needsFirst[visit] !== this.data.needsFirst[visit + 1]) this.order[waiting++] = visit;
    }
    // Those that waited for another visit have a second chance now that it may be served.
    for (let k = 0; k < waiting; k++) this.insertion.insert(this.order[k]!);
  }

  private sort(count: number): void {
    const { data, key, random, order } = this;
    random.shuffle(order, count);
    const draw = random.below(13);
    if (draw < 4) {
      // A dearer visit comes first even in a random order when some cost far more than others.
      return;
    }
    for (let k = 0; k < count; k++) key[order[k]!] = this.keyOf(order[k]!, draw);
    const sorted = Array.from(order.subarray(0, count)).sort((a, b) => key[a]! - key[b]!);
    order.set(sorted);
    void data;
  }

  private keyOf(visit: number, draw: number): number {
    const { data } = this;
    const i = data.visitFirst[visit]!;
    if (draw < 6) return -(data.visitFirst[visit + 1]! - i) * 1e9 - data.duration[i]!;
    if (draw === 6) return -data.demand[i]!;
    if (draw === 7) return -this.distance(i);
    if (draw === 8) return this.distance(i);
    if (draw === 9) return data.earliest[i]!;
    if (draw === 10) return -data.due[i]!;
    if (draw === 11) return data.due[i]! - data.earliest[i]!;
    return -data.unservedCost[visit]!;
  }

  /** Travel from the first route's start place: far and near are only an order. */
  private distance(node: number): number {
    const { data } = this;
    return data.routes === 0 ? 0 : data.travel[0]![data.place[data.parts + data.breaks]! * data.places + data.place[node]!]!;
  }
}
