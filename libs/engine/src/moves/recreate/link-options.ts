import { UNBOUNDED } from '../../model/problem-data.js';
import type { SearchPlan } from '../../state/search-plan.js';

const MOST_OPTIONS = 16;

/**
 * The ways a visit's links to visits already served can bind: one gap each.
 * Every combination is an option; the insertion tries them in turn.
 */
export class LinkOptions {
  /** Links between the visit and served visits. */
  readonly links: number[] = [];
  private readonly choice: number[] = [];
  /** Number of combinations to try, at least 1. */
  count = 1;
  /** Cost of the gaps of the present option. */
  cost = 0;
  /** Earliest and latest start each part may have without moving its partners; by part number within the visit. */
  readonly from: number[] = [];
  readonly to: number[] = [];

  constructor(private readonly plan: SearchPlan) {}

  /** Finds the links that bind once the visit is served. */
  gather(visit: number): void {
    const { data } = this.plan;
    this.links.length = 0;
    this.count = 1;
    for (let i = data.visitFirst[visit]; i < data.visitFirst[visit + 1]; i++) {
      for (let k = data.nodeLinkFirst[i]; k < data.nodeLinkFirst[i + 1]; k++) {
        const link = data.nodeLink[k];
        const other = data.linkBefore[link] === i ? data.linkAfter[link] : data.linkBefore[link];
        const inside = data.visitOf[other] === visit;
        if (inside ? data.linkBefore[link] !== i : this.plan.route[other] < 0) continue;
        this.links.push(link);
        this.count *= data.gapFirst[link + 1] - data.gapFirst[link];
      }
    }
    if (this.count > MOST_OPTIONS) this.count = MOST_OPTIONS;
  }

  /** Makes option `k` (mixed radix over the links' gaps) the present one: the plan's gaps are set. */
  choose(visit: number, k: number): void {
    const { plan } = this;
    const { data } = plan;
    const first = data.visitFirst[visit];
    const parts = data.visitFirst[visit + 1] - first;
    for (let p = 0; p < parts; p++) {
      this.from[p] = -UNBOUNDED;
      this.to[p] = UNBOUNDED;
    }
    this.cost = 0;
    let rest = k;
    for (let l = 0; l < this.links.length; l++) {
      const link = this.links[l];
      const gaps = data.gapFirst[link + 1] - data.gapFirst[link];
      const g = data.gapFirst[link] + (rest % gaps);
      rest = Math.floor(rest / gaps);
      this.choice[l] = g;
      plan.gap[link] = g;
      this.cost += data.gapCost[g];
      this.tighten(link, g, first, parts);
    }
  }

  private tighten(link: number, g: number, first: number, parts: number): void {
    const { plan } = this;
    const { data } = plan;
    const before = data.linkBefore[link];
    const after = data.linkAfter[link];
    const b = before - first;
    const a = after - first;
    const beforeInside = b >= 0 && b < parts;
    const afterInside = a >= 0 && a < parts;
    if (beforeInside && afterInside) return;
    if (afterInside) {
      this.from[a] = Math.max(this.from[a], plan.start[before] + data.gapMin[g]);
      this.to[a] = Math.min(this.to[a], plan.start[before] + data.gapMax[g]);
    } else {
      this.from[b] = Math.max(this.from[b], plan.start[after] - data.gapMax[g]);
      this.to[b] = Math.min(this.to[b], plan.start[after] - data.gapMin[g]);
    }
  }

  /** Unsets the gaps of the present option. */
  clear(): void {
    for (const link of this.links) this.plan.gap[link] = -1;
  }

  /** Whether some link to a served part says whose route a part may go to. */
  restrictsStaff(part: number): boolean {
    const { data } = this.plan;
    for (let k = data.nodeLinkFirst[part]; k < data.nodeLinkFirst[part + 1]; k++) {
      const link = data.nodeLink[k];
      if (data.linkStaff[link] === 0) continue;
      if (this.plan.route[data.linkBefore[link] === part ? data.linkAfter[link] : data.linkBefore[link]] >= 0) return true;
    }
    return false;
  }

  /** Whether a part may go to a route by the same/different-staff rules of its links. */
  staffAllows(part: number, route: number): boolean {
    const { data } = this.plan;
    const staff = data.staffOf[route];
    for (let k = data.nodeLinkFirst[part]; k < data.nodeLinkFirst[part + 1]; k++) {
      const link = data.nodeLink[k];
      if (data.linkStaff[link] === 0) continue;
      const other = data.linkBefore[link] === part ? data.linkAfter[link] : data.linkBefore[link];
      const r = this.plan.route[other];
      if (r >= 0 && (data.staffOf[r] === staff) !== (data.linkStaff[link] === 1)) return false;
    }
    return true;
  }
}
